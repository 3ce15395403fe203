import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, fromList, get, post, type Case, type Cases } from './parts/case';
import { plainColumns, plainGuest, questions, wholeGuest, without } from './parts/answers';

const event_id = 'evt-1';
const guest_id = 'gst-1';
const both = { eventId: byId(event_id), guestId: byId(guest_id) };

const one = [{ email: 'guest1@example.com' }];
const two = [
	{ email: 'guest1@example.com', name: 'Guest 1' },
	{ email: 'guest2@example.com', name: null },
];
const answers = [
	{ question_id: 'q1', value: 'Vegan' },
	{ question_id: 'q2', value: true },
	{ question_id: 'q3', value: ['One', 'Two'] },
	{ question_id: 'q4', value: { company: 'Example Ltd', job_title: 'CEO' } },
];

/** Adding and inviting, from rows unless said otherwise; one item comes out for each guest. */
const sending =
	(path: string, status: string) =>
	(what: string, more: INodeParameters, sent: IDataObject = {}, answer: IDataObject = {}): Case => ({
		what,
		parameters: { eventId: byId(event_id), ...(more.guestsFrom !== 'json' && { guests: { guest: one } }), ...more },
		exchanges: [post(path, { event_id, guests: one, ...sent }, answer)],
		items: ((sent.guests ?? one) as IDataObject[]).map(({ email, name }) => {
			const skipped = ((answer.skipped ?? []) as IDataObject[]).some((entry) => entry.email === email);
			return { email, ...(name !== undefined && { name }), event_id, ...(skipped ? { status: 'skipped', reason: 'Luma skipped this guest without giving a reason' } : { status }) };
		}),
	});

const bothWays = (of: ReturnType<typeof sending>): Case[] => [
	of('one guest', {}),
	of('several guests with names', { guestsFrom: 'fields', guests: { guest: [two[0], { email: ' guest2@example.com ', name: '' }] } }, { guests: [two[0], { email: 'guest2@example.com' }] }),
	of('guests as JSON', { guestsFrom: 'json', guestsJson: JSON.stringify(two) }, { guests: [two[0], { email: 'guest2@example.com' }] }, { skipped: [{ email: 'guest2@example.com' }] }),
];

/** Guests From Input Items: one guest for each, several in a request. */
const fromItems =
	(path: string, status: string) =>
	(what: string, more: INodeParameters, guests: IDataObject[][]): Case => ({
		what,
		parameters: { eventId: byId(event_id), guestsFrom: 'inputItems', guestEmail: '={{ `guest${$json.n}@example.com` }}', ...more },
		inputs: guests.flat().length,
		exchanges: guests.map((batch) => post(path, { event_id, guests: batch }, { skipped: [] })),
		items: guests.flat().map(({ email, name }) => ({ email, ...(name !== undefined && { name }), event_id, status })),
	});

const list = '/v1/events/guests/list';

/** Nobody is sent what there is no need for: who is there already, and all of a preview. */
const notSent = (path: string, status: string): Case[] => [
	{
		what: 'a preview, of which nothing goes out',
		parameters: { eventId: byId(event_id), guests: { guest: two }, options: { preview: true } },
		exchanges: [],
		items: two.map(({ email, name }) => ({ email, ...(name !== null && { name }), event_id, status: 'preview', reason: "Not sent, because 'Preview' is on" })),
	},
	{ ...sending(path, status)('no preview', { options: { preview: false } }) },
	{
		what: 'without those who are there already',
		parameters: { eventId: byId(event_id), guests: { guest: [...two, { email: 'guest3@example.com' }] }, options: { skipStatuses: ['approved', 'waitlist'] } },
		exchanges: [
			get(list, { event_id, approval_status: 'approved', pagination_limit: '100' }, { entries: [{ user_email: 'other@example.com' }, { user_email: 'GUEST2@example.com' }], has_more: false }),
			get(list, { event_id, approval_status: 'waitlist', pagination_limit: '100' }, { entries: [], has_more: false }),
			post(path, { event_id, guests: [two[0], { email: 'guest3@example.com' }] }),
		],
		items: [
			{ ...two[0], event_id, status },
			{ email: 'guest2@example.com', event_id, status: 'present', reason: 'Already at the event: approved' },
			{ email: 'guest3@example.com', event_id, status },
		],
	},
	{
		what: 'without one guest who is there already, asked for alone',
		parameters: { eventId: byId(event_id), guests: { guest: one }, options: { skipStatuses: ['declined', 'invited', 'pending_approval', 'session'] } },
		exchanges: [get('/v1/events/guests/get', { event_id, id: 'guest1@example.com' }, { approval_status: 'pending_approval' })],
		items: [{ ...one[0], event_id, status: 'present', reason: 'Already at the event: pending approval' }],
	},
];

