import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, byLink, failing, get, post, type Case, type Cases } from './parts/case';
import { file_url, storing } from './image';
import { plainEvent, wholeEvent } from './parts/answers';
import { eventSettings, filledIn, sentFor, shown, type Row } from './parts/settings';

const event_id = 'evt-1';

const made = { name: 'Summer Conference', start_at: '2027-06-15T09:00:00+02:00', timezone: 'Europe/Berlin', visibility: 'public' };
const given = { eventName: 'Summer Conference', startAt: '2027-06-15T09:00:00', timezone: 'Europe/Berlin' };
const readBack = get('/v1/events/get', { event_id }, wholeEvent);

const creating = (what: string, more: INodeParameters, sent: IDataObject = {}): Case => ({
	what,
	parameters: { ...given, ...more },
	exchanges: [post('/v1/events/create', { ...made, ...sent }, { id: event_id }), readBack],
	items: [plainEvent],
});

/** What every new event is asked for, before further fields. */
const AT_THE_TOP = ['endAt', 'visibility'];

const creationSettings: Row[] = [
	['createMeeting', 'google-meet', 'create_meeting', 'google-meet'],
	['createMeeting', 'zoom', 'create_meeting', 'zoom'],
	['ticketTypes', '[{ "name": "Standard", "type": "free", "require_approval": false }]', 'ticket_types', [{ name: 'Standard', type: 'free', require_approval: false }]],
];

const QUESTION_TYPES = ['agree-check', 'company', 'github', 'instagram', 'linkedin', 'long-text', 'phone-number', 'telegram', 'text', 'twitter', 'url', 'youtube'];

/** Questions as rows, and as they go out. */
const questionRows: Array<[INodeParameters, IDataObject]> = [
	...QUESTION_TYPES.map((questionType): [INodeParameters, IDataObject] => [{ label: 'A question', questionType }, { id: 'a-question', label: 'A question', required: false, question_type: questionType }]),
	...[true, false].map((isRequired): [INodeParameters, IDataObject] => [{ label: 'A question', questionType: 'text', isRequired }, { id: 'a-question', label: 'A question', required: isRequired, question_type: 'text' }]),
	...[['[Beginner] One\n[Advanced] Two', ['[Beginner] One', '[Advanced] Two']], ['["One, two", "Three"]', ['One, two', 'Three']]].map(([choices, options]): [INodeParameters, IDataObject] => [{ label: 'Level', questionType: 'dropdown', choices: choices as string }, { id: 'level', label: 'Level', required: false, question_type: 'dropdown', options }]),
	...['dropdown', 'multi-select'].map((questionType): [INodeParameters, IDataObject] => [{ label: 'Meal', questionType, choices: 'Vegan\n\n Fish, grilled \n' }, { id: 'meal', label: 'Meal', required: false, question_type: questionType, options: ['Vegan', 'Fish, grilled'] }]),
];
const asRow = ([row, question]: [INodeParameters, IDataObject]): Row => ['questionRows', { question: [row] }, 'registration_questions', [question]];

/** Ticket types; what Luma may not take with the event is looked after, and only then registration opens. */
const selling = (what: string, additionalFields: INodeParameters, ticket_types: IDataObject[], further: Case['exchanges'] = []): Case => ({
	...creating(what, { additionalFields }),
	exchanges: [
		post('/v1/events/create', { ...made, ticket_types, ...(further.length > 0 && { registration_open: false }) }, { id: event_id }),
		...further,
		...(further.length > 0 ? [post('/v1/events/update', { event_id, registration_open: true })] : []),
		readBack,
	],
});
const ticketTypeRow = (what: string, row: INodeParameters, sent: IDataObject, further: Case['exchanges'] = []): Case =>
	selling(what, { ticketTypeRows: { type: [{ name: 'Seat', ...row }] } }, [{ name: 'Seat', require_approval: false, ...sent }], further);
