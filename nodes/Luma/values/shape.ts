import { Problem, shown } from './problem';

/** Checks a value and gives it back, perhaps tidied. `path` says where it stands: "[2].email". */
export type Check = (value: unknown, path: string) => unknown;

const at = (path: string) => (path === '' ? '' : `at ${path}: `);

const object = (value: unknown, path: string): Record<string, unknown> => {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
	throw new Problem(`${at(path)}${shown(value)} is not an object`);
};

/** An object with these fields; fields that are not named pass as they are, since Luma may know more than we do. */
export const objectOf =
	(required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
	(value, path) => {
		const entries = object(value, path);
		const checked: Record<string, unknown> = { ...entries };
		for (const [name, check] of Object.entries({ ...required, ...optional })) {
			const place = path === '' ? name : `${path}.${name}`;
			if (entries[name] !== undefined) checked[name] = check(entries[name], place);
			else if (name in required) throw new Problem(`${at(path)}"${name}" is missing`);
		}
		return checked;
	};

/** An array of these, with at least `min` and at most `max` entries. */
export const arrayOf =
	(check: Check, { min = 0, max = Infinity } = {}): Check =>
	(value, path) => {
		if (!Array.isArray(value)) throw new Problem(`${at(path)}${shown(value)} is not an array`);
		if (value.length < min) throw new Problem(`${at(path)}is empty`);
		if (value.length > max) throw new Problem(`${at(path)}has ${value.length} entries, more than ${max}`);
		return value.map((entry, index) => check(entry, `${path}[${index}]`));
	};

/** One of two shapes, chosen by the value of a field. */
export const variant =
	(name: string, shapes: Record<string, Check>): Check =>
	(value, path) => {
		const kind = object(value, path)[name];
		if (Object.hasOwn(shapes, String(kind))) return shapes[String(kind)](value, path);
		throw new Problem(`${at(path)}"${name}" is ${kind === undefined ? 'missing' : shown(kind)}, not one of ${Object.keys(shapes).join(', ')}`);
	};

/** Text, not empty. */
export const text: Check = (value, path) => {
	if (typeof value === 'string' && value.trim() !== '') return value;
	throw new Problem(`${at(path)}${shown(value)} is not a text`);
};

/** Text or null. */
export const textOrNull: Check = (value, path) => (value === null ? null : text(value, path));

/** true or false. */
export const flag: Check = (value, path) => {
	if (typeof value === 'boolean') return value;
	throw new Problem(`${at(path)}${shown(value)} is not true or false`);
};

/** Anything, as it is. */
export const anything: Check = (value) => value;

/** A number within bounds; a text that is one is read as one. */
export const numberIn =
	(min: number, max: number): Check =>
	(value, path) => {
		const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
		if (typeof number === 'number' && number >= min && number <= max) return number;
		throw new Problem(`${at(path)}${shown(value)} is not a number from ${min} to ${max}`);
	};

/** An email address: something on both sides of one @, a dot in the domain, no blanks. Trimmed. */
export const email: Check = (value, path) => {
	const address = typeof value === 'string' ? value.trim() : value;
	if (typeof address === 'string' && /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(address)) return address;
	throw new Problem(`${at(path)}${shown(value)} is not an email address`);
};
