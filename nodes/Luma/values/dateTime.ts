import { DateTime, Duration, IANAZone } from 'luxon';
import { Problem, shown } from './problem';
import { visible } from './text';
import { numbered, writtenDate, type Written } from './writtenDate';

const EXAMPLES =
	'Use the date picker, an ISO 8601 date such as 2027-06-01T19:00 or 2027-06-01T19:00:00+02:00, or an expression such as {{ $now.plus({ days: 7 }) }}.';

/** Whether this names an IANA time zone; luxon keeps each that it has looked at. Newer engines count offsets such as +02:00 among them; Luma does not. */
export const isZone = (name: string) => /^[a-z]/i.test(name) && IANAZone.create(name).isValid;

/** Checks an IANA time zone name such as Europe/Berlin. Luma wants these names (its formats page). */
export function zoneName(value: unknown): string {
	const name = visible(value);
	if (isZone(name)) return name;
	throw new Problem(`${shown(value)} is not a time zone`, 'Choose one from the list, or use an IANA name such as Europe/Berlin or America/New_York.');
}

const DAY = 86_400_000;

/** A year, month and day; or the week or the day of the year, as ISO 8601 also has it. */
const ISO_DATE = /^\d{4}-?(?:\d{2}-?\d{2}|W\d{2}-?\d|\d{3})(?!\d)/i;

/** No date is longer than what JavaScript makes of one: "Wed Feb 10 2027 18:00:00 GMT+0100 (Central European Standard Time)". */
const LONGEST = 100;

/** The offset behind a time, in ISO 8601 and in SQL. */
const OFFSET = /^[^T ]*[T ][^+-]*([+-])(\d{2})(?::?(\d{2}))?$/i;

/** The largest offset of a place on Earth, in minutes. */
const FARTHEST = 14 * 60;

/** A date that was given: a moment, with its offset; or a day, and perhaps a time on the clock, of which the zone makes a moment. */
interface Given {
	moment: DateTime;
	/** Whether it says a time of day, and not only a day. */
	timed: boolean;
	/** The day, where it was given as such and not as a moment. */
	day?: string;
}

const parsed = (text: string, zone: string): DateTime => {
	const read = DateTime.fromISO(text, { zone, setZone: true });
	// What databases write: a blank in place of T.
	return read.isValid || doesNotExist(read) ? read : DateTime.fromSQL(text, { zone, setZone: true });
};

const doesNotExist = (date: DateTime) => date.invalidReason === 'unit out of range';

/** ISO 8601 text, with or without an offset. */
function iso(text: string): Written | undefined {
	if (!ISO_DATE.test(text)) return undefined;
	const date = parsed(text, 'UTC');
	return date.isValid || doesNotExist(date) ? { iso: text, timed: /[T ]/i.test(text) } : undefined;
}

/**
 * Reads whatever n8n hands over as a date: the picker's text without an offset, ISO 8601 text with one, a luxon DateTime
 * (`$now`), a Date, a number as sheets and Unix have it, or text as sheets, mails and people write it.
 * @param zone the IANA zone in which a text without an offset is meant
 */
function read(value: unknown, zone: string): Given {
	// n8n's luxon is not always this module's luxon, so `instanceof` would miss `$now`.
	const date = DateTime.isDateTime(value) ? (value as DateTime) : Object.prototype.toString.call(value) === '[object Date]' ? DateTime.fromJSDate(value as Date, { zone }) : undefined;
	if (date) {
		if (date.isValid) return { moment: date, timed: true };
		throw new Problem(`${shown(String(value))} is not a date`, EXAMPLES);
	}
	// Blanks that break no line are blanks between words here, wide digits are digits, and a dash of any kind stands for the one on the keyboard.
	const text = typeof value === 'string' || typeof value === 'number' ? visible(String(value).normalize('NFKC').replace(/[\u2012-\u2015\u2212]/g, '-').replace(/[\u00a0\u2007\u202f]+/g, ' ')) : '';
	const written = text.length > LONGEST ? undefined : (numbered(text) ?? iso(text) ?? writtenDate(text));
	if (!written) throw new Problem(`${shown(value)} is not a date`, EXAMPLES);
	return placed(written, value, zone);
}