const ticketTypeJson = (what: string, one: IDataObject, sent: IDataObject, further: Case['exchanges']): Case => selling(what, { ticketTypes: JSON.stringify([{ name: 'Seat', ...one }]) }, [{ name: 'Seat', ...sent }], further);
const ticketTypes = (made: IDataObject) => get('/v1/events/ticket-types/list', { event_id, include_hidden: 'true' }, { entries: [{ id: 'ttype-1', name: 'Seat', type: 'free', ...made }] });
const allOfRow = { type: 'paid', cents: 5000, currency: 'EUR', ticketCapacity: 10, requireApproval: true, isHidden: false, ticketTypeDescription: 'All days' };
const allOfType = { type: 'paid', cents: 5000, currency: 'eur', max_capacity: 10, require_approval: true, description: 'All days' };

const adding = (host: INodeParameters, sent: IDataObject): Case => ({
	...creating(`with a host: ${JSON.stringify(host)}`, { additionalFields: { hosts: { host: [{ hostEmail: 'host1@example.com', ...host }] } } }),
	exchanges: [post('/v1/events/create', made, { id: event_id }), post('/v1/events/hosts/add', { event_id, email: 'host1@example.com', access_level: 'manager', is_visible: true, ...sent }), readBack],
});

const notTaken = (exchange: Case['exchanges'][number]) => failing(exchange, { status: 400, body: { message: 'No', code: null } });
const tagging = (tag: string) => post('/v1/calendars/event-tags/apply', { tag, event_ids: [event_id] });
const refusedRows = (what: string, additionalFields: INodeParameters, refused: string): Case => ({ ...creating(what, { additionalFields }), exchanges: [], items: [], refused });

