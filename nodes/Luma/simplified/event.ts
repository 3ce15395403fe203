import type { IDataObject } from 'n8n-workflow';
import { onTheClockOf } from '../values/dateTime';
import { entriesOf, pick } from './pick';

/** How many guests there are by status, where Luma answers guests and tickets of each. */
function guestCounts(counts: IDataObject): IDataObject {
	const guests: IDataObject = {};
	for (const [status, count] of Object.entries(counts)) {
		const { guests: number } = (count ?? {}) as { guests?: number | null };
		if (number !== undefined && number !== null) guests[status] = number;
	}
	return guests;
}

/** Where an event is, in words. */
const locationOf = (place: IDataObject | null) => place?.full_address ?? place?.address ?? null;

const TIMES = ['start_at', 'end_at'];
const WHERE = ['url', 'visibility', 'meeting_url'];

/** What an event is called and when it is, as the clocks there show it. */
function named(event: IDataObject): IDataObject {
	const simple = pick({}, event, ['name']);
	for (const name of TIMES) if (event[name] !== undefined) simple[name] = onTheClockOf(event[name], event.timezone) as string;
	return pick(simple, event, ['timezone']);
}

/** An event of an organization: which of its calendars manage it counts for more than how it is told. Ten columns at most. */
export function simpleOrganizationEvent(event: IDataObject): IDataObject {
	const { geo_address_json: place, managing_calendars: calendars } = event as { geo_address_json?: IDataObject | null; managing_calendars?: unknown };
	const simple = named(event);
	if (place !== undefined) simple.location = locationOf(place);
	pick(simple, event, ['url', 'visibility', 'calendar_id']);
	if (calendars !== undefined) simple.calendar_names = entriesOf(calendars).map(({ name }) => name ?? '').join(', ');
	return pick(simple, event, ['id']);
}

/**
 * An event, in the order in which people read it: what, when (as the clocks there show it) and where, and with which tags;
 * from Get and Create also what it is about and how many guests it has, in place of its visibility. Ten columns at most, as
 * n8n's guidelines ask.
 */
export function simpleEvent(event: IDataObject): IDataObject {
	const { geo_address_json: place, guest_counts: counts, tags } = event as { geo_address_json?: IDataObject | null; guest_counts?: IDataObject | null; tags?: unknown };
	const simple = named(event);
	if (place !== undefined) simple.location = locationOf(place);
	if (!counts) {
		pick(simple, event, WHERE);
		if (tags !== undefined) simple.tags = entriesOf(tags).map(({ name }) => name ?? '').join(', ');
		else pick(simple, event, ['description_md']);
		return pick(simple, event, ['id']);
	}
	pick(simple, event, ['url', 'meeting_url', 'description_md']);
	simple.guest_counts = guestCounts(counts);
	return pick(simple, event, ['id']);
}
