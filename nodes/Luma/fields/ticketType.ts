import type { INodeProperties } from 'n8n-workflow';
import { inBody, inQuery, locator, naming } from './locator';
import { ofEvent } from './ofEvent';

/** A ticket type of the event chosen above, without routing: alone or in a row of tickets. */
export const ticketTypeLocator: INodeProperties = locator({
	displayName: 'Ticket Type',
	name: 'ticketTypeId',
	typeOptions: ofEvent,
	description: 'The ticket type to use',
	choose: 'Choose a ticket type…',
	search: 'searchTicketTypes',
	typed: [{ displayName: 'By ID', placeholder: 'e.g. ttype-1a2b3c4d5e6f7g8', hint: 'Starts with ttype-' }],
});

/** The ticket type that a read is about. */
export const ticketTypeInQuery: INodeProperties = inQuery(ticketTypeLocator, 'event_ticket_type_id', naming('ticketType'));

/** The ticket type that a write is about. */
export const ticketTypeInBody: INodeProperties = inBody(ticketTypeLocator, 'event_ticket_type_id', naming('ticketType'));
