import { isObject } from '../values/object';
import { countOf, has, without, type Marks } from './marks';

/** Marks of one generation. There are two, so the latest 500 to 1,000 are known one by one. */
const GENERATION = 500;

/** Milliseconds by which Luma may tell of something late. What happened within them is known one by one, however much it is. */
export const LATE = 15 * 60_000;

/** What has happened lately, one by one, and the time up to which all counts as known. Times are milliseconds since 1970. */
export interface Recent {
	now: Marks;
	before: Marks;
	/** The latest time of what is in both. */
	top: number;
	/** The latest time of what is in `before`. */
	closed: number;
	/** What happened until then counts as known. */
	from: number;
}

/** Milliseconds after the end of an event for which the triggers know its guests. After that nothing is told of those who were there. */
export const AFTER_END = 30 * 24 * 60 * 60_000;

/** Whether it is that, and not something else that static data has in its stead. */
export const isRecent = (value: unknown): value is Recent =>
	isObject(value) && [value.now, value.before].every((marks) => typeof marks === 'string') && [value.top, value.closed, value.from].every(Number.isFinite);

export const nothingSince = (from: number): Recent => ({ now: '', before: '', top: from, closed: from, from });

/** Whether it is known, by itself or because it happened so long ago. `at` is NaN where Luma tells no time. */
export const isKnown = ({ now, before, from }: Recent, mark: string, at = Infinity): boolean => !(at > from) || has(now, mark) || has(before, mark);

/** @param at when it happened, or later */
export function note(recent: Recent, mark: string, at: number): Recent {
	if (isKnown(recent, mark)) return recent;
	const { closed } = recent;
	const now = recent.now + mark;
	const top = Math.max(recent.top, at);
	if (countOf(now) < GENERATION || closed > top - LATE) return { ...recent, now, top };
	return { now: '', before: now, top, closed: top, from: closed };
}

/** Takes one out again. */
export const unnoted = (recent: Recent, mark: string): Recent => ({ ...recent, now: without(recent.now, mark), before: without(recent.before, mark) });

/** With all that happened until then as known: what came while nobody listened is no news. */
export const since = (recent: Recent, at: number): Recent => ({ ...recent, top: Math.max(recent.top, at), closed: Math.max(recent.closed, at), from: Math.max(recent.from, at) });
