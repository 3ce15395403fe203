import { route } from '../route';
import { filled, oneOf, parameters } from '../schemas';

export const ticketTypeRoutes = [
	route<{ event_id: string; include_hidden?: 'true' | 'false' }>(
		'GET',
		'/v1/events/ticket-types/list',
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
];
