import type { INodeProperties } from 'n8n-workflow';
import { eventId } from '../api/links';
import { eventIn } from '../values/eventLink';
import { body, query, required, type Change } from './send';

const toId: Change = async (value, { context }) => {
	const { mode } = context.getNodeParameter('eventId') as { mode?: string };
	const event = eventIn(String(value), mode === 'url' ? 'link' : 'id');
	return 'id' in event ? event.id : await eventId(context, `https://luma.com/${encodeURIComponent(event.slug)}`);
};

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
			displayName: 'By Link',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://luma.com/summer-conference',
			hint: 'The address of the event page, as you would share it, or the end of it: summer-conference',
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
