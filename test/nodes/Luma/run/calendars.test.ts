/** Options → Calendar ID: one credential of an organization for all of its calendars. */
import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';
import { Luma } from '../../../../nodes/Luma/Luma.node';
import { run, type Options } from '../../../engine';
import { plainCase } from '../../../operations';
import { byId, fromList } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { loadOptions } from '../support/loadOptions';
import { always, answer, headers, received, useLuma, waits } from '../support/luma';
import { plain } from './support';

useLuma();

const HEADER = 'x-luma-calendar-id';
/** The calendar that each request to Luma names. A file goes to an address of its own, which knows no calendars. */
const named = () => headers.filter((_, at) => received[at].method !== 'PUT').map((header) => header[HEADER]);
/** Two calendars in turn, by the input. */
const inTurn = { options: { forCalendarId: byId('={{ $json.calendar }}') } };
const items = ['cal-1', 'cal-2', 'cal-1'].map((calendar) => ({ calendar }));
const of = async (resource: string, operation: string, parameters: INodeParameters, options: Options = {}) => await run({ resource, operation, ...parameters }, options);

const offersIt = ([resource, operation]: [string, string]) => fieldsOf(resource, operation).some(({ name, options = [] }) => name === 'options' && options.some((option) => option.name === 'forCalendarId'));

it('is there for every operation that is about a calendar', () => {
	// An organization and the person behind an API key are above its calendars.
	expect(new Set(operations.filter((one) => !offersIt(one)).map(([resource]) => resource))).toEqual(new Set(['organization', 'account']));
	expect(operations.filter(([resource]) => resource === 'organization').filter(offersIt)).toEqual([]);
});

describe.each(operations.filter(offersIt))('%s %s', (resource, operation) => {
	it('goes before the calendar of the credential, item by item, and nothing of two calendars is mixed', async () => {
		const { same, luma } = plain(resource, operation);
		const { exchanges } = plainCase(resource, operation);
		luma();
		const own = (same.options ?? {}) as INodeParameters;
		const { error } = await run({ ...same, options: { ...own, ...inTurn.options } }, { items, credentials: { calendarId: 'cal-9' } });
		expect(error).toBeUndefined();
		// Each calendar is asked for what the items share, and gets what is its own.
		expect(new Set(named())).toEqual(new Set(['cal-1', 'cal-2']));
		expect(named().filter((one) => one === 'cal-2')).toHaveLength(exchanges.filter(({ method }) => method !== 'PUT').length);
	});

	it('leaves it to the credential where it is blank', async () => {
		const { same, luma } = plain(resource, operation);
		luma();
		const { error } = await run({ ...same, options: { ...((same.options ?? {}) as INodeParameters), forCalendarId: byId(' ') } }, { credentials: { calendarId: 'cal-9' } });
		expect(error).toBeUndefined();
		expect(new Set(named())).toEqual(new Set(['cal-9']));
	});

	// A row without a calendar must not be written into another one.
	it.each(['={{ $json.calendar }}', '={{ " " }}', '={{ null }}'])('does not leave it to the credential where %s gives none', async (value) => {
		const { error } = await run({ ...plain(resource, operation).same, options: { ...((plain(resource, operation).same.options ?? {}) as INodeParameters), forCalendarId: byId(value) } }, { items: [{ calendar: '' }], credentials: { calendarId: 'cal-9' } });
		expect(received).toEqual([]);
		expect(error).toMatchObject({ message: 'Calendar ID is required', description: expect.stringContaining("remove 'Calendar ID' from 'Options'") as string });
	});

	it.each(['evt-1', 'My Calendar', 'https://luma.com/berlin-meetups', { id: 'cal-1' } as never])('refuses %j before anything is sent', async (value) => {
		const { error } = await run({ ...plain(resource, operation).same, options: { forCalendarId: byId(`={{ ${JSON.stringify(value)} }}`) } });
		expect(received).toEqual([]);
		expect(error).toMatchObject({ message: expect.stringMatching(/^Calendar ID: .* is not a calendar ID$/) as string, description: expect.stringContaining('Organization > Get Calendars') as string });
	});
});

