import type { IDataObject } from 'n8n-workflow';
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

const locationOf = (place: IDataObject | null) => place?.full_address ?? place?.address ?? null;

const WHEN = ['name', 'start_at', 'end_at', 'timezone'];
const WHERE = ['url', 'visibility', 'meeting_url', 'description_md', 'id'];

/** An event of an organization: which of its calendars manage it counts for more than how it is told. Ten columns at most. */
export function simpleOrganizationEvent(event: IDataObject): IDataObject {
	const { geo_address_json: place, managing_calendars: calendars } = event as { geo_address_json?: IDataObject | null; managing_calendars?: unknown };
	const simple = pick({}, event, WHEN);
	if (place !== undefined) simple.location = locationOf(place);
	pick(simple, event, ['url', 'visibility', 'calendar_id']);
	if (calendars !== undefined) simple.calendar_names = entriesOf(calendars).map(({ name }) => name ?? '').join(', ');
	return pick(simple, event, ['id']);
}

/**
 * An event, in the order in which people read it: what, when and where; from Get and Create also what it is about and how
 * many guests it has, in place of its visibility. Ten columns at most, as n8n's guidelines ask.
 */
export function simpleEvent(event: IDataObject): IDataObject {
	const { geo_address_json: place, guest_counts: counts } = event as { geo_address_json?: IDataObject | null; guest_counts?: IDataObject | null };
	const simple = pick({}, event, WHEN);
	if (place !== undefined) simple.location = locationOf(place);
	if (!counts) return pick(simple, event, WHERE);
	pick(simple, event, ['url', 'meeting_url', 'description_md']);
	simple.guest_counts = guestCounts(counts);
	return pick(simple, event, ['id']);
}
