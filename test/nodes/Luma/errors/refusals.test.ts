/** Refusals in whatever form they come: their words, and advice that fits whoever refused. */
import { partsOf } from '../../../../nodes/Luma/api/errors';
import { wordsOf } from '../../../../nodes/Luma/api/answers';
import { call } from '../../../../nodes/Luma/api/call';
import type { Settings } from '../../../../nodes/Luma/api/send';
import { run } from '../../../engine';
import { plainCase } from '../../../operations';
import { plain } from '../run/support';
import { operations } from '../support/description';
import { loadOptions } from '../support/loadOptions';
import { answer, useLuma, type Answer } from '../support/luma';
import { quickly } from '../../../quickly';

useLuma();

const plus = 'needs Luma Plus';
const onTheWay = "This response doesn't come from the Luma API. A firewall or proxy between n8n and Luma refused the request.";
const fields = 'Check the fields named in the message.';
const organization = "If you use an organization API key, add a 'Calendar ID' to the credential, or under 'Options'.";
const address = "Luma doesn't have this URL. Check the 'Base URL'";

const firewall = `<!DOCTYPE html><html lang="en"><head><title>Attention Required! | Cloudflare</title><style>body { color: red } </style>
	<script>if (1 < 2) document.write('<p>no</p>')</script></head><body><!-- 1 < 2 --><h1>Sorry, you have been&nbsp;blocked</h1><p>Ray ID: <b>8a&amp;b</b></p></body></html>`;

const refusedWith = async (status: number, body: unknown) => {
	answer('GET', '/v1/events/guests/get', { status, body });
	const { error } = await run({ ...plainCase('guest', 'get').parameters, resource: 'guest', operation: 'get' });
	return { message: error!.message, description: error!.description! };
};

it.each<[string, number, unknown, string, string]>([
	['an empty object', 400, {}, 'Luma responded with HTTP 400', fields],
	['nothing', 400, '', 'Luma responded with HTTP 400', onTheWay],
	['an error as text', 400, { error: 'boom' }, 'boom', fields],
	['an error as an object', 400, { error: { message: 'boom', code: null } }, 'boom', fields],
	['a blank message beside it', 422, { message: ' ', error: 'boom' }, 'boom', fields],
	['errors of fields', 422, { errors: [{ path: 'name', message: 'is too long' }, { message: 'is too short' }] }, 'is too long; is too short', fields],
	['errors by field', 422, { errors: { name: ['is too long'], slug: ['is taken'] } }, 'name: is too long; slug: is taken', fields],
	['data of another kind', 409, { success: false, reasons: ['taken', 'taken'], code: null }, 'success: false; reasons: taken', fields],
	['a flag beside words', 400, { error: true, msg: 'Blocked by policy' }, 'error: true; msg: Blocked by policy', fields],
	['a list', 400, ['No such event', { detail: 'None at all' }], 'No such event; None at all', fields],
	['text', 403, 'error code: 1020', 'error code: 1020', onTheWay],
	['a web page', 403, firewall, 'Attention Required! | Cloudflare · Sorry, you have been blocked · Ray ID: · 8a&b', onTheWay],
	['a web page of a server', 400, '<html>\r\n<head><title>400 Bad Request</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>', '400 Bad Request · nginx', onTheWay],
	['a web page where Luma should be', 404, '<html><title>Not here</title>', 'Not here', address],
	['a sign-in of a proxy', 407, '<html><title>Who are you?</title>', 'Who are you?', 'The proxy between n8n and Luma wants a user name and password.'],
	['a page that asks for a sign-in', 401, '<html><title>Who are you?</title>', 'Who are you?', onTheWay],
	["Luma's own 403", 403, { message: 'No access' }, 'No access', plus],
	["Luma's own 403 without words", 403, {}, 'Luma responded with HTTP 403', plus],
	["Luma's own 401", 401, { message: 'You are not signed in' }, 'You are not signed in', "Luma doesn't recognize the API key in the credential."],
	['a header that is missing', 400, { message: 'The header x-luma-calendar-id is required with an organization key.' }, 'The header x-luma-calendar-id is required with an organization key.', organization],
	['the same in other words', 400, { message: 'calendar_api_id: Required' }, 'calendar_api_id: Required', organization],
	['and in others', 422, { error: 'Missing Calendar ID' }, 'Missing Calendar ID', organization],
	['a word about calendars', 400, { message: 'This event is on another calendar already' }, 'This event is on another calendar already', fields],
	['a calendar idea', 400, { message: 'Calendar ideas are not events' }, 'Calendar ideas are not events', fields],
])('%s (%i)', async (_what, status, body, message, advice) => {
	const error = await refusedWith(status, body);
	expect(error.message).toBe(message);
	expect(error.description).toContain(advice);
	for (const other of [plus, onTheWay, organization, fields, address]) expect(error.description.includes(other)).toBe(advice === other);
});

