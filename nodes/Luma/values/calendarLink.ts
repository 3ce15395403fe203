import { linkedId } from './ids';
import { lumaLink } from './link';
import { Problem, shown } from './problem';
import { visible } from './text';

const ID = /^cal-[\w-]+$/i;

const SLUG = /^[\p{L}\p{N}_-]+$/u;

/** A calendar's ID, alone or in the address of its pages, such as https://luma.com/calendar/manage/cal-1a2b3c4d5e6f7g8; undefined where it is named otherwise. */
export function calendarIdIn(value: unknown): string | undefined {
	const text = visible(value);
	return ID.test(text) ? text : linkedId('calendar', text);
}

/**
 * The ID of a calendar, given alone or in the address of one of its pages.
 * @throws Problem
 */
export function calendarIn(value: unknown): string {
	const id = calendarIdIn(value);
	if (id !== undefined) return id;
	throw new Problem(`${shown(value)} is not a calendar ID`, 'Calendar IDs start with cal-. Organization > Get Calendars returns them.');
}

/** The slug in the address of a calendar's page, which has nothing else in its path, or the slug alone. */
export function calendarSlugIn(value: unknown): string | undefined {
	const text = visible(value);
	const { path } = lumaLink(text) ?? { path: [text] };
	return path.length === 1 && SLUG.test(path[0]) ? path[0] : undefined;
}