const guestsFromItems = (of: ReturnType<typeof fromItems>): Case[] => [
	of('from two input items', {}, [[{ email: 'guest0@example.com' }, { email: 'guest1@example.com' }]]),
	of('from two input items, one a time', { options: { batchSize: 1 } }, [[{ email: 'guest0@example.com' }], [{ email: 'guest1@example.com' }]]),
	of('from an input item, with a name', { guestEmail: ' guest1@example.com ', guestName: 'Guest 1' }, [[two[0]]]),
];

const adding = sending('/v1/events/guests/add', 'added');
const ticketType = (id: string) => ({ event_ticket_type_id: id });
const row = (locator: ReturnType<typeof byId>, quantity = 1) => ({ ticketTypeId: locator, quantity });

const addingItems = fromItems('/v1/events/guests/add', 'added');

/** Answers by question, of which the event is asked. */
const mapping: Case = {
	what: 'from an input item, with an answer to each question',
	parameters: { eventId: byId(event_id), guestsFrom: 'inputItems', guestEmail: 'guest0@example.com', answersAs: 'map', answersMap: { mappingMode: 'defineBelow', value: { q1: '={{ "vegan" }}', q2: true, q4: 'Example Ltd', q4__jobTitle: 'CEO' }, matchingColumns: [], schema: [] } },
	exchanges: [
		get('/v1/events/get', { event_id }, { registration_questions: questions }),
		post('/v1/events/guests/add', { event_id, guests: [{ email: 'guest0@example.com', registration_answers: [{ question_id: 'q1', value: 'Vegan' }, { question_id: 'q2', value: true }, { question_id: 'q4', value: { company: 'Example Ltd', job_title: 'CEO' } }] }] }, { skipped: [] }),
	],
	items: [{ email: 'guest0@example.com', event_id, status: 'added' }],
};

const pair = [two[0], { email: 'guest2@example.com' }];

/** The same for guests in fields: each gets the answers. */
const mappingFields: Case = {
	...mapping,
	what: 'in fields, with an answer to each question',
	parameters: { eventId: byId(event_id), guests: { guest: pair }, answersAs: 'map', answersMap: mapping.parameters.answersMap },
	exchanges: [mapping.exchanges[0], post('/v1/events/guests/add', { event_id, guests: pair.map((guest) => ({ ...guest, registration_answers: (mapping.exchanges[1].body as { guests: IDataObject[] }).guests[0].registration_answers })) }, { skipped: [] })],
	items: pair.map((guest) => ({ ...guest, event_id, status: 'added' })),
};

const add: Case[] = [
	...bothWays(adding),
	...guestsFromItems(addingItems),
	...notSent('/v1/events/guests/add', 'added'),
	addingItems('from an input item, without answers', { answersAs: 'none' }, [[{ email: 'guest0@example.com' }]]),
	mapping,
	mappingFields,
	adding('in fields, with answers for each', { guests: { guest: pair }, answersAs: 'json', guestAnswers: JSON.stringify(answers) }, { guests: pair.map((guest) => ({ ...guest, registration_answers: answers })) }),
	adding('in fields, without answers', { guests: { guest: pair }, answersAs: 'none' }, { guests: pair }),
	addingItems('from an input item, with answers', { answersAs: 'json', guestAnswers: JSON.stringify(answers) }, [[{ email: 'guest0@example.com', registration_answers: answers }]]),
	adding('a guest with answers', { guests: { guest: [{ ...two[0], answers: JSON.stringify(answers) }] } }, { guests: [{ ...two[0], registration_answers: answers }] }),
	...['approved', 'pending_approval', 'waitlist'].map((status) => adding(`as ${status}`, { additionalFields: { guestStatus: status } }, { approval_status: status })),
	...[true, false].map((value) => adding(`Send Email: ${value}`, { additionalFields: { sendEmail: value } }, { send_email: value })),
	adding('with one ticket type by ID', { additionalFields: { ticket: { type: { ticketTypeId: byId('ttype-1') } } } }, { ticket: ticketType('ttype-1') }),
	adding('with one ticket type from the list', { additionalFields: { ticket: { type: { ticketTypeId: fromList('ttype-1') } } } }, { ticket: ticketType('ttype-1') }),
	adding('with one ticket type as JSON', { additionalFields: { ticket: { json: { json: JSON.stringify(ticketType('ttype-1')) } } } }, { ticket: ticketType('ttype-1') }),
	adding(
		'with several tickets',
		{ additionalFields: { tickets: { type: [row(byId('ttype-1'), 2), row(fromList('ttype-2'))] } } },
		{ tickets: [ticketType('ttype-1'), ticketType('ttype-1'), ticketType('ttype-2')] },
	),
	adding('with tickets as JSON', { additionalFields: { tickets: { json: [{ json: JSON.stringify([ticketType('ttype-1')]) }] } } }, { tickets: [ticketType('ttype-1')] }),
];

