/** The small ones: blanks, scalars, shapes. */
import { DateTime } from 'luxon';
import { CLEARED, EMPTIED, given, isBlank, withoutBlanks } from '../../../../nodes/Luma/values/blank';
import { explained, Problem, shown } from '../../../../nodes/Luma/values/problem';
import { choice, choices, color, coverUrl, list, textIn, whole, yesNo } from '../../../../nodes/Luma/values/scalar';
import { arrayOf, email, flag, numberIn, objectOf, text, id, oneOf, variant } from '../../../../nodes/Luma/values/shape';
import { emailKey } from '../../../../nodes/Luma/values/email';
import { webAddress } from '../../../../nodes/Luma/values/link';
import fc from '../../../properties';
import { problemOf } from './problems';
import { quickly } from '../../../quickly';

describe('blanks', () => {
	it.each([[undefined], [null], [''], [' \n'], ['\u200b\u00a0\ufeff'], [[]], [{}], [['', null]], [{ a: undefined }], [[{ email: '', name: ' ' }, {}]], [{ manual: { address: '' } }]])('%p is one', (value) => expect(isBlank(value)).toBe(true));
	it.each([[0], [false], ['0'], [[0]], [{ a: { b: [false] } }], [CLEARED], [EMPTIED], [new Date()], [DateTime.invalid('x')], [NaN]])('%p is none', (value) => expect(isBlank(value)).toBe(false));
	it('are left out, what is cleared goes as null, the rest as it is', () =>
		expect(withoutBlanks({ a: '', b: null, c: undefined, d: 0, e: false, f: CLEARED, g: [], h: {}, i: ' x ', j: [''], k: EMPTIED })).toEqual({ d: 0, e: false, f: null, i: ' x ', k: [] }));
	it('give way to what holds when nothing is given', () => expect([given('', 4), given(0, 4), given(undefined, true)]).toEqual([4, 0, true]));
	it('are told at any depth', () => {
		let deep: unknown = '';
		for (let depth = 0; depth < 100_000; depth += 1) deep = depth % 2 ? [deep] : { deep };
		expect(isBlank(deep)).toBe(true);
	});
	it('are told of what holds itself', () => {
		const blank: unknown[] = [''];
		blank.push(blank, { blank });
		const named: Record<string, unknown> = { name: 'x' };
		named.self = named;
		expect([blank, named].map(isBlank)).toEqual([true, false]);
	});
});

describe('text', () => {
	it('within its bounds, counted in characters', () => {
		expect(textIn('a'.repeat(200), { max: 200 })).toHaveLength(200);
		expect(textIn('🎉'.repeat(30), { max: 30 })).toBe('🎉'.repeat(30));
		expect(textIn(123, { min: 3 })).toBe('123');
	});
	it('beyond its bounds', () => {
		expect(problemOf(() => textIn('a'.repeat(201), { max: 200 }))).toBe('has 201 characters, but Luma allows at most 200 — ');
		expect(problemOf(() => textIn('a', { min: 3 }))).toBe('has 1 character, but Luma requires at least 3 — ');
		expect(problemOf(() => textIn('ab', { min: 3 }))).toBe('has 2 characters, but Luma requires at least 3 — ');
	});
});

describe('whole numbers', () => {
	it.each([[0, 0], [7, 7], ['7', 7], [' 7 ', 7], ['1e3', 1000]])('%p is %p', (value, number) => expect(whole(value)).toBe(number));
	it.each([[1.5], [-1], ['x'], [''], [' '], [NaN], [Infinity], [true], [null], [[7]], [2 ** 53]])('%p is none', (value) => expect(problemOf(() => whole(value))).toContain('is not a whole number of 0 or more'));
	it.each([['5.0', 5], ['+5', 5], ['1E+05', 100_000], ['1000.00', 1000]])('%p is %p', (value, number) => expect(whole(value)).toBe(number));
	it.each([['0x10'], ['0b11'], ['1_000'], ['5.'], ['.0']])('%p is none', (value) => expect(problemOf(() => whole(value))).toContain('is not a whole number of 0 or more'));
	it.each([['1.000'], ['12,500'], ['1.234.567'], ['2 000'], ['2\u2009000'], ["1'000"], ['0.000']])('%p could be two numbers', (value) =>
		expect(problemOf(() => whole(value))).toBe(`"${value}" has a sign between its digits, which could mean thousands or decimals — Use digits alone, such as 1000.`),
	);
	it('names its bounds', () => expect(problemOf(() => whole(11, { min: 1, max: 10 }))).toBe('11 is not a whole number from 1 to 10 — '));
});

