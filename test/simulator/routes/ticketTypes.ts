import { badRequest } from '../errors';
import { route } from '../route';
import { filled, oneOf, parameters } from '../schemas';
import { checkTicketType, ticketTypeFields } from '../ticketTypeSchema';
import type { TicketType } from '../records';

export const ticketTypeRoutes = [
	route<{ event_id: string; include_hidden?: 'true' | 'false' }>(
		'GET',
		'/v1/events/ticket-types/list',
		// A string by Luma's document, not a boolean.
		parameters({ event_id: filled, include_hidden: oneOf('true', 'false') }, ['event_id']),
		({ store }, { event_id, include_hidden }) => ({
			entries: store
				.managedEvent(event_id)
				.ticketTypes.filter(({ is_hidden }) => include_hidden === 'true' || !is_hidden),
		}),
	),

	route<{ event_ticket_type_id: string }>(
		'GET',
		'/v1/events/ticket-types/get',
		parameters({ event_ticket_type_id: filled }, ['event_ticket_type_id']),
		({ store }, { event_ticket_type_id }) => store.ticketType(event_ticket_type_id).type,
	),

	route<Partial<TicketType> & { event_id: string }>(
		'POST',
		'/v1/events/ticket-types/create',
		parameters({ event_id: filled, ...ticketTypeFields }, ['event_id', 'name', 'type']),
		({ store }, { event_id, ...fields }) => {
			const stored = store.managedEvent(event_id);
			const type = store.newTicketType(fields);
			checkTicketType(type);
			stored.ticketTypes.push(type);
			return type;
		},
	),

	route<Partial<TicketType> & { event_ticket_type_id: string }>(
		'POST',
		'/v1/events/ticket-types/update',
		parameters({ event_ticket_type_id: filled, ...ticketTypeFields }, ['event_ticket_type_id']),
		({ store }, { event_ticket_type_id, ...fields }) => {
			const { type } = store.ticketType(event_ticket_type_id);
			checkTicketType({ ...type, ...fields });
			return Object.assign(type, fields);
		},
	),

	route<{ event_ticket_type_id: string }>(
		'POST',
		'/v1/events/ticket-types/delete',
		parameters({ event_ticket_type_id: filled }, ['event_ticket_type_id']),
		({ store }, { event_ticket_type_id }) => {
			const { stored, type } = store.ticketType(event_ticket_type_id);
			const visible = stored.ticketTypes.filter(({ is_hidden }) => !is_hidden);
			if (visible.length === 1 && visible[0] === type) {
				throw badRequest('The last visible ticket type cannot be deleted.');
			}
			const isSold = stored.guests
				.all()
				.some((guest) => guest.event_tickets.some((ticket) => ticket.event_ticket_type_id === type.id));
			if (isSold) throw badRequest('A ticket type that has been sold cannot be deleted.');
			stored.ticketTypes.splice(stored.ticketTypes.indexOf(type), 1);
			return {};
		},
	),
];
