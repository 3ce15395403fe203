import { DateTime, Settings } from 'luxon';
import { assertOrder, calendarDate, duration, instant, isZone, needsZone, timeOfDay, zoneName } from '../../../../nodes/Luma/values/dateTime';
import fc from '../../../properties';
import { quickly } from '../../../quickly';
import { problemOf } from './problems';

/** What Luma takes: its document's pattern, less the length of months. */
const LUMA = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const berlin = 'Europe/Berlin';
const examples = 'Use the date picker, an ISO 8601 date such as 2027-06-01T19:00 or 2027-06-01T19:00:00+02:00, or an expression such as {{ $now.plus({ days: 7 }) }}.';

describe('a moment', () => {
	it.each([
		['the picker in summer', '2027-06-01T19:00:00', '2027-06-01T19:00:00+02:00'],
		['the picker in winter', '2027-12-01T19:00:00', '2027-12-01T19:00:00+01:00'],
		['an offset', '2027-06-01T19:00:00-04:00', '2027-06-01T19:00:00-04:00'],
		['Z', '2027-06-01T19:00:00Z', '2027-06-01T19:00:00Z'],
		['milliseconds', '2027-06-01T19:00:00.250Z', '2027-06-01T19:00:00.250Z'],
		['no seconds', ' 2027-06-01T19:00 ', '2027-06-01T19:00:00+02:00'],
		['a date alone', '2027-06-01', '2027-06-01T00:00:00+02:00'],
		['a text as databases give it', '2027-06-01 19:00:00', '2027-06-01T19:00:00+02:00'],
		['such a text with an offset', '2027-06-01 19:00:00 -04:00', '2027-06-01T19:00:00-04:00'],
		['ISO without marks', '20270601T1900', '2027-06-01T19:00:00+02:00'],
		['a week date', '2027-W22-2T19:00', '2027-06-01T19:00:00+02:00'],
		['a day of the year', '2027-152T19:00', '2027-06-01T19:00:00+02:00'],
		['the end of a day', '2027-06-01T24:00', '2027-06-02T00:00:00+02:00'],
		['a leap day', '2028-02-29T12:00', '2028-02-29T12:00:00+01:00'],
		['a time that comes twice: the first one', '2027-10-31T02:30', '2027-10-31T02:30:00+02:00'],
		['a blank and what is invisible around it', '\u200b2027-06-01T19:00\u00a0', '2027-06-01T19:00:00+02:00'],
		['a blank and half of a day', '2027-06-01 7:00 PM', '2027-06-01T19:00:00+02:00'],
		['a sheet, day first', '13.02.2027 18:00', '2027-02-13T18:00:00+01:00'],
		['a sheet, with dots', '10.02.2027 18:00', '2027-02-10T18:00:00+01:00'],
		['a sheet, month first', '2/13/2027 6:00 PM', '2027-02-13T18:00:00+01:00'],
		['a sheet, a slash after the day', '13/2/2027 18:00:30', '2027-02-13T18:00:30+01:00'],
		['the same number twice', '5/5/2027, 12:05 am', '2027-05-05T00:05:00+02:00'],
		['the year first', '2027/2/10 18:00', '2027-02-10T18:00:00+01:00'],
		['the year first, not in two digits each', '2027-2-3 18:00', '2027-02-03T18:00:00+01:00'],
		['a month in words', 'Feb 10, 2027 18:00', '2027-02-10T18:00:00+01:00'],
		['a month in full', 'Wednesday, February 10th, 2027 at 6:00 p.m.', '2027-02-10T18:00:00+01:00'],
		['a month behind the day', '10 Sept 2027 6pm', '2027-09-10T18:00:00+02:00'],
		['a month between', '10-Feb-2027 18:00', '2027-02-10T18:00:00+01:00'],
		['RFC 2822', 'Wed, 10 Feb 2027 18:00:00 -0500', '2027-02-10T18:00:00-05:00'],
		['HTTP', 'Wed, 10 Feb 2027 18:00:00 GMT', '2027-02-10T18:00:00Z'],
		['JavaScript', 'Wed Feb 10 2027 18:00:00 GMT+0100 (Central European Standard Time)', '2027-02-10T18:00:00+01:00'],
		['a browser, whose blanks break no line', '2/13/2027, 6:00:00\u202fPM', '2027-02-13T18:00:00+01:00'],
		['the serial number of a sheet', 46428.75, '2027-02-10T18:00:00+01:00'],
		['such a number as text', '46428.7708333333', '2027-02-10T18:30:00+01:00'],
		['a serial number in summer', 46539.7916666667, '2027-06-01T19:00:00+02:00'],
		['Unix seconds', 1801933200, '2027-02-06T17:00:00Z'],
		['Unix seconds as text', '1801933200', '2027-02-06T17:00:00Z'],
		['Unix milliseconds', 1801933200250, '2027-02-06T17:00:00.250Z'],
		['a date alone of a sheet', 46428, '2027-02-10T00:00:00+01:00'],
		['a number with the digits of a date', 20270601, '2027-06-01T00:00:00+02:00'],
		['just before the clocks go forward', '2027-03-28T01:59', '2027-03-28T01:59:00+01:00'],
		['hyphens that break no line', '2027\u201102\u201110T18:00', '2027-02-10T18:00:00+01:00'],
		['a minus sign before the offset', '2027-02-10T18:00:00\u221205:00', '2027-02-10T18:00:00-05:00'],
		['wide digits', '\uff12\uff10\uff12\uff17-02-10 18:00', '2027-02-10T18:00:00+01:00'],
		['a Date', new Date('2027-06-01T17:00:00Z'), '2027-06-01T19:00:00+02:00'],
		['a DateTime keeps its zone', DateTime.fromISO('2027-06-01T10:00', { zone: 'America/New_York' }), '2027-06-01T10:00:00-04:00'],
	])('from %s', (_what, value, expected) => expect(instant(value, berlin)).toBe(expected));

	it('has an offset that some place on Earth has, or is refused', () => {
		const offset = fc.tuple(fc.constantFrom('+', '-'), fc.nat(99), fc.nat(99), fc.constantFrom(':', ''));
		const two = (number: number) => String(number).padStart(2, '0');
		const forms = [(zone: string) => `2027-06-01T19:00${zone}`, (zone: string) => `2027-06-01 19:00:00 ${zone}`, (zone: string) => `Tue, 01 Jun 2027 19:00:00 ${zone}`, (zone: string) => `20270601T1900${zone}`, (zone: string) => `2027-W22-2T19:00:00.5${zone}`];
		fc.assert(
			fc.property(offset, fc.constantFrom(...forms), ([sign, hours, minutes, colon], form) => {
				const text = form(`${sign}${two(hours)}${colon}${two(minutes)}`);
				const real = minutes < 60 && hours * 60 + minutes <= 14 * 60;
				if (real) expect(instant(text, berlin)).toMatch(LUMA);
				else expect(problemOf(() => instant(text, berlin))).toMatch(/ (has an offset that no place on Earth has — Use an offset from -12:00 to \+14:00|is not a date)/);
			}),
		);
	});
	it.each(['2027-06-01T19:00+25:00', '2027-06-01T19:00+14:60', '2027-06-01T19:00-14:01', '2027-06-01 19:00 +99', 'Tue, 01 Jun 2027 19:00:00 +2500'])('%p has no offset that is one', (text) => expect(problemOf(() => instant(text, berlin))).toContain('has an offset that no place on Earth has'));
	it.each([['2027-06-01T19:00+14', '+14:00'], ['2027-06-01T19:00+05:45', '+05:45'], ['2027-06-01T19:00-0930', '-09:30']])('%p has one', (text, sent) => expect(instant(text, berlin)).toBe(`2027-06-01T19:00:00${sent}`));

	it.each([
		['2027-02-30T10:00:00', 'does not exist'],
		['2027-02-29', 'does not exist'],
		['2027-13-01', 'does not exist'],
		['2027-06-01T25:00', 'does not exist'],
		['2027-02-30 10:00', 'does not exist'],
		['30.02.2027 10:00', 'does not exist'],
		['13/13/2027', 'does not exist'],
		['Feb 30, 2027', 'does not exist'],
		['2027-06-01 25:00', 'does not exist'],
		['2/13/27', 'is not a date'],
		['2/13/2027 13:00 PM', 'is not a date'],
		['2/13/2027 0:30 AM', 'is not a date'],
		['2/13/2027 18', 'is not a date'],
		['2/13/2027 and more', 'is not a date'],
		['Foo 10, 2027', 'is not a date'],
		['Feb 10', 'is not a date'],
		['1/2-2027', 'is not a date'],
		['36525', 'is not a date'],
		['73050', 'is not a date'],
		['946684799', 'is not a date'],
		['4102444800000', 'is not a date'],
		['tomorrow', 'is not a date'],
		['20:00', 'is not a date'],
		['2027', 'is not a date'],
		['2027-06', 'is not a date'],
		['+012027-06-01T10:00', 'is not a date'],
		['', 'is not a date'],
	])('not from %s', (value, words) => expect(problemOf(() => instant(value, berlin))).toBe(`"${value}" ${words} — ${examples}`));

	it.each([
		[17, '17'],
		[-1, '-1'],
		[NaN, 'NaN'],
		[1e21, '1e+21'],
		[true, 'true'],
		[{ date: 1 }, '{"date":1}'],
		[new Date(NaN), '"Invalid Date"'],
		[DateTime.invalid('made up'), '"Invalid DateTime"'],
	])('not from %p', (value, shown) => expect(problemOf(() => instant(value, berlin))).toBe(`${shown} is not a date — ${examples}`));

	it.each([
		['2027-03-28T02:30:00', berlin],
		['2027-03-28 02:30', berlin],
		['20270328T0230', berlin],
		['2027-03-28T02', berlin],
		['2027-03-14T02:00', 'America/New_York'],
		['2027-10-03T02:15', 'Australia/Lord_Howe'],
	])('not from %s in %s, over which the clocks go forward', (value, zone) =>
		expect(problemOf(() => instant(value, zone))).toBe(`"${value}" does not exist in ${zone}, because the clocks skip it when they go forward — Choose a time before or after the clocks change.`),
	);

	it('is not what a weekday contradicts', () => expect(problemOf(() => instant('Thu, 10 Feb 2027 18:00', berlin))).toBe('"Thu, 10 Feb 2027 18:00" is not on a Thu — '));

	it.each([
		['2026-11-01T01:30', 'America/New_York', '2026-11-01T01:30:00-04:00'],
		['2026-10-25T02:00', berlin, '2026-10-25T02:00:00+02:00'],
		['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-04T01:45:00+11:00'],
	])('that comes twice is the first one, whatever day it is: %s in %s', (text, zone, first) => {
		try {
			for (const today of ['2026-07-01', '2026-12-01']) {
				Settings.now = () => Date.parse(today);
				expect(instant(text, zone)).toBe(first);
			}
		} finally {
			Settings.now = () => Date.now();
		}
	});

	it.each([
		['2026-04-24', 'Africa/Cairo', '2026-04-24T01:00:00+03:00'],
		['2026-03-29', 'Asia/Beirut', '2026-03-29T01:00:00+03:00'],
	])('is the first one of a day that begins after midnight: %s in %s', (text, zone, first) => expect(instant(text, zone)).toBe(first));

	const local = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 19));
	const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

	it('says what the clock on the wall says, or refuses it', () => {
		fc.assert(
			fc.property(local, zone, (text, name) => {
				let sent: string;
				try {
					sent = instant(text, name);
				} catch (error) {
					expect((error as Error).message).toContain('because the clocks skip it when they go forward');
					return;
				}
				expect(sent).toMatch(LUMA);
				expect(sent.slice(0, 19)).toBe(text);
				// The offset is the zone's at that moment, by the engine's own tables.
				expect(new Intl.DateTimeFormat('sv', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(sent))).toBe(text.replace('T', ' '));
			}),
		);
	});

	it('keeps the moment of what has an offset', () => {
		const offset = fc.tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 13 }), fc.constantFrom('00', '30', '45')).map(([sign, hours, minutes]) => `${sign}${String(hours).padStart(2, '0')}:${minutes}`);
		fc.assert(
			fc.property(local, offset, zone, (text, end, name) => {
				const sent = instant(`${text}${end}`, name);
				expect(sent).toMatch(LUMA);
				expect(Date.parse(sent)).toBe(Date.parse(`${text}${end}`));
			}),
		);
	});
});