describe('yes and no', () => {
	it.each([[true, true], [false, false], ['true', true], ['false', false], ['TRUE', true], ['FALSE', false], [' true ', true], ['false\u00a0', false], ['Yes', true], ['no', false], [1, true], [0, false], ['1', true], ['0', false], ['on', true], ['off', false]])('%p is %p', (value, meant) =>
		expect(yesNo(value)).toBe(meant),
	);
	it.each([[2], ['perhaps'], [''], [null], [undefined], [[true]], [{}], ['constructor']])('%p is neither', (value) => expect(problemOf(() => yesNo(value))).toMatch(/ is not true or false — $/));
});

describe('choices', () => {
	const offered = [{ name: 'Approved (Going)', value: 'approved' }, { name: 'Pending Approval', value: 'pending_approval' }];
	it.each([['approved', 'approved'], ['approved ', 'approved'], ['\u200bApproved', 'approved'], ['PENDING_APPROVAL', 'pending_approval'], ['Pending approval', 'pending_approval'], ['Approved (Going)', 'approved']])('%p is %p', (value, meant) => expect(choice(offered)(value)).toBe(meant));
	it.each([['going', '"going"'], ['', '""'], [7, '7'], [['approved'], '["approved"]'], [null, 'null']])('%p is none', (value, shownAs) => expect(problemOf(() => choice(offered)(value))).toBe(`${shownAs} is not one of approved, pending_approval — `));
	it('are several', () => {
		expect(choices(offered)('["approved", "Pending Approval"] ')).toEqual(['approved', 'pending_approval']);
		expect(choices(offered)('approved, Pending Approval, Approved (Going), pending_approval')).toEqual(['approved', 'pending_approval']);
		expect(problemOf(() => choices(offered)('approved, declined'))).toBe('"declined" is not one of approved, pending_approval — ');
	});
	it('is a value before it is the name of another', () => expect(choice([{ name: 'b', value: 'a' }, { name: 'a', value: 'b' }])('a')).toBe('a'));
});