/** Makes a moment of what was written. */
function placed({ iso: text, timed }: Written, value: unknown, zone: string): Given {
	const [offset, , hours, minutes = '0'] = OFFSET.exec(text) ?? [];
	if (offset !== undefined && (Number(minutes) > 59 || Number(hours) * 60 + Number(minutes) > FARTHEST)) throw new Problem(`${shown(value)} has an offset that no place on Earth has`, 'Use an offset from -12:00 to +14:00, such as +02:00, or Z.');
	// As if meant in UTC; what has an offset of its own is the same moment wherever it is meant.
	const wall = parsed(text, 'UTC');
	if (!wall.isValid) throw new Problem(`${shown(value)} does not exist`, EXAMPLES);
	if (wall.toMillis() === parsed(text, 'UTC+1').toMillis()) return { moment: wall, timed };
	const moment = onTheClock(wall.toMillis(), zone);
	if (moment.isValid) return { moment, timed, day: wall.toISODate()! };
	if (!timed) return { moment: DateTime.fromISO(text, { zone }), timed, day: wall.toISODate()! };
	throw new Problem(`${shown(value)} does not exist in ${zone}, because the clocks skip it when they go forward`, 'Choose a time before or after the clocks change.');
}

/**
 * The moment at which the clocks of a zone show this time: the first one, when the clocks go back and show it twice,
 * whatever day it is today; invalid when they go forward over it.
 * @param wall the time on the clock, as the milliseconds that it would be in UTC
 */
function onTheClock(wall: number, zone: string): DateTime {
	const offset = (moment: number) => IANAZone.create(zone).offset(moment) * 60_000;
	const moments = [wall - DAY, wall + DAY].map((near) => wall - offset(near)).filter((moment) => moment + offset(moment) === wall);
	return moments.length > 0 ? DateTime.fromMillis(Math.min(...moments), { zone }) : DateTime.invalid('skipped');
}

/**
 * A moment as Luma takes it: ISO 8601 with an offset or Z (formats page: date and time).
 * @param zone the IANA zone in which a text without an offset is meant
 */
export function instant(value: unknown, zone: string): string {
	return read(value, zone).moment.toISO({ suppressMilliseconds: true })!;
}

/** The same of what must say a time of day: an event that begins on a day would begin at midnight. */
export function timeOfDay(value: unknown, zone: string): string {
	const { moment, timed, day } = read(value, zone);
	if (timed) return moment.toISO({ suppressMilliseconds: true })!;
	throw new Problem(`${shown(value)} has no time of day`, `Add the time, such as ${day}T19:00. For midnight, use ${day}T00:00.`);
}

/** A moment as Luma answers it, with the offset that its time zone has then; as it is, where it is no such moment or zone. */
export function onTheClockOf(value: unknown, zone: unknown): unknown {
	if (typeof value !== 'string' || typeof zone !== 'string' || !isZone(zone)) return value;
	return DateTime.fromISO(value, { zone }).toISO({ suppressMilliseconds: true }) ?? value;
}

/** A calendar date, YYYY-MM-DD, as `valid_start_at` of a ticket type takes it; a moment counts in the given zone. */
export function calendarDate(value: unknown, zone: string): string {
	return read(value, zone).moment.setZone(zone).toISODate()!;
}

/** Whether the zone decides which moment a date is, since it has no offset of its own. What is no date is not this one's to report. */
export function needsZone(value: unknown): boolean {
	try {
		return read(value, 'UTC').day !== undefined;
	} catch {
		return false;
	}
}

/**
 * Fails when `end` is not after `start`; both as `instant` takes them or, where the same is allowed, as days.
 * A start that is no date is not this one's to report.
 */
export function assertOrder(start: unknown, end: unknown, zone: string, words: { start: string; sameAllowed?: boolean }) {
	const form = words.sameAllowed ? calendarDate : instant;
	const to = form(end, zone);
	let from: string;
	try {
		from = form(start, zone);
	} catch {
		return;
	}
	const [later, earlier] = [to, from].map((text) => DateTime.fromISO(text).toMillis());
	if (later > earlier || (words.sameAllowed && later === earlier)) return;
	throw new Problem(`is ${to}, which is ${words.sameAllowed ? 'before' : 'not after'} '${words.start}' (${from})`);
}

/** An ISO 8601 duration within bounds, such as PT2H (formats page: duration). */
export function duration(value: unknown, bounds: { max: string }): string {
	const text = visible(value);
	// luxon's pattern is not for texts that are longer than any duration.
	const length = text.length > LONGEST ? Duration.invalid('too long') : Duration.fromISO(text);
	if (length.isValid && length.toMillis() >= 0 && length.toMillis() <= Duration.fromISO(bounds.max).toMillis()) return text;
	throw new Problem(`${shown(value)} is not a duration from PT0M to ${bounds.max}`, 'Use an ISO 8601 duration, such as PT30M (30 minutes), PT2H (2 hours), or P1D (1 day).');
}
