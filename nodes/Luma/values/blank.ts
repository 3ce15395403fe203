import { visible } from './text';

/** Marks a parameter that a person wants emptied at Luma; it goes out as null. */
export const CLEARED = Symbol('cleared');

/** Marks a list that a person wants emptied at Luma; it goes out without entries. */
export const EMPTIED = Symbol('emptied');

/**
 * Whether nothing was given: no value, a text of blanks and invisible characters, or a list or an object with nothing but
 * such in it, at any depth. 0 and false are values; so are CLEARED and EMPTIED. This is the one rule for blanks: in fields, in rows, in
 * forms and in JSON, and it comes before any check.
 */
export function isBlank(value: unknown): boolean {
	// Without recursion: what comes from outside may be nested as deep as it likes, and may hold itself.
	const open = [value];
	const seen = new Set<unknown>();
	while (open.length > 0) {
		const one = open.pop();
		if (one === undefined || one === null) continue;
		if (typeof one === 'string' && visible(one) === '') continue;
		if (!Array.isArray(one) && Object.prototype.toString.call(one) !== '[object Object]') return false;
		if (seen.has(one)) continue;
		seen.add(one);
		for (const inner of Object.values(one as object)) open.push(inner);
	}
	return true;
}

/** What a person has filled in, or else what holds when nothing is. */
export const given = <T>(value: unknown, otherwise: T): unknown => (isBlank(value) ? otherwise : value);

/** The parameters that go to Luma: without the ones left empty, the cleared ones as null or without entries. */
export function withoutBlanks(values: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(values)
			.filter(([, value]) => !isBlank(value))
			.map(([name, value]) => [name, value === CLEARED ? null : value === EMPTIED ? [] : value]),
	);
}
