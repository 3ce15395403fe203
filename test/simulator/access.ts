import { badRequest, LumaError, notFound } from './errors';

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

const OF_ORGANIZATION = /^\/v\d\/organizations\//;

/**
 * The calendar that a call is about; undefined where it is about none. Throws where an organization key does not say which, and
 * where the key of a calendar asks for what is an organization's.
 * @param known the calendars of the organization
 */
export function calendarOf(key: Header, path: string, calendar: Header, known: string[]): string | undefined {
	if (OF_ORGANIZATION.test(path)) {
		if (key !== organizationKey) throw new LumaError(403, 'This endpoint requires an organization API key.');
		return undefined;
	}
	if (key !== organizationKey || path === '/v1/users/get-self') return undefined;
	if (typeof calendar !== 'string' || !calendar.trim()) {
		throw badRequest('The header x-luma-calendar-id is required with an organization key.');
	}
	if (!known.includes(calendar)) throw notFound('Calendar', calendar);
	return calendar;
}
