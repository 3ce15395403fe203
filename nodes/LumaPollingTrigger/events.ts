import type { IDataObject } from 'n8n-workflow';
import { timeIn } from '../Luma/simplified/times';
import { all, type Luma } from './luma';
import type { Wanted } from './parameters';

const DAY = 24 * 60 * 60_000;

/** The events that the calendar manages, from those that have begun lately on. */
export async function upcoming(luma: Luma, { ahead, back }: Wanted, now: number): Promise<IDataObject[]> {
	const before = ahead === Infinity ? {} : { before: new Date(now + ahead).toISOString() };
	const events = await all(luma, '/v1/calendars/events/list', { after: new Date(now - back).toISOString(), ...before });
	// Guests may be checked in until the end, and somewhat after it.
	return events.filter(({ end_at: end, start_at: start }) => !(timeIn(end ?? start) < now - DAY));
}
