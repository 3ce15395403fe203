import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { eventBehind, eventIn } from '../values/eventLink';
import { Problem } from '../values/problem';
import { visible } from '../values/text';
import { inBody, inQuery, locator } from './locator';
import { step, type At, type Change } from './send';

/** The id of an event given by id or by link; each link is looked up once in a run. */
export async function idOf(text: string, mode: string | undefined, ask: At['ask']): Promise<string> {
	const event = eventIn(text, mode === 'url' ? 'link' : 'id');
	if ('id' in event) return event.id;
	const id = eventBehind(await ask('/v1/entities/lookup', { slug: event.slug }));
	if (id !== undefined) return id;
	throw new Problem(`${text.trim()} is not an event URL`, 'Paste the event URL from luma.com, or choose the event from the list.');
}

/** The id of the event that a locator names. */
export const toEventId = (parameter: string): Change =>
	Object.assign(async (value: unknown, { ask, context }: At) => await idOf(String(value), (context.getNodeParameter(parameter) as { mode?: string }).mode, ask), { asks: true });

const toId = toEventId('eventId');

const chosen = locator({
	displayName: 'Event',
	name: 'eventId',
	description: 'The event this operation applies to',
	choose: 'Choose an event…',
	search: 'searchEvents',
	typed: [
		{
			displayName: 'By URL',
			name: 'url',
			placeholder: 'e.g. https://luma.com/summer-conference',
			hint: 'The event URL, as you would share it, or the end of it: summer-conference',
		},
		{ displayName: 'By ID', placeholder: 'e.g. evt-1a2b3c4d5e6f7g8', hint: 'Starts with evt-' },
	],
});

/** The event that a read is about. */
export const eventInQuery: INodeProperties = inQuery(chosen, 'event_id', toId);

/** The event that a write is about. */
export const eventInBody: INodeProperties = inBody(chosen, 'event_id', toId);

/** An event that a request is about wherever it is: the list has only what is on the calendar. */
const anywhere = {
	...chosen,
	name: 'publicEventId',
	default: { mode: 'url', value: '' },
	modes: chosen.modes?.filter(({ type }) => type !== 'list'),
};
export const publicEventInQuery: INodeProperties = inQuery(anywhere, 'event_id', toEventId('publicEventId'));
export const publicEventInBody: INodeProperties = inBody(anywhere, 'event_id', toEventId('publicEventId'));

/**
 * Makes sure that a ticket type is of the event that is chosen beside it: Luma's request does not carry the event, and the
 * ticket type may be left over from another one. Not asked for when no event is given.
 */
const ofChosenEvent = step(
	'Ticket Type',
	async ({ context, sent, ask }) => {
		const { value, mode } = context.getNodeParameter('eventId', {}) as { value?: unknown; mode?: string };
		if (isBlank(value)) return;
		const event_id = await idOf(String(value), mode, ask);
		const { entries } = await ask('/v1/events/ticket-types/list', { event_id, include_hidden: 'true' });
		const id = visible(sent.event_ticket_type_id);
		if (Array.isArray(entries) && entries.some((entry) => (entry as IDataObject | null)?.id === id)) return;
		throw new Problem(`"${id}" is not a ticket type of this event`, "Choose it from the list again, or leave 'Event' empty if the ID is right.");
	},
	{ asks: true },
);

/** The event whose ticket types the list shows; Luma itself needs only the ticket type. */
export const eventForList: INodeProperties = {
	...chosen,
	required: false,
	description: 'The event to list ticket types from. Not needed if you enter the ticket type by ID.',
};

/** The same for a write, which must not touch a ticket type of another event. */
export const eventOfTicketType: INodeProperties = {
	...eventForList,
	description: 'The event to list ticket types from. If you choose one, the ticket type has to belong to it.',
	routing: { send: { preSend: [ofChosenEvent] } },
};