const inviting = sending('/v1/events/guests/send-invites', 'invited');

const sendInvites: Case[] = [
	...bothWays(inviting),
	...guestsFromItems(fromItems('/v1/events/guests/send-invites', 'invited')),
	...notSent('/v1/events/guests/send-invites', 'invited'),
	inviting('with a message', { additionalFields: { message: 'See you there!' } }, { message: 'See you there!' }),
];

const getting = (what: string, id: string, more: INodeParameters, item: IDataObject): Case => ({
	what,
	parameters: { ...both, guestId: byId(id), ...more },
	exchanges: [get('/v1/events/guests/get', { event_id, id }, wholeGuest)],
	items: [item],
});

const inColumns: Case = {
	what: 'with answers as columns',
	parameters: { ...both, answersOutput: 'columns' },
	exchanges: [get('/v1/events/guests/get', { event_id, id: guest_id }, wholeGuest), get('/v1/events/get', { event_id }, { registration_questions: questions })],
	items: [{ ...without(plainGuest, 'answers', 'tickets', 'orders'), ticket_names: 'Standard, Workshop, Workshop', ...plainColumns }],
};

const getOne: Case[] = [
	...[guest_id, 'guest1@example.com', 'g-1', 'ticket-key-1'].map((id) => getting(`by ${id}`, id, {}, plainGuest)),
	getting('simplified', guest_id, { simplify: true }, plainGuest),
	getting('as Luma answers it', guest_id, { simplify: false }, wholeGuest),
	getting('with nested answers', guest_id, { answersOutput: 'nested' }, plainGuest),
	getting('without answers', guest_id, { answersOutput: 'leaveOut' }, without(plainGuest, 'answers')),
	inColumns,
];

const changingStatus = (what: string, more: INodeParameters, sent: IDataObject = {}): Case => ({
	what,
	parameters: { ...both, ...more },
	exchanges: [post('/v1/events/guests/update-status', { event_id, guest_id, status: 'approved', ...sent })],
	items: [{ success: true, event_id, guest_id, status: 'approved', ...('status' in sent && { status: sent.status }) }],
});

const updateStatus: Case[] = [
	changingStatus('as it stands', {}),
	...['approved', 'declined', 'pending_approval', 'waitlist'].map((status) => changingStatus(`to ${status}`, { guestStatus: status }, { status })),
	changingStatus('with a message', { additionalFields: { message: 'Welcome!', sendEmail: true } }, { message: 'Welcome!', send_email: true }),
	changingStatus('without a mail', { additionalFields: { sendEmail: false } }, { send_email: false }),
	...[true, false].map((value) => changingStatus(`Refund: ${value}`, { guestStatus: 'declined', additionalFields: { shouldRefund: value } }, { status: 'declined', should_refund: value })),
];

const changingTickets = (what: string, more: INodeParameters, sent: IDataObject): Case => ({
	what,
	parameters: { ...both, ...more },
	exchanges: [post('/v1/events/guests/update-tickets', { event_id, guest_id, ...sent })],
	items: [{ success: true, event_id, guest_id }],
});

const removing = (field: string, parameter: string) =>
	[true, false].map((value) => changingTickets(`${field}: ${value}`, { ticketIdsToRemove: 'tkt-1', additionalFields: { [field]: value } }, { ticket_ids_to_remove: ['tkt-1'], [parameter]: value }));

const updateTickets: Case[] = [
	changingTickets('adding one', { ticketsToAdd: { type: [row(byId('ttype-1'))] } }, { tickets_to_add: [ticketType('ttype-1')] }),
	changingTickets('adding several', { ticketsToAdd: { type: [row(fromList('ttype-1'), 2), row(byId('ttype-2'))] } }, { tickets_to_add: [ticketType('ttype-1'), ticketType('ttype-1'), ticketType('ttype-2')] }),
	changingTickets('adding as JSON', { ticketsToAdd: { json: [{ json: JSON.stringify([ticketType('ttype-1')]) }] } }, { tickets_to_add: [ticketType('ttype-1')] }),
	changingTickets('removing', { ticketIdsToRemove: 'tkt-1, tkt-2' }, { ticket_ids_to_remove: ['tkt-1', 'tkt-2'] }),
	...removing('sendEmail', 'send_email'),
	...removing('shouldRefund', 'should_refund'),
];

export const cases: Cases = { guest: { add, get: getOne, sendInvites, updateStatus, updateTickets } };
