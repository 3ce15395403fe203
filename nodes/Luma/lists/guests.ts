import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { addressIn } from '../values/email';
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
