import type { IDataObject } from 'n8n-workflow';
import { entriesIn, PAGE_SIZE } from '../Luma/api/pages';
import { countOf } from '../Luma/triggers/marks';
import { timeIn } from '../Luma/simplified/times';
import { unknownOf, type Reading } from './find';
import type { Luma } from './luma';
import type { Place } from './place';

/** Milliseconds after which all approved guests are read even where their numbers have not changed. */
const WHOLE = 60 * 60_000;

const LIST = '/v1/events/guests/list';

/** Guests of each status, as an event has them; undefined where Luma does not tell. */
function countsOf({ guest_counts: counts }: IDataObject): Record<string, number> | undefined {
	if (typeof counts !== 'object' || counts === null) return undefined;
	const ofStatuses = Object.entries(counts).filter(([status]) => status !== 'checked_in');
	return Object.fromEntries(ofStatuses.map(([status, count]) => [status, Number((count as { guests?: number } | null)?.guests)]));
}

/** How many more are approved, where nothing else has changed; 0 where nothing has. */
function onlyGrewBy(now: Record<string, number>, before: Record<string, number>): number | undefined {
	const changed = Object.keys({ ...now, ...before }).filter((status) => now[status] !== before[status]);
	if (changed.length === 0) return 0;
	return changed.length === 1 && changed[0] === 'approved' && now.approved > before.approved ? now.approved - before.approved : undefined;
}

/**
 * Reads who is going. Luma does not say when a guest was approved, so this is about who is approved now and was not before:
 * - An event of up to 100 who are going takes one request, for all of them.
 * - At a larger one the number of guests of each status comes first, in one request. Where it is as before, that is all. Where some
 *   more are approved and nothing else has changed, the latest are read until so many are found; otherwise all of them.
 * - Every hour all are read: numbers may be the same although guests have changed places.
 * @param now milliseconds since 1970, before the first request
 */
export async function readGoing(luma: Luma, event_id: string, place: Place, now: number): Promise<Reading> {
	const query = { event_id, approval_status: 'approved', sort_column: 'registered_at', sort_direction: 'desc nulls last' };
	const outcome = (entries: IDataObject[], more: Partial<Place>): Reading => {
		const { found: unknown, known } = unknownOf(entries, place.known);
		for (const one of unknown) one.at = timeIn(one.entry.registered_at);
		// Where nobody is known yet, it is those who have registered since the place was first seen.
		const found = place.known === undefined && place.recent.from > 0 ? unknown.filter(({ at }) => at > place.recent.from) : unknown;
		return { found, place: { ...place, ...more, read: now, known } };
	};
	if (countOf(place.known ?? '') < PAGE_SIZE) {
		const page = await luma.get(LIST, { ...query, pagination_limit: PAGE_SIZE });
		if (page.has_more !== true) return outcome(entriesIn(page), { counts: undefined, whole: now });
	}
	// Before the guests, so that what changes while they are read shows in the numbers of the next time.
	const counts = countsOf(await luma.event(event_id));
	const due = now - (place.whole ?? 0) >= WHOLE;
	const grown = due || counts === undefined || place.counts === undefined ? undefined : onlyGrewBy(counts, place.counts);
	if (grown === 0) return outcome([], {});
	return await luma.inTurn(async () => {
		const entries: IDataObject[] = [];
		for await (const page of luma.list(LIST, query)) {
			entries.push(...page.entries);
			if (grown !== undefined && unknownOf(entries, place.known).found.length >= grown) return outcome(entries, { counts });
		}
		return outcome(entries, { counts, whole: now });
	});
}
