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

const TIMES = ['start_at', 'end_at'];
const WHERE = ['url', 'visibility', 'meeting_url'];

/**
 * An event, in the order in which people read it: what, when (as the clocks there show it) and where, and with which tags;
 * from Get and Create also what it is about and how many guests it has, in place of its visibility. Ten columns at most, as
 * n8n's guidelines ask.
 */
export function simpleEvent(event: IDataObject): IDataObject {
	const { geo_address_json: place, guest_counts: counts, tags, timezone } = event as { geo_address_json?: IDataObject | null; guest_counts?: IDataObject | null; tags?: unknown; timezone?: unknown };
	const simple = pick({}, event, ['name']);
	for (const name of TIMES) if (event[name] !== undefined) simple[name] = onTheClockOf(event[name], timezone) as string;
	pick(simple, event, ['timezone']);
	if (place !== undefined) simple.location = place?.full_address ?? place?.address ?? null;
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
