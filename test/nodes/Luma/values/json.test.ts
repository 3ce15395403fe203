import { json } from '../../../../nodes/Luma/values/json';
import fc, { runs } from '../../../properties';
import { problemOf } from './problems';

const isJson = (text: string) => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

/** Index in the text of the place that the message names. */
function placeOf(text: string): number {
	const [, line, column] = /^is not valid JSON: line (\d+), column (\d+), (?:near ".+"|it ends too early) — $/s.exec(problemOf(() => json(text)))!;
	const before = text.split('\n').slice(0, Number(line) - 1);
	return before.reduce((length, one) => length + one.length + 1, 0) + Number(column) - 1;
}

it.each([['text', '{ "a": [1, 2.5e3, "é\\n", null, true] }', { a: [1, 2500, 'é\n', null, true] }], ['a number', '7', 7], ['spaces around', ' \n[] ', []]])('reads %s', (_what, text, value) => expect(json(text)).toEqual(value));

it.each(['```json\n{ "a": 1 }\n```', '```\n{ "a": 1 }```', ' ```JSON {"a":1}```\n'])('reads what models put into a fence: %j', (text) => expect(json(text)).toEqual({ a: 1 }));

it.each(['```', '``````', '```json```', '```js\n{}\n```'])('but not a fence around no JSON: %j', (text) => expect(problemOf(() => json(text))).toContain('is not valid JSON'));

describe('copied from a chat or a wiki, with what no one sees between its texts', () => {
	it.each(['\ufeff{ "a": 1 }', '{\u00a0"a":\u00a01\u200b}', '{\u2028"a"\u202f: 1,\n\u00a0 "b\u00a0c\u200d": "\u00a0\\"\u200b" }'])('%j is read, and its texts stay as they are', (text) =>
		expect(json(text)).toEqual(text.includes('b') ? { a: 1, 'b\u00a0c\u200d': '\u00a0"\u200b' } : { a: 1 }),
	);

	it('says where it breaks', () => expect(problemOf(() => json('{\u00a0"a"\u00a01}'))).toBe('is not valid JSON: line 1, column 7, near "{ "a" 1}" — '));
});

it.each([[{ a: 1 }], [[1]], [7], [null], [false]])('takes %p as it is', (value) => expect(json(value)).toBe(value));

it.each([
	['', 'line 1, column 1, it ends too early'],
	['[{"email": "a@example.com"}', 'line 1, column 28, it ends too early'],
	['[1, 2,]', 'line 1, column 7, near "[1, 2,]"'],
	["{'a': 1}", 'line 1, column 2, near "{\'a\': 1}"'],
	['{"a": 1 "b": 2}', 'line 1, column 9, near "{"a": 1 "b": 2}"'],
	['{"a" 1}', 'line 1, column 6, near "{"a" 1}"'],
	['{a: 1}', 'line 1, column 2, near "{a: 1}"'],
	['[01]', 'line 1, column 3, near "[01]"'],
	['[1.]', 'line 1, column 3, near "[1.]"'],
	['[True]', 'line 1, column 2, near "[True]"'],
	['["a\nb"]', 'line 1, column 2, near "["a b"]"'],
	['["\\x"]', 'line 1, column 2, near "["\\x"]"'],
	['{} {}', 'line 1, column 4, near "{} {}"'],
	['[\n  1,\n  2\n  3\n]', 'line 4, column 3, near "[ 1, 2 3 ]"'],
	['[undefined]', 'line 1, column 2, near "[undefined]"'],
])('says where %p breaks', (text, place) => expect(problemOf(() => json(text))).toBe(`is not valid JSON: ${place} — `));

/** Whether a text that ends between two tokens can go on to be JSON: its brackets closed, after at most one more value. */
function canGoOn(text: string): boolean {
	const open: string[] = [];
	for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
		if (token === '[' || token === '{') open.unshift(token === '[' ? ']' : '}');
		else if (token === ']' || token === '}') open.shift();
	}
	return ['', '1', ':1', '"key":1'].some((more) => isJson(text + more + open.join('')));
}

/** The token that stands at the start of a text, if a whole one does. */
function tokenAt(text: string): string | undefined {
	const token = /^(?:"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null|[[\]{}:,])/is.exec(text)?.[0];
	return token?.startsWith('"') && !isJson(token) ? undefined : token;
}

/** JSON with something cut out, put in or cut off. */
const broken = fc
	.tuple(fc.json(), fc.constantFrom(undefined, 1, 2), fc.nat(), fc.nat({ max: 3 }), fc.oneof(fc.constantFrom('', ',', ':', '"', '\\', '\n', '{', '}', '[', ']', '0', '-', '.', 'e', ' ', 'nul', '\u0000'), fc.string({ maxLength: 2 })))
	.map(([text, indent, at, out, put]) => {
		const whole = JSON.stringify(JSON.parse(text), undefined, indent);
		const place = at % (whole.length + 1);
		return out === 3 ? whole.slice(0, place) : whole.slice(0, place) + put + whole.slice(place + out);
	})
	.filter((text) => !isJson(text));

it('says where any text breaks: what is before can go on, what comes there cannot', () => {
	fc.assert(
		fc.property(broken, (text) => {
			const place = placeOf(text);
			const [before, after] = [text.slice(0, place), text.slice(place)];
			expect(canGoOn(before)).toBe(true);
			const token = tokenAt(after);
			if (token !== undefined) expect(canGoOn(before + token)).toBe(false);
			if (after === '') expect(problemOf(() => json(text))).toContain('it ends too early');
		}),
		{ numRuns: runs(3000) },
	);
});

it('reads all that is JSON, as the engine does', () => {
	fc.assert(fc.property(fc.json(), (text) => expect(json(text)).toEqual(JSON.parse(text))));
});

it('says so in a time that grows with the text', () => {
	const rows = Array.from({ length: 20_000 }, (_, index) => `{"email":"guest${index}@example.com"}`).join(',');
	expect(problemOf(() => json(`[${rows}`))).toContain('it ends too early');
	expect(problemOf(() => json(`[${rows},]`))).toContain('is not valid JSON');
	expect(problemOf(() => json(`${'['.repeat(1000)}`))).toContain('column 1001');
	expect(problemOf(() => json(`${'['.repeat(100_000)}`))).toContain('column 100001');
	expect(problemOf(() => json(`${'{"a":'.repeat(100_000)}`))).toContain('column 500001');
});

describe('what is nested too deep', () => {
	const deep = 'is nested more than 100 levels deep — ';
	it('is refused in words', () => {
		expect(problemOf(() => json(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toBe(deep);
		let value: unknown = 1;
		for (let depth = 0; depth < 100_000; depth += 1) value = depth % 2 ? [value] : { value };
		expect(problemOf(() => json(value))).toBe(deep);
	});
	it('is what holds itself too, at once, however often it does', () => {
		const around: unknown[] = [];
		around.push(around, [around], { around });
		expect(problemOf(() => json(around))).toBe(deep);
	});
	it('begins after 100 levels', () => {
		const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
		expect(json(nested(100))).toBeDefined();
		expect(problemOf(() => json(nested(101)))).toBe(deep);
	});
});
