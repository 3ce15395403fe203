import { seed } from '../../simulator';
import { byId } from '../luma';
import { get, post, type OperationCase } from './case';

const { paid } = seed.events;
const ofEvent = { couponScope: 'event', eventId: byId(paid) };
const byCode = (value: string) => ({ __rl: true, mode: 'code', value });

export const couponCases: OperationCase[] = [
	{
		resource: 'coupon',
		operation: 'create',
		parameters: { ...ofEvent, newCode: 'EARLY', discountType: 'amount', centsOff: 500, discountCurrency: 'EUR', maxUses: 5, additionalFields: { ticketTypeId: byId(seed.ticketTypes.paid) } },
		sent: [post('/v1/events/coupons/create', { event_id: paid, code: 'EARLY', discount: { discount_type: 'amount', cents_off: 500, currency: 'eur' }, remaining_count: 5, event_ticket_type_id: seed.ticketTypes.paid })],
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
		parameters: ofEvent,
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
		parameters: { ...ofEvent, couponCode: byCode('summer20'), updateFields: { maxUses: 0 } },
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
