/** The small ones: blanks, scalars, shapes. */
import fc from 'fast-check';
import { CLEARED, isBlank, withoutBlanks } from '../../../../nodes/Luma/values/blank';
import { explained, Problem, shown } from '../../../../nodes/Luma/values/problem';
import { colour, coverUrl, list, textIn, whole, yesNo } from '../../../../nodes/Luma/values/scalar';
import { arrayOf, email, flag, numberIn, objectOf, text, textOrNull, variant } from '../../../../nodes/Luma/values/shape';
import { problemOf } from './problems';

describe('blanks', () => {
	it.each([[undefined], [null], [''], [' \n'], [[]], [{}]])('%p is one', (value) => expect(isBlank(value)).toBe(true));
	it.each([[0], [false], ['0'], [[0]], [{ a: undefined }], [CLEARED], [new Date()], [NaN]])('%p is none', (value) => expect(isBlank(value)).toBe(false));
	it('are left out, what is cleared goes as null, the rest as it is', () =>
		expect(withoutBlanks({ a: '', b: null, c: undefined, d: 0, e: false, f: CLEARED, g: [], h: {}, i: ' x ', j: [''] })).toEqual({ d: 0, e: false, f: null, i: ' x ', j: [''] }));
});

describe('text', () => {
	it('within its bounds, counted in characters', () => {
		expect(textIn('a'.repeat(200), { max: 200 })).toHaveLength(200);
		expect(textIn('🎉'.repeat(30), { max: 30 })).toBe('🎉'.repeat(30));
		expect(textIn(123, { min: 3 })).toBe('123');
	});
	it('beyond its bounds', () => {
		expect(problemOf(() => textIn('a'.repeat(201), { max: 200 }))).toBe('has 201 characters; Luma takes at most 200 — ');
		expect(problemOf(() => textIn('ab', { min: 3 }))).toBe('has 2 characters; Luma takes at least 3 — ');
	});
});

describe('whole numbers', () => {
	it.each([[0, 0], [7, 7], ['7', 7], [' 7 ', 7], ['1e3', 1000]])('%p is %p', (value, number) => expect(whole(value)).toBe(number));
	it.each([[1.5], [-1], ['x'], [''], [' '], [NaN], [Infinity], [true], [null], [[7]], [2 ** 53]])('%p is none', (value) => expect(problemOf(() => whole(value))).toContain('is not a whole number of 0 or more'));
	it('names its bounds', () => expect(problemOf(() => whole(11, { min: 1, max: 10 }))).toBe('11 is not a whole number from 1 to 10 — '));
});

describe('yes and no', () => {
	it.each([[true, true], [false, false], ['true', true], ['false', false]])('%p is %p', (value, meant) => expect(yesNo(value)).toBe(meant));
	it.each([[1], [0], ['yes'], ['TRUE'], [''], [null]])('%p is neither', (value) => expect(problemOf(() => yesNo(value))).toMatch(/ is not true or false — $/));
});

