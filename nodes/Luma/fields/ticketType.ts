import type { INodeProperties } from 'n8n-workflow';
import { visible } from '../values/text';
import { ofEvent } from './ofEvent';
import { body, plain, query, required, type Change } from './send';

const toId: Change = (value) => visible(value);

/** A ticket type of the event chosen above, without routing: alone or in a row of tickets. */
export const ticketTypeLocator: INodeProperties = {
	displayName: 'Ticket Type',
	name: 'ticketTypeId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	typeOptions: ofEvent,
	required: true,
	description: 'The ticket type to use',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a ticket type…',
			typeOptions: { searchListMethod: 'searchTicketTypes', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. ttype-1a2b3c4d5e6f7g8',
			hint: 'Starts with ttype-',
		},
	],
};

/** The ticket type that a read is about. */
export const ticketTypeInQuery: INodeProperties = { ...ticketTypeLocator, routing: query('event_ticket_type_id', 'Ticket Type', required, plain, toId) };

/** The ticket type that a write is about. */
export const ticketTypeInBody: INodeProperties = { ...ticketTypeLocator, routing: body('event_ticket_type_id', 'Ticket Type', required, plain, toId) };
