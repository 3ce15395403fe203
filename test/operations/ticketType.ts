import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, get, post, type Case, type Cases } from './parts/case';
import { ticketTypeSettings, filledIn, sentFor, shown, type Row } from './parts/settings';

const event_id = 'evt-1';
const event_ticket_type_id = 'ttype-1';
const plain = { name: 'Early Bird', id: event_ticket_type_id };
const answered = { ...plain, position: 1 };

/** Simplify on and off. */
const simplifying = (of: (more: INodeParameters) => Case): Case[] => [true, false].map((simplify) => ({ ...of({ simplify }), what: `Simplify: ${simplify}`, items: [simplify ? plain : answered] }));

const chosen = { ticketTypeId: byId(event_ticket_type_id) };
const creating = (what: string, more: INodeParameters, sent: IDataObject = {}): Case => ({
	what,
	parameters: { eventId: byId(event_id), ticketTypeName: 'Early Bird', ...more },
	exchanges: [post('/v1/events/ticket-types/create', { event_id, name: 'Early Bird', type: 'free', ...sent }, answered)],
	items: [plain],
});

const create: Case[] = [
	creating('with what is required', {}),
	creating('free', { type: 'free' }, { type: 'free' }),
	creating('paid', { type: 'paid', additionalFields: { cents: 2500 } }, { type: 'paid', cents: 2500 }),
	creating('paid, as guests choose', { type: 'paid', additionalFields: { isFlexible: true } }, { type: 'paid', is_flexible: true }),
	{ ...creating('paid without a price', { type: 'paid' }), exchanges: [], items: [], refused: 'Type is Paid, so the ticket type needs a price' },
	{ ...creating('paid without a price, as guests do not choose', { type: 'paid', additionalFields: { isFlexible: false } }), exchanges: [], items: [], refused: 'Type is Paid, so the ticket type needs a price' },
	{ ...creating('a price of one whose type was left at free', { additionalFields: { cents: 2500 } }), exchanges: [], items: [], refused: 'Price (Cents) is set for a free ticket type' },
	...simplifying((more) => creating('', more)),
	...ticketTypeSettings.map((row) => (row[0] === 'cents' ? creating(shown(row), { type: 'paid', additionalFields: filledIn(row) }, { type: 'paid', ...sentFor(row) }) : creating(shown(row), { additionalFields: filledIn(row) }, sentFor(row)))),
];

const updating = (what: string, more: INodeParameters, sent: IDataObject): Case => ({
	what,
	parameters: { ...chosen, ...more },
	exchanges: [post('/v1/events/ticket-types/update', { event_ticket_type_id, ...sent }, answered)],
	items: [plain],
});

const updateSettings: Row[] = [
	['ticketTypeName', 'Regular', 'name', 'Regular'],
	['type', 'free', 'type', 'free'],
	['type', 'paid', 'type', 'paid'],
];
const clearable = ['currency', 'description', 'max_capacity', 'min_cents', 'cents', 'valid_start_at', 'valid_end_at'];

const update: Case[] = [
	...[...updateSettings, ...ticketTypeSettings].map((row) => updating(shown(row), { updateFields: filledIn(row) }, sentFor(row))),
	...simplifying((more) => updating('', { updateFields: { ticketTypeName: 'Regular' }, ...more }, { name: 'Regular' })),
	{ ...updating('a price of one that becomes free', { updateFields: { cents: 2500, type: 'free' } }, {}), exchanges: [], items: [], refused: 'Price (Cents) is set for a free ticket type' },
	updating('clearing', { clearFields: clearable }, Object.fromEntries(clearable.map((parameter) => [parameter, null]))),
];

const getting = (more: INodeParameters): Case => ({ what: 'by ID', parameters: { ...chosen, ...more }, exchanges: [get('/v1/events/ticket-types/get', { event_ticket_type_id }, answered)], items: [plain] });

const getOne: Case[] = [getting({}), ...simplifying(getting)];

const remove: Case[] = [{ what: 'by ID', parameters: chosen, exchanges: [post('/v1/events/ticket-types/delete', { event_ticket_type_id })], items: [{ deleted: true }] }];

const entries = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `ttype-${index + 1}` }));

const listing = (what: string, more: INodeParameters, query: Record<string, string> = {}, items = entries(3)): Case => ({
	what,
	parameters: { eventId: byId(event_id), ...more },
	exchanges: [get('/v1/events/ticket-types/list', { event_id, ...query }, { entries: entries(3) })],
	items,
});

const getAll: Case[] = [
	listing('visible ones', {}),
	listing('simplified', { simplify: true }),
	listing('as Luma answers them', { simplify: false }),
	listing('hidden ones too', { options: { includeHidden: true } }, { include_hidden: 'true' }),
	listing('hidden ones left out', { options: { includeHidden: false } }),
	listing('all', { returnAll: true }),
	listing('up to Limit', { returnAll: false, limit: 2 }, {}, entries(2)),
];

export const cases: Cases = { ticketType: { create, delete: remove, get: getOne, getAll, update } };
