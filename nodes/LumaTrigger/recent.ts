import { countOf, has, without, type Marks } from '../Luma/triggers/marks';

/** Marks of one generation. There are two, so the latest 500 to 1,000 are known one by one. */
const GENERATION = 500;

/** What has happened lately, one by one, and the time up to which all counts as known. */
export interface Recent {
	now: Marks;
	before: Marks;
	/** When the generation before was full, in milliseconds since 1970. */
	closed: number;
	/** What happened until then counts as known. */
	from: number;
}

/** @param from milliseconds since 1970 */
export const nothingSince = (from: number): Recent => ({ now: '', before: '', closed: from, from });

/** Whether it is known, by itself or because it happened so long ago. `at` is NaN where Luma tells no time. */
export const isKnown = ({ now, before, from }: Recent, mark: string, at = Infinity): boolean => !(at > from) || has(now, mark) || has(before, mark);

/** @param at when it was noted at the latest, in milliseconds since 1970 */
export function note(recent: Recent, mark: string, at: number): Recent {
	if (isKnown(recent, mark)) return recent;
	const now = recent.now + mark;
	if (countOf(now) < GENERATION) return { ...recent, now };
	return { now: '', before: now, closed: at, from: recent.closed };
}

/** Takes one out again. */
export const unnoted = (recent: Recent, mark: string): Recent => ({ ...recent, now: without(recent.now, mark), before: without(recent.before, mark) });

/** With all that happened until then as known: what came while nobody listened is no news. */
export const since = (recent: Recent, at: number): Recent => ({ ...recent, closed: Math.max(recent.closed, at), from: Math.max(recent.from, at) });
