import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Item } from '../run/item';
import type { Work } from '../run/work';
import { isBlank } from '../values/blank';
import { guestIn } from '../values/eventLink';
import { emailKey } from '../values/email';
import { Problem } from '../values/problem';
import { done } from './done';
import { inBody, inQuery, locator } from './locator';
import { ofEvent } from './ofEvent';
import type { At, Change } from './send';

const checked: Change = (value) => {
	guestIn(value);
	return value;
};

/** A check-in link names its event too, which has to be the one that is chosen: that one is known once its own link is looked up. */
const ofChosenEvent: Change = Object.assign(
	(value: unknown, { sent }: At) => {
		const { guest, event } = guestIn(value);
		if (event === undefined || event === sent.event_id) return guest;
		throw new Problem(`is a check-in URL of another event (${event}) than the one chosen in 'Event' (${String(sent.event_id)})`, "Use a check-in URL of this event, or choose the other event in 'Event'.");
	},
	{ asks: true },
);

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
export const guestInQuery: INodeProperties = inQuery(guest, 'id', checked, ofChosenEvent);

/** The guest that a write is about. */
export const guestInBody: INodeProperties = inBody(guest, 'guest_id', checked, ofChosenEvent);

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
function whoIs(item: Item): IDataObject {
	const id = String(item.sent.guest_id);
	const { json = {} } = (item.context.getInputData() ?? {}) as { json?: IDataObject };
	const { user_email, user_name, email = user_email, name = user_name } = json;
	const isOfInput = [json.id, json.guest_id].includes(id) || (isEmail(id) && typeof email === 'string' && emailKey(email) === emailKey(id));
	const who = isOfInput ? { name, email } : shownBy(item.parameter('guestId', {}) as object);
	return Object.fromEntries(Object.entries({ ...who, ...(isEmail(id) && isBlank(who.email) && { email: id }) }).filter(([, value]) => typeof value === 'string' && !isBlank(value)));
}

/** What comes out of a change to one guest where Luma's answer is empty: a confirmation, the ids, and who the guest is. */
export const guestDone =
	(...more: string[]): Work['output'] =>
	(item) =>
	(answer) => ({ ...done({ success: true }, 'event_id', 'guest_id', ...more)!(item)(answer), ...whoIs(item) });
