import type { IDataObject } from 'n8n-workflow';
import { entriesIn, PAGE_SIZE } from '../../api/pages';
import { asChosen, type Listed } from '../../fields/answersOutput';
import { limitOf, list, ownCursor } from '../../fields/getMany';
import { guestFiltersOf } from '../../fields/guestFilters';
import { planOf, type Plan } from '../../fields/guestPlan';
import { eventsOf, isOfSeveral, type EventOfGuests } from '../../fields/guestsOf';
import { Merged, type Place } from '../../fields/merged';
import { givesPages } from '../../fields/paging';
import type { Item } from '../../run/item';
import { isBlank } from '../../values/blank';
import { Problem } from '../../values/problem';
import { visible } from '../../values/text';
import { absent } from './absent';
import { Unseen } from './unseen';

/** Where guests go on that stand in more than one of Luma's lists: at this event, and in each of its lists. */
interface Cursor {
	event: string;
	at: Record<string, Place>;
}

/** @throws Problem for a cursor of another list */
function cursorOf(item: Item, events: EventOfGuests[], { parts }: Plan): Cursor | undefined {
	const given = item.parameter('options.paginationCursor', '');
	if (isBlank(given)) return undefined;
	const { event, at } = (ownCursor(visible(given)) ?? {}) as Partial<Cursor>;
	const isKnown = events.some(({ id }) => id === event) && typeof at === 'object' && at !== null && Object.keys(at).every((name) => parts.has(name));
	if (isKnown) return { event, at } as Cursor;
	throw new Problem('Pagination Cursor: it belongs to a list with other events or filters', 'Use next_cursor of a page with the same events, filters, and sort, or remove it to start at the beginning.');
}

/** Reads the lists of one event after the other, as far as there are guests to be had. */
async function* lists(item: Item, events: EventOfGuests[], plan: Plan, seen: (guests: IDataObject[]) => void, left: () => number): AsyncGenerator<{ event: EventOfGuests; next?: EventOfGuests; merged: Merged }> {
	const from = cursorOf(item, events, plan);
	const start = from ? events.findIndex(({ id }) => id === from.event) : 0;
	let before = 0;
	for (let at = start; at < events.length && left() > 0; at += 1) {
		const event = events[at];
		const read = () => before + merged.read;
		const settings = {
			notes: () => (read() === 0 ? [] : [`${read()} items were already read; they are not in the output.`]),
			cursor: () => (read() === 0 ? undefined : JSON.stringify({ event: event.id, at: merged.places } satisfies Cursor)),
		};
		const fetch = async (query: IDataObject) => {
			const page = await item.send({ ...query, event_id: event.id }, settings);
			seen(entriesIn(page, read()));
			return page;
		};
		const merged: Merged = new Merged({ ...plan, fetch, limit: plan.sorted ? Infinity : left(), from: at === start ? from?.at : undefined });
		yield { event, next: events[at + 1], merged };
		before += merged.read;
	}
}

/** Of which event a guest is, where that is not the one that was asked for. */
async function saying(item: Item, event: EventOfGuests): Promise<IDataObject | undefined> {
	return isOfSeveral(item) ? { event_id: event.id, event_name: ((await event.details()).name ?? null) as string | null } : undefined;
}

/** The way of Get Many for guests: with the fewest requests that can give those who are wanted. */
export async function listGuests(item: Item): Promise<IDataObject[]> {
	const filters = guestFiltersOf(item);
	const asPages = givesPages(item);
	const isPlain = !isOfSeveral(item) && filters.statuses.length + filters.bounds.length + filters.tests.length === 0;
	// One of Luma's lists as it is, with Luma's own pages and cursors.
	if (isPlain && asPages) return await list(item);
	const events = await eventsOf(item);
	const questionsOf = (event: EventOfGuests) => async () => (await event.details()).registration_questions;
	if (isPlain) return await asChosen(item, [{ guests: await list(item), eventId: events[0].id, questions: questionsOf(events[0]) }]);

	const { sort_column: column, sort_direction: direction } = item.sent as { sort_column?: string; sort_direction?: string };
	const plan = planOf(filters, { ...(column !== undefined && { column }), ...(direction !== undefined && { direction }) });
	if (asPages && plan.sorted) throw new Problem('Sort: a filter needs another order, and pages are returned as they are read', "Remove 'Sort', or set 'Output' under 'Options' to 'Each Entry'.");
	const unseen = new Unseen(filters);
	let left = limitOf(item);
	const pages: IDataObject[] = [];
	const listed: Listed[] = [];
	for await (const { event, next, merged } of lists(item, events, plan, (guests) => unseen.saw(guests), () => left)) {
		try {
			if (asPages) {
				do {
					const entries = await merged.take(Math.min(PAGE_SIZE, left));
					left -= entries.length;
					const cursor: Cursor | undefined = merged.ended ? next && { event: next.id, at: {} } : { event: event.id, at: merged.places };
					pages.push({ entries, has_more: cursor !== undefined, ...(cursor && { next_cursor: JSON.stringify(cursor) }), ...(await saying(item, event)) });
				} while (!merged.ended && left > 0);
			} else {
				const guests = plan.sorted ? plan.sorted(await merged.take(Infinity)).slice(0, left) : await merged.take(left);
				left -= guests.length;
				if (guests.length > 0) listed.push({ guests, eventId: event.id, questions: questionsOf(event), more: await saying(item, event) });
			}
		} catch (error) {
			await absent(item, event, error);
		}
	}
	await unseen.check(item, events);
	return asPages ? pages : await asChosen(item, listed);
}