describe('day and month that can be meant either way', () => {
	const day = fc.integer({ min: 1, max: 12 });
	const mark = fc.constantFrom('/', '-');
	const time = fc.constantFrom('', ' 18:00', ' 6:05 PM', ' 6:05PM', ', 6:05:30 am', ' at 18:00', ' 6 PM', ' 18:00:30.250', ' 18:00 +0100', ' 18:00 +01:00');

	it('are refused, with expressions that say which is meant', () => {
		fc.assert(
			fc.property(fc.tuple(day, day).filter(([a, b]) => a !== b), mark, time, ([a, b], between, at) => {
				const text = `${a}${between}${b}${between}2027${at}`;
				const problem = problemOf(() => instant(text, berlin));
				expect(problem).toContain(`"${text}" could be two days`);
				const dates = [...problem.matchAll(/DateTime\.fromFormat\('(.*?)', (?:'([^']*)'|"([^"]*)")\)\.toISO\((.*?)\) \}\}/g)].map(([, given, single, double, options]) => {
					expect(given).toBe(text);
					return DateTime.fromFormat(given, single ?? double, { setZone: true }).toISO(options === '' ? {} : { includeOffset: false });
				});
				// Each is a date again that can be meant one way only, at the time that was written.
				expect(dates.map((date) => [Number(date!.slice(5, 7)), Number(date!.slice(8, 10))])).toEqual([
					[a, b],
					[b, a],
				]);
				const plain = instant(`${text.replace(/^\d+.\d+/, `20${between}12`)}`, berlin).slice(11, 16);
				for (const date of dates) expect(instant(date, berlin).slice(11, 16)).toBe(plain);
			}),
		);
	});

	it('are no matter with dots, which stand behind the day wherever dates are written so', () => expect(instant('01.02.2027 10:00', berlin)).toBe('2027-02-01T10:00:00+01:00'));
});

