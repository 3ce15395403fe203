import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { call } from '../api/call';
import { guestIn } from '../values/eventLink';
import { chosenEvent } from './events';
import { searchOf, type List } from './search';
import { unlessUnknown } from './unlessUnknown';

/** What names a guest exactly: a whole email address, a guest ID, or a guest key, which check-in links have in them as well. */
function nameIn(text: string): string | undefined {
	const id = guestIn(text);
	const isLink = id !== text;
	const isId = /^(?:gst|g)-\S+$/.test(text);
	const isEmail = /^[^\s@]+@[^\s@]+$/.test(text) && text.lastIndexOf('.') > text.indexOf('@');
	return isLink || isId || isEmail ? id : undefined;
}

const guests = (context: ILoadOptionsFunctions, event_id: string): List => ({
	things: 'guests',
	path: '/v1/events/guests/list',
	parts: () => [{ event_id }],
	show: ({ id, user_name, user_email, approval_status }) => {
		const inBrackets = [user_name ? user_email : '', String(approval_status ?? '').replace(/_/g, ' ')].filter(Boolean).join(', ');
		return { name: `${user_name || user_email || id}${inBrackets && ` (${inBrackets})`}`, value: String(id) };
	},
	words: ({ id, user_name, user_email }) => [user_name, user_email, id],
	named: async (text) => {
		const id = nameIn(text);
		return id === undefined ? undefined : await unlessUnknown(call(context, 'GET', '/v1/events/guests/get', { event_id, id }));
	},
	otherwise: "Enter a whole email address, or choose 'By Email, ID, or Key'.",
});

/** Guests of the chosen event by name, email address and status. */
export const searchGuests = searchOf(async (context) => guests(context, await chosenEvent(context)));

/** The tickets of the chosen guest. */
export async function getGuestTickets(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const event_id = await chosenEvent(this);
	const id = guestIn(this.getCurrentNodeParameter('guestId', { extractValue: true }) ?? '');
	if (id === '') throw new Error('Choose a guest first');
	const { event_tickets: tickets } = await call(this, 'GET', '/v1/events/guests/get', { event_id, id });
	return ((Array.isArray(tickets) ? tickets : []) as IDataObject[]).map(({ id: ticket, name, checked_in_at: at }) => ({ name: `${String(name ?? ticket)}${at ? ' (checked in)' : ''}`, value: String(ticket) }));
}