/** An event with all that otherwise takes several nodes. */
const whole: Case[] = [
	...questionRows.map((row) => creating(shown(asRow(row)), { additionalFields: filledIn(asRow(row)) }, sentFor(asRow(row)))),
	ticketTypeRow('a free ticket type', { type: 'free' }, { type: 'free' }),
	ticketTypeRow('a ticket type to approve', { requireApproval: false }, { type: 'free', require_approval: false }),
	ticketTypeRow('a paid ticket type that Luma takes whole', allOfRow, allOfType, [ticketTypes(allOfType)]),
	ticketTypeRow('a paid ticket type that Luma takes in part', allOfRow, allOfType, [ticketTypes({}), post('/v1/events/ticket-types/update', { event_ticket_type_id: 'ttype-1', ...allOfType })]),
	ticketTypeRow('a hidden ticket type', { isHidden: true }, { type: 'free', is_hidden: true }, [ticketTypes({ is_hidden: true, require_approval: false })]),
	ticketTypeJson('a paid ticket type in JSON that Luma takes whole', { type: 'paid', cents: '5000' }, { type: 'paid', cents: 5000 }, [ticketTypes({ type: 'paid', cents: 5000 })]),
	ticketTypeJson('a paid ticket type in JSON that Luma takes in part', { type: 'paid', cents: 5000 }, { type: 'paid', cents: 5000 }, [ticketTypes({}), post('/v1/events/ticket-types/update', { event_ticket_type_id: 'ttype-1', type: 'paid', cents: 5000 })]),
	ticketTypeRow('a free ticket type at a price of 0', { cents: 0 }, { type: 'free' }),
	ticketTypeJson('a free ticket type at a price of 0 in JSON', { type: 'free', cents: '0' }, { type: 'free' }, []),
	ticketTypeJson('a currency in JSON as sheets have it', { type: 'paid', cents: 5000, currency: ' EUR' }, { type: 'paid', cents: 5000, currency: 'eur' }, [ticketTypes({ type: 'paid', cents: 5000, currency: 'eur' })]),
	ticketTypeJson('a ticket type whose name Luma trims', { name: ' Seat\u00a0', type: 'free', max_capacity: 5 }, { name: ' Seat\u00a0', type: 'free', max_capacity: 5 }, [ticketTypes({ max_capacity: 5 })]),
	ticketTypeJson('what an existing ticket type has is not sent back', { type: 'free', id: 'ttype-0', max_capacity: 5 }, { type: 'free', id: 'ttype-0', max_capacity: 5 }, [ticketTypes({}), post('/v1/events/ticket-types/update', { event_ticket_type_id: 'ttype-1', max_capacity: 5 })]),
	{
		...creating('one ticket type not mended, and the others are', { additionalFields: { ticketTypes: '[{ "name": "Seat", "type": "paid", "cents": 5000 }, { "name": "Box", "type": "free" }, { "name": "Loge", "type": "free", "is_hidden": true }]' } }),
		exchanges: [
			post('/v1/events/create', { ...made, registration_open: false, ticket_types: [{ name: 'Seat', type: 'paid', cents: 5000 }, { name: 'Box', type: 'free' }, { name: 'Loge', type: 'free', is_hidden: true }] }, { id: event_id }),
			get('/v1/events/ticket-types/list', { event_id, include_hidden: 'true' }, { entries: [{ id: 'ttype-1', name: 'Seat', type: 'free' }, { id: 'ttype-2', name: 'Loge', type: 'free', is_hidden: false }] }),
			notTaken(post('/v1/events/ticket-types/update', { event_ticket_type_id: 'ttype-1', type: 'paid', cents: 5000 })),
			post('/v1/events/ticket-types/update', { event_ticket_type_id: 'ttype-2', is_hidden: true }),
			readBack,
		],
		items: [{ ...plainEvent, warning: `The event was created with registration closed, but this is missing: settings of the ticket type "Seat" (No); settings of the ticket type "Box" (Luma has no such ticket type). Don't run the node again: check its ticket types with Ticket Type > Update, then turn on 'Registration Open' with Event > Update.` }],
	},
	...[{ accessLevel: 'check-in' }, { accessLevel: 'manager' }, { accessLevel: 'none' }].map((host) => adding(host, { access_level: host.accessLevel })),
	...[true, false].map((isVisible) => adding({ isVisible, hostName: 'Nathan Smith' }, { is_visible: isVisible, name: 'Nathan Smith' })),
	{ ...creating('with tags', { additionalFields: { eventTags: 'Meetup, tag-2, Meetup' } }), exchanges: [post('/v1/events/create', made, { id: event_id }), tagging('Meetup'), tagging('tag-2'), readBack] },
	...['["Smith, Inc.", "Berlin"]', '={{ ["Smith, Inc.", "Berlin"] }}'].map(
		(eventTags): Case => ({ ...creating(`with a tag that has a comma, as ${eventTags}`, { additionalFields: { eventTags } }), exchanges: [post('/v1/events/create', made, { id: event_id }), tagging('Smith, Inc.'), tagging('Berlin'), readBack] }),
	),
	{
		...creating('a tag that Luma leaves out', { additionalFields: { eventTags: 'Meetup' } }),
		exchanges: [post('/v1/events/create', made, { id: event_id }), failing(tagging('Meetup'), { body: { applied_count: 0, skipped_count: 1 } }), readBack],
		items: [{ ...plainEvent, warning: "The event was created, but this is missing: tag Meetup (Luma skipped the event). Don't run the node again: add it with Host > Add or Event Tag > Apply." }],
	},
	{
		...creating('some of it not taken', { additionalFields: { eventTags: 'Meetup, Berlin', hosts: { host: [{ hostEmail: 'host1@example.com' }] } } }),
		exchanges: [post('/v1/events/create', made, { id: event_id }), notTaken(post('/v1/events/hosts/add', { event_id, email: 'host1@example.com', access_level: 'manager', is_visible: true })), notTaken(tagging('Meetup')), tagging('Berlin'), readBack],
		items: [{ ...plainEvent, warning: "The event was created, but this is missing: host host1@example.com (No); tag Meetup (No). Don't run the node again: add it with Host > Add or Event Tag > Apply." }],
	},
	{
		...creating('what may have been done', { additionalFields: { hosts: { host: [{ hostEmail: 'host1@example.com' }] } } }),
		exchanges: [post('/v1/events/create', made, { id: event_id }), failing(post('/v1/events/hosts/add', { event_id, email: 'host1@example.com', access_level: 'manager', is_visible: true }), { status: 502, body: { message: 'Bad gateway.', code: null } }), readBack],
		items: [{ ...plainEvent, warning: "The event was created, but this is missing: host host1@example.com (Bad gateway, but Luma may have done it: check first). Don't run the node again: add it with Host > Add or Event Tag > Apply." }],
	},
	refusedRows('a paid ticket type without a price', { ticketTypeRows: { type: [{ name: 'Seat', type: 'paid' }] } }, 'Ticket Types (Rows) has no price for a paid ticket type in row 1'),
	refusedRows('a paid ticket type without a price in JSON', { ticketTypes: '[{ "name": "Seat", "type": "Paid", "cents": "" }]' }, 'Ticket Types has no price for a paid ticket type at [0]'),
	refusedRows('a price that is no number', { ticketTypes: '[{ "name": "Seat", "type": "paid", "cents": "50 EUR" }]' }, 'Ticket Types: at [0].cents: "50 EUR" is not a whole number of 0 or more'),
	refusedRows('a price of a ticket type whose type was left at free', { ticketTypeRows: { type: [{ name: 'Seat', type: 'free', cents: 5000 }] } }, 'Ticket Types (Rows) has a price for a free ticket type in row 1'),
	refusedRows('a currency that is none in JSON', { ticketTypes: '[{ "name": "Seat", "type": "paid", "cents": 5000, "currency": "€" }]' }, 'Ticket Types: at [0].currency: "€" is not a currency'),
	refusedRows('a description that is too long in JSON', { ticketTypes: `[{ "name": "Seat", "type": "free", "description": "${'x'.repeat(1001)}" }]` }, 'Ticket Types: at [0].description: has 1001 characters, but Luma allows at most 1000'),
	refusedRows('the same in JSON', { ticketTypes: '[{ "name": "Seat", "type": "free", "cents": 5000 }]' }, 'Ticket Types has a price for a free ticket type at [0]'),
	refusedRows('a host twice', { hosts: { host: [{ hostEmail: 'host1@example.com' }, { hostEmail: 'Host1@Example.com' }] } }, 'Hosts has "Host1@Example.com" in rows 1 and 2'),
	refusedRows('ticket types as rows and JSON', { ticketTypes: '[{ "name": "Seat", "type": "free" }]', ticketTypeRows: { type: [{ name: 'Box' }] } }, "Ticket Types (Rows) is filled in together with 'Ticket Types'"),
	refusedRows('a host without an email address', { hosts: { host: [{ hostEmail: 'Nathan' }] } }, 'Hosts: Email in row 1: "Nathan" is not an email address'),
	refusedRows('a choice without choices', { questionRows: { question: [{ label: 'Meal', questionType: 'dropdown' }] } }, 'Registration Questions (Rows): Choices in row 1 is required'),
	refusedRows('rows and JSON', { registrationQuestions: '[{ "label": "Meal" }]', questionRows: { question: [{ label: 'Topic' }] } }, "Registration Questions (Rows) is filled in together with 'Registration Questions'"),
];