describe('a time of day', () => {
	it.each([['2027-06-01T00:00', '2027-06-01T00:00:00+02:00'], ['2027-06-01 0:00', '2027-06-01T00:00:00+02:00'], [46428.5, '2027-02-10T12:00:00+01:00'], [1801933200, '2027-02-06T17:00:00Z'], [new Date('2027-06-01T00:00Z'), '2027-06-01T02:00:00+02:00']])('is in %p', (value, sent) => expect(timeOfDay(value, berlin)).toBe(sent));
	it.each([['2027-06-01', '2027-06-01'], ['20270601', '2027-06-01'], ['2027-W22-2', '2027-06-01'], ['1.6.2027', '2027-06-01'], ['June 1, 2027', '2027-06-01'], [46539, '2027-06-01']])('is not in %p', (value, day) =>
		expect(problemOf(() => timeOfDay(value, berlin))).toBe(`${JSON.stringify(value)} has no time of day — Add the time, such as ${day}T19:00. For midnight, use ${day}T00:00.`),
	);
});

describe('a plain date', () => {
	const late = '2027-05-01T23:30:00';
	it.each([
		['the picker', late, '2027-05-01'],
		['a date', '2027-05-01', '2027-05-01'],
		['a text as databases give it', '2027-05-01 23:30:00', '2027-05-01'],
		['an offset, seen from the zone', `${late}-04:00`, '2027-05-02'],
		['Z, seen from the zone', `${late}Z`, '2027-05-02'],
		['a Date, seen from the zone', new Date(`${late}Z`), '2027-05-02'],
		['a DateTime, seen from the zone', DateTime.fromISO(late, { zone: 'America/New_York' }), '2027-05-02'],
	])('from %s', (_what, value, expected) => expect(calendarDate(value, berlin)).toBe(expected));

	it('not from a day that does not exist', () => expect(problemOf(() => calendarDate('2027-06-31', berlin))).toContain('"2027-06-31" does not exist'));
});

