import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Item } from '../run/item';
import { isBlank } from '../values/blank';
import { guestIn } from '../values/eventLink';
import { emailKey } from '../values/text';
import { inBody, inQuery, locator } from './locator';
import { ofEvent } from './ofEvent';
import type { Change } from './send';

const toId: Change = (value) => guestIn(value);

/** What a guest's status can be, as lists offer it. */
export const guestStatuses: INodePropertyOptions[] = [
	{ name: 'Approved (Going)', value: 'approved' },
	{ name: 'Declined', value: 'declined' },
	{ name: 'Invited', value: 'invited' },
	{ name: 'Pending Approval', value: 'pending_approval' },
	{ name: 'Session', value: 'session', description: 'A status of Luma that its documentation lists without explaining it' },
	{ name: 'Waitlist', value: 'waitlist' },
];

const guest = locator({
	displayName: 'Guest',
	name: 'guestId',
	typeOptions: ofEvent,
	description: 'The guest this operation applies to',
	choose: 'Choose a guest…',
	search: 'searchGuests',
	typed: [
		{
			displayName: 'By Email, ID, or Key',
			placeholder: 'e.g. nathan@example.com',
			hint: "An email address, guest ID (gst-…), guest key (g-…), ticket key, or the check-in URL of a ticket's QR code",
		},
	],
});

/** The guest that a read is about. */
export const guestInQuery: INodeProperties = inQuery(guest, 'id', toId);

/** The guest that a write is about. */
export const guestInBody: INodeProperties = inBody(guest, 'guest_id', toId);

const isEmail = (text: string) => text.includes('@');

/** What the list has shown of a guest who was chosen from it: "Guest 4 (guest4@example.com, pending approval)". */
function shownBy({ mode, cachedResultName }: { mode?: unknown; cachedResultName?: unknown }): IDataObject {
	if (mode !== 'list' || typeof cachedResultName !== 'string') return {};
	const at = cachedResultName.lastIndexOf(' (');
	if (at < 0) return {};
	const name = cachedResultName.slice(0, at);
	const [email] = cachedResultName.slice(at + 2, -1).split(', ');
	if (isEmail(email)) return { name, email };
	return isEmail(name) ? { email: name } : {};
}

/** Who the guest of a write is, as far as that is known without a request: from the input item, from the list, or from the field itself. */
export function whoIs(item: Item): IDataObject {
	const id = String(item.sent.guest_id);
	const { json = {} } = (item.context.getInputData() ?? {}) as { json?: IDataObject };
	const { user_email, user_name, email = user_email, name = user_name } = json;
	const isOfInput = [json.id, json.guest_id].includes(id) || (isEmail(id) && typeof email === 'string' && emailKey(email) === emailKey(id));
	const who = isOfInput ? { name, email } : shownBy(item.parameter('guestId', {}) as object);
	return Object.fromEntries(Object.entries({ ...who, ...(isEmail(id) && isBlank(who.email) && { email: id }) }).filter(([, value]) => typeof value === 'string' && !isBlank(value)));
}
