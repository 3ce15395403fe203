import { seed } from '../simulator';
import { byId, get, post } from './parts/case';
import { type Sample } from './parts/sample';

const { conference } = seed.events;
const { standard, workshop, speaker } = seed.ticketTypes;

export const samples: Sample[] = [
	{
		resource: 'ticketType',
		operation: 'create',
		parameters: {
			eventId: byId(conference),
			ticketTypeName: 'Early Bird',
			type: 'paid',
			additionalFields: {
				cents: 2500,
				currency: 'EUR',
				ticketCapacity: 50,
				validEndAt: '2027-05-01T00:00:00',
			},
		},
		sent: [
			post('/v1/events/ticket-types/create', {
				event_id: conference,
				name: 'Early Bird',
				type: 'paid',
				cents: 2500,
				currency: 'eur',
				max_capacity: 50,
				valid_end_at: '2027-05-01',
			}),
		],
		items: () => [{ id: 'ttype-new-1', name: 'Early Bird', cents: 2500, currency: 'eur' }],
	},
	{
		resource: 'ticketType',
		operation: 'get',
		parameters: { ticketTypeId: byId(workshop) },
		sent: [get('/v1/events/ticket-types/get', { event_ticket_type_id: workshop })],
		items: () => [{ id: workshop, name: 'Workshop' }],
	},
	{
		resource: 'ticketType',
		operation: 'getAll',
		parameters: { eventId: byId(conference), returnAll: true, options: { includeHidden: true } },
		sent: [
			get('/v1/events/ticket-types/list', { event_id: conference, include_hidden: 'true' }),
		],
		items: () => [{ id: standard }, { id: workshop }, { id: speaker, is_hidden: true }],
	},
	{
		resource: 'ticketType',
		operation: 'update',
		parameters: {
			ticketTypeId: byId(workshop),
			updateFields: { ticketTypeName: 'Hands-on', isHidden: true },
			clearFields: ['description'],
			simplify: false,
		},
		sent: [
			post('/v1/events/ticket-types/update', {
				event_ticket_type_id: workshop,
				name: 'Hands-on',
				is_hidden: true,
				description: null,
			}),
		],
		items: () => [{ id: workshop, name: 'Hands-on', is_hidden: true, description: null }],
	},
	{
		resource: 'ticketType',
		operation: 'delete',
		parameters: { ticketTypeId: byId(workshop) },
		sent: [post('/v1/events/ticket-types/delete', { event_ticket_type_id: workshop })],
		items: () => [{ deleted: true }],
	},
];
