import { get, someTime, type Case, type Cases } from './parts/case';
import { plainEvent, wholeEvent } from './parts/answers';
import { directions, listing, paging, simplifying } from './parts/lists';

const path = '/v1/calendars/events/list';
const all = { when: 'all' };
const list = listing(path, all);

/** Events when they are asked for; the exact times stand in `event/when.test.ts`. */
const timed = (when: string, query: Record<string, string>): Case => ({
	what: `${when}, in an order that suits it`,
	parameters: { when },
	exchanges: [get(path, { ...query, sort_column: 'start_at', pagination_limit: '50' }, { entries: [wholeEvent], has_more: false })],
	items: [plainEvent],
	timed: true,
});

const getAll: Case[] = [
	list('at any time', {}),
	...paging(path, all, {}),
	...simplifying(list, wholeEvent, plainEvent),
	list('everything on the calendar', { whichEvents: 'all' }, { platforms: ['luma', 'external'], access: ['manage', 'view'] }),
	list('on other sites', { whichEvents: 'external' }, { platforms: 'external', access: ['manage', 'view'] }),
	list('managed by other calendars', { whichEvents: 'listed' }, { access: 'view' }),
	list('managed by this calendar', { whichEvents: 'managed' }),
	list('submitted to the calendar', { whichEvents: 'submitted' }, { status: 'pending', platforms: ['luma', 'external'], access: ['manage', 'view'] }),
	list('between two times', { filters: { after: '2027-06-01T00:00:00', before: '2027-12-01T00:00:00' } }, { after: '2027-06-01T00:00:00+02:00', before: '2027-12-01T00:00:00+01:00' }),
	timed('upcoming', { after: someTime, sort_direction: 'asc' }),
	timed('today', { after: someTime, before: someTime, sort_direction: 'asc' }),
	timed('next7Days', { after: someTime, before: someTime, sort_direction: 'asc' }),
	timed('past', { before: someTime, sort_direction: 'desc' }),
	list('sorted by start', { sort: { column: 'start_at' } }, { sort_column: 'start_at' }),
	...directions.map((direction) => list(`sorted ${direction}`, { sort: { direction } }, { sort_direction: direction })),
];

export const cases: Cases = { event: { getAll } };
