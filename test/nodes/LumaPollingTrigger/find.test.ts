/** Reading a list that changes while it is read. */
import type { Page } from '../../../nodes/Luma/api/pages';
import { LATE, nothingSince } from '../../../nodes/Luma/triggers/recent';
import { checkedIn, readCreated, readSorted, registered, unknownOf } from '../../../nodes/LumaPollingTrigger/find';
import { readGoing } from '../../../nodes/LumaPollingTrigger/going';
import type { Luma } from '../../../nodes/LumaPollingTrigger/luma';
import { startingAt } from '../../../nodes/LumaPollingTrigger/place';

const start = Date.parse('2027-03-01T12:00:00.000Z');
const MINUTE = 60_000;
const guest = (n: number) => ({ id: `gst-${n}`, registered_at: new Date(start + n * 1000).toISOString() });

/** A Luma whose list has these pages. @param taken counts those that were taken */
const luma = (pages: Array<Array<ReturnType<typeof guest>>>, taken: { count: number }) =>
	({
		async *list() {
			for (const entries of pages) {
				taken.count += 1;
				yield { entries } as unknown as Page;
			}
		},
	}) as unknown as Luma;

it('a guest who moved from one page to another, and was on neither, is found by the next poll', async () => {
	const guests = Array.from({ length: 5 }, (_, at) => guest(5 - at));
	const list = registered('evt-1');
	const place = { ...startingAt(start, false), back: start };
	const now = start + 40 * MINUTE;
	// The latest declines after the first page: guest 3 moves up to it.
	const first = await readSorted(luma([guests.slice(0, 2), guests.slice(3)], { count: 0 }), list, place, now);
	expect(first.found.map(({ entry }) => entry.id)).toEqual(['gst-1', 'gst-2', 'gst-4', 'gst-5']);
	const taken = { count: 0 };
	const second = await readSorted(luma([guests.slice(1, 2), guests.slice(2)], taken), list, first.place, now + MINUTE);
	expect(second.found.map(({ entry }) => entry.id)).toEqual(['gst-3']);
	// It has found somebody over several pages once more; when it finds nobody, one page is enough again.
	const third = await readSorted(luma([guests.slice(1, 3), guests.slice(3)], taken), list, second.place, now + 2 * MINUTE);
	expect(third.found).toEqual([]);
	taken.count = 0;
	const fourth = await readSorted(luma([guests.slice(1, 3), guests.slice(3)], taken), list, third.place, now + LATE + 3 * MINUTE);
	expect([fourth.found, taken.count]).toEqual([[], 1]);
});

it('an entry that comes on two pages, since the list grew meanwhile, is found once', async () => {
	const list = registered('evt-1');
	const { found } = await readSorted(luma([[guest(2), guest(1)], [guest(1), guest(0)]], { count: 0 }), list, { ...startingAt(start - MINUTE, false), back: start - MINUTE }, start + MINUTE);
	expect(found.map(({ entry }) => entry.id)).toEqual(['gst-0', 'gst-1', 'gst-2']);
});

it('a created event that comes on two pages is found once', () => {
	const created = (n: number) => ({ id: `evt-${n}`, created_at: new Date(start + n * 1000).toISOString() });
	const { found } = readCreated([created(1), created(2), created(2), created(3)], startingAt(start, false), start + MINUTE);
	expect(found.map(({ entry }) => entry.id)).toEqual(['evt-1', 'evt-2', 'evt-3']);
});

it('an empty page is not the end of a list that goes on', async () => {
	const place = { ...startingAt(start, false), back: start };
	const { found } = await readSorted(luma([[guest(5), guest(4)], [], [guest(3)]], { count: 0 }), registered('evt-1'), place, start + MINUTE);
	expect(found.map(({ entry }) => entry.id)).toEqual(['gst-3', 'gst-4', 'gst-5']);
	const quiet = await readSorted(luma([[], [guest(5), guest(4)]], { count: 0 }), registered('evt-1'), startingAt(start + 60 * MINUTE, true), start + 60 * MINUTE);
	expect(quiet.place.recent.from).toBe(start + 5000);
});

it('looks on behind a guest who came long ago and was checked in with another ticket just now', async () => {
	const came = (id: string, ...minutes: number[]) => ({ id, event_tickets: minutes.map((ago) => ({ checked_in_at: new Date(start - ago * MINUTE).toISOString() })) });
	const pages = [[came('gst-1', 1), came('gst-2', 180, 2)], [came('gst-3', 3), came('gst-4', 181)]];
	const place = { ...startingAt(start - 5 * MINUTE, false), back: start - 5 * MINUTE, recent: nothingSince(start - 5 * MINUTE) };
	const { found } = await readSorted(luma(pages as never, { count: 0 }), checkedIn('evt-1'), place, start);
	expect(found.map(({ entry }) => entry.id)).toEqual(['gst-3', 'gst-1']);
});

it.each([{}, { entries: null }, { entries: [null] }])('says so where Luma answers no list of who is going: %j', async (answer) => {
	const broken = { get: async () => await Promise.resolve(answer) } as unknown as Luma;
	await expect(readGoing(broken, 'evt-1', startingAt(start, true), start)).rejects.toThrow(/^Luma's response has /);
});

it('knows all of 30,000 who are going, and finds none of them again; more than 100,000 are refused', () => {
	const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `gst-${at}` }));
	const first = unknownOf(many(30_000));
	expect(first.found).toHaveLength(30_000);
	const second = unknownOf([{ id: 'gst-new' }, ...many(30_000)], first.known);
	expect(second.found.map(({ entry }) => entry.id)).toEqual(['gst-new']);
	expect(() => unknownOf(many(100_001))).toThrow('There are more than 100,000 in one list');
});