export const create: Case[] = [
	creating('with what is required', {}),
	{ ...creating('without a time zone', { timezone: '' }, { start_at: '2027-06-15T09:00:00-04:00', timezone: 'America/New_York' }), timezone: 'America/New_York' },
	...[...eventSettings, ...creationSettings].map((row) => creating(shown(row), AT_THE_TOP.includes(row[0]) ? filledIn(row) : { additionalFields: filledIn(row) }, sentFor(row))),
	{ ...creating('with a cover from the input item', { additionalFields: { cover: { file: { binaryPropertyName: 'data' } } } }), exchanges: [...storing, ...creating('', {}, { cover_url: file_url }).exchanges] },
	{ ...creating('giving the ID alone', { options: { returnIdOnly: true } }), exchanges: [post('/v1/events/create', made, { id: event_id })], items: [{ id: event_id }] },
	...whole,
	creating('giving the event', { options: { returnIdOnly: false } }),
	creating('simplified', { simplify: true }),
	{ ...creating('as Luma answers it', { simplify: false }), items: [wholeEvent] },
];

const readEvent = get('/v1/events/get', { event_id }, wholeEvent);

/** What comes out of Update: the event as it then is. */
const { name, start_at, end_at, timezone, url } = plainEvent;
const updated = { success: true, event_id, id: event_id, name, start_at, end_at, timezone, url };

