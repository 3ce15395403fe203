import type { INodeProperties } from 'n8n-workflow';
import { pages } from '../api/pages';
import { calendarIdIn, calendarSlugIn } from '../values/calendarLink';
import { idOf, isOfOther } from '../values/ids';
import { Problem, shown } from '../values/problem';
import { visible } from '../values/text';
import { inBody, locator } from './locator';
import type { At, Change } from './send';

const byId = { displayName: 'By ID', placeholder: 'e.g. cal-1a2b3c4d5e6f7g8', hint: 'Starts with cal-' };

const calendars = (displayName: string, name: string, description: string) => ({ displayName, name, description, choose: 'Choose a calendar…', search: 'searchCalendars' });

/** The calendar that an operation is about, where the API key is an organization's. `run/connection.ts` reads it. */
export const calendarOption: INodeProperties = {
	...locator({ ...calendars('Calendar ID', 'forCalendarId', 'The calendar to use with an organization API key, in place of the one in the credential'), typed: [byId] }),
	required: false,
};

/** The calendar of the organization that a page's address names; the list of them is read once in a run. */
async function bySlug(slug: string, ask: At['ask']): Promise<string | undefined> {
	for await (const { entries } of pages(async (paging) => await ask('/v1/organizations/calendars/list', paging), {})) {
		const found = entries.find((calendar) => String(calendar.slug).toLowerCase() === slug.toLowerCase());
		if (found) return String(found.id);
	}
	return undefined;
}

/** What certainly names no calendar is refused before anything is asked; what is left is an ID or the end of an address. */
const namesCalendar: Change = (value) => {
	const text = visible(value);
	const mayName = calendarIdIn(text) ?? calendarSlugIn(text);
	return mayName === undefined || isOfOther('calendar', mayName) ? idOf('calendar', text) : text;
};

const toCalendarId: Change = Object.assign(
	async (value: unknown, { ask }: At) => {
		const slug = calendarSlugIn(value);
		const id = calendarIdIn(value) ?? (slug === undefined ? undefined : await bySlug(slug, ask));
		if (id !== undefined) return id;
		throw new Problem(`${shown(visible(value))} is not a calendar of the organization`, 'Choose the calendar from the list, or use its ID, which starts with cal-.');
	},
	{ asks: true },
);

/** A calendar of the organization that a write is about. */
export const calendarInBody: INodeProperties = inBody(
	locator({
		...calendars('Calendar', 'calendarId', 'The calendar to transfer the event to'),
		typed: [{ displayName: 'By URL', name: 'url', placeholder: 'e.g. https://luma.com/berlin-meetups', hint: 'The URL of the calendar page' }, byId],
	}),
	'calendar_id',
	namesCalendar,
	toCalendarId,
);
