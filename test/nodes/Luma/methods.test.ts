/** Lists that the editor loads to choose from. */
import { IANAZone } from 'luxon';
import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { Luma } from '../../../nodes/Luma/Luma.node';
import { apiKey } from '../../engine';
import { byId, byLink, fromList } from './support/case';
import { loadOptions } from './support/loadOptions';
import { answer, headers, received, useLuma, type Sent } from './support/luma';

useLuma();

const { listSearch, loadOptions: { getTimeZones } } = new Luma().methods;
const { searchEvents, searchGuests, searchTicketTypes } = listSearch;
const guest = { resource: 'guest', operation: 'get' };
const chosen = loadOptions({ ...guest, eventId: fromList('evt-1') });

const event = (number: number, more: IDataObject = {}) => ({ id: `evt-${number}`, name: `Meetup ${number}`, start_at: '2027-06-15T07:00:00.000Z', timezone: 'Europe/Berlin', url: `https://luma.com/meetup-${number}`, ...more });
const events = '/v1/calendars/events/list';
const guests = '/v1/events/guests/list';
const ticketTypes = '/v1/events/ticket-types/list';

/** Pages of one entry each; the page n holds entry n. */
function pages(path: string, count: number, entry: (number: number) => IDataObject, asked = count) {
	const page = ({ query }: Sent) => {
		const number = Number(((query!.pagination_cursor as string | undefined) ?? 'c1').slice(1));
		return { entries: [entry(number)], has_more: number < count, ...(number < count && { next_cursor: `c${number + 1}` }) };
	};
	answer('GET', path, { body: page }, asked);
}

describe('events', () => {
	it('come newest first, by name and local time, a page in one request', async () => {
		answer('GET', events, { body: { entries: [event(2), event(1, { timezone: null })], has_more: true, next_cursor: 'c2' } });
		expect(await searchEvents.call(loadOptions())).toEqual({
			results: [
				{ name: 'Meetup 2 (15 Jun 2027, 09:00)', value: 'evt-2', url: 'https://luma.com/meetup-2' },
				{ name: 'Meetup 1 (15 Jun 2027, 07:00)', value: 'evt-1', url: 'https://luma.com/meetup-1' },
			],
			paginationToken: 'c2',
		});
		expect(received).toEqual([{ method: 'GET', path: events, query: { sort_column: 'start_at', sort_direction: 'desc', pagination_limit: '100' } }]);
		expect(headers[0]).toMatchObject({ 'x-luma-api-key': apiKey });
	});

	it('go on where the page before has ended', async () => {
		answer('GET', events, { body: { entries: [event(3)], has_more: false } });
		expect(await searchEvents.call(loadOptions(), undefined, 'c2')).toMatchObject({ results: [{ value: 'evt-3' }], paginationToken: undefined });
		expect(received[0].query).toMatchObject({ pagination_cursor: 'c2' });
	});

	it.each(['Meetup 4', ' mEEtup 4 ', 'evt-4'])('are found on a later page by %p', async (filter) => {
		pages(events, 6, event, 4);
		expect(await searchEvents.call(loadOptions(), filter)).toMatchObject({ results: [{ value: 'evt-4' }], paginationToken: 'c5' });
	});

	it('are looked for to the end', async () => {
		pages(events, 3, event);
		expect(await searchEvents.call(loadOptions(), 'nowhere')).toEqual({ results: [], paginationToken: undefined });
	});

	it('are looked for in ten pages at once, and then from there on', async () => {
		pages(events, 12, event);
		expect(await searchEvents.call(loadOptions(), 'Meetup 12')).toEqual({ results: [], paginationToken: 'c11' });
		expect(await searchEvents.call(loadOptions(), 'Meetup 12', 'c11')).toMatchObject({ results: [{ value: 'evt-12' }], paginationToken: undefined });
	});

	it('end where a cursor repeats', async () => {
		answer('GET', events, { body: { entries: [event(1)], has_more: true, next_cursor: 'c2' } }, 2);
		expect(await searchEvents.call(loadOptions(), 'nowhere')).toEqual({ results: [], paginationToken: undefined });
	});
});

