import { Problem, shown } from './problem';

/** A date on the calendar and a time on the clock, as ISO 8601 text; with an offset where one was written. */
export interface Written {
	iso: string;
	/** Whether a time of day was written. */
	timed: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** "Wed, " or "Wednesday " before the date. */
const WEEKDAY = /^(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\.?,? /i;
/** "2/13/2027", "10.02.2027", "10-02-2027". */
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;
/** "2027/2/10", "2027.02.10", "2027-2-10". */
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?!\d)/;
/** "Feb 10, 2027", "February 10th 2027". */
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/i;
/** "10 Feb 2027", "10. February 2027", "10-Feb-2027". */
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?!\d)/i;
/** "18:00", "6:00 PM", "6pm", "18:00:30.250", each perhaps with an offset: "18:00 +0100", "18:00 GMT", "18:00:00 GMT+0100 (Central European Standard Time)". */
const TIME = /^(\d{1,2})(?::(\d{2})(?::(\d{2})(\.\d{1,9})?)?)?( ?)([ap]\.?m\.?)?(?: ?(z|utc|gmt|(?:utc|gmt)?[+-]\d{2}:?\d{2}))?(?: \([^()]{0,60}\))?$/i;
/** What may stand between date and time. */
const BETWEEN = /^(?:,? at |, | |T)/i;

const two = (number: number) => String(number).padStart(2, '0');

/** Excel and Google Sheets count days from here; 25,569 of them to 1970. */
const SHEETS_EPOCH = 25_569;
const DAY = 86_400_000;
/** A serial number is taken for a date of these years only, so that a year or a quantity is not. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050];
/** Seconds from 2000 to 2099. */
const [FIRST_SECOND, LAST_SECOND] = [946_684_800, 4_102_444_800];

/**
 * A date that is just a number: the serial number of a sheet (days since 1899-12-30, 46428.75 is 2027-02-10 18:00), or Unix
 * seconds or milliseconds, of the years 2000 to 2099.
 */
export function numbered(text: string): Written | undefined {
	if (!/^\d+(?:\.\d+)?$/.test(text)) return undefined;
	const number = Number(text);
	if (number >= FIRST_SERIAL && number < LAST_SERIAL) {
		// The fraction is that of a day, in as many digits as the sheet has given.
		const wall = new Date(Math.round(((number - SHEETS_EPOCH) * DAY) / 1000) * 1000);
		const timed = !Number.isInteger(number);
		return { iso: timed ? wall.toISOString().slice(0, 19) : wall.toISOString().slice(0, 10), timed };
	}
	const seconds = number >= FIRST_SECOND * 1000 ? number / 1000 : number;
	if (seconds < FIRST_SECOND || seconds >= LAST_SECOND) return undefined;
	return { iso: new Date(Math.round(seconds * 1000)).toISOString(), timed: true };
}

function clock(text: string): { iso: string; format: string } | undefined {
	const match = TIME.exec(text);
	if (!match) return undefined;
	const [, hours, minutes, seconds, fraction = '', blank, half, offset = ''] = match;
	// A number alone is no time.
	if (minutes === undefined && half === undefined) return undefined;
	const hour = Number(hours);
	if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
	const of24 = half === undefined ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0);
	const zone = /^(?:z|utc|gmt)$/i.test(offset) ? 'Z' : offset.replace(/^[a-z]+/i, '').replace(/^([+-]\d\d):?/, '$1:');
	const format = `${half === undefined ? 'H' : 'h'}${minutes === undefined ? '' : ':mm'}${seconds === undefined ? '' : `:ss${fraction && '.SSS'}`}${half === undefined ? '' : `${blank}a`}${offset && ` ${offset.includes(':') ? 'ZZ' : 'ZZZ'}`}`;
	return { iso: `T${two(of24)}:${minutes ?? '00'}${seconds === undefined ? '' : `:${seconds}`}${fraction.slice(0, 4)}${zone}`, format };
}

const monthOf = (name: string) => {
	const said = name.toLowerCase();
	const short = MONTHS.indexOf(said === 'sept' ? 'sep' : said);
	return (short >= 0 ? short : FULL_MONTHS.indexOf(said)) + 1;
};

interface Day {
	year: number;
	month: number;
	day: number;
	/** How long the date is in the text. */
	length: number;
	/** What stands between its numbers where day and month could be either. */
	unclear?: string;
}

function dayIn(text: string): Day | undefined {
	const numbers = NUMBERS.exec(text);
	if (numbers) {
		const [{ length }, first, mark, second] = numbers;
		const [a, b, year] = [Number(first), Number(second), Number(numbers[4])];
		// With dots the day comes first wherever dates are written so.
		if (mark === '.' || a > 12) return { year, month: b, day: a, length };
		return { year, month: a, day: b, length, ...(b <= 12 && a !== b && { unclear: mark }) };
	}
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]), length: yearFirst[0].length };
	const monthFirst = MONTH_FIRST.exec(text);
	if (monthFirst) return { year: Number(monthFirst[3]), month: monthOf(monthFirst[1]), day: Number(monthFirst[2]), length: monthFirst[0].length };
	const dayFirst = DAY_FIRST.exec(text);
	if (dayFirst) return { year: Number(dayFirst[3]), month: monthOf(dayFirst[2]), day: Number(dayFirst[1]), length: dayFirst[0].length };
	return undefined;
}

/**
 * A date as sheets, mails and people write it: 13.02.2027 18:00, 2/13/2027 6:00 PM, Feb 13, 2027, Sat, 13 Feb 2027 18:00 +0100.
 * @returns undefined where it is none of these
 * @throws Problem where day and month could be either, with the expression that says which
 */
export function writtenDate(value: string): Written | undefined {
	const text = value.replace(/\s+/g, ' ');
	const weekday = WEEKDAY.exec(text);
	const rest = text.slice(weekday?.[0].length ?? 0);
	const day = dayIn(rest);
	if (!day || day.month === 0) return undefined;
	const behind = rest.slice(day.length);
	const gap = BETWEEN.exec(behind)?.[0] ?? '';
	const time = behind === '' ? undefined : clock(behind.slice(gap.length));
	if (behind !== '' && (gap === '' || time === undefined)) return undefined;
	if (day.unclear !== undefined) throw ambiguous(rest, day.unclear, time && `${/[a-z]/i.test(gap) ? `'${gap}'` : gap}${time.format}`);
	const iso = `${day.year}-${two(day.month)}-${two(day.day)}`;
	if (weekday && DAYS[new Date(`${iso}T00:00Z`).getUTCDay()] !== weekday[1].toLowerCase()) throw new Problem(`${shown(value)} is not on a ${weekday[0].replace(/\W+/g, '')}`);
	return { iso: `${iso}${time?.iso ?? ''}`, timed: time !== undefined };
}

function ambiguous(text: string, mark: string, time = ''): Problem {
	// Without an offset the time stays one on the clock, to be meant in the zone in which the field means it.
	const quoted = (words: string) => (words.includes("'") ? JSON.stringify(words) : `'${words}'`);
	const expression = (day: string) => `{{ DateTime.fromFormat(${quoted(text)}, ${quoted(`${day}${time}`)}).toISO(${time.includes('Z') ? '' : '{ includeOffset: false }'}) }}`;
	const [monthFirst, dayFirst] = [['M', 'd', 'yyyy'], ['d', 'M', 'yyyy']].map((parts) => expression(parts.join(mark)));
	return new Problem(`${shown(text)} could be two days, because day and month can be either way around`, `Say which comes first. For the month, use ${monthFirst}. For the day, use ${dayFirst}. Put your own field in place of the text.`);
}
