import type { IDataObject } from 'n8n-workflow';
import { pick } from './pick';

/** How many guests there are by status, where Luma answers guests and tickets of each. */
function guestCounts(counts: IDataObject): IDataObject {
	const guests: IDataObject = {};
	for (const [status, count] of Object.entries(counts)) {
		const { guests: number } = (count ?? {}) as { guests?: number | null };
		if (number !== undefined && number !== null) guests[status] = number;
	}
	return guests;
}

const WHEN = ['name', 'start_at', 'end_at', 'timezone'];
const WHERE = ['url', 'visibility', 'meeting_url', 'description_md', 'id'];

/**
 * An event, in the order in which people read it: what, when and where; from Get and Create also what it is about and how
 * many guests it has, in place of its visibility. Ten columns at most, as n8n's guidelines ask.
 */
export function simpleEvent(event: IDataObject): IDataObject {
	const { geo_address_json: place, guest_counts: counts } = event as { geo_address_json?: IDataObject | null; guest_counts?: IDataObject | null };
	const simple = pick({}, event, WHEN);
	if (place !== undefined) simple.location = place?.full_address ?? place?.address ?? null;
	if (!counts) return pick(simple, event, WHERE);
	pick(simple, event, ['url', 'meeting_url', 'description_md']);
	simple.guest_counts = guestCounts(counts);
	return pick(simple, event, ['id']);
}