it.each([
	['2027-06-01T19:00', true],
	['2027-06-01', true],
	['2/13/2027 6:00 PM', true],
	[46428.75, true],
	['2027-06-01T19:00Z', false],
	['Wed, 10 Feb 2027 18:00:00 GMT', false],
	[1801933200, false],
	[new Date(), false],
	[DateTime.now(), false],
	['2/10/2027', false],
	['', false],
	[undefined, false],
])('whether %p is another moment in another zone: %p', (value, needed) => expect(needsZone(value)).toBe(needed));

describe('the order of two moments', () => {
	const order = (start: unknown, end: unknown, sameAllowed = false) => assertOrder(start, end, berlin, { start: 'Start', sameAllowed });
	it('may be one after the other, in any form', () => {
		order('2027-06-01T19:00', '2027-06-01T19:01');
		order('2027-06-01T19:00', new Date('2027-06-01T17:00:01Z'));
		order('2027-06-01T19:00:00-04:00', '2027-06-02T01:30');
		order('2027-06-01', '2027-06-01', true);
		order('2027-06-01T19:00', '2027-06-01', true);
		order(new Date('2027-05-31T23:00Z'), '1.6.2027', true);
	});
	it('may not be the other way round, or the same', () => {
		expect(problemOf(() => order('2027-06-01T19:00', '2027-06-01T18:00'))).toBe("is 2027-06-01T18:00:00+02:00, which is not after 'Start' (2027-06-01T19:00:00+02:00) — ");
		expect(problemOf(() => order('2027-06-01T19:00', '2027-06-01T19:00'))).toContain("which is not after 'Start'");
		expect(problemOf(() => order('2027-06-02', '2027-06-01', true))).toContain("which is before 'Start'");
	});
	it('is for the end to report; a bad start is not', () => {
		order('2027-02-30', '2027-06-01');
		expect(problemOf(() => order('2027-06-01', '2027-02-30'))).toContain('"2027-02-30" does not exist');
	});
});

it.each(['PT0M', 'PT30M', 'PT2H', 'P1D', 'P7D', 'P1DT12H30M', ' PT2H '])('takes the duration %s', (value) => expect(duration(value, { max: 'P7D' })).toBe(value.trim()));
it.each(['P8D', 'P7DT1S', '-PT1M', '2 hours', '7', '', 7])('does not take the duration %p', (value) =>
	expect(problemOf(() => duration(value, { max: 'P7D' }))).toMatch(/ is not a duration from PT0M to P7D — Use an ISO 8601 duration, such as PT30M /),
);

it('tells 10,000 times at once whether there is a time zone: two for each event of a list', () => quickly(200, () => Array.from({ length: 10_000 }, () => isZone(berlin)), 'To tell zones'));
it.each(['Europe/Berlin', ' America/Argentina/Buenos_Aires ', 'UTC', 'Etc/GMT+5'])('takes the time zone %s', (name) => expect(zoneName(name)).toBe(name.trim()));
it.each(['Berlin', 'Mars/Base', 'UTC+2', '+02:00', 'local', 2])('does not take the time zone %p', (name) =>
	expect(problemOf(() => zoneName(name))).toMatch(/ is not a time zone — Choose one from the list, or use an IANA name such as Europe\/Berlin/),
);