describe('colors', () => {
	it.each([['#bb2dc7', '#bb2dc7'], ['#BB2DC7', '#BB2DC7'], [' #bb2dc7 ', '#bb2dc7'], ['#bb2dc7ff', '#bb2dc7'], ['#abc', '#aabbcc'], ['#abcd', '#aabbcc']])('%s becomes %s', (value, sent) => expect(color(value)).toBe(sent));
	it.each([['red'], ['#12345'], ['bb2dc7'], ['#gggggg'], [7]])('%p is none', (value) => expect(problemOf(() => color(value))).toMatch(/ is not a color — Use a hex color, such as #bb2dc7\.$/));
});

describe('covers', () => {
	it('are on the image server of Luma', () => expect(coverUrl(' https://images.lumacdn.com/a.png ')).toBe('https://images.lumacdn.com/a.png'));
	it.each([['https://example.com/a.png'], ['http://images.lumacdn.com/a.png'], ['https://images.lumacdn.com/'], ['https://images.lumacdn.com.example.com/a.png'], ['https://images.lumacdn.com/a b.png']])('%s is not', (value) =>
		expect(problemOf(() => coverUrl(value))).toMatch(/ is not on https:\/\/images\.lumacdn\.com\/ — Luma accepts only cover images on its own image server/),
	);
});

describe('addresses that people are sent to', () => {
	it.each([
		['https://zoom.us/j/1?pwd=a', 'https://zoom.us/j/1?pwd=a'],
		[' http://example.com ', 'http://example.com'],
		['zoom.us/j/1', 'https://zoom.us/j/1'],
		['example.com', 'https://example.com'],
		['<https://zoom.us/j/1|Join>', 'https://zoom.us/j/1'],
		['zoommtg://zoom.us/join?confno=1', 'zoommtg://zoom.us/join?confno=1'],
	])('%p is %p', (value, address) => expect(webAddress(value)).toBe(address));
	it.each(['n/a', 'TBD', '-', 'see email', 'host@example.com', 'https://', 'https://zoom.us/j/1 or https://zoom.us/j/2', 'Zoom: zoom.us/j/1'])('%p is none', (value) =>
		expect(problemOf(() => webAddress(value))).toBe(`"${value}" is not a URL — Use a URL such as https://example.com, or leave the field empty.`),
	);
});

describe('lists', () => {
	it.each([
		['a, b ,c', ['a', 'b', 'c']],
		['a\nb,,\n', ['a', 'b']],
		[['a', ' b ', ''], ['a', 'b']],
		['', []],
		[7, ['7']],
		['["a","b"] ', ['a', 'b']],
		['["a", "", null, 3]', ['a', '3']],
		[[' a\u200b', null, 3], ['a', '3']],
		['a; b;', ['a', 'b']],
		['Smith, Nathan <nathan@example.com>', ['Smith, Nathan <nathan@example.com>']],
		['"Smith, Nathan" <nathan@example.com>, guest@example.com', ['"Smith, Nathan" <nathan@example.com>', 'guest@example.com']],
		['guest@example.com, Nathan <nathan@example.com>; Smith, Ada <ada@example.com>', ['guest@example.com', 'Nathan <nathan@example.com>', 'Smith, Ada <ada@example.com>']],
		['usr-1, Smith, Jr., Nathan <nathan@example.com>, VIP', ['usr-1', 'Smith, Jr., Nathan <nathan@example.com>', 'VIP']],
		['VIP, Berlin, a@b, c', ['VIP', 'Berlin', 'a@b', 'c']],
		[';', []],
		[[''], []],
		[undefined, []],
	])('%p is %p', (value, entries) => expect(list(value)).toEqual(entries));
	it.each([
		['["a", b]', /^is not valid JSON: line 1, column 7/],
		[{ a: 1 }, /^\{"a":1\} is not a list/],
		[false, /^false is not a list/],
		[true, /^true is not a list/],
		[NaN, /^NaN is not a list/],
		[['a', true], /^has true in its list, which is not text/],
		[[{ a: 1 }], /^has \{"a":1\} in its list, which is not text/],
	])('%p is none', (value, words) => expect(problemOf(() => list(value))).toMatch(words));
});

describe('shapes', () => {
	const guest = objectOf({ email }, { name: text });
	it('pass what fits, and what they do not know', () => {
		expect(arrayOf(guest)([{ email: ' a@example.com ', more: 1 }, { email: 'b@example.com', name: 7 }], '')).toEqual([{ email: 'a@example.com', more: 1 }, { email: 'b@example.com', name: '7' }]);
		expect(arrayOf(text, { max: 2 })(['a', 'b'], '')).toEqual(['a', 'b']);
		expect(numberIn(-90, 90)('52.5', '')).toBe(52.5);
		expect(flag('FALSE', '')).toBe(false);
		expect(id(' ttype-1\u200b', '')).toBe('ttype-1');
		expect(oneOf('free', 'paid')('Paid ', '')).toBe('paid');
		expect(variant('type', { a: objectOf({}) })({ type: 'A ', b: 1 }, '')).toEqual({ type: 'a', b: 1 });
	});
	it('leave out what is blank, before any check', () => {
		expect(guest({ email: 'a@example.com', name: ' ', more: { deep: [''] }, none: null }, '')).toEqual({ email: 'a@example.com' });
		expect(arrayOf(guest)([{ email: '', name: '' }, { email: 'a@example.com' }, null], '')).toEqual([{ email: 'a@example.com' }]);
	});
	it('may call a field as every object has one', () => {
		expect(guest(JSON.parse('{ "email": "a@example.com", "__proto__": 1 }'), '')).toEqual(JSON.parse('{ "email": "a@example.com", "__proto__": 1 }'));
		expect(problemOf(() => objectOf({ toString: text })({ a: 1 }, ''))).toBe('"toString" is missing — ');
	});
	it.each([
		[() => arrayOf(guest)({}, ''), '{} is not a list'],
		[() => arrayOf(guest)('x', 'guests'), 'at guests: "x" is not a list'],
		[() => arrayOf(guest, { min: 1 })([], ''), 'is empty'],
		[() => arrayOf(text, { max: 1 })(['a', 'b'], ''), 'has 2 entries, but the maximum is 1'],
		[() => arrayOf(guest)([{}, { name: 'Guest' }], ''), 'at [1]: "email" is missing'],
		[() => arrayOf(guest)([{}, { email: 'a@example.com', name: true }], ''), 'at [1].name: has to be text, not true'],
		[() => guest([], ''), '[] is not an object'],
		[() => guest(null, ''), 'null is not an object'],
		[() => guest({ email: 7 }, ''), 'at email: 7 is not an email address'],
		[() => objectOf({ inner: guest })({ inner: { email: '', name: 'x' } }, ''), 'at inner: "email" is missing'],
		[() => flag('perhaps', 'enabled'), 'at enabled: "perhaps" is not true or false'],
		[() => oneOf('free', 'paid')('gratis', 'type'), 'at type: "gratis" is not one of free, paid'],
		[() => numberIn(-90, 90)(91, 'latitude'), 'at latitude: 91 is not a number from -90 to 90'],
		[() => numberIn(-90, 90)('', ''), '"" is not a number from -90 to 90'],
		[() => numberIn(-90, 90)(NaN, ''), 'NaN is not a number from -90 to 90'],
		[() => variant('type', { a: text, b: text })({}, ''), '"type" is missing, but has to be one of a, b'],
		[() => variant('type', { a: text })({ type: 'c' }, 'at'), 'at at: "type" is "c", but has to be one of a'],
		[() => variant('type', { a: text })({ type: 'constructor' }, ''), '"type" is "constructor", but has to be one of a'],
	])('%# refuse what does not', (act, words) => expect(problemOf(act)).toBe(`${words} — `));
});

describe('email addresses', () => {
	it('are taken as people write them', () => {
		fc.assert(fc.property(fc.emailAddress(), (address) => expect(email(address, '')).toBe(address)));
	});
	it.each([['guest'], ['guest@'], ['@example.com'], ['guest@example'], ['a@b@example.com'], ['a b@example.com'], ['a@example.com, b@example.com'], ['Guest <guest@example.com> and more'], ['A <a@example.com>, B <b@example.com>'], ['mailto:a@example.com,b@example.com'], ['"guest@example.com"'], ['[guest@example.com](mailto:guest@example.com)'], ['http://guest@example.com'], ['guest@example.com/b'], ['a@example.com|b@example.com'], ['guest@example,com'], ['<guest@example.com'], ['a@example.com <b@example.com>'], ['a@example..com'], ['a@example.com.'], ['a@.com'], [''], [null], [undefined]])('%p is none', (value) =>
		expect(problemOf(() => email(value, ''))).toContain('is not an email address'),
	);
	it('are taken without what nobody sees', () => {
		const invisible = ['\u200b', '\u2060', '\ufeff', '\u00a0', '\u00ad', '\u200e', '\u202a', '\u061c', '\u202f'];
		const spelled = fc.tuple(fc.emailAddress(), fc.array(fc.tuple(fc.nat(), fc.constantFrom(...invisible)), { maxLength: 4 })).map(([address, put]): [string, string] => [address, put.reduce((text, [at, sign]) => text.slice(0, at % (text.length + 1)) + sign + text.slice(at % (text.length + 1)), address)]);
		fc.assert(fc.property(spelled, ([address, text]) => expect(email(text, '')).toBe(address)));
	});
	it.each([['guest1@example.com, guest2@example.com'], ['guest1@example.com / guest2@example.com'], ['guest1@example.com\nguest2@example.com']])('%j says that one is wanted', (several) => expect(problemOf(() => email(several, ''))).toMatch(/ — It has to be one address\. For several, use one input item for each\.$/));
	it.each([[['guest@example.com']], [{ email: 'guest@example.com' }]])('%j says that text is wanted', (list) => expect(problemOf(() => email(list, ''))).toMatch(/ — It has to be text\. If it comes from an expression, choose one of its fields or entries/));
	it.each(['mailto:guest@example.com', 'MAILTO:guest@example.com?subject=Hello', '<guest@example.com>', 'Nathan Smith <guest@example.com>', '"Smith, Nathan" <guest@example.com>', '<mailto:guest@example.com|guest@example.com>', 'guest@example.com,', 'guest@example.com; '])('%p is one', (text) => expect(email(text, '')).toBe('guest@example.com'));
	it.each([
		[' Jos\u0065\u0301@Example.com\u200b', 'jos\u00e9@example.com'],
		['guest@b\u00fccher.example', 'GUEST@xn--bcher-kva.example'],
		['guest@B\u00dcCHER.example', 'guest@bu\u0308cher.example'],
	])('are one person however they are spelled: %p and %p', (one, other) => expect(emailKey(one)).toBe(emailKey(other)));
	it('are two people with two names, whatever is no address', () => expect(new Set(['a@example.com', 'b@example.com', 'a@\u2028', 'gst-1', 'a@[x]'].map(emailKey)).size).toBe(5));
	it('are checked in linear time', () => {
		quickly(200, () => expect(problemOf(() => email(`a@${'a.'.repeat(200_000)} x`, ''))).toContain('is not an email address'));
	});
});

describe('problems', () => {
	it('show what cannot be written', () => {
		const around: unknown[] = [];
		around.push(around);
		expect([shown(around), shown({ around }), shown(10n)]).toEqual(['[…]', '{…}', '10']);
	});
	it('show a value on one line, shortened', () => {
		expect(shown('x'.repeat(100))).toBe(`"${'x'.repeat(56)}…`);
		expect(shown({ a: [1] })).toBe('{"a":[1]}');
		expect([undefined, null, NaN, -Infinity, 0, [NaN]].map(shown)).toEqual(['undefined', 'null', 'NaN', '-Infinity', '0', '["NaN"]']);
	});
	it('can be told with what was expected; other errors stay what they are', () => {
		expect(problemOf(() => explained(new Problem('is wrong'), 'Expected: 1', 'at [0]: '))).toBe('at [0]: is wrong — Expected: 1');
		expect(() => explained(new TypeError('mine'), 'x')).toThrow(TypeError);
	});
});
