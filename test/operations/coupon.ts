import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seed } from '../simulator';
import { byId, fromList, get, post, type Case, type Cases } from './parts/case';
import { listing, paging } from './parts/lists';
import type { Sample } from './parts/sample';

const event_id = 'evt-1';
const ofEvent = { eventId: byId(event_id) };
const code = 'SUMMER20';
const byCode = (value: string) => ({ __rl: true, mode: 'code', value });
const answered = { id: 'coupon-1', code };

/** Of an event, and of the calendar in the same way. */
const both = (of: (ofCalendar: boolean) => Case): Case[] => [{ ...of(false), parameters: { ...of(false).parameters, couponScope: 'event' }, what: 'of an event, chosen as such' }, of(true)];
const target = (ofCalendar: boolean) => ({ base: ofCalendar ? '/v1/calendars/coupons' : '/v1/events/coupons', parameters: ofCalendar ? { couponScope: 'calendar' } : ofEvent, always: ofCalendar ? {} : { event_id } });

const creating = (what: string, more: INodeParameters, sent: IDataObject = {}, ofCalendar = false): Case => {
	const { base, parameters, always } = target(ofCalendar);
	return { what, parameters: { newCode: code, ...parameters, ...more }, exchanges: [post(`${base}/create`, { ...always, code, discount: { discount_type: 'percent', percent_off: 10 }, remaining_count: 1, ...sent }, answered)], items: [answered] };
};

const times: Array<[INodeParameters, IDataObject]> = [
	[{ couponStartAt: '2027-05-01T00:00:00' }, { valid_start_at: '2027-05-01T00:00:00Z' }],
	[{ couponEndAt: '2027-06-01T12:00:00+02:00' }, { valid_end_at: '2027-06-01T12:00:00+02:00' }],
];

/** A day alone would end the coupon at its first moment. */
const untilDay = { couponEndAt: '2027-06-15' };
const NO_TIME = 'Valid Until: "2027-06-15" has no time of day';

const updating = (what: string, more: INodeParameters, sent: IDataObject = {}, ofCalendar = false): Case => {
	const { base, parameters, always } = target(ofCalendar);
	return { what, parameters: { couponCode: byCode(code), updateFields: { maxUses: 3 }, ...parameters, ...more }, exchanges: [post(`${base}/update`, { ...always, code, remaining_count: 3, ...sent })], items: [{ success: true, code, ...always }] };
};

/** Ticket types of the event are asked for: a coupon for one of another event could be used by nobody. */
const ofTypes = get('/v1/events/ticket-types/list', { event_id, include_hidden: 'true' }, { entries: [{ id: 'ttype-1' }] });

const coupon: Cases[string] = {
	create: [
		creating('with what is required', {}),
		...both((ofCalendar) => creating('of the calendar', {}, {}, ofCalendar)),
		creating('in percent', { discountType: 'percent', percentOff: 0 }, { discount: { discount_type: 'percent', percent_off: 0 } }),
		creating('an amount', { discountType: 'amount', centsOff: 500, discountCurrency: ' EUR ' }, { discount: { discount_type: 'amount', cents_off: 500, currency: 'eur' } }),
		creating('an amount, of the calendar', { discountType: 'amount', centsOff: 500 }, { discount: { discount_type: 'amount', cents_off: 500, currency: 'usd' } }, true),
		creating('limited', { uses: 'limited', maxUses: 7 }, { remaining_count: 7 }),
		creating('unlimited', { uses: 'unlimited' }, { remaining_count: 1_000_000 }),
		...[byId('ttype-1'), fromList('ttype-1')].map((ticketTypeId) => {
			const one = creating(`for a ticket type by ${ticketTypeId.mode}`, { additionalFields: { ticketTypeId } }, { event_ticket_type_id: 'ttype-1' });
			return { ...one, exchanges: [ofTypes, ...one.exchanges] };
		}),
		{ ...creating('for a ticket type of another event', { additionalFields: { ticketTypeId: byId('ttype-2') } }), exchanges: [ofTypes], items: [], refused: 'Ticket Type: "ttype-2" is not a ticket type of this event' },
		...times.flatMap(([additionalFields, sent]) => [creating('with a time', { additionalFields }, sent), creating('of the calendar, with a time', { additionalFields }, sent, true)]),
		{ ...creating('until a day', { additionalFields: untilDay }), exchanges: [], items: [], refused: NO_TIME },
		{ ...creating('with a code that is too long', { newCode: 'x'.repeat(21) }), exchanges: [], items: [], refused: 'Code has 21 characters, but Luma allows at most 20' },
	],
	getAll: [
		listing('/v1/events/coupons/list', ofEvent, { event_id })('of an event', {}),
		listing('/v1/events/coupons/list', ofEvent, { event_id })('of an event, chosen as such', { couponScope: 'event' }),
		...paging('/v1/events/coupons/list', ofEvent, { event_id }),
		...paging('/v1/calendars/coupons/list', { couponScope: 'calendar' }, {}).map((one) => ({ ...one, what: `of the calendar: ${one.what}` })),
	],
	update: [
		updating('Max Uses', {}),
		...both((ofCalendar) => updating('of the calendar', {}, {}, ofCalendar)),
		updating('from the list', { couponCode: fromList(code) }),
		...times.flatMap(([updateFields, sent]) => [updating('a time', { updateFields: { ...updateFields, maxUses: 3 } }, sent), updating('of the calendar, a time', { updateFields: { ...updateFields, maxUses: 3 } }, sent, true)]),
		{ ...updating('until a day', { updateFields: untilDay }), exchanges: [], items: [], refused: NO_TIME },
		updating('clearing', { clearFields: ['valid_start_at', 'valid_end_at'] }, { valid_start_at: null, valid_end_at: null }),
	],
};

