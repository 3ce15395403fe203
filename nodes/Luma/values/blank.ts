/** Marks a parameter that a person wants emptied at Luma; it goes out as null. */
export const CLEARED = Symbol('cleared');

/** Whether a field was left empty. 0 and false are values; so is CLEARED. */
export function isBlank(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === 'string') return value.trim() === '';
	if (Array.isArray(value)) return value.length === 0;
	return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length === 0;
}

/** The parameters that go to Luma: without the ones left empty, the cleared ones as null. */
export function withoutBlanks(values: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(values)
			.filter(([, value]) => !isBlank(value))
			.map(([name, value]) => [name, value === CLEARED ? null : value]),
	);
}
