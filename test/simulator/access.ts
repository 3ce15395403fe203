import { badRequest, LumaError, notFound } from './errors';
import { calendarId } from './store';

/** The default valid key, of a calendar. Made up, as is the other: they open nothing but the simulator. */
export const apiKey = 'luma-simulator-calendar-key';
/** A key of an organization: calls about a calendar need the header x-luma-calendar-id as well. */
export const organizationKey = 'luma-simulator-organization-key';

type Header = string | string[] | undefined;

export const isKnownKey = (key: Header) => key === apiKey || key === organizationKey;

/** Throws Luma's 400 for a missing or blank key and 401 for an unknown one. */
export function checkKey(key: Header): void {
	if (typeof key !== 'string' || !key.trim()) {
		throw badRequest('The header x-luma-api-key is missing or blank.');
	}
	if (!isKnownKey(key)) throw new LumaError(401, 'You are not signed in.');
}

/** Throws when an organization key does not say which calendar the call is about. */
export function checkCalendar(key: Header, path: string, calendar: Header): void {
	if (key !== organizationKey || path === '/v1/users/get-self') return;
	if (typeof calendar !== 'string' || !calendar.trim()) {
		throw badRequest('The header x-luma-calendar-id is required with an organization key.');
	}
	if (calendar !== calendarId) throw notFound('Calendar', calendar);
}
