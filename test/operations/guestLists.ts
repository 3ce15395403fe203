import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, get, someTime, type Case, type Cases } from './parts/case';
import { listedGuest, plainColumns, plainListedGuest, questions, without } from './parts/answers';
import { directions, listing, paging, simplifying } from './parts/lists';

const path = '/v1/events/guests/list';
const event_id = 'evt-1';
const list = listing(path, { eventId: byId(event_id) }, { event_id });

/** Simplified guests say which event they are of. */
const withEvent = (one: Case): Case => (one.parameters.simplify === false ? one : { ...one, items: one.items.map((item) => ('entries' in item || item.event_id ? item : { ...item, event_id })) });

const answered = (entries: IDataObject[]) => ({ entries, has_more: false });
const of = (status: string, more: IDataObject = {}): IDataObject => ({ ...listedGuest, approval_status: status, ...more });
const plainOf = (guest: IDataObject): IDataObject => ({ ...plainListedGuest, approval_status: guest.approval_status, registered_at: guest.registered_at });

/** Several statuses: Luma is asked for each, in one order. */
const inOrder = { sort_column: 'registered_at', sort_direction: 'asc' };
const statuses = (what: string, guestStatuses: string[], lists: IDataObject[][], items: IDataObject[], more: INodeParameters = {}, query: Record<string, string> = {}): Case => ({
	what: `with statuses ${guestStatuses.join(' and ')}: ${what}`,
	parameters: { eventId: byId(event_id), filters: { guestStatuses }, ...more },
	exchanges: guestStatuses.map((approval_status, at) => get(path, { event_id, approval_status, ...inOrder, pagination_limit: '50', ...query }, answered(lists[at]))),
	items: items.map(plainOf),
});

const [early, late, later] = ['2026-11-01T08:00:00.000Z', '2026-11-02T08:00:00.000Z', '2026-11-03T08:00:00.000Z'].map((registered_at) => ({ registered_at }));

/** A filter by time or check-in, with which the list is read in its order and no further than it says. */
const bounded = (what: string, filters: INodeParameters, sort: [string, string], guests: IDataObject[], passing: IDataObject[], limit = '50'): Case => ({
	what,
	parameters: { eventId: byId(event_id), filters },
	exchanges: [get(path, { event_id, sort_column: sort[0], sort_direction: sort[1], pagination_limit: limit }, answered(guests))],
	items: passing.map((guest) => ({ ...plainListedGuest, registered_at: guest.registered_at, tickets: plainTickets(guest), ticket_names: (guest.event_tickets as IDataObject[]).map(({ name }) => name).join(', '), checked_in_at: (guest.event_tickets as IDataObject[])[0]?.checked_in_at ?? null })),
	timezone: 'Europe/Berlin',
});

const plainTickets = ({ event_tickets: tickets }: IDataObject) => (tickets as IDataObject[]).map(({ name, checked_in_at, event_ticket_type_id, id }) => ({ name, checked_in_at, event_ticket_type_id, id }));
const checkedIn = (checked_in_at: string | null, type = 'standard'): IDataObject => of('approved', { event_tickets: [{ id: 'tkt-1', name: type, event_ticket_type_id: `ttype-${type}`, checked_in_at }] });
const [tenth, eleventh, twelfth] = ['10', '11', '12'].map((hour) => checkedIn(`2027-06-15T${hour}:00:00.000Z`));

const byTime: Case[] = [
	bounded('registered after a time', { registeredAfter: '2026-11-02T09:00:00' }, ['registered_at', 'desc nulls last'], [of('approved', { ...later, event_tickets: [] }), of('approved', { ...late, event_tickets: [] }), of('approved', { ...early, event_tickets: [] })], [{ ...later, event_tickets: [] }, { ...late, event_tickets: [] }]),
	bounded('registered before a time', { registeredBefore: '2026-11-02T09:00:00' }, ['registered_at', 'asc nulls last'], [of('approved', { ...early, event_tickets: [] }), of('approved', { ...late, event_tickets: [] })], [{ ...early, event_tickets: [] }]),
	bounded('checked in after a time', { checkedInAfter: '2027-06-15T13:00:00' }, ['checked_in_at', 'desc nulls last'], [twelfth, eleventh, tenth], [twelfth, eleventh], '100'),
	bounded('checked in before a time', { checkedInBefore: '2027-06-15T13:00:00' }, ['checked_in_at', 'asc nulls last'], [tenth, eleventh, twelfth], [tenth], '100'),
	bounded('checked in', { checkIn: 'checkedIn' }, ['checked_in_at', 'desc nulls last'], [twelfth, checkedIn(null)], [twelfth]),
	bounded('not checked in', { checkIn: 'notCheckedIn' }, ['checked_in_at', 'desc'], [checkedIn(null), twelfth], [checkedIn(null)], '100'),
];

