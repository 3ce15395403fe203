/** The list of events. */
import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { clock } from '../../../../nodes/Luma/api/clock';
import { getEvents, searchEvents } from '../../../../nodes/Luma/lists/events';
import { apiKey } from '../../../engine';
import nock from '../../../nock';
import fc, { runs } from '../../../properties';
import { loadOptions } from '../support/loadOptions';
import { answer, headers, received, useLuma } from '../support/luma';
import { page, paths, serve, times } from './support';

useLuma();

const DAY = 86_400_000;
const event = (number: number, more: IDataObject = {}) => ({ id: `evt-${number}`, name: `Meetup ${number}`, start_at: '2027-06-15T07:00:00.000Z', timezone: 'Europe/Berlin', url: `https://luma.com/meetup-${number}`, ...more });
const startingIn = (milliseconds: number) => new Date(clock.now() + milliseconds).toISOString();

/** A calendar: Luma's bounds leave out what starts at that very instant. */
function calendar(events: Array<IDataObject & { start_at: string }>, size?: number): void {
	serve(paths.events, (query) => {
		const { after, before, sort_direction } = query;
		const fitting = events.filter(({ start_at }) => (!after || start_at > after) && (!before || start_at < before)).sort((a, b) => Date.parse(a.start_at) - Date.parse(b.start_at));
		return page(sort_direction === 'desc' ? fitting.reverse() : fitting, query, size);
	});
}

const ids = ({ results }: INodeListSearchResult) => results.map(({ value }) => value);

/** What a person sees who scrolls to the end. */
async function scrolled(filter?: string): Promise<INodeListSearchResult[]> {
	const seen = [await searchEvents.call(loadOptions(), filter)];
	for (let token = seen[0].paginationToken; token !== undefined; token = seen.at(-1)!.paginationToken) seen.push(await searchEvents.call(loadOptions(), filter, token as string));
	return seen;
}

it('are shown by name and local time, with their page', async () => {
	calendar([event(1), event(2, { timezone: null }), event(3, { start_at: '2027-06-15T06:00:00.000Z', url: null })]);
	expect((await searchEvents.call(loadOptions())).results).toEqual([
		{ name: 'Meetup 3 (15 Jun 2027, 08:00)', value: 'evt-3' },
		{ name: 'Meetup 1 (15 Jun 2027, 09:00)', value: 'evt-1', url: 'https://luma.com/meetup-1' },
		{ name: 'Meetup 2 (15 Jun 2027, 07:00)', value: 'evt-2', url: 'https://luma.com/meetup-2' },
	]);
});

it.each([
	[{ start_at: null }, 'Meetup 1'],
	[{ name: null, start_at: null }, 'evt-1'],
	[{ name: null }, 'evt-1 (15 Jun 2027, 09:00)'],
])('are shown with what there is: %j', async (more, name) => {
	answer('GET', paths.events, { body: { entries: [event(1, more)], has_more: false } });
	answer('GET', paths.events, { body: { entries: [], has_more: false } });
	expect((await searchEvents.call(loadOptions())).results).toMatchObject([{ name, value: 'evt-1' }]);
});

it('to come stand first, the nearest on top, then those that have begun, the latest on top', async () => {
	const start = { far: 30 * DAY, tomorrow: DAY, now: 0, yesterday: -DAY, old: -300 * DAY };
	calendar(Object.entries(start).map(([id, milliseconds]) => ({ id, start_at: startingIn(milliseconds) })));
	expect(ids(await searchEvents.call(loadOptions()))).toEqual(['now', 'tomorrow', 'far', 'yesterday', 'old']);
});

it('of a page full of those to come take one request', async () => {
	calendar(times(150, (number) => event(number, { start_at: startingIn(number * DAY) }) as never));
	expect(ids(await searchEvents.call(loadOptions()))).toEqual(times(100, (number) => `evt-${number}`));
	expect(received).toHaveLength(1);
});

it('all come, each once and in order, however a person scrolls', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 120 }), fc.integer({ min: 1, max: 100 }), async (days, size) => {
			received.length = 0;
			nock.cleanAll();
			const starts = days.map((day, index) => day * DAY + index);
			calendar(starts.map((start, index) => event(index, { start_at: startingIn(start) }) as never), size);
			const order = starts.map((start, index) => ({ start, id: `evt-${index}` }));
			const coming = order.filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start);
			const past = order.filter(({ start }) => start < 0).sort((a, b) => b.start - a.start);
			expect((await scrolled()).flatMap(ids)).toEqual([...coming, ...past].map(({ id }) => id));
		}),
		{ numRuns: runs(30) },
	);
});

