import { deepStrictEqual } from 'node:assert';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What `actual` has of what `expected` has; lists whole, so that a longer one differs. */
function part(actual: unknown, expected: unknown): unknown {
	if (Array.isArray(actual) && Array.isArray(expected)) {
		return actual.map((entry, index) => part(entry, expected[index]));
	}
	if (!isObject(actual) || !isObject(expected)) return actual;
	const keys = Object.keys(expected).filter((key) => key in actual);
	return Object.fromEntries(keys.map((key) => [key, part(actual[key], expected[key])]));
}

/** Asserts that a value holds all that is expected; objects may hold more. */
export function assertContains(actual: unknown, expected: unknown): void {
	deepStrictEqual(part(actual, expected), expected);
}