/** What Luma cannot tell apart: read with 100 a page. */
const toldApart = (what: string, filters: INodeParameters, guests: IDataObject[], passing: number): Case => ({
	what,
	parameters: { eventId: byId(event_id), simplify: false, filters },
	exchanges: [get(path, { event_id, pagination_limit: '100' }, answered(guests))],
	items: guests.slice(0, passing),
});

const saying = (...values: unknown[]): IDataObject => of('approved', { registration_answers: [{ question_id: 'q1', label: 'Meal', question_type: 'multi-select', value: values }] });
const answer = (condition: string, value = '', questionId = 'q1'): INodeParameters => ({ answerFilters: { answer: [{ questionId, condition, ...(value !== '' && { value }) }] } });

const byAnswer: Case[] = [
	toldApart('who answered', answer('isAnswered'), [saying('Vegan'), saying()], 1),
	toldApart('who did not answer', answer('isNotAnswered'), [saying(), saying('Vegan')], 1),
	toldApart('whose answer is one, by the label of the question', answer('is', 'VEGAN', ' meal '), [saying('Fish', 'Vegan'), saying('Vegan, please')], 1),
	toldApart('whose answer is not one', answer('isNot', 'Vegan'), [saying('Fish'), saying('Vegan')], 1),
	toldApart('whose answer contains a text', answer('contains', 'veg'), [saying('Vegan'), saying('Fish')], 1),
	toldApart('whose answer does not contain a text', answer('doesNotContain', 'veg'), [saying('Fish'), saying('Vegan')], 1),
];

const eventList = '/v1/calendars/events/list';
const events = [
	{ id: 'evt-1', name: 'One', end_at: '2027-06-15T09:00:00.000Z', registration_questions: questions },
	{ id: 'evt-2', name: 'Two', end_at: '2027-06-16T09:00:00.000Z', registration_questions: [] },
];
const nobody = of('waitlist', { registration_answers: null, check_in_qr_code: null });

const ofSeveral: Case[] = [
	{
		what: 'of all events that have not ended',
		parameters: { guestsOf: 'upcoming', limit: 3 },
		exchanges: [get(eventList, { after: someTime, sort_column: 'start_at', sort_direction: 'asc', pagination_limit: '100' }, answered([{ ...events[0], end_at: '2026-12-31T00:00:00.000Z' }, events[1]])), get(path, { event_id: 'evt-2', pagination_limit: '3' }, answered([listedGuest]))],
		items: [{ ...plainListedGuest, event_id: 'evt-2', event_name: 'Two' }],
		timed: true,
	},
	{
		what: 'of several events, each guest with its event',
		parameters: { guestsOf: 'several', eventIds: ['evt-1', 'evt-2'], limit: 3 },
		exchanges: [get(path, { event_id: 'evt-1', pagination_limit: '3' }, answered([listedGuest, listedGuest])), get(eventList, { sort_column: 'start_at', sort_direction: 'desc', pagination_limit: '100' }, answered(events)), get(path, { event_id: 'evt-2', pagination_limit: '1' }, answered([listedGuest]))],
		items: [...[1, 1].map((n) => ({ ...plainListedGuest, event_id: `evt-${n}`, event_name: 'One' })), { ...plainListedGuest, event_id: 'evt-2', event_name: 'Two' }],
	},
	{
		what: 'of several events, with answers as columns, the same ones for all',
		parameters: { guestsOf: 'several', eventIds: ['evt-1', 'evt-2'], returnAll: true, answersOutput: 'columns' },
		exchanges: [get(path, { event_id: 'evt-1', pagination_limit: '100' }, answered([listedGuest])), get(eventList, { sort_column: 'start_at', sort_direction: 'desc', pagination_limit: '100' }, answered(events)), get(path, { event_id: 'evt-2', pagination_limit: '100' }, answered([nobody]))],
		items: [
			{ ...without(plainListedGuest, 'answers', 'tickets'), ...plainColumns, event_id: 'evt-1', event_name: 'One' },
			{ ...without(plainListedGuest, 'answers', 'tickets'), approval_status: 'waitlist', ...Object.fromEntries(Object.keys(plainColumns).map((name) => [name, null])), event_id: 'evt-2', event_name: 'Two' },
		],
	},
	{
		what: 'of one of several events that is not among the latest, as Luma answers them',
		parameters: { guestsOf: 'several', eventIds: ['evt-3', 'evt-1'], simplify: false },
		exchanges: [
			get(path, { event_id: 'evt-3', pagination_limit: '50' }, answered([listedGuest])),
			get(eventList, { sort_column: 'start_at', sort_direction: 'desc', pagination_limit: '100' }, answered(events)),
			get('/v1/events/get', { event_id: 'evt-3' }, { id: 'evt-3', name: 'Three' }),
			get(path, { event_id: 'evt-1', pagination_limit: '49' }, answered([])),
		],
		items: [{ ...listedGuest, event_id: 'evt-3', event_name: 'Three' }],
	},
];

