import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { guestIn } from '../values/eventLink';
import { ofEvent } from './ofEvent';
import { body, plain, query, required, type Change } from './send';

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

const locator: Omit<INodeProperties, 'routing'> = {
	displayName: 'Guest',
	name: 'guestId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	typeOptions: ofEvent,
	required: true,
	description: 'The guest this operation applies to',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a guest…',
			typeOptions: { searchListMethod: 'searchGuests', searchable: true },
		},
		{
			displayName: 'By Email, ID, or Key',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. nathan@example.com',
			hint: "An email address, guest ID (gst-…), guest key (g-…), ticket key, or the check-in URL of a ticket's QR code",
		},
	],
};

/** The guest that a read is about. */
export const guestInQuery: INodeProperties = { ...locator, routing: query('id', 'Guest', required, plain, toId) };

/** The guest that a write is about. */
export const guestInBody: INodeProperties = { ...locator, routing: body('guest_id', 'Guest', required, plain, toId) };
