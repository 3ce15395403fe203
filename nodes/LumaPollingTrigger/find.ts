import type { IDataObject } from 'n8n-workflow';
import { cameAt, lastCheckIn, timeIn } from '../Luma/simplified/times';
import { countOf, markOf, setOf, type Marks } from '../Luma/triggers/marks';
import { isKnown, LATE, note, nothingSince } from '../Luma/triggers/recent';
import { Problem } from '../Luma/values/problem';
import { all, type Luma } from './luma';
import type { Place } from './place';

/** Something that was not known. */
export interface Found {
	entry: IDataObject;
	/** When it happened, in milliseconds since 1970; NaN where Luma tells no time. */
	at: number;
}

export interface Reading {
	found: Found[];
	/** What is known after it. */
	place: Place;
}

const idOf = ({ id }: IDataObject): string => markOf(String(id));

const byTime = (found: Found[]): Found[] => found.sort((a, b) => a.at - b.at);

/** A list that has the latest first. */
export interface Sorted {
	path: string;
	query: IDataObject;
	/** When it happened. */
	timeOf: (entry: IDataObject) => number;
	/** The latest time by which Luma may sort it, where that is another one. */
	sortedBy?: (entry: IDataObject) => number;
}

/** Guests by the time at which something happened to them; those to whom it did not happen come last. */
const guestsBy = (sort_column: string, times: Pick<Sorted, 'timeOf' | 'sortedBy'>) => (event_id: string): Sorted => ({
	path: '/v1/events/guests/list',
	query: { event_id, sort_column, sort_direction: 'desc nulls last' },
	...times,
});

export const registered = guestsBy('registered_at', { timeOf: ({ registered_at: at }) => timeIn(at) });

/** Luma does not say by which check-in of several it sorts. */
export const checkedIn = guestsBy('checked_in_at', { timeOf: cameAt, sortedBy: lastCheckIn });

export const contacts: Sorted = {
	path: '/v1/calendars/contacts/list',
	query: { sort_column: 'created_at', sort_direction: 'desc' },
	timeOf: ({ created_at: at }) => timeIn(at),
};

/** Finds the entries that are not known. One comes twice when the list grows while it is read; it is found once. */
function find(found: Map<string, Found>, entries: IDataObject[], timeOf: Sorted['timeOf'], { recent }: Place): void {
	for (const entry of entries) {
		const [at, mark] = [timeOf(entry), idOf(entry)];
		if (!isKnown(recent, mark, at)) found.set(mark, { entry, at });
	}
}

/** Takes what was found into what is known. */
function after(place: Place, found: Found[], now: number, back: number): Reading {
	let { recent } = place;
	for (const { entry, at } of byTime(found)) recent = note(recent, idOf(entry), at);
	// Luma's own times too, since this machine's clock may be ahead.
	return { found, place: { ...place, read: now, back: Math.min(back, recent.top), recent } };
}

/** Where news begins that comes after these entries: after the latest of them, by Luma's clock, and not before what Luma may tell of late. */
function quietFrom(place: Place, times: number[]): Place {
	const latest = Math.max(0, ...times.filter((at) => !Number.isNaN(at)));
	return { ...place, recent: nothingSince(Math.min(place.recent.from, latest)) };
}

/**
 * Reads a list from its latest on, back to a quarter of an hour before the last poll, since Luma may tell of something late. That
 * is one page, unless more than a hundred have come since.
 * @param now milliseconds since 1970, before the first request
 */
export async function readSorted(luma: Luma, { path, query, timeOf, sortedBy = timeOf }: Sorted, known: Place, now: number): Promise<Reading> {
	let place = known;
	const found = new Map<string, Found>();
	let pagesRead = 0;
	let entriesRead = 0;
	for await (const { entries } of luma.list(path, query)) {
		pagesRead += 1;
		if (known.isQuiet && entriesRead === 0) place = quietFrom(known, entries.map(timeOf));
		entriesRead += entries.length;
		find(found, entries, timeOf, place);
		const last = entries.at(-1);
		if (last && !(sortedBy(last) > place.back)) break;
	}
	// Something may have moved from one page to another while they were read, and been on neither.
	const unsure = pagesRead > 1 && found.size > 0;
	return after(place, [...found.values()], now, unsure ? Math.min(place.back, now - LATE) : now - LATE);
}

/** Events that the calendar manages, by when they were created. Luma cannot sort by that, so it is asked for all of them. */
export function readCreated(events: IDataObject[], place: Place, now: number): Reading {
	const found = new Map<string, Found>();
	find(found, events, ({ created_at: at }) => timeIn(at), place);
	return after(place, [...found.values()], now, 0);
}

/** What is known one by one at most. Without the oldest, they would be found again. */
const MOST = 100_000;

/** Which entries of a list are not known, where Luma tells no time; and what is known after it. */
export function unknownOf(entries: IDataObject[], known: Marks = ''): { found: Found[]; known: Marks } {
	const marks = setOf(known);
	const fresh = new Map<string, Found>();
	for (const entry of entries) if (!marks.has(idOf(entry))) fresh.set(idOf(entry), { entry, at: NaN });
	const all = known + [...fresh.keys()].join('');
	if (countOf(all) > MOST) throw new Problem(`There are more than ${MOST.toLocaleString('en-US')} in one list, which is more than this trigger can tell apart`, "Use Luma Trigger, or choose 'Guest Registered' in 'Trigger On'.");
	return { found: [...fresh.values()], known: all };
}

/** Events that wait for approval. */
export async function readSubmitted(luma: Luma, place: Place, now: number): Promise<Reading> {
	const entries = await all(luma, '/v1/calendars/events/list', { status: 'pending', platforms: ['luma', 'external'], access: ['manage', 'view'] });
	const { found, known } = unknownOf(entries, place.known);
	return { found, place: { ...place, read: now, known } };
}
