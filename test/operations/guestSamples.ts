import { seed } from '../simulator';
import { byId, get, post } from './parts/case';
import { type Sample } from './parts/sample';

const { conference } = seed.events;
const { standard, workshop } = seed.ticketTypes;
const { pendingApproval, approved } = seed.guests;

export const samples: Sample[] = [
	{
		resource: 'guest',
		operation: 'add',
		parameters: {
			eventId: byId(conference),
			guestsFrom: 'fields',
			guests: {
				guest: [
					{ email: 'new1@example.com', name: 'New 1' },
					{ email: 'new2@example.com', name: '' },
				],
			},
			additionalFields: {
				sendEmail: false,
				tickets: { type: [{ ticketTypeId: byId(workshop), quantity: 2 }] },
			},
		},
		sent: [
			post('/v1/events/guests/add', {
				event_id: conference,
				guests: [{ email: 'new1@example.com', name: 'New 1' }, { email: 'new2@example.com' }],
				send_email: false,
				tickets: [{ event_ticket_type_id: workshop }, { event_ticket_type_id: workshop }],
			}),
		],
		items: () => [
			{ email: 'new1@example.com', name: 'New 1', event_id: conference, status: 'added' },
			{ email: 'new2@example.com', event_id: conference, status: 'added' },
		],
	},
	{
		what: 'with an answer to each question',
		resource: 'guest',
		operation: 'add',
		parameters: {
			eventId: byId(conference),
			guestsFrom: 'fields',
			guests: { guest: [{ email: 'new1@example.com', name: '={{ "New " + 1 }}' }] },
			answersAs: 'map',
			// As the editor keeps it, with what it knows of the questions.
			answersMap: {
				mappingMode: 'defineBelow',
				value: { 'question-topic': '={{ "Bees" }}', 'question-meal': 'Vegan', 'question-conduct': true },
				matchingColumns: [],
				attemptToConvertTypes: false,
				convertFieldsToString: false,
				schema: [
					{ id: 'question-topic', displayName: 'Favourite topic', required: false, defaultMatch: false, canBeUsedToMatch: false, display: true, type: 'string', removed: false },
					{ id: 'question-meal', displayName: 'Meal', required: true, defaultMatch: false, canBeUsedToMatch: false, display: true, type: 'options', options: ['Vegan', 'Vegetarian', 'Anything'].map((name) => ({ name, value: name })), removed: false },
					{ id: 'question-conduct', displayName: 'Code of conduct', required: true, defaultMatch: false, canBeUsedToMatch: false, display: true, type: 'boolean', removed: false },
				],
			},
		},
		sent: [
			get('/v1/events/get', { event_id: conference }),
			post('/v1/events/guests/add', {
				event_id: conference,
				guests: [{ email: 'new1@example.com', name: 'New 1', registration_answers: [{ question_id: 'question-topic', value: 'Bees' }, { question_id: 'question-meal', value: 'Vegan' }, { question_id: 'question-conduct', value: true }] }],
			}),
		],
		items: (simulator) => [{ email: 'new1@example.com', name: simulator.guests(conference).some(({ user_email: email, registration_answers: answers }) => email === 'new1@example.com' && JSON.stringify(answers).includes('Bees')) ? 'New 1' : '(without answers)', event_id: conference, status: 'added' }],
	},
	{
		resource: 'guest',
		operation: 'get',
		parameters: { eventId: byId(conference), guestId: byId('guest1@example.com') },
		sent: [get('/v1/events/guests/get', { event_id: conference, id: 'guest1@example.com' })],
		items: () => [{ id: approved, user_name: 'Guest 1', event_id: conference, answers: { Meal: 'Vegetarian' } }],
	},
	{
		what: 'as Luma answers it',
		resource: 'guest',
		operation: 'get',
		parameters: { eventId: byId(conference), guestId: byId('guest1@example.com'), simplify: false },
		sent: [get('/v1/events/guests/get', { event_id: conference, id: 'guest1@example.com' })],
		items: () => [{ id: approved, user_name: 'Guest 1', event_ticket_orders: [] }],
	},
	{
		resource: 'guest',
		operation: 'getAll',
		parameters: {
			eventId: byId(conference),
			returnAll: false,
			limit: 3,
			filters: { guestStatuses: ['waitlist'] },
		},
		sent: [
			get('/v1/events/guests/list', {
				event_id: conference,
				approval_status: 'waitlist',
				pagination_limit: '3',
			}),
		],
		items: (simulator) =>
			simulator
				.guests(conference)
				.filter(({ approval_status }) => approval_status === 'waitlist')
				.slice(0, 3)
				.map(({ id, user_email }) => ({ id, user_email })),
	},
	{
		what: 'with several statuses, newest first, and answers as columns',
		resource: 'guest',
		operation: 'getAll',
		parameters: { eventId: byId(conference), returnAll: false, limit: 3, filters: { guestStatuses: ['waitlist', 'declined'] }, sort: { column: 'registered_at', direction: 'desc nulls last' }, answersOutput: 'columns' },
		sent: [
			...['waitlist', 'declined'].map((approval_status) => get('/v1/events/guests/list', { event_id: conference, approval_status, sort_column: 'registered_at', sort_direction: 'desc nulls last', pagination_limit: '3' })),
			get('/v1/events/get', { event_id: conference }),
		],
		items: (simulator) =>
			simulator
				.guests(conference)
				.filter(({ approval_status: status, registered_at: at }) => (status === 'waitlist' || status === 'declined') && at !== null)
				.sort((one, other) => (one.registered_at! < other.registered_at! ? 1 : -1))
				.slice(0, 3)
				.map(({ id, registration_answers: answers }) => ({ id, 'Answer: Meal': answers!.find(({ label }) => label === 'Meal')!.value as string })),
	},
	{
		what: 'who were not checked in, of several events',
		resource: 'guest',
		operation: 'getAll',
		parameters: { guestsOf: 'several', eventIds: [conference, seed.events.paid], limit: 2, filters: { guestStatuses: ['approved'], checkIn: 'notCheckedIn' } },
		sent: [
			get('/v1/events/guests/list', { event_id: conference, approval_status: 'approved', sort_column: 'checked_in_at', sort_direction: 'desc', pagination_limit: '100' }),
			get('/v1/calendars/events/list', { sort_column: 'start_at', sort_direction: 'desc', pagination_limit: '100' }),
		],
		items: (simulator) =>
			simulator
				.guests(conference)
				.filter(({ approval_status: status, event_tickets: [{ checked_in_at: at } = { checked_in_at: null }] }) => status === 'approved' && at === null)
				.slice(0, 2)
				.map(({ id }) => ({ id, event_id: conference, event_name: 'Summer Conference' })),
	},
	{
		resource: 'guest',
		operation: 'sendInvites',
		parameters: {
			eventId: byId(conference),
			guestsFrom: 'json',
			guestsJson: '[{ "email": "new3@example.com", "name": "New 3" }, { "email": "guest@blocked.example" }]',
			additionalFields: { message: 'See you there' },
		},
		sent: [
			post('/v1/events/guests/send-invites', {
				event_id: conference,
				guests: [{ email: 'new3@example.com', name: 'New 3' }, { email: 'guest@blocked.example' }],
				message: 'See you there',
			}),
		],
		items: () => [
			{ email: 'new3@example.com', name: 'New 3', event_id: conference, status: 'invited' },
			{ email: 'guest@blocked.example', event_id: conference, status: 'skipped' },
		],
	},
	{
		resource: 'guest',
		operation: 'updateStatus',
		parameters: {
			eventId: byId(conference),
			guestId: byId(pendingApproval),
			guestStatus: 'approved',
			additionalFields: { sendEmail: false },
		},
		sent: [
			post('/v1/events/guests/update-status', {
				event_id: conference,
				guest_id: pendingApproval,
				status: 'approved',
				send_email: false,
			}),
		],
		items: () => [
			{ success: true, event_id: conference, guest_id: pendingApproval, status: 'approved' },
		],
	},
	{
		resource: 'guest',
		operation: 'updateTickets',
		parameters: {
			eventId: byId(conference),
			guestId: byId(approved),
			ticketsToAdd: { type: [{ ticketTypeId: byId(standard), quantity: 1 }] },
			ticketIdsToRemove: 'tkt-conference-1',
		},
		sent: [
			post('/v1/events/guests/update-tickets', {
				event_id: conference,
				guest_id: approved,
				tickets_to_add: [{ event_ticket_type_id: standard }],
				ticket_ids_to_remove: ['tkt-conference-1'],
			}),
		],
		items: () => [{ success: true, event_id: conference, guest_id: approved }],
	},
];
