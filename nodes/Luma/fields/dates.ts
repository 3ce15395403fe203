import { DateTime } from 'luxon';
import { clock } from '../api/clock';
import { assertOrder, calendarDate, instant, isZone, needsZone, timeOfDay, zoneName } from '../values/dateTime';
import { isBlank } from '../values/blank';
import { Problem, shown } from '../values/problem';
import { chosenBeside } from './event';
import type { At, Change } from './send';

/** A moment, or the beginning of a day; a text without an offset is meant in the event's time zone, or in the workflow's. */
export const moment: Change = (value, { zone }) => instant(value, zone);

/** The same of an event, or of an end: a day alone is not enough, for it would be the midnight it begins with. */
export const eventTime: Change = (value, { zone }) => timeOfDay(value, zone);

/** Whether it can be a time of an event, wherever that is. */
const someTime: Change = (value) => (timeOfDay(value, 'UTC'), value);

const WITH_OFFSET = 'enter the time with its offset, such as 2027-06-12T09:00:00+02:00.';

/** The zone that is given for an event that there is, or else its own, which is read where a time needs it. */
async function zoneOfEvent({ context, sent, zone, ask }: At, ...times: unknown[]): Promise<string> {
	if (!isBlank(sent.timezone) || !times.some((time) => !isBlank(time) && needsZone(time))) return zone;
	const event_id = sent.event_id ?? (await chosenBeside({ context, ask }));
	if (event_id === undefined) throw new Problem('needs a time zone', `Choose the event, or ${WITH_OFFSET}`);
	const { timezone } = await ask('/v1/events/get', { event_id });
	if (typeof timezone === 'string' && isZone(timezone)) return timezone;
	// Not every operation that sets a time has a field for the zone.
	throw new Problem(`needs a time zone, because ${isBlank(timezone) ? 'the event has none' : `n8n doesn't recognize ${shown(timezone)}, that of the event`}`, `To set it, ${WITH_OFFSET}`);
}

const asking = (change: Change): Change => Object.assign(change, { asks: true });

/** A time of an event that there is. */
export const newTime: Change[] = [someTime, asking(async (value, at) => timeOfDay(value, await zoneOfEvent(at, value)))];

/** Fails unless the new end of an event is after its new start, where that is given. */
export const afterNewStart: Change = asking(async (value, at) => {
	const { start_at: start } = at.sent;
	if (!isBlank(start)) assertOrder(start, value, await zoneOfEvent(at, start), { start: 'Start' });
	return value;
});

/** What is wrong with a moment that has to be still to come, if it has passed. */
export const hasPassed = (moment: unknown): Problem | undefined =>
	DateTime.fromISO(String(moment)).toMillis() > clock.now() ? undefined : new Problem(`is ${String(moment)}, which is in the past`, 'Luma might act at once instead. Choose a later time.');

/** Fails where a moment has passed; one that a zone has to be found for is left for later. */
const toCome: Change = (value) => {
	const passed = needsZone(value) ? undefined : hasPassed(timeOfDay(value, 'UTC'));
	if (passed) throw passed;
	return value;
};

/** A moment still to come, of something that belongs to an event that there is; without an offset it is meant in the event's zone. */
export const timeToCome: Change[] = [
	someTime,
	toCome,
	asking(async (value, at) => timeOfDay(value, await zoneOfEvent(at, value))),
	asking((value) => {
		const passed = hasPassed(value);
		if (passed) throw passed;
		return value;
	}),
];

/** A plain date. */
export const day: Change = (value, { zone }) => calendarDate(value, zone);

/** An IANA time zone. */
export const timeZone: Change = (value) => zoneName(value);

/** Fails unless this moment is after the one in another parameter, where that is given; days may be the same. */
export const after =
	(property: string, label: string, options: { sameAllowed?: boolean } = {}): Change =>
	(value, { sent, zone }) => {
		if (!isBlank(sent[property])) assertOrder(sent[property], value, zone, { start: label, ...options });
		return value;
	};