it.each(['cal-2', ' cal-2\u200b', 'https://luma.com/calendar/cal-2', 'luma.com/calendar/manage/cal-2/events?x=1'])('takes %j for cal-2', async (value) => {
	answer('GET', '/v1/events/get', { body: { id: 'evt-1' } });
	const { error } = await of('event', 'get', { eventId: byId('evt-1'), options: { forCalendarId: byId(value) } });
	expect(error).toBeUndefined();
	expect(named()).toEqual(['cal-2']);
});

it('imports the same person into two calendars, each with a request of its own', async () => {
	always('POST', '/v1/calendars/contacts/import', () => ({}));
	const { json, linked } = await of('contact', 'import', { contactsFrom: 'inputItems', contactEmail: 'a@example.com', contactName: '', ...inTurn }, { items });
	expect(named()).toEqual(['cal-1', 'cal-2']);
	expect(json.map(({ status }) => status)).toEqual(['imported', 'imported', 'duplicate']);
	expect(linked).toEqual([0, 1, 2]);
});

it('imports one list into each calendar, and into each once', async () => {
	always('POST', '/v1/calendars/contacts/import', () => ({}));
	const { json } = await of('contact', 'import', { contactsFrom: 'json', contactsJson: '[{ "email": "a@example.com" }, { "email": "b@example.com" }]', ...inTurn }, { items });
	expect(named()).toEqual(['cal-1', 'cal-2']);
	expect(json.map(({ status }) => status)).toEqual(['imported', 'imported', 'imported', 'imported', 'duplicate']);
});

it('looks up the same tag at each calendar, where it has another ID', async () => {
	always('GET', '/v1/calendars/contact-tags/list', () => ({ body: { entries: [{ id: `tag-of-${String(named().at(-1))}`, name: 'VIP' }], has_more: false } }));
	always('POST', '/v1/calendars/contact-tags/update', () => ({}));
	const { json } = await of('contactTag', 'update', { contactTagId: byId('VIP'), updateFields: { tagName: '={{ "VIP " + $json.n }}' }, ...inTurn }, { items });
	expect(json.map(({ tag_id }) => tag_id)).toEqual(['tag-of-cal-1', 'tag-of-cal-2', 'tag-of-cal-1']);
});

it('paces all calendars of a key together', async () => {
	always('GET', '/v1/events/get', (_sent, nth) => (nth === 1 ? { status: 429, headers: { 'retry-after': '40' }, body: { message: 'Too many requests', code: null } } : { body: { id: 'evt-1' } }));
	const { error } = await of('event', 'get', { eventId: byId('evt-1'), simplify: false, ...inTurn }, { items });
	expect(error).toBeUndefined();
	// The second calendar is refused, and the first one waits as well.
	expect(received).toHaveLength(4);
	expect(waits).toHaveLength(1);
	expect(waits[0]).toBeGreaterThanOrEqual(40_000);
});

it('names none where an organization as a whole is asked, whatever the credential says', async () => {
	answer('GET', '/v1/organizations/admins/list', { body: { entries: [] } });
	await of('organization', 'getAdmins', {}, { credentials: { calendarId: 'cal-9' } });
	expect(headers[0]).not.toHaveProperty(HEADER);
});

const { listSearch, loadOptions: options, resourceMapping } = new Luma().methods;

it.each(Object.entries({ ...listSearch, ...options, ...resourceMapping }).filter(([name]) => name !== 'getTimeZones'))('counts for the lists of the editor too: %s', async (_name, load) => {
	always('GET', /^\/v1\//, () => ({ body: { entries: [], hosts: [], has_more: false } }));
	const editor = loadOptions({ resource: 'guest', operation: 'updateTickets', eventId: byId('evt-1'), guestId: byId('gst-1'), options: { forCalendarId: fromList('cal-2') } });
	await (load as (this: ILoadOptionsFunctions, filter?: string) => Promise<unknown>).call(editor, 'Alexanderplatz');
	expect(received.length).toBeGreaterThan(0);
	expect(named()).toEqual(received.map(({ path }) => (path.includes('/organizations/') ? undefined : 'cal-2')));
});
