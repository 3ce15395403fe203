import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { guestIn } from '../values/eventLink';
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
