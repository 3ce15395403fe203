/** What is wrong with something a person has filled in, and what to do about it. */
export class Problem extends Error {
	/**
	 * @param message what is wrong, in words that follow the field's label: "is required"
	 * @param description what was expected, or how to mend it
	 */
	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
	}
}

/** The same problem, said of a field: "Email is required", "Start: "soon" is not a date". */
export const ofField = (label: string, { message, description }: Problem): Problem => new Problem(/^(is|has|needs) /.test(message) ? `${label} ${message}` : `${label}: ${message}`, description);

/** Reads the value of a field; what is wrong with it is said of it. */
export function named<T>(label: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw error instanceof Problem ? ofField(label, error) : error;
	}
}

/** Says the same with what was expected; for `catch`, where a problem is to be explained. */
export function explained(error: unknown, description: string, prefix = ''): never {
	throw error instanceof Problem ? new Problem(`${prefix}${error.message}`, description) : error;
}

/** A value as a person would recognize it in an error: short, on one line. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? `"${value.slice(0, 60)}"` : written(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Values that an error names one by one. */
const NAMED = 20;

/** What there is instead, each once: "Vegan", "Fish" and 3 more. */
export function shownAll(values: unknown[]): string {
	const all = [...new Set(values.map(shown))];
	const more = all.length - NAMED;
	return `${all.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** JSON has no word for these numbers, and would call them null. */
const inWords = (_name: string, value: unknown): unknown => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value);

/** As JSON; what cannot be written as such, for it is nested too deep or holds itself, by its kind. */
function written(value: unknown): string {
	if (typeof value === 'number') return String(value);
	try {
		return JSON.stringify(value, inWords) ?? String(value);
	} catch {
		return Array.isArray(value) ? '[…]' : typeof value === 'object' ? '{…}' : String(value);
	}
}