const hasMade = ({ registration_questions: questions }: IDataObject) => Array.isArray(questions) && (questions as IDataObject[]).some(({ id }) => ['a-question', 'meal', 'level', 'food'].includes(id as string));
const updating = (what: string, more: INodeParameters, sent: IDataObject): Case => ({
	what,
	parameters: { eventId: byId(event_id), ...more },
	// A time that names no zone is meant in the event's own, which is read for it; so are its questions, whose IDs are kept.
	exchanges: [...('start_at' in sent || 'end_at' in sent || hasMade(sent) ? [readEvent] : []), post('/v1/events/update', { event_id, ...sent }), readEvent],
	items: [updated],
	timezone: 'America/New_York',
});

const updateSettings: Row[] = [
	['startAt', '2027-06-15T09:00:00', 'start_at', '2027-06-15T09:00:00+02:00'],
	['timezone', 'America/New_York', 'timezone', 'America/New_York'],
];

/** What a question is at the event already, it stays. */
const atEvent = [{ id: 'q1', label: 'Meal', question_type: 'text', required: true }, { id: 'q2', label: 'Meal', question_type: 'dropdown', options: ['Vegan'] }, { id: 'food', label: 'Drinks', question_type: 'text' }];
const asking = (id: string, label: string): IDataObject => ({ id, label, question_type: 'text', required: false });
const keeping = (
	[
		['the same label and type', [{ label: ' meal ' }], [asking('q1', ' meal ')]],
		['twice the same label', [{ label: 'Meal' }, { label: 'Meal' }], [asking('q1', 'Meal'), asking('meal-2', 'Meal')]],
		['an ID of its own', [{ id: 'mine', label: 'Meal' }, { label: 'Meal' }], [asking('mine', 'Meal'), asking('q1', 'Meal')]],
		['an ID that another has', [{ label: 'Food' }, { label: 'Drinks' }], [asking('food-2', 'Food'), asking('food', 'Drinks')]],
	] as Array<[string, IDataObject[], IDataObject[]]>
).map(([what, given, registration_questions]): Case => {
	const one = updating(`a question with ${what}`, { updateFields: { registrationQuestions: JSON.stringify(given) } }, { registration_questions });
	return { ...one, exchanges: [get('/v1/events/get', { event_id }, { ...wholeEvent, registration_questions: atEvent }), ...one.exchanges.slice(-2)] };
});

const notifying = (how: string, sent: IDataObject) => updating(`notifying: ${how}`, { updateFields: { eventName: 'New Name', notifyGuests: how } }, { name: 'New Name', ...sent });

