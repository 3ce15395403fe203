import { Problem } from './problem';

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** What stands where JSON.parse failed. */
const BROKEN = Symbol('broken');

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return BROKEN;
	}
}

/** How deep lists and objects may be nested. Nothing of Luma's goes beyond a few; what is far deeper breaks whatever walks through it. */
const MAX_DEPTH = 100;

/**
 * Whether lists and objects are nested deeper than Luma could ever want. Goes level by level, so that depth cannot exhaust the
 * stack, and takes what stands more than once in a level once: what holds itself twice would double with each.
 */
function tooDeep(value: unknown): boolean {
	let level = new Set<unknown>([value]);
	for (let depth = 0; depth <= MAX_DEPTH; depth += 1) {
		const inner = new Set<unknown>();
		for (const one of level) if (typeof one === 'object' && one !== null) for (const entry of Object.values(one)) inner.add(entry);
		if (inner.size === 0) return false;
		level = inner;
	}
	return true;
}

/** Where a text stops being JSON, as an index. The engine's own message gives no place in every version of Node. */
function breakingPoint(text: string): number {
	let at = 0;
	const match = (pattern: RegExp) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found) at += found[0].length;
		return found !== null;
	};
	const take = (character: string) => {
		match(SPACE);
		if (text[at] !== character) return false;
		at += 1;
		match(SPACE);
		return true;
	};
	/** What closes the lists and objects that are open, the innermost last. */
	const open: string[] = [];
	const key = () => text[at] === '"' && match(SCALAR) && take(':');
	/** Goes to the end of a value or into the list or object that begins here. */
	const value = (): boolean => {
		match(SPACE);
		const close = take('{') ? '}' : take('[') ? ']' : undefined;
		if (close === undefined) return match(SCALAR) && closing();
		if (take(close)) return closing();
		open.push(close);
		return close === ']' || key();
	};
	/** Goes from the end of a value to where the next one begins. */
	const closing = (): boolean => {
		while (open.length > 0) {
			if (take(',')) return open[open.length - 1] === ']' || key();
			if (!take(open[open.length - 1])) return false;
			open.pop();
		}
		return false;
	};
	while (value());
	match(SPACE);
	return at;
}

/** Texts, whole; and what stands between them that no one sees, as in what is copied from chats, wikis and mails. */
const BETWEEN = /"(?:[^"\\]|\\.)*"?|[^\S\n\r\t ]|\p{Default_Ignorable_Code_Point}/gsu;

/** The same with plain blanks between its texts, which stay as they are. */
const withPlainBlanks = (text: string): string => text.replace(BETWEEN, (found) => (found.startsWith('"') ? found : ' '.repeat(found.length)));

/** What models write around JSON: three backticks, and a word behind the first. */
function withoutFence(value: string): string {
	const text = value.trim();
	if (text.length < 6 || !text.startsWith('```') || !text.endsWith('```')) return value;
	return text.slice(3, -3).replace(/^json\b/i, '');
}

/**
 * JSON as a person or an expression gives it: text, or the object or array itself.
 * @throws Problem that says where the text breaks, counted in lines and columns from 1, or that it is nested too deep
 */
export function json(value: unknown): unknown {
	const result = typeof value === 'string' ? read(withoutFence(value)) : value;
	if (tooDeep(result)) throw new Problem(`is nested more than ${MAX_DEPTH} levels deep`);
	return result;
}

function read(text: string): unknown {
	const result = parsed(text);
	if (result !== BROKEN) return result;
	const plain = withPlainBlanks(text);
	const again = parsed(plain);
	if (again === BROKEN) throw broken(plain);
	return again;
}

function broken(text: string): Problem {
	const at = breakingPoint(text);
	const lines = text.slice(0, at).split('\n');
	const near = text.slice(Math.max(0, at - 15), at + 15).replace(/\s+/g, ' ');
	const found = at >= text.length ? 'it ends too early' : `near "${near}"`;
	return new Problem(`is not valid JSON: line ${lines.length}, column ${lines[lines.length - 1].length + 1}, ${found}`);
}
