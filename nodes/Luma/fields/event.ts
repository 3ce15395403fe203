import type { INodeProperties } from 'n8n-workflow';
import { eventBehind, eventIn } from '../values/eventLink';
import { Problem } from '../values/problem';
import { body, query, required, type Change } from './send';

/** The id of an event given by id or by link; each link is looked up once in a run. */
const toId: Change = Object.assign(
	async (value: unknown, { ask, context }: Parameters<Change>[1]) => {
		const { mode } = context.getNodeParameter('eventId') as { mode?: string };
		const event = eventIn(String(value), mode === 'url' ? 'link' : 'id');
		if ('id' in event) return event.id;
		const id = eventBehind(await ask('/v1/entities/lookup', { slug: event.slug }));
		if (id !== undefined) return id;
		throw new Problem(`${String(value).trim()} is not the page of an event`, 'Paste the address of the event on luma.com, or choose the event from the list.');
	},
	{ asks: true },
);

const locator: Omit<INodeProperties, 'routing'> = {
	displayName: 'Event',
	name: 'eventId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The event to work on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an event…',
			typeOptions: { searchListMethod: 'searchEvents', searchable: true },
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://luma.com/summer-conference',
			hint: 'The event URL, as you would share it, or the end of it: summer-conference',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. evt-1a2b3c4d5e6f7g8',
			hint: 'Starts with evt-',
		},
	],
};

/** The event that a read is about. */
export const eventInQuery: INodeProperties = { ...locator, routing: query('event_id', 'Event', required, toId) };

/** The event that a write is about. */
export const eventInBody: INodeProperties = { ...locator, routing: body('event_id', 'Event', required, toId) };

/** The event whose ticket types the list shows; Luma itself needs only the ticket type. */
export const eventForList: INodeProperties = {
	...locator,
	required: false,
	description: 'The event whose ticket types the list below shows. Not needed when you give a ticket type by its ID.',
};
