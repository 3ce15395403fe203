import { AFTER_END, isRecent, LATE, nothingSince, type Recent } from '../Luma/triggers/recent';
import type { Marks } from '../Luma/triggers/marks';
import { isObject } from '../Luma/values/object';

/**
 * What is known of one place where things are looked for: an event, or the calendar. Times are milliseconds since 1970. It
 * changes only when the whole poll has worked, so what a poll that fails has seen is found by the next one.
 */
export interface Place {
	/** When it was read last. */
	read: number;
	/** Whether what is there at the first reading is no news: it was there when the place was seen first. */
	isQuiet?: boolean;
	/** How far back to read the next time. */
	back: number;
	/** What was found, by the time at which it happened. */
	recent: Recent;
	/** What was found, where Luma tells no such time; undefined before it was read. */
	known?: Marks;
	/** Guests of each status, when all of the approved ones were read. */
	counts?: Record<string, number>;
	/** When all of the approved ones were read. */
	whole?: number;
	/** When the event ends. */
	ends?: number;
}

/** A place of which all is news. */
export const unread: Place = { read: 0, back: 0, recent: nothingSince(0) };

/** A place of which news begins now. Where it is read at once, what has just happened is noted, so that late news can be told from it. */
export const startingAt = (now: number, isRead: boolean): Place => ({ read: 0, back: now - LATE, recent: nothingSince(isRead ? now - LATE : now), ...(isRead && { isQuiet: true }) });

/** Whether it is a place, and not something else that static data has in its stead. */
export const isPlace = (value: unknown): value is Place =>
	isObject(value) && Number.isFinite(value.read) && Number.isFinite(value.back) && isRecent(value.recent) && (value.known === undefined || typeof value.known === 'string');

/** Events that are over for longer and of which is known that they were there; the latest. */
const MOST_OVER = 300;

/** What is left of an event that is long over. When it is moved and comes again, all that had happened until it was read last is known. */
function closed({ read, recent, ends }: Place): Place {
	const from = Math.max(read, recent.top);
	return { read, back: from, recent: nothingSince(from), ends };
}

/** What is worth keeping of the places. @param watched the events that are looked at; they are kept as they are */
export function lasting(places: Record<string, Place>, watched: string[], now: number): Record<string, Place> {
	const isWatched = new Set(watched);
	const isLive = (name: string) => isWatched.has(name) || now - (places[name].ends ?? Infinity) <= AFTER_END;
	const names = Object.keys(places);
	const over = names.filter((name) => !isLive(name)).sort((a, b) => places[b].ends! - places[a].ends!);
	return Object.fromEntries([...names.filter(isLive).map((name) => [name, places[name]]), ...over.slice(0, MOST_OVER).map((name) => [name, closed(places[name])])]) as Record<string, Place>;
}
