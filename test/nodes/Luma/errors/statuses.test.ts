/** Each status that Luma may answer, for each operation: Luma's words, what to do, and where it was. */
import type { INodePropertyOptions } from 'n8n-workflow';
import { Luma } from '../../../../nodes/Luma/Luma.node';
import { run } from '../../../engine';
import { plainCase } from '../../../operations';
import { byId, changes } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { answer, received, useLuma } from '../support/luma';

useLuma();

/** What a 404 calls what has an ID, by how the ID begins. */
const THINGS: Record<string, string> = { cal: 'calendar', calev: 'submission', ep: 'blast', evt: 'event', gst: 'guest', memt: 'membership tier', tag: 'tag', ttype: 'ticket type', usr: '(?:contact|member)', wh: 'webhook' };

/** The IDs that a request names one by one, also those in rows of tickets; a list of IDs is about none in particular. */
const idsIn = (sent: object): string[] =>
	Object.entries(sent).flatMap(([name, value]) => {
		if (Array.isArray(value) && name.startsWith('ticket')) return value.flatMap((row) => idsIn(row as object));
		return typeof value === 'string' && (name === 'id' || name === 'tag' || name.endsWith('_id')) ? [value] : [];
	});

/** How a 404 has to name what it is about. */
function named(id: string): RegExp {
	const thing = THINGS[id.split('-')[0]];
	if (thing === undefined) throw new Error(`A 404 has no word for "${id}": add the parameter to THINGS in nodes/Luma/api/errors.ts, and the beginning of the ID to THINGS in this test`);
	return new RegExp(`Luma has no .*${thing} "${id}".* that this API key can access\\. Check the ID`);
}

const advice: Record<number, string> = {
	400: 'Luma refused the request. Check the fields named in the message.',
	401: "Luma doesn't recognize the API key in the credential. Copy it again",
	403: "This API key isn't allowed to do this. The calendar needs Luma Plus",
	402: 'Luma refused the request.',
	405: 'Luma refused the request.',
	407: 'The proxy between n8n and Luma wants a user name and password.',
	408: 'Luma is temporarily unavailable.',
	418: 'Luma refused the request.',
	451: 'Luma refused the request.',
	409: 'Luma refused the request. Check the fields named in the message.',
	422: 'Luma refused the request.',
	500: 'Luma is temporarily unavailable.',
	502: 'Luma is temporarily unavailable.',
	504: 'Luma is temporarily unavailable.',
	520: 'Luma is temporarily unavailable.',
	522: 'Luma is temporarily unavailable.',
	524: 'Luma is temporarily unavailable.',
	503: 'Luma is temporarily unavailable.',
};

/** Whether it may be otherwise a moment later; of a write nobody knows whether it has happened. */
const passing = (status: number) => status === 408 || status >= 500;

const namesOf = (property: string, value: string) =>
	new Luma().description.properties.filter(({ name }) => name === property).flatMap(({ options }) => options as INodePropertyOptions[]).find((option) => option.value === value)!.name;

const offersCalendar = (resource: string, operation: string) => fieldsOf(resource, operation).some(({ name, options = [] }) => name === 'options' && options.some((option) => option.name === 'forCalendarId'));

describe.each(operations)('%s %s', (resource, operation) => {
	const { parameters, exchanges, shared = 0 } = plainCase(resource, operation);
	const { method, path } = exchanges[shared];
	const writes = changes({ method, path });
	/** The operation as errors name it. */
	const where = (status: number) => `(${namesOf('operation', operation)} ${namesOf('resource', resource)}, item 0: ${method} ${path}, HTTP ${status})`;

	const failing = async (status: number, headers = {}, calendar?: string) => {
		const tries = !writes && passing(status) ? 4 : 1;
		for (const before of exchanges.slice(0, shared)) answer(before.method, before.path, before.answer);
		answer(method, path, { status, body: { message: `No, because of ${status}`, code: null }, headers }, tries);
		const { error, json } = await run({ resource, operation, ...parameters, ...(calendar !== undefined && { options: { ...(parameters.options as object), forCalendarId: byId(calendar) } }) });
		expect(received).toHaveLength(tries + shared);
		expect(json).toEqual([]);
		return error;
	};

	it.each(Object.keys(advice).map(Number))('%d', async (status) => {
		const error = await failing(status);
		expect(error).toMatchObject({ message: `No, because of ${status}`, httpCode: String(status), context: { itemIndex: 0 } });
		// What Luma does not delete has a way of its own.
		const refusedDelete = resource === 'ticketType' && operation === 'delete' && [400, 409, 422].includes(status);
		const needsOrganization = resource === 'organization' && status === 403;
		expect(error!.description).toContain(refusedDelete ? 'Hide it instead' : needsOrganization ? 'This operation needs the API key of an organization' : advice[status]);
		expect(error!.description).toContain(where(status));
		expect(error!.description?.includes('Luma may have made the change anyway')).toBe(writes && passing(status));
		// A write is looked for in Luma before.
		expect(error!.description?.includes('Run the node again in a few minutes.')).toBe(!writes && passing(status));
		expect(error!.description?.includes('The node tried 4 times.')).toBe(!writes && passing(status));
	});

	// That there is nothing of that name is what it was asked.
	(`${resource} ${operation}` === 'page lookUp' ? it.skip : it)('404', async () => {
		const error = await failing(404);
		expect(error).toMatchObject({ message: 'No, because of 404', httpCode: '404', context: { itemIndex: 0 } });
		const { query, body } = exchanges[shared];
		const sent = { ...query, ...(body as object) };
		for (const id of idsIn(sent)) expect(error!.description).toMatch(named(id));
		const asksForNothing = idsIn(sent).length === 0 && !['code', 'email', 'slug'].some((name) => name in sent);
		expect(error!.description!.startsWith("Luma doesn't have this URL. Check the 'Base URL' in the credential.")).toBe(asksForNothing);
		expect(error!.description).toContain(where(404));
	});

	(offersCalendar(resource, operation) && resource !== 'page' ? it : it.skip)('404 at a calendar of its own', async () => {
		const error = await failing(404, {}, 'cal-2');
		expect(error!.description).toMatch(/^Luma has no (.* or )?calendar "cal-2" that this API key can access\. .* belongs to the (organization of the calendar|calendar that manages the event)\./);
	});

	it('429, when it would have to wait too long', async () => {
		const error = await failing(429, { 'retry-after': '1000' });
		// A new blast may have to wait for a limit of its own as well.
		const allowed = resource === 'blast' && operation === 'create' ? 600 : 300;
		expect(error).toMatchObject({ message: expect.stringMatching(new RegExp(`^Luma's rate limit requires a wait of 100\\d seconds, but 'Max Wait on Rate Limit' allows only ${allowed}$`)) as string, httpCode: '429', context: { itemIndex: 0 } });
		expect(error!.description).toContain("Increase 'Max Wait on Rate Limit' under 'Options'");
		expect(error!.description).toContain(where(429));
	});
});

