import fc from 'fast-check';
import { DateTime } from 'luxon';
import { assertOrder, calendarDate, duration, instant, zoneName } from '../../../../nodes/Luma/values/dateTime';
import { problemOf } from './problems';

/** What Luma takes: its document's pattern, less the length of months. */
const LUMA = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const berlin = 'Europe/Berlin';
const examples = 'Use the date picker, an ISO 8601 text such as 2027-06-01T19:00 or 2027-06-01T19:00:00+02:00, or an expression such as {{ $now.plus({ days: 7 }) }}.';

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
		['a time that comes twice: the later one', '2027-10-31T02:30', '2027-10-31T02:30:00+01:00'],
		['just before the clocks go forward', '2027-03-28T01:59', '2027-03-28T01:59:00+01:00'],
		['a Date', new Date('2027-06-01T17:00:00Z'), '2027-06-01T19:00:00+02:00'],
		['a DateTime keeps its zone', DateTime.fromISO('2027-06-01T10:00', { zone: 'America/New_York' }), '2027-06-01T10:00:00-04:00'],
	])('from %s', (_what, value, expected) => expect(instant(value, berlin)).toBe(expected));

	it.each([
		['2027-02-30T10:00:00', 'does not exist'],
		['2027-02-29', 'does not exist'],
		['2027-13-01', 'does not exist'],
		['2027-06-01T25:00', 'does not exist'],
		['06/01/2027', 'is not a date'],
		['2027-02-30 10:00', 'is not a date'],
		['tomorrow', 'is not a date'],
		['20:00', 'is not a date'],
		['2027', 'is not a date'],
		['2027-06', 'is not a date'],
		['+012027-06-01T10:00', 'is not a date'],
		['1767225600000', 'is not a date'],
		['', 'is not a date'],
	])('not from %s', (value, words) => expect(problemOf(() => instant(value, berlin))).toBe(`"${value}" ${words} — ${examples}`));

	it.each([
		[1767225600000, '1767225600000'],
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
		expect(problemOf(() => instant(value, zone))).toBe(`"${value}" does not exist in ${zone}: the clocks go forward over it — Choose a time before or after the change of clocks.`),
	);

	const local = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 19));
	const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

	it('says what the clock on the wall says, or refuses it', () => {
		fc.assert(
			fc.property(local, zone, (text, name) => {
				let sent: string;
				try {
					sent = instant(text, name);
				} catch (error) {
					expect((error as Error).message).toContain('the clocks go forward');
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

describe('the order of two moments', () => {
	const order = (start: unknown, end: unknown, sameAllowed = false) => assertOrder(start, end, berlin, { start: 'Start', sameAllowed });
	it('may be one after the other, in any form', () => {
		order('2027-06-01T19:00', '2027-06-01T19:01');
		order('2027-06-01T19:00', new Date('2027-06-01T17:00:01Z'));
		order('2027-06-01T19:00:00-04:00', '2027-06-02T01:30');
		order('2027-06-01', '2027-06-01', true);
	});
	it('may not be the other way round, or the same', () => {
		expect(problemOf(() => order('2027-06-01T19:00', '2027-06-01T18:00'))).toBe('(2027-06-01T18:00:00+02:00) is not after Start (2027-06-01T19:00:00+02:00) — ');
		expect(problemOf(() => order('2027-06-01T19:00', '2027-06-01T19:00'))).toContain('is not after Start');
		expect(problemOf(() => order('2027-06-02', '2027-06-01', true))).toContain('is not after Start');
	});
	it('is for the end to report; a bad start is not', () => {
		order('2027-02-30', '2027-06-01');
		expect(problemOf(() => order('2027-06-01', '2027-02-30'))).toContain('"2027-02-30" does not exist');
	});
});

it.each(['PT0M', 'PT30M', 'PT2H', 'P1D', 'P7D', 'P1DT12H30M', ' PT2H '])('takes the duration %s', (value) => expect(duration(value, { max: 'P7D' })).toBe(value.trim()));
it.each(['P8D', 'P7DT1S', '-PT1M', '2 hours', '7', '', 7])('does not take the duration %p', (value) =>
	expect(problemOf(() => duration(value, { max: 'P7D' }))).toMatch(/ is not a duration from PT0M to P7D — Use ISO 8601, such as PT30M /),
);

it.each(['Europe/Berlin', ' America/Argentina/Buenos_Aires ', 'UTC', 'Etc/GMT+5'])('takes the time zone %s', (name) => expect(zoneName(name)).toBe(name.trim()));
it.each(['Berlin', 'Mars/Base', 'UTC+2', '+02:00', 'local', 2])('does not take the time zone %p', (name) =>
	expect(problemOf(() => zoneName(name))).toMatch(/ is not a time zone — Choose one from the list, or give an IANA name such as Europe\/Berlin/),
);
