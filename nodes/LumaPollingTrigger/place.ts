import { nothingSince, LATE, type Recent } from '../Luma/triggers/recent';
import type { Marks } from '../Luma/triggers/marks';

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
