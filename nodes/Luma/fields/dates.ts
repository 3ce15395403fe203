import { assertOrder, calendarDate, instant, needsZone, timeOfDay, zoneName } from '../values/dateTime';
import { isBlank } from '../values/blank';
import type { Change } from './send';

/** A moment, or the beginning of a day; a text without an offset is meant in the event's time zone, or in the workflow's. */
export const moment: Change = (value, { zone }) => instant(value, zone);

/** The same of an event: a day alone is not enough, for it would begin at midnight. */
export const eventTime: Change = (value, { zone }) => timeOfDay(value, zone);

/** Whether it can be a time of an event, wherever that is. */
const someTime: Change = (value) => (timeOfDay(value, 'UTC'), value);

/** The same in the zone that is given for the event, or else in the event's own, which is read where it is needed. */
const inZoneOfEvent: Change = Object.assign(
	async (value: unknown, { sent, zone, ask }: Parameters<Change>[1]) => {
		if (!isBlank(sent.timezone) || !needsZone(value)) return timeOfDay(value, zone);
		const { timezone } = await ask('/v1/events/get', { event_id: sent.event_id });
		return timeOfDay(value, typeof timezone === 'string' ? timezone : zone);
	},
	{ asks: true },
);

/** A time of an event that there is. */
export const newTime: Change[] = [someTime, inZoneOfEvent];

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