export const cases: Cases = { coupon };

const { paid } = seed.events;
const ofPaid = { couponScope: 'event', eventId: byId(paid) };

export const samples: Sample[] = [
	{
		resource: 'coupon',
		operation: 'create',
		parameters: { ...ofPaid, newCode: 'EARLY', discountType: 'amount', centsOff: 500, discountCurrency: 'EUR', maxUses: 5, additionalFields: { ticketTypeId: byId(seed.ticketTypes.paid) } },
		sent: [get('/v1/events/ticket-types/list', { event_id: paid, include_hidden: 'true' }), post('/v1/events/coupons/create', { event_id: paid, code: 'EARLY', discount: { discount_type: 'amount', cents_off: 500, currency: 'eur' }, remaining_count: 5, event_ticket_type_id: seed.ticketTypes.paid })],
		items: () => [{ id: 'coupon-new-1', code: 'EARLY', cents_off: 500, currency: 'eur', remaining_count: 5 }],
	},
	{
		what: 'of the calendar',
		resource: 'coupon',
		operation: 'create',
		parameters: { couponScope: 'calendar', newCode: 'ALL15', percentOff: 15, uses: 'unlimited' },
		sent: [post('/v1/calendars/coupons/create', { code: 'ALL15', discount: { discount_type: 'percent', percent_off: 15 }, remaining_count: 1_000_000 })],
		items: () => [{ code: 'ALL15', percent_off: 15, remaining_count: 1_000_000 }],
	},
	{
		resource: 'coupon',
		operation: 'getAll',
		parameters: ofPaid,
		sent: [get('/v1/events/coupons/list', { event_id: paid, pagination_limit: '50' })],
		items: () => [{ code: 'SUMMER20', percent_off: 20 }, { code: 'FRIENDS' }],
	},
	{
		what: 'of the calendar',
		resource: 'coupon',
		operation: 'getAll',
		parameters: { couponScope: 'calendar' },
		sent: [get('/v1/calendars/coupons/list', { pagination_limit: '50' })],
		items: () => [{ code: 'CALENDAR10' }],
	},
	{
		resource: 'coupon',
		operation: 'update',
		parameters: { ...ofPaid, couponCode: byCode('summer20'), updateFields: { maxUses: 0 } },
		sent: [post('/v1/events/coupons/update', { event_id: paid, code: 'summer20', remaining_count: 0 })],
		items: () => [{ success: true, code: 'summer20', event_id: paid }],
	},
	{
		what: 'of the calendar',
		resource: 'coupon',
		operation: 'update',
		parameters: { couponScope: 'calendar', couponCode: byCode('CALENDAR10'), updateFields: { maxUses: 3 }, clearFields: ['valid_end_at'] },
		sent: [post('/v1/calendars/coupons/update', { code: 'CALENDAR10', remaining_count: 3, valid_end_at: null })],
		items: () => [{ success: true, code: 'CALENDAR10' }],
	},
];