const update: Case[] = [
	updating('its name', { updateFields: { eventName: 'New Name' } }, { name: 'New Name' }),
	...[...updateSettings, ...questionRows.map(asRow), ...eventSettings].map((row) => updating(shown(row), { updateFields: filledIn(row) }, sentFor(row))),
	{ ...updating('its cover from the input item', { updateFields: { cover: { url: { url: '' }, file: { binaryPropertyName: 'data' } } } }, { cover_url: file_url }), exchanges: [...storing, ...updating('', {}, { cover_url: file_url }).exchanges] },
	...keeping,
	notifying('all', {}),
	notifying('push', { suppress_email: true }),
	notifying('nobody', { suppress_notifications: true }),
	updating('clearing', { clearFields: ['max_capacity', 'phone_number_requirement', 'registration_questions'] }, { max_capacity: null, phone_number_requirement: null, registration_questions: [] }),
	{ ...updating('giving the ID alone', { updateFields: { eventName: 'New Name' }, options: { returnIdOnly: true } }, {}), exchanges: [post('/v1/events/update', { event_id, name: 'New Name' })], items: [{ success: true, event_id, id: event_id }] },
	updating('giving what was set', { updateFields: { eventName: 'New Name' }, options: { returnIdOnly: false } }, { name: 'New Name' }),
	updating('clearing one and setting another', { updateFields: { slug: 'new-place' }, clearFields: ['max_capacity'] }, { slug: 'new-place', max_capacity: null }),
];

const cancelling = (what: string, refundGuests: string | undefined, { is_paid, sent, should_refund }: { is_paid: boolean; sent: IDataObject; should_refund: boolean }): Case => ({
	what,
	parameters: { eventId: byId(event_id), confirm: true, ...(refundGuests !== undefined && { refundGuests }) },
	exchanges: [
		post('/v1/events/cancel/request', { event_id }, { cancellation_token: 'token-1', is_paid, guest_count: 7 }),
		post('/v1/events/cancel', { event_id, cancellation_token: 'token-1', ...sent }),
	],
	items: [{ success: true, event_id, guest_count: 7, is_paid, should_refund }],
});

const cancel: Case[] = [
	cancelling('a free event', undefined, { is_paid: false, sent: {}, should_refund: false }),
	cancelling('a free event, no refund needed', 'notNeeded', { is_paid: false, sent: {}, should_refund: false }),
	cancelling('a paid event, with refunds', 'yes', { is_paid: true, sent: { should_refund: true }, should_refund: true }),
	cancelling('a paid event, without refunds', 'no', { is_paid: true, sent: { should_refund: false }, should_refund: false }),
	{ what: 'without the switch', parameters: { eventId: byId(event_id), confirm: false }, exchanges: [], items: [], refused: "Yes, Cancel the Event is off, so the event wasn't canceled" },
];

const getting = (what: string, more: INodeParameters, item: IDataObject): Case => ({
	what,
	parameters: { eventId: byId(event_id), ...more },
	exchanges: [get('/v1/events/get', { event_id }, wholeEvent)],
	items: [item],
});

const getOne: Case[] = [getting('by ID', {}, plainEvent), getting('simplified', { simplify: true }, plainEvent), getting('as Luma answers it', { simplify: false }, wholeEvent)];

const looking = (what: string, parameters: INodeParameters, query: Record<string, string>, event: IDataObject | null): Case => ({
	what,
	parameters,
	exchanges: [get('/v1/calendars/events/lookup', query, { event })],
	items: [event ? { found: true, ...event } : { found: false }],
});

const byUrl = looking('a Luma event by URL', { publicEventId: byLink('https://luma.com/summer-conference') }, { platform: 'luma', event_id }, { id: 'calev-1', status: 'approved' });

const lookUp: Case[] = [
	looking('a Luma event', { publicEventId: byId(event_id) }, { platform: 'luma', event_id }, { id: 'calev-1', status: 'approved' }),
	looking('a Luma event, chosen', { platform: 'luma', publicEventId: byId(event_id) }, { platform: 'luma', event_id }, { id: 'calev-1', status: 'rejected' }),
	{
		...byUrl,
		exchanges: [get('/v1/entities/lookup', { slug: 'summer-conference' }, { entity: { type: 'event', event: { id: event_id } } }), ...byUrl.exchanges],
	},
	looking('an external event that is not there', { platform: 'external', externalUrl: 'https://events.example.com/1' }, { platform: 'external', url: 'https://events.example.com/1' }, null),
];

export const cases: Cases = { event: { cancel, create, get: getOne, lookUp, update } };
