import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { addressIn } from '../values/email';
import { isBlank } from '../values/blank';
import { guestIn } from '../values/eventLink';
import { lumaLink } from '../values/link';
import { ask } from './ask';
import { chosenEvent } from './events';
import { searchOf, type List } from './search';
import { unlessUnknown } from './unlessUnknown';

/** What names a guest exactly: a whole email address, a guest ID, or a guest key, which check-in links have in them as well. */
function nameIn(text: string): string | undefined {
	const address = addressIn(text);
	if (address !== undefined) return address;
	const isLink = lumaLink(text)?.query.has('pk') === true;
	const isId = /^(?:gst|g)-\S+$/.test(text);
	return isLink || isId ? guestIn(text).guest : undefined;
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
		return id === undefined ? undefined : await unlessUnknown(ask(context, '/v1/events/guests/get', { event_id, id }));
	},
	otherwise: "Enter a whole email address, or choose 'By Email, ID, or Key'.",
});

/** Guests of the chosen event by name, email address and status. */
export const searchGuests = searchOf(async (context) => guests(context, await chosenEvent(context)));

/** The tickets of the chosen guest. */
export async function getGuestTickets(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const event_id = await chosenEvent(this);
	const given = this.getCurrentNodeParameter('guestId', { extractValue: true });
	if (isBlank(given)) throw new Error('Choose a guest first');
	const { guest: id } = guestIn(given);
	const { event_tickets: tickets } = await ask(this, '/v1/events/guests/get', { event_id, id });
	return ((Array.isArray(tickets) ? tickets : []) as IDataObject[]).map(({ id: ticket, name, checked_in_at: at }) => ({ name: `${String(name ?? ticket)}${at ? ' (checked in)' : ''}`, value: String(ticket) }));
}
