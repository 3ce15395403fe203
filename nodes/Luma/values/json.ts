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
	const list = (close: string, entry: () => boolean) => {
		if (take(close)) return true;
		do if (!entry()) return false;
		while (take(','));
		return take(close);
	};
	const value = (): boolean => {
		match(SPACE);
		if (take('{')) return list('}', () => text[at] === '"' && match(SCALAR) && take(':') && value());
		if (take('[')) return list(']', value);
		return match(SCALAR);
	};
	value();
	match(SPACE);
	return at;
}

/**
 * JSON as a person or an expression gives it: text, or the object or array itself.
 * @throws Problem that says where the text breaks, counted in lines and columns from 1
 */
export function json(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const result = parsed(value);
	if (result !== BROKEN) return result;
	const at = breakingPoint(value);
	const lines = value.slice(0, at).split('\n');
	const near = value.slice(Math.max(0, at - 15), at + 15).replace(/\s+/g, ' ');
	const found = at >= value.length ? 'it ends too early' : `near "${near}"`;
	throw new Problem(`is not valid JSON: line ${lines.length}, column ${lines[lines.length - 1].length + 1}, ${found}`);
}
