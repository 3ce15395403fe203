import type { IDataObject } from 'n8n-workflow';
import { searchOf, type Choice, type List } from './search';

/** A contact by name and email address. */
const show = ({ id, name, email }: IDataObject): Choice => ({ name: name ? `${name} (${email})` : String(email ?? id), value: String(id) });

/** The contact of an ID, as it was given: Luma's search looks at names and addresses alone, and has no request for one contact. */
const named = async (text: string): Promise<IDataObject | undefined> => await Promise.resolve(/^usr-\S+$/i.test(text) ? { id: text, user_id: text } : undefined);

/** The contacts of the calendar, the newest first. */
const contacts: List = {
	things: 'contacts',
	path: '/v1/calendars/contacts/list',
	parts: () => [{ sort_column: 'created_at', sort_direction: 'desc' }],
	// Luma searches names and addresses itself: 100,000 contacts would take a thousand pages.
	query: 'query',
	named,
	show,
	words: (contact) => [show(contact).name, contact.id],
	otherwise: "Choose 'By Email or ID'.",
};

export const searchContacts = searchOf(() => contacts);

/** The members of the calendar; Luma knows them by their user ID. */
const members: List = {
	...contacts,
	things: 'members',
	// Those first whose status is to be decided, or is likely to change.
	parts: () => ['approved', 'pending', 'approved-pending-payment', 'declined'].map((membership_status) => ({ membership_status })),
	show: (contact) => ({ ...show(contact), value: String(contact.user_id) }),
};

export const searchMembers = searchOf(() => members);
