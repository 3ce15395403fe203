import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { chosenEvent } from './events';
import { searchOf, type Choice, type List } from './search';

/** The top of Luma's counts means that there is no end to it. */
const UNLIMITED = 1_000_000;

/** A coupon by its code, what it takes off, and how often it can still be used. */
function show({ code, percent_off, cents_off, currency, remaining_count }: IDataObject): Choice {
	const off = typeof percent_off === 'number' ? `${percent_off}% off` : typeof cents_off === 'number' ? `${(cents_off / 100).toFixed(2)} ${String(currency ?? '').toUpperCase()} off` : '';
	const left = typeof remaining_count === 'number' && remaining_count < UNLIMITED ? `${remaining_count} left` : '';
	const inBrackets = [off, left].filter(Boolean).join(', ');
	return { name: `${code}${inBrackets && ` (${inBrackets})`}`, value: String(code) };
}

/** The coupons of the chosen event, or of the calendar. */
async function coupons(context: ILoadOptionsFunctions): Promise<List> {
	const ofCalendar = context.getCurrentNodeParameter('couponScope') === 'calendar';
	const query = ofCalendar ? {} : { event_id: await chosenEvent(context) };
	return {
		things: 'coupons',
		path: ofCalendar ? '/v1/calendars/coupons/list' : '/v1/events/coupons/list',
		parts: () => [query],
		show,
		words: (coupon) => [show(coupon).name],
		otherwise: "Choose 'By Code'.",
	};
}

export const searchCoupons = searchOf(coupons);
