import { isBlank } from './blank';
import { addressIn } from './email';
import { isObject } from './object';
import { assertMeant } from './meant';
import { Problem, shown } from './problem';
import { choice, whole, yesNo } from './scalar';
import { visible } from './text';

/** Checks a value and gives it back, perhaps tidied. `path` says where it stands: "[2].email". */
export type Check = (value: unknown, path: string) => unknown;

const at = (path: string) => (path === '' ? '' : `at ${path}: `);

/** A reading of a single value, told where it stands. */
export const told =
	(read: (value: unknown) => unknown): Check =>
	(value, path) => {
		try {
			return read(value);
		} catch (error) {
			throw error instanceof Problem ? new Problem(`${at(path)}${error.message}`, error.description) : error;
		}
	};

const object = (value: unknown, path: string): Record<string, unknown> => {
	if (isObject(value)) return value;
	throw new Problem(`${at(path)}${shown(value)} is not an object`);
};

/**
 * An object with these fields. What is blank in it is not there; fields that are not named pass as they are, since Luma may
 * know more than we do.
 */
export const objectOf =
	(required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
	(value, path) => {
		const entries = Object.entries(object(value, path)).filter(([, entry]) => !isBlank(entry));
		const checked: Record<string, unknown> = Object.fromEntries(entries);
		for (const [name, check] of Object.entries({ ...required, ...optional })) {
			if (Object.hasOwn(checked, name)) checked[name] = check(checked[name], path === '' ? name : `${path}.${name}`);
			else if (Object.hasOwn(required, name)) throw new Problem(`${at(path)}"${name}" is missing`);
		}
		return checked;
	};

/** An object in which what is not given has these values. */
export const completed =
	(defaults: Record<string, unknown>, check: Check): Check =>
	(value, path) => ({ ...defaults, ...(check(value, path) as object) });

/** An array of these without the blank ones, with at least `min` and at most `max` entries. */
export const arrayOf =
	(check: Check, { min = 0, max = Infinity } = {}): Check =>
	(value, path) => {
		if (!Array.isArray(value)) throw new Problem(`${at(path)}${shown(value)} is not a list`);
		// Places are counted as they came.
		const entries = value.flatMap((entry: unknown, index) => (isBlank(entry) ? [] : [check(entry, `${path}[${index}]`)]));
		if (entries.length < min) throw new Problem(`${at(path)}is empty`);
		if (entries.length > max) throw new Problem(`${at(path)}has ${entries.length} entries, but the maximum is ${max}`);
		return entries;
	};

/** One of several shapes, chosen by the value of a field. */
export const variant =
	(name: string, shapes: Record<string, Check>): Check =>
	(value, path) => {
		const kind = object(value, path)[name];
		const found = Object.keys(shapes).find((known) => known === visible(kind).toLowerCase());
		if (found !== undefined) return shapes[found]({ ...object(value, path), [name]: found }, path);
		throw new Problem(`${at(path)}"${name}" is ${isBlank(kind) ? 'missing' : shown(kind)}, but has to be one of ${Object.keys(shapes).join(', ')}`);
	};

/** Text, not empty; a number is read as one, since sheets and databases give numbers. */
export const text: Check = (value, path) => {
	if (typeof value === 'string') told(assertMeant)(value, path);
	if (typeof value === 'string' && !isBlank(value)) return value;
	if (Number.isFinite(value)) return String(value);
	throw new Problem(`${at(path)}has to be text, not ${shown(value)}`);
};

/** An ID, or a key of Luma's: text without blanks and invisible characters around and within it. */
export const id: Check = (value, path) => visible(text(value, path));

/** true or false, in any form that a switch may have. */
export const flag: Check = told(yesNo);

/** A whole number of 0 or more. */
export const count: Check = told((value) => whole(value));

/** One of these texts, in upper or lower case. */
export const oneOf = (...values: string[]): Check => told(choice(values.map((value) => ({ name: value, value }))));

/** Anything, as it is. */
export const anything: Check = (value) => value;

/** A number within bounds; a text that is one is read as one. */
export const numberIn =
	(min: number, max: number): Check =>
	(value, path) => {
		const number = typeof value === 'string' && !isBlank(value) ? Number(visible(value)) : value;
		if (typeof number === 'number' && number >= min && number <= max) return number;
		throw new Problem(`${at(path)}${shown(value)} is not a number from ${min} to ${max}`);
	};

/** What to do where something else stands in place of one email address. */
function howToGive(value: unknown): string | undefined {
	if (typeof value === 'object') return 'It has to be text. If it comes from an expression, choose one of its fields or entries, such as {{ $json.emails[0] }}.';
	return String(value).split('@').length > 2 ? 'It has to be one address. For several, use one input item for each.' : undefined;
}

/** An email address, as `addressIn` reads one. */
export const email: Check = (value, path) => {
	const address = addressIn(value);
	if (address !== undefined) return address;
	throw new Problem(`${at(path)}${shown(value)} is not an email address`, howToGive(value));
};