describe.each(operations)('%s %s', (resource, operation) => {
	const { same, luma } = plain(resource, operation);
	// Some of these refuse what they are asked in words of their own.
	const isOwn = [`ticketType delete`].includes(`${resource} ${operation}`);

	it.each<[number, unknown, string, string]>([
		[400, {}, 'Luma responded with HTTP 400', fields],
		[422, { error: 'boom' }, 'boom', fields],
		[409, ['boom', 'boom'], 'boom', fields],
		[403, firewall, 'Attention Required! | Cloudflare · Sorry, you have been blocked · Ray ID: · 8a&b', onTheWay],
	])('%i: %j', async (status, body, message, advice) => {
		luma(() => ({ status, body }));
		const { error, items } = await run(same);
		expect(items).toEqual([]);
		expect(error?.message).toBe(message);
		if (!isOwn || advice !== fields) expect(error?.description).toContain(advice);
		for (const other of [plus, organization]) expect(error?.description).not.toContain(other);
	});
});

it('a page that does not fit is cut off', async () => {
	const { message } = await refusedWith(403, `<html><p>${'word '.repeat(200)}`);
	expect(message).toMatch(/^(?:word ){59}word…$/);
});

it('a ticket type that has been sold is to be hidden instead', async () => {
	answer('POST', '/v1/events/ticket-types/delete', { status: 400, body: { message: 'A ticket type that has been sold cannot be deleted.' } });
	const { error } = await run({ ...plainCase('ticketType', 'delete').parameters, resource: 'ticketType', operation: 'delete' });
	expect(error?.message).toBe('A ticket type that has been sold cannot be deleted.');
	expect(error?.description).toContain("Hide it instead: update the ticket type and turn on 'Hidden'.");
});

it.each<[string, unknown]>([
	['lists in lists', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
	['objects in objects', JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)],
	['tags that never end', '<script'.repeat(15_000)],
	['comments that never end', '<!--'.repeat(25_000)],
	['signs that open', '<'.repeat(100_000)],
	['signs that begin an entity', `<p>${'&'.repeat(100_000)}`],
	['blanks', ' '.repeat(100_000)],
	['one long word', 'x'.repeat(100_000)],
	['blanks in front of a sign', `${' '.repeat(100_000)}x<`],
])('%s are read in no time', (_what, body) => {
	quickly(1000, () => expect((wordsOf(body, (text) => text) ?? '').length).toBeLessThanOrEqual(300));
});

describe('the parts of an error', () => {
	const failing = async (method: 'GET' | 'POST', response: Answer, settings: Partial<Settings> = {}) => {
		const [path, parameters] = method === 'GET' ? ['/v1/events/guests/get', { event_id: 'evt-1', id: 'gst-1' }] as const : ['/v1/webhooks/delete', { id: 'wh-1' }] as const;
		answer(method, path, response);
		return (await call(loadOptions(), method, path, parameters, { tries: 1, ...settings }).catch((error: unknown) => error)) as Error & { description: string };
	};
	const partsAfter = async (method: 'GET' | 'POST', response: Answer) => partsOf(await failing(method, response));

	it('say what happened to a write', async () => {
		expect(await partsAfter('POST', { status: 500, body: { message: 'Internal error' } })).toEqual({
			status: 500,
			uncertain: true,
			advice: "Luma may have made the change anyway. The node didn't send the request again. Check in Luma before you run the node again. Luma is temporarily unavailable.",
			cursor: undefined,
		});
		expect(await partsAfter('POST', { status: 501 })).toMatchObject({ uncertain: true });
		expect(await partsAfter('POST', { status: 499 })).toMatchObject({ uncertain: false });
		expect(await partsAfter('POST', { fault: 'ECONNRESET' })).toMatchObject({ status: undefined, uncertain: true });
		expect(await partsAfter('POST', { fault: 'ECONNREFUSED' })).toMatchObject({ status: undefined, uncertain: false, advice: expect.stringContaining('Check that n8n can reach') as string });
	});

	it('say where a list can be read on, whole and in the description too', async () => {
		const cursor = `c${'x'.repeat(2000)}`;
		const error = await failing('GET', { status: 503, body: { message: 'Down' } }, { cursor: () => cursor, notes: () => ['7 items were already read.'], operation: 'Get' });
		expect(partsOf(error)).toMatchObject({ status: 503, uncertain: false, cursor });
		expect(error.description).toContain(`7 items were already read. To continue from there, set 'Pagination Cursor' under 'Options' to ${cursor} (Get: GET`);
	});

	it('of a read have no doubt in them', async () => {
		expect(await partsAfter('GET', { status: 404, body: { message: 'No' } })).toMatchObject({ status: 404, uncertain: false, advice: expect.stringContaining('Check the ID') as string, cursor: undefined });
		expect(await partsAfter('GET', { status: 500 })).toMatchObject({ status: 500, uncertain: false });
		expect(await partsAfter('GET', { fault: 'ECONNRESET' })).toMatchObject({ status: undefined, uncertain: false });
		expect(await partsAfter('GET', { body: '' })).toMatchObject({ status: 200, uncertain: false });
		expect(await partsAfter('POST', { body: '' })).toMatchObject({ status: 200, uncertain: true });
	});

	it.each([
		[{ message: 'Bad', description: 'Give another.' }, { advice: 'Give another.' }],
		[{ message: 'Bad', description: '' }, {}],
		[new Error('Bad'), {}],
	])('of %p', (error, parts) => {
		expect(partsOf(error)).toEqual(parts);
	});
});
