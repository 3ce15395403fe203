import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { LATE } from '../Luma/triggers/recent';
import { timeIn } from '../Luma/simplified/times';
import type { Reading } from './find';
import type { News } from './items';
import type { Luma } from './luma';
import type { Wanted } from './parameters';
import { startingAt, unread, type Place } from './place';

/** One poll on its way. */
export interface Run {
	context: IPollFunctions;
	wanted: Wanted;
	luma: Luma;
	/** When it began, in milliseconds since 1970. */
	began: number;
	/** When the one before began; undefined for the first one. */
	before?: number;
	/** When the first one of all events began; undefined for it, and where events are chosen. */
	since?: number;
	places: Record<string, Place>;
	/** The events that are looked at, whether this poll reads them or not. */
	watched: string[];
	news: News[];
}

/** Where a place begins that was not known. @param isRead whether this poll reads it */
export function beginning({ wanted, began, before, since }: Run, created: unknown, isRead: boolean): Place {
	const { eventIds, includeExisting } = wanted;
	const start = eventIds ? before : since;
	if (start === undefined) return includeExisting ? unread : startingAt(began, isRead);
	// Of an event that was created since, all is news.
	if (timeIn(created) > start - LATE) return unread;
	// Of one that is newly chosen, what comes from now on.
	if (eventIds) return startingAt(began, isRead);
	// One that comes near enough only now has not been seen; it may have guests for long.
	return includeExisting ? unread : startingAt(start, false);
}

/** Takes note of what was read. */
export function take(run: Run, name: string, { isQuiet }: Place, { found, place }: Reading, event?: IDataObject): void {
	run.places[name] = { ...place, isQuiet: undefined };
	if (!isQuiet) run.news.push(...found.map((one) => ({ ...one, event })));
}