it('keep to the moment when the list was opened, while a person scrolls', async () => {
	calendar(times(250, (number) => event(number, { start_at: startingIn((number - 125) * 1000) }) as never));
	const first = await searchEvents.call(loadOptions());
	const opened = clock.now();
	jest.spyOn(clock, 'now').mockReturnValue(opened + 60_000);
	const seen = [...ids(first)];
	for (let token = first.paginationToken; token !== undefined; ) {
		const next = await searchEvents.call(loadOptions(), undefined, token as string);
		seen.push(...ids(next));
		token = next.paginationToken;
	}
	expect(new Set(seen).size).toBe(250);
	expect(seen).toHaveLength(250);
});

describe('a search', () => {
	it.each(['Meetup 1234', ' mEEtup  1234', 'Mee\u00adtup\u00a01234\u200b', 'meetup-1234'])('finds an event on whatever page by %j', async (filter) => {
		calendar(times(1500, (number) => event(number, { name: `Mêetup ${number}`, start_at: startingIn((number - 700) * DAY) }) as never));
		expect(ids(await searchEvents.call(loadOptions(), filter))).toEqual(['evt-1234']);
	});

	it('finds those to come and those that have begun', async () => {
		calendar([event(1, { name: 'Talks', start_at: startingIn(-DAY) }), event(2, { start_at: startingIn(DAY) }), event(3, { name: 'Autumn talks', start_at: startingIn(DAY) })] as never);
		expect(ids(await searchEvents.call(loadOptions(), 'talks'))).toEqual(['evt-3', 'evt-1']);
	});

	it('shows many as it finds them, and goes on from there', async () => {
		calendar(times(300, (number) => event(number, { start_at: startingIn(number * DAY) }) as never));
		const answers = await scrolled('meetup');
		expect(answers.map(({ results }) => results.length)).toEqual([100, 100, 100, 0]);
	});

	it('finds nothing by what all pages have in their address', async () => {
		calendar([event(1)]);
		expect(ids(await searchEvents.call(loadOptions(), 'com'))).toEqual([]);
	});

	it.each(['evt-7', ' evt-7\u200b ', 'https://luma.com/event/manage/evt-7/guests', 'lu.ma/event/evt-7', 'https://luma.com/our-calendar?e=evt-7'])('asks for an event directly by %j', async (filter) => {
		answer('GET', paths.event, { body: event(7) });
		expect((await searchEvents.call(loadOptions(), filter)).results).toEqual([{ name: 'Meetup 7 (15 Jun 2027, 09:00)', value: 'evt-7', url: 'https://luma.com/meetup-7' }]);
		expect(received.map(({ query }) => query)).toEqual([{ event_id: 'evt-7' }]);
	});

	it('looks a link up', async () => {
		answer('GET', paths.lookUp, { body: { entity: { type: 'event', event: { id: 'evt-7' } } } });
		answer('GET', paths.event, { body: event(7) });
		expect(ids(await searchEvents.call(loadOptions(), 'https://luma.com/meetup-7?utm_source=x'))).toEqual(['evt-7']);
		expect(received[0].query).toEqual({ slug: 'meetup-7' });
		expect(headers).toEqual([expect.objectContaining({ 'x-luma-api-key': apiKey }), expect.objectContaining({ 'x-luma-api-key': apiKey })]);
	});

	it('says that a link is no event', async () => {
		answer('GET', paths.lookUp, { body: { entity: null } });
		await expect(searchEvents.call(loadOptions(), 'https://luma.com/berlin')).rejects.toThrow('is not an event URL');
	});

	it('goes on with the beginning of an ID', async () => {
		serve(paths.event, () => 'Event not found');
		calendar([event(71), event(72), event(8)]);
		expect(ids(await searchEvents.call(loadOptions(), 'evt-7'))).toEqual(['evt-71', 'evt-72']);
	});
});

describe('for a field that takes several', () => {
	it('come all, in the same order', async () => {
		calendar(times(1500, (number) => event(number, { start_at: startingIn((number - 700.5) * DAY) }) as never));
		const options = await getEvents.call(loadOptions());
		expect(options.map(({ value }) => value)).toEqual([...times(800, (number) => `evt-${number + 700}`), ...times(700, (number) => `evt-${701 - number}`)]);
	});

	it('say so where there are too many', async () => {
		serve(paths.events, ({ pagination_cursor = '0' }) => ({ entries: [event(Number(pagination_cursor))], has_more: true, next_cursor: String(Number(pagination_cursor) + 1) }));
		const [first, ...others] = await getEvents.call(loadOptions());
		expect(first).toEqual({ name: 'Only the first 250 events were loaded. Specify the IDs of other events by an expression.', value: '' });
		expect(others).toHaveLength(250);
	});
});

it("that cannot be loaded: Luma's words, and no key", async () => {
	answer('GET', paths.events, { status: 401, body: { message: `You are not signed in with ${apiKey}`, code: null } });
	await expect(searchEvents.call(loadOptions())).rejects.toMatchObject({ message: 'You are not signed in with …', httpCode: '401', description: expect.stringContaining('Copy it again') as string });
});
