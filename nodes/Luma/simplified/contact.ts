import type { IDataObject } from 'n8n-workflow';
import { entriesOf, pick } from './pick';

const WHO = ['name', 'email'];
const NUMBERS = ['event_approved_count', 'event_checked_in_count'];

/**
 * A contact, in the order in which people read it: who, with which tags and membership, how often at events and with how much
 * revenue. Ten columns at most, as n8n's guidelines ask; the revenue is in dollars here, for people add it up.
 */
export function simpleContact(contact: IDataObject): IDataObject {
	const { tags, membership, revenue_usd_cents: cents } = contact as { tags?: unknown; membership?: IDataObject | null; revenue_usd_cents?: unknown };
	const simple = pick({}, contact, WHO);
	if (tags !== undefined) simple.tags = entriesOf(tags).map(({ name }) => name ?? '').join(', ');
	if (membership !== undefined) {
		simple.membership_status = membership?.status ?? null;
		simple.membership_tier_id = membership?.calendar_membership_tier_id ?? null;
	}
	pick(simple, contact, NUMBERS);
	if (cents !== undefined) simple.revenue_usd = typeof cents === 'number' ? cents / 100 : null;
	return pick(simple, contact, ['created_at', 'id']);
}
