import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { entriesOf } from '../simplified/pick';
import { isBlank } from '../values/blank';
import { eventBehind, eventIn, noEvent } from '../values/eventLink';
import { Problem } from '../values/problem';
import { visible } from '../values/text';
import { inBody, inQuery, locator } from './locator';
import { plain, step, type At, type Change } from './send';

/** What was given for an event in one of a locator's modes, without asking Luma. */
const eventNamed = (text: string, mode: string | undefined) => eventIn(text, mode === 'url' ? 'link' : 'id');

/** The id of an event given by id or by link; each link is looked up once in a run. */
export async function idOf(text: string, mode: string | undefined, ask: At['ask']): Promise<string> {
	const event = eventNamed(text, mode);
	if ('id' in event) return event.id;
	const id = eventBehind(await ask('/v1/entities/lookup', { slug: event.slug }));
	if (id !== undefined) return id;
	throw noEvent(text);
}

/**
 * The id of the event that a locator names: what certainly names none is refused first, and then a link is looked up.
 * @param elsewhere what to do about an event that is not on Luma, in a sentence
 */
export function toEventId(parameter: string, elsewhere?: string): Change[] {
	const modeIn = ({ context }: At) => (context.getNodeParameter(parameter) as { mode?: string }).mode;
	const checked: Change = (value, at) => {
		try {
			eventNamed(String(value), modeIn(at));
		} catch (error) {
			throw error instanceof Problem && elsewhere !== undefined ? new Problem(error.message, `${error.description} ${elsewhere}`) : error;
		}
		return value;
	};
	return [checked, Object.assign(async (value: unknown, at: At) => await idOf(String(value), modeIn(at), at.ask), { asks: true })];
}

/** The ids of several events given by id or by link. */
export const idsOf = async (events: string[], ask: At['ask']): Promise<string[]> => await Promise.all(events.map(async (event) => await idOf(event, undefined, ask)));

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
export const eventInQuery: INodeProperties = inQuery(chosen, 'event_id', ...toId);

/** The event that a write is about. */
export const eventInBody: INodeProperties = inBody(chosen, 'event_id', ...toId);

/** An event that a request is about wherever it is: the list has only what is on the calendar. */
const anywhere = {
	...chosen,
	name: 'publicEventId',
	default: { mode: 'url', value: '' },
	modes: chosen.modes?.filter(({ type }) => type !== 'list'),
};
const toPublicId = toEventId('publicEventId', "For an event on another site, set 'Event On' to 'Another Site'.");
export const publicEventInQuery: INodeProperties = inQuery(anywhere, 'event_id', ...toPublicId);
export const publicEventInBody: INodeProperties = inBody(anywhere, 'event_id', ...toPublicId);

/** The event that is chosen beside a ticket type or a blast, if one is; its own request carries none. */
export async function chosenBeside({ context, ask }: Pick<At, 'context' | 'ask'>): Promise<string | undefined> {
	const { value, mode } = context.getNodeParameter('eventId', {}) as { value?: unknown; mode?: string };
	return isBlank(value) ? undefined : await idOf(plain(value, undefined as never) as string, mode, ask);
}

/** What certainly names no event is refused before anything is sent. */
const namesEvent = step('Event', ({ context }) => {
	const { value, mode } = context.getNodeParameter('eventId', {}) as { value?: unknown; mode?: string };
	if (!isBlank(value)) eventNamed(plain(value, undefined as never) as string, mode);
});

/** A link beside a ticket type is looked up; a fault of the link is the event's. */
const isEvent = step('Event', async (at) => void (await chosenBeside(at)), { asks: true });

/** What belongs to an event, and is named in a write that does not carry the event. */
interface Belonging {
	label: string;
	/** "a blast" */
	a: string;
	/** What names it in the request. */
	parameter: string;
	/** Where Luma lists those of an event, in one piece. */
	list: string;
	query?: IDataObject;
}

const ticketType: Belonging = { label: 'Ticket Type', a: 'a ticket type', parameter: 'event_ticket_type_id', list: '/v1/events/ticket-types/list', query: { include_hidden: 'true' } };

const blast: Belonging = { label: 'Blast', a: 'a blast', parameter: 'blast_id', list: '/v1/events/blasts/list' };

/** Fails unless these are of an event, which is asked for what belongs to it once in a run. */
async function assertOfEvent({ a, list, query = {} }: Belonging, ids: unknown[], event_id: string, ask: At['ask'], advice: string): Promise<void> {
	const { entries } = await ask(list, { event_id, ...query });
	const known = entriesOf(entries).map(({ id }) => id);
	const other = ids.map(visible).find((id) => !known.includes(id));
	if (other !== undefined) throw new Problem(`"${other}" is not ${a} of this event`, advice);
}

/**
 * Makes sure that a thing is of the event that is chosen beside it: it may be left over from another one. Not asked for when
 * no event is given.
 */
const ofChosenEvent = (belonging: Belonging) =>
	step(
		belonging.label,
		async (at) => {
			const event_id = await chosenBeside(at);
			if (event_id !== undefined) await assertOfEvent(belonging, [at.sent[belonging.parameter]], event_id, at.ask, "Choose it from the list again, or leave 'Event' empty if the ID is right.");
		},
		{ asks: true },
	);

/**
 * Makes sure that the ticket types in a value are of the event that a write is about, or that is chosen beside it: one of
 * another event fits nobody, and Luma may take it without a word.
 * @param idsIn the IDs in the value
 */
export const ofItsEvent = (idsIn: (value: unknown) => unknown[]): Change =>
	Object.assign(
		async (value: unknown, at: At) => {
			const ids = idsIn(value);
			const event_id = ids.length === 0 ? undefined : (at.sent.event_id ?? (await chosenBeside(at)));
			if (event_id !== undefined) await assertOfEvent(ticketType, ids, event_id as string, at.ask, 'Choose it from the list again, which shows those of the event.');
			return value;
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
	routing: { send: { preSend: [namesEvent, isEvent, ofChosenEvent(ticketType)] } },
};

/** The event whose blasts the list shows; Luma itself needs only the blast. */
export const eventForBlasts: INodeProperties = {
	...chosen,
	required: false,
	description: 'The event to list blasts from. Not needed if you enter the blast by ID.',
};

/** The same for a write, which must not touch a blast of another event. */
export const eventOfBlast: INodeProperties = {
	...eventForBlasts,
	description: 'The event to list blasts from. If you choose one, the blast has to belong to it.',
	routing: { send: { preSend: [namesEvent, isEvent, ofChosenEvent(blast)] } },
};

/** Several events of the calendar, chosen from its list. */
export const severalEvents: INodeProperties = {
	displayName: 'Event Names or IDs',
	name: 'eventIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getEvents' },
	default: [],
	description: 'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};
