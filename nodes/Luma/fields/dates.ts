import { assertOrder, calendarDate, instant, timeOfDay, zoneName } from '../values/dateTime';
import { isBlank } from '../values/blank';
import type { Change } from './send';

/** A moment, or the beginning of a day; a text without an offset is meant in the event's time zone, or in the workflow's. */
export const moment: Change = (value, { zone }) => instant(value, zone);

/** The same of an event: a day alone is not enough, for it would begin at midnight. */
export const eventTime: Change = (value, { zone }) => timeOfDay(value, zone);

/** A plain date. */
export const day: Change = (value, { zone }) => calendarDate(value, zone);

/** An IANA time zone. */
export const timeZone: Change = (value) => zoneName(value);

/** Fails unless this moment is after the one in another parameter, where that is given. */
export const after =
	(property: string, label: string, options: { sameAllowed?: boolean } = {}): Change =>
	(value, { sent, zone }) => {
		if (!isBlank(sent[property])) assertOrder(sent[property], value, zone, { start: label, ...options });
		return value;
	};
