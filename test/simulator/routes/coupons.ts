import { badRequest, notFound } from '../errors';
import { page, type PageParameters } from '../pages';
import { route } from '../route';
import { currency, filled, formsBy, instant, orNull, paging, parameters } from '../schemas';
import type { Store } from '../store';
import type { CouponRecord } from '../records';

interface Discount {
	discount_type: 'percent' | 'amount';
	percent_off?: number;
	cents_off?: number;
	currency?: string;
}

type Fields = Partial<Pick<CouponRecord, 'remaining_count' | 'valid_start_at' | 'valid_end_at' | 'event_ticket_type_id'>>;

const fields = { code: { type: 'string', minLength: 1, maxLength: 20 }, remaining_count: { type: 'integer', minimum: 0, maximum: 1_000_000 }, valid_start_at: orNull(instant), valid_end_at: orNull(instant) };

const discount = formsBy('discount_type', {
	percent: [{ percent_off: { type: 'number', minimum: 0, maximum: 100 } }, ['percent_off']],
	amount: [{ cents_off: { type: 'number', minimum: 0 }, currency }, ['cents_off', 'currency']],
});

/** The coupons of an event, or of the calendar. */
function couponsOf(store: Store, event_id?: string): CouponRecord[] {
	if (event_id !== undefined) store.managedEvent(event_id);
	if (!store.coupons.has(event_id)) store.coupons.set(event_id, []);
	return store.coupons.get(event_id)!;
}

const same = (code: string) => (coupon: CouponRecord) => coupon.code.toLowerCase() === code.toLowerCase();

const routesOf = (kind: 'events' | 'calendars') => {
	const path = `/v1/${kind}/coupons`;
	const ofEvent: Record<string, Record<string, unknown>> = kind === 'events' ? { event_id: filled } : {};
	const ofTicketType: typeof ofEvent = kind === 'events' ? { event_ticket_type_id: filled } : {};
	const required = Object.keys(ofEvent);
	return [
		route<PageParameters & { event_id?: string }>('GET', `${path}/list`, parameters({ ...ofEvent, ...paging }, required), ({ store, pageCap }, { event_id, ...paged }) => {
			const all = couponsOf(store, event_id);
			return page(all.length, (position) => all[position], paged, { event_id }, pageCap);
		}),

		route<Fields & { event_id?: string; code: string; discount: Discount }>(
			'POST',
			`${path}/create`,
			parameters({ ...ofEvent, ...fields, discount, ...ofTicketType }, [...required, 'code', 'discount']),
			({ store }, { event_id, code, discount: { percent_off = null, cents_off = null, currency = null }, ...more }) => {
				const all = couponsOf(store, event_id);
				if (all.some(same(code))) throw badRequest('There is a coupon with this code already.');
				const coupon = { id: store.newId('coupon'), code, remaining_count: 1_000_000, valid_start_at: null, valid_end_at: null, percent_off, cents_off, currency, event_ticket_type_id: null, ...more };
				all.push(coupon);
				return coupon;
			},
		),

		route<Fields & { event_id?: string; code: string }>('POST', `${path}/update`, parameters({ ...ofEvent, ...fields }, [...required, 'code']), ({ store }, { event_id, code, ...more }) => {
			const coupon = couponsOf(store, event_id).find(same(code));
			if (!coupon) throw notFound('Coupon', code);
			Object.assign(coupon, more);
			return {};
		}),
	];
};

export const couponRoutes = [...routesOf('events'), ...routesOf('calendars')];
