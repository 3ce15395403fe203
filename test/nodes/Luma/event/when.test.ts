/** Event > Get Many, When: which times go to Luma, in the workflow's time zone, together with filters, and over pages. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { clock } from '../../../../nodes/Luma/api/clock';
import { run, type Options } from '../../../engine';
import { always, answer, received, useLuma } from '../support/luma';
import { page } from '../guests/support';

useLuma();

const PATH = '/v1/calendars/events/list';
const at = (time: string) => void jest.spyOn(clock, 'now').mockReturnValue(Date.parse(time));

async function asked(parameters: INodeParameters, options: Options = {}): Promise<IDataObject> {
	answer('GET', PATH, { body: { entries: [], has_more: false } });
	const { error } = await run({ resource: 'event', operation: 'getAll', ...parameters }, { timezone: 'Europe/Berlin', ...options });
	expect(error).toBeUndefined();
	const { pagination_limit, ...query } = received[0].query!;
	expect(pagination_limit).toBe('50');
	return query;
}

const first = { sort_column: 'start_at', sort_direction: 'asc' };
const latest = { sort_column: 'start_at', sort_direction: 'desc' };

describe('on 28 March 2027, when the clocks go forward in Berlin', () => {
	beforeEach(() => at('2027-03-28T10:00:00Z'));

	it.each<[INodeParameters, IDataObject]>([
		[{}, { after: '2027-03-28T11:59:59.999+02:00', ...first }],
		[{ when: '' }, { after: '2027-03-28T11:59:59.999+02:00', ...first }],
		[{ when: 'upcoming' }, { after: '2027-03-28T11:59:59.999+02:00', ...first }],
		[{ when: 'today' }, { after: '2027-03-27T23:59:59.999+01:00', before: '2027-03-29T00:00:00+02:00', ...first }],
		[{ when: 'next7Days' }, { after: '2027-03-28T11:59:59.999+02:00', before: '2027-04-04T12:00:00+02:00', ...first }],
		[{ when: 'past' }, { before: '2027-03-28T12:00:00+02:00', ...latest }],
		[{ when: 'all' }, {}],
		[{ when: '={{ "Next 7 days" }}', whichEvents: 'listed' }, { access: 'view', after: '2027-03-28T11:59:59.999+02:00', before: '2027-04-04T12:00:00+02:00', ...first }],
	])('%j', async (parameters, query) => expect(await asked(parameters)).toEqual(query));

	it('New York has another day', async () => {
		at('2027-03-28T02:00:00Z');
		expect(await asked({ when: 'today' }, { timezone: 'America/New_York' })).toMatchObject({ after: '2027-03-26T23:59:59.999-04:00', before: '2027-03-28T00:00:00-04:00' });
	});

	it.each([
		['the day whose midnight the clocks skip', '2027-09-05T12:00:00Z', '2027-09-04T23:59:59.999-04:00', '2027-09-06T00:00:00-03:00'],
		['the day before it', '2027-09-04T12:00:00Z', '2027-09-03T23:59:59.999-04:00', '2027-09-05T01:00:00-03:00'],
		['the day whose last hour the clocks repeat', '2027-04-03T12:00:00Z', '2027-04-02T23:59:59.999-03:00', '2027-04-04T00:00:00-04:00'],
	])('in Santiago, %s', async (_what, now, after, before) => {
		at(now);
		expect(await asked({ when: 'today' }, { timezone: 'America/Santiago' })).toMatchObject({ after, before });
	});

	it.each<[INodeParameters, IDataObject]>([
		[{ filters: { after: '2027-05-01' } }, { after: '2027-05-01T00:00:00+02:00' }],
		[{ filters: { after: '2026-05-01' } }, { after: '2027-03-28T11:59:59.999+02:00' }],
		[{ filters: { before: '2027-05-01T00:00:00Z' } }, { after: '2027-03-28T11:59:59.999+02:00', before: '2027-05-01T00:00:00Z' }],
		[{ when: 'past', filters: { after: '2027-01-01', before: '2027-02-01' } }, { after: '2027-01-01T00:00:00+01:00', before: '2027-02-01T00:00:00+01:00' }],
		[{ when: 'past', sort: { direction: 'asc' } }, { before: '2027-03-28T12:00:00+02:00', sort_direction: 'asc' }],
	])('both it and the filters hold: %j', async (parameters, query) => expect(await asked(parameters)).toMatchObject(query));

	it.each<[INodeParameters, string]>([
		[{ filters: { before: '2027-01-01' } }, 'Upcoming'],
		[{ when: 'past', filters: { after: '2027-04-01' } }, 'Past'],
	])('what cannot be is not asked for, with a word: %j', async (parameters, when) => {
		const { json, error, run: done } = await run({ resource: 'event', operation: 'getAll', ...parameters });
		expect({ json, error, received }).toEqual({ json: [], error: undefined, received: [] });
		expect(done.data.resultData.runData.Luma[0].hints).toMatchObject([{ message: `No event can match, because 'Filters' leave no time of '${when}' in 'When'. To use the filters alone, set 'When' to 'All'.` }]);
	});
});

it('1,500 past events and 3 to come: one request', async () => {
	at('2027-06-01T00:00:00Z');
	const start = (n: number) => new Date(Date.UTC(2027, 5, 1) + n * 3_600_000).toISOString();
	const events = Array.from({ length: 1503 }, (_, n) => ({ id: `evt-${n}`, start_at: start(n - 1500), timezone: 'UTC' }));
	always('GET', PATH, ({ query }) => ({ body: page(events.filter(({ start_at }) => Date.parse(start_at) > Date.parse(query!.after as string)), query!) }));
	const { json } = await run({ resource: 'event', operation: 'getAll', returnAll: true });
	expect(json.map(({ id }) => id)).toEqual(['evt-1500', 'evt-1501', 'evt-1502']);
	expect(received).toHaveLength(1);
});

it('pages, one a run while time goes on: each cursor carries the times that it was made with', async () => {
	const events = Array.from({ length: 7 }, (_, n) => ({ id: `evt-${n}` }));
	const ids: unknown[] = [];
	let paginationCursor = '';
	for (const hour of [10, 11, 12, 13]) {
		at(`2027-03-28T${hour}:00:00Z`);
		always('GET', PATH, ({ query }) => ({ body: page(events, query!) }));
		const { json, error } = await run({ resource: 'event', operation: 'getAll', limit: 2, options: { output: 'pages', paginationCursor } });
		expect(error).toBeUndefined();
		ids.push(...(json[0].entries as IDataObject[]).map(({ id }) => id));
		paginationCursor = json[0].next_cursor as string;
	}
	expect(ids).toEqual(events.map(({ id }) => id));
	expect(paginationCursor).toBeUndefined();
});

it.each([undefined, null])('the last page has no cursor, whether Luma leaves it out or says so: %j', async (next_cursor) => {
	answer('GET', PATH, { body: { entries: [{ id: 'evt-1' }], has_more: false, next_cursor } });
	const { json } = await run({ resource: 'event', operation: 'getAll', options: { output: 'pages' } });
	expect(json[0].next_cursor ?? null).toBeNull();
});

it('a cursor that was cut off is refused before anything is sent', async () => {
	const { error } = await run({ resource: 'event', operation: 'getAll', options: { paginationCursor: '{"cursor":"c1","que' } });
	expect(error).toMatchObject({ message: expect.stringMatching(/^Pagination Cursor is not valid JSON: line 1, /) as string, description: expect.stringContaining('next_cursor') as string });
	expect(received).toEqual([]);
});

it('a list that breaks gives such a cursor too', async () => {
	at('2027-03-28T10:00:00Z');
	always('GET', PATH, (_sent, nth) => (nth === 0 ? { body: { entries: [{ id: 'evt-1' }], has_more: true, next_cursor: 'c1' } } : { status: 400, body: { message: 'No', code: null } }));
	const { json } = await run({ resource: 'event', operation: 'getAll' }, { node: { onError: 'continueRegularOutput' } });
	expect(JSON.parse(json[0].cursor as string)).toEqual({ cursor: 'c1', query: { after: '2027-03-28T09:59:59.999Z', ...first } });
});

it('a cursor that was cut off is named', async () => {
	const { error } = await run({ resource: 'event', operation: 'getAll', options: { paginationCursor: '{"cursor":"c1","query":{' } });
	expect(error?.message).toMatch(/^Pagination Cursor is not valid JSON: line 1, column 25/);
	expect(received).toEqual([]);
});

it.each([null, ''])('the last page has no cursor where Luma answers %j for it', async (next_cursor) => {
	always('GET', PATH, () => ({ body: { entries: [{ id: 'evt-1' }], has_more: false, next_cursor } }));
	const { json } = await run({ resource: 'event', operation: 'getAll', options: { output: 'pages' } });
	expect(json).toEqual([{ entries: [{ id: 'evt-1' }], has_more: false, next_cursor }]);
});