describe('guests', () => {
	it('of the chosen event come by name and email', async () => {
		answer('GET', guests, { body: { entries: [{ id: 'gst-1', user_name: 'Guest 1', user_email: 'guest1@example.com' }, { id: 'gst-2', user_name: null, user_email: 'guest2@example.com' }], has_more: false } });
		expect(await searchGuests.call(chosen)).toEqual({
			results: [
				{ name: 'Guest 1 (guest1@example.com)', value: 'gst-1' },
				{ name: 'guest2@example.com', value: 'gst-2' },
			],
			paginationToken: undefined,
		});
		expect(received).toEqual([{ method: 'GET', path: guests, query: { event_id: 'evt-1', pagination_limit: '100' } }]);
	});

	it('are found on a later page by email', async () => {
		pages(guests, 3, (number) => ({ id: `gst-${number}`, user_name: 'Guest', user_email: `guest${number}@example.com` }));
		expect(await searchGuests.call(chosen, 'GUEST3@')).toMatchObject({ results: [{ value: 'gst-3' }] });
	});
});

describe('ticket types', () => {
	const entries = [
		{ id: 'ttype-1', name: 'Standard', type: 'free', is_hidden: false },
		{ id: 'ttype-2', name: 'Speaker', type: 'paid', is_hidden: true },
	];

	it('of the chosen event come with the hidden ones', async () => {
		answer('GET', ticketTypes, { body: { entries } });
		expect(await searchTicketTypes.call(chosen)).toEqual({
			results: [
				{ name: 'Standard (free)', value: 'ttype-1' },
				{ name: 'Speaker (paid, hidden)', value: 'ttype-2' },
			],
		});
		expect(received).toEqual([{ method: 'GET', path: ticketTypes, query: { event_id: 'evt-1', include_hidden: 'true' } }]);
	});

	it.each(['speak', ' SPEAK ', 'hidden', 'ttype-2'])('are found by %p', async (filter) => {
		answer('GET', ticketTypes, { body: { entries } });
		expect(await searchTicketTypes.call(chosen, filter)).toMatchObject({ results: [{ value: 'ttype-2' }] });
	});
});

describe.each<[string, (this: ILoadOptionsFunctions, filter?: string) => Promise<unknown>, string]>([
	['guests', searchGuests, guests],
	['ticket types', searchTicketTypes, ticketTypes],
])('%s', (_what, search, path) => {
	it.each([[{}], [{ eventId: fromList('') }], [{ eventId: byId('') }]])('need an event first: %j', async (parameters) => {
		await expect(search.call(loadOptions({ ...guest, ...parameters }))).rejects.toThrow('Choose an event first');
	});

	it('of an event that was given by link', async () => {
		answer('GET', '/v1/entities/lookup', { body: { entity: { type: 'event', event: { id: 'evt-7' } } } });
		answer('GET', path, { body: { entries: [], has_more: false } });
		await search.call(loadOptions({ ...guest, eventId: byLink('https://luma.com/summer-conference') }));
		expect(received.map(({ query }) => query!.event_id ?? query!.slug)).toEqual(['summer-conference', 'evt-7']);
	});

	it('of a link that is no event', async () => {
		answer('GET', '/v1/entities/lookup', { body: { entity: null } });
		await expect(search.call(loadOptions({ ...guest, eventId: byLink('https://luma.com/berlin') }))).rejects.toThrow('https://luma.com/berlin is not the page of an event');
	});
});

it.each([
	['events', () => searchEvents.call(loadOptions()), events],
	['guests', () => searchGuests.call(chosen), guests],
	['ticket types', () => searchTicketTypes.call(chosen), ticketTypes],
])("%s that cannot be loaded: Luma's words, and no key", async (_what, search, path) => {
	answer('GET', path, { status: 401, body: { message: `You are not signed in with ${apiKey}`, code: null } });
	await expect(search()).rejects.toMatchObject({ message: 'You are not signed in with …', httpCode: '401', description: expect.stringContaining('Check it in the credential') as string });
});

it("time zones: the workflow's first, then UTC, then all that there are", async () => {
	const zones = await getTimeZones.call(loadOptions({}, 'Asia/Tokyo'));
	expect(zones.slice(0, 2)).toEqual([
		{ name: 'Time Zone of the Workflow (Asia/Tokyo)', value: '' },
		{ name: 'UTC', value: 'UTC' },
	]);
	const names = zones.slice(1).map(({ value }) => value as string);
	expect(names).toEqual(expect.arrayContaining(['Europe/Berlin', 'America/New_York', 'Pacific/Auckland']));
	expect(new Set(names).size).toBe(names.length);
	expect(names.filter((name) => !IANAZone.isValidZone(name))).toEqual([]);
});

it('time zones of Update: first, that it stays as it is', async () => {
	const [first] = await getTimeZones.call(loadOptions({ resource: 'event', operation: 'update' }, 'Asia/Tokyo'));
	expect(first).toEqual({ name: 'Leave Unchanged', value: '' });
});