describe('colours', () => {
	it.each([['#bb2dc7', '#bb2dc7'], ['#BB2DC7', '#BB2DC7'], [' #bb2dc7 ', '#bb2dc7'], ['#bb2dc7ff', '#bb2dc7'], ['#abc', '#aabbcc'], ['#abcd', '#aabbcc']])('%s becomes %s', (value, sent) => expect(colour(value)).toBe(sent));
	it.each([['red'], ['#12345'], ['bb2dc7'], ['#gggggg'], [7]])('%p is none', (value) => expect(problemOf(() => colour(value))).toMatch(/ is not a colour — Use a hex colour such as #bb2dc7\.$/));
});

describe('covers', () => {
	it('are on the image server of Luma', () => expect(coverUrl(' https://images.lumacdn.com/a.png ')).toBe('https://images.lumacdn.com/a.png'));
	it.each([['https://example.com/a.png'], ['http://images.lumacdn.com/a.png'], ['https://images.lumacdn.com/'], ['https://images.lumacdn.com.example.com/a.png'], ['https://images.lumacdn.com/a b.png']])('%s is not', (value) =>
		expect(problemOf(() => coverUrl(value))).toMatch(/ is not on https:\/\/images\.lumacdn\.com\/ — Luma takes covers from its own image server only/),
	);
});

describe('lists', () => {
	it.each([
		['a, b ,c', ['a', 'b', 'c']],
		['a\nb,,\n', ['a', 'b']],
		[['a', ' b ', ''], ['a', 'b']],
		['', []],
		[7, ['7']],
	])('%p is %p', (value, entries) => expect(list(value)).toEqual(entries));
});

describe('shapes', () => {
	const guest = objectOf({ email }, { name: textOrNull });
	it('pass what fits, and what they do not know', () => {
		expect(arrayOf(guest)([{ email: ' a@example.com ', more: 1 }, { email: 'b@example.com', name: null }], '')).toEqual([{ email: 'a@example.com', more: 1 }, { email: 'b@example.com', name: null }]);
		expect(arrayOf(text, { max: 2 })(['a', 'b'], '')).toEqual(['a', 'b']);
		expect(numberIn(-90, 90)('52.5', '')).toBe(52.5);
		expect(flag(false, '')).toBe(false);
	});
	it.each([
		[() => arrayOf(guest)({}, ''), '{} is not an array'],
		[() => arrayOf(guest)('x', 'guests'), 'at guests: "x" is not an array'],
		[() => arrayOf(guest, { min: 1 })([], ''), 'is empty'],
		[() => arrayOf(text, { max: 1 })(['a', 'b'], ''), 'has 2 entries, more than 1'],
		[() => arrayOf(guest)([{ email: 'a@example.com' }, {}], ''), 'at [1]: "email" is missing'],
		[() => arrayOf(guest)([{ email: 'a@example.com', name: 7 }], ''), 'at [0].name: 7 is not a text'],
		[() => guest([], ''), '[] is not an object'],
		[() => guest(null, ''), 'null is not an object'],
		[() => guest({ email: 7 }, ''), 'at email: 7 is not an email address'],
		[() => objectOf({ inner: guest })({ inner: { email: '' } }, ''), 'at inner.email: "" is not an email address'],
		[() => flag('true', 'enabled'), 'at enabled: "true" is not true or false'],
		[() => numberIn(-90, 90)(91, 'latitude'), 'at latitude: 91 is not a number from -90 to 90'],
		[() => numberIn(-90, 90)('', ''), '"" is not a number from -90 to 90'],
		[() => numberIn(-90, 90)(NaN, ''), 'null is not a number from -90 to 90'],
		[() => variant('type', { a: text, b: text })({}, ''), '"type" is missing, not one of a, b'],
		[() => variant('type', { a: text })({ type: 'c' }, 'at'), 'at at: "type" is "c", not one of a'],
		[() => variant('type', { a: text })({ type: 'constructor' }, ''), '"type" is "constructor", not one of a'],
	])('%# refuse what does not', (act, words) => expect(problemOf(act)).toBe(`${words} — `));
});

describe('email addresses', () => {
	it('are taken as people write them', () => {
		fc.assert(fc.property(fc.emailAddress(), (address) => expect(email(address, '')).toBe(address)));
	});
	it.each([['guest'], ['guest@'], ['@example.com'], ['guest@example'], ['a@b@example.com'], ['a b@example.com'], ['a@example.com, b@example.com'], ['Guest <guest@example.com>'], [''], [null], [undefined]])('%p is none', (value) =>
		expect(problemOf(() => email(value, ''))).toContain('is not an email address'),
	);
});

describe('problems', () => {
	it('show a value on one line, shortened', () => {
		expect(shown('x'.repeat(100))).toBe(`"${'x'.repeat(56)}…`);
		expect(shown({ a: [1] })).toBe('{"a":[1]}');
		expect(shown(undefined)).toBe('undefined');
	});
	it('can be told with what was expected; other errors stay what they are', () => {
		expect(problemOf(() => explained(new Problem('is wrong'), 'Expected: 1', 'at [0]: '))).toBe('at [0]: is wrong — Expected: 1');
		expect(() => explained(new TypeError('mine'), 'x')).toThrow(TypeError);
	});
});