const getAll: Case[] = [
	list('without filters', {}),
	...paging(path, { eventId: byId(event_id) }, { event_id }),
	...simplifying(list, listedGuest, plainListedGuest),
	list('with nested answers', { answersOutput: 'nested' }, {}, [listedGuest], [plainListedGuest]),
	list('without answers', { answersOutput: 'leaveOut' }, {}, [listedGuest], [without(plainListedGuest, 'answers')]),
	{
		what: 'with answers as columns',
		parameters: { guestsOf: 'one', eventId: byId(event_id), answersOutput: 'columns' },
		exchanges: [get(path, { event_id, pagination_limit: '50' }, answered([listedGuest, nobody])), get('/v1/events/get', { event_id }, { registration_questions: questions })],
		items: [
			{ ...without(plainListedGuest, 'answers', 'tickets'), ...plainColumns },
			{ ...without(plainListedGuest, 'answers', 'tickets'), approval_status: 'waitlist', ...Object.fromEntries(Object.keys(plainColumns).map((name) => [name, null])) },
		],
	},
	...['approved', 'declined', 'invited', 'pending_approval', 'session', 'waitlist'].map((status) => list(`with status ${status}`, { filters: { guestStatuses: [status] } }, { approval_status: status })),
	list('with all statuses', { filters: { guestStatuses: ['approved', 'declined', 'invited', 'pending_approval', 'session', 'waitlist'] } }),
	statuses('in the order of registration', ['approved', 'waitlist'], [[of('approved', early), of('approved', later)], [of('waitlist', late)]], [of('approved', early), of('waitlist', late), of('approved', later)]),
	statuses('Limit counts both', ['approved', 'waitlist'], [[of('approved', early), of('approved', later)], [of('waitlist', late)]], [of('approved', early), of('waitlist', late)], { limit: 2 }, { pagination_limit: '2' }),
	statuses('in an order that is chosen', ['approved', 'waitlist'], [[of('approved', later), of('approved', early)], [of('waitlist', late)]], [of('approved', later), of('waitlist', late), of('approved', early)], { sort: { direction: 'desc' } }, { sort_direction: 'desc' }),
	...byTime,
	list('whether they have checked in or not', { filters: { checkIn: 'any' } }),
	toldApart('with a ticket of these types, by ID or name', { ticketTypeIds: ['ttype-workshop', 'VIP'] }, [checkedIn(null, 'workshop'), checkedIn(null, 'vip'), checkedIn(null)], 2),
	...byAnswer,
	...ofSeveral,
	...['checked_in_at', 'created_at', 'email', 'name', 'registered_at'].map((column) => list(`sorted by ${column}`, { sort: { column } }, { sort_column: column })),
	...directions.map((direction) => list(`sorted ${direction}`, { sort: { direction } }, { sort_direction: direction })),
].map(withEvent);

export const cases: Cases = { guest: { getAll } };