/** What a list is searched by, which only some of its uses have. */
it.each([
	['tags', { contactTagIds: ['VIP', 'Press'] }, 'tag "VIP" or tag "Press"'],
	['a tag that is called like an event', { contactTagIds: ['My event "Fair"'] }, 'tag "My event "Fair""'],
	['a tier', { membershipTierId: byId('memt-1') }, 'membership tier "memt-1"'],
])('a 404 names %s', async (_what, filters, things) => {
	answer('GET', '/v1/calendars/contacts/list', { status: 404, body: { message: 'Not found', code: null } });
	const { error } = await run({ resource: 'contact', operation: 'getAll', filters: filters as never });
	expect(error!.description).toContain(`Luma has no ${things} that this API key can access. Check the ID, and check that the API key belongs to the same calendar.`);
});

describe('what was chosen from a list in the editor is named as it was there', () => {
	const chosen = (value: string, cachedResultName: string) => ({ __rl: true, mode: 'list', value, cachedResultName });
	const party = 'Summer Party (15 Jun 2027, 09:00)';

	it('in a 404', async () => {
		answer('GET', '/v1/events/get', { status: 404, body: { message: 'Not found', code: null } });
		const { error } = await run({ resource: 'event', operation: 'get', eventId: chosen('evt-1', party), options: { forCalendarId: chosen('cal-2', 'Berlin') } });
		expect(error!.description).toMatch(/^Luma has no event "Summer Party \(15 Jun 2027, 09:00\)" \(evt-1\) or calendar "Berlin" \(cal-2\) that this API key can access\./);
	});

	it('but not where another was entered by its ID since, and the name of the one before has stayed', async () => {
		answer('GET', '/v1/events/get', { status: 404, body: { message: 'Not found', code: null } });
		const { error } = await run({ resource: 'event', operation: 'get', eventId: { ...chosen('evt-1', party), mode: 'id' } });
		expect(error!.description).toContain('Luma has no event "evt-1" that');
	});

	it('in a 403, for the event that is meant', async () => {
		for (const [eventId, words] of [[chosen('evt-1', party), `the event "${party}" (evt-1)`], [byId('evt-1'), 'the event "evt-1"']] as const) {
			answer('GET', '/v1/events/guests/list', { status: 403, body: { message: 'No access', code: null } });
			const { error } = await run({ resource: 'guest', operation: 'getAll', eventId });
			expect(error!.description).toContain(`The calendar needs Luma Plus and must manage ${words}. For anything`);
		}
	});

	it('as an item that failed, too', async () => {
		answer('GET', '/v1/events/get', { status: 404, body: { message: 'Not found', code: null } });
		const { json } = await run({ resource: 'event', operation: 'get', eventId: chosen('evt-1', party) }, { node: { onError: 'continueRegularOutput' } });
		expect(json).toMatchObject([{ error: 'Not found', advice: expect.stringContaining(`event "${party}" (evt-1)`) as string }]);
	});

	it('not where an expression gives another ID for each item, and not where the name is of another one', async () => {
		answer('GET', '/v1/events/get', { status: 404, body: { message: 'Not found', code: null } }, 2);
		const { json } = await run({ resource: 'event', operation: 'get', eventId: chosen('=evt-{{ $json.n }}', party), options: { forCalendarId: chosen('cal-2', 'Berlin') } }, { items: [{}, {}], node: { onError: 'continueRegularOutput' } });
		for (const [n, { advice: words }] of json.entries()) expect(words).toMatch(new RegExp(`^Luma has no event "evt-${n}" or calendar "Berlin" `));
	});
});
