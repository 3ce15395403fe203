import { DateTime, Duration, IANAZone } from 'luxon';
import { Problem, shown } from './problem';

const EXAMPLES =
	'Use the date picker, an ISO 8601 text such as 2027-06-01T19:00 or 2027-06-01T19:00:00+02:00, or an expression such as {{ $now.plus({ days: 7 }) }}.';

/** A year, month and day; or the week or the day of the year, as ISO 8601 also has it. */
const WHOLE_DATE = /^\d{4}-?(?:\d{2}-?\d{2}|W\d{2}-?\d|\d{3})(?!\d)/i;

/** Whether this names an IANA time zone. Newer engines count offsets such as +02:00 among them; Luma does not. */
export const isZone = (name: string) => /^[a-z]/i.test(name) && IANAZone.isValidZone(name);

/** Checks an IANA time zone name such as Europe/Berlin. Luma wants these names (its formats page). */
export function zoneName(value: unknown): string {
	const name = String(value).trim();
	if (isZone(name)) return name;
	throw new Problem(`${shown(value)} is not a time zone`, 'Choose one from the list, or give an IANA name such as Europe/Berlin or America/New_York.');
}

/**
 * Reads whatever n8n hands over as a date: the picker's text without an offset, ISO 8601 text with one,
 * a luxon DateTime (`$now`) or a Date.
 * @param zone the IANA zone in which a text without an offset is meant
 */
function read(value: unknown, zone: string): DateTime {
	// n8n's luxon is not always this module's luxon, so `instanceof` would miss `$now`.
	if (DateTime.isDateTime(value)) return value as DateTime;
	if (Object.prototype.toString.call(value) === '[object Date]') return DateTime.fromJSDate(value as Date, { zone });
	if (typeof value !== 'string') throw new Problem(`${shown(value)} is not a date`, EXAMPLES);
	const text = value.trim();
	// luxon would take a year for its first day, and a time for today's.
	if (!WHOLE_DATE.test(text)) throw new Problem(`${shown(value)} is not a date`, EXAMPLES);
	const read = DateTime.fromISO(text, { zone, setZone: true });
	if (read.isValid) return afterGap(read, text, zone);
	const spaced = DateTime.fromSQL(text, { zone, setZone: true });
	if (spaced.isValid) return afterGap(spaced, text, zone);
	const wrongUnit = read.invalidReason === 'unit out of range';
	throw new Problem(wrongUnit ? `${shown(value)} does not exist` : `${shown(value)} is not a date`, EXAMPLES);
}

/** A clock that goes forward skips an hour; luxon quietly moves a time in it, which would move the event. */
function afterGap(read: DateTime, text: string, zone: string): DateTime {
	const wall = /[T ](\d{2}):?(\d{2})?/i.exec(text);
	if (!wall || (read.hour === Number(wall[1]) % 24 && read.minute === Number(wall[2] ?? 0))) return read;
	throw new Problem(`${shown(text)} does not exist in ${zone}: the clocks go forward over it`, 'Choose a time before or after the change of clocks.');
}

function valid(value: unknown, zone: string): DateTime {
	const date = read(value, zone);
	if (date.isValid) return date;
	throw new Problem(`${shown(String(value))} is not a date`, EXAMPLES);
}

function readable(value: unknown, zone: string): DateTime | undefined {
	try {
		return valid(value, zone);
	} catch {
		return undefined;
	}
}

/**
 * A moment as Luma takes it: ISO 8601 with an offset or Z (formats page: date and time).
 * @param zone the IANA zone in which a text without an offset is meant
 */
export function instant(value: unknown, zone: string): string {
	return valid(value, zone).toISO({ suppressMilliseconds: true })!;
}

/** A calendar date, YYYY-MM-DD, as `valid_start_at` of a ticket type takes it; a moment counts in the given zone. */
export function calendarDate(value: unknown, zone: string): string {
	if (typeof value === 'string' && !/[zZ]$|[+-]\d{2}:?\d{2}$/.test(value.slice(10))) return valid(value, zone).toISODate()!;
	return valid(value, zone).setZone(zone).toISODate()!;
}

/** Fails when `end` is not after `start`; both as `instant` or `calendarDate` take them. A start that is no date is not this one's to report. */
export function assertOrder(start: unknown, end: unknown, zone: string, words: { start: string; sameAllowed?: boolean }) {
	const [from, to] = [readable(start, zone), valid(end, zone)];
	if (!from) return;
	if (to > from || (words.sameAllowed && to.equals(from))) return;
	throw new Problem(`(${to.toISO({ suppressMilliseconds: true })}) is not after ${words.start} (${from.toISO({ suppressMilliseconds: true })})`);
}

/** An ISO 8601 duration within bounds, such as PT2H (formats page: duration). */
export function duration(value: unknown, bounds: { max: string }): string {
	const text = String(value).trim();
	const length = Duration.fromISO(text);
	if (length.isValid && length.toMillis() >= 0 && length.toMillis() <= Duration.fromISO(bounds.max).toMillis()) return text;
	throw new Problem(`${shown(value)} is not a duration from PT0M to ${bounds.max}`, 'Use ISO 8601, such as PT30M (30 minutes), PT2H (2 hours) or P1D (a day).');
}
