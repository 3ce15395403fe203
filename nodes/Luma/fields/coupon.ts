import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { Problem, shown } from '../values/problem';
import { textIn } from '../values/scalar';
import { visible } from '../values/text';
import { after, moment } from './dates';
import { eventInBody } from './event';
import { inBody, locator, naming } from './locator';
import { ofEvent } from './ofEvent';
import { body, required, type Change } from './send';

/** What a coupon is for; it decides where the request goes. */
export const scope = (operation: string): INodeProperties => ({
	displayName: 'Applies To',
	name: 'couponScope',
	type: 'options',
	// An expression here would make n8n show, and require, both ways.
	noDataExpression: true,
	options: [
		{ name: 'One Event', value: 'event', description: 'A coupon of one event', routing: { request: { url: `/v1/events/coupons/${operation}` } } },
		{ name: 'Whole Calendar', value: 'calendar', description: 'A coupon of all events of the calendar. Its code must not be one of an event.', routing: { request: { url: `/v1/calendars/coupons/${operation}` } } },
	] as INodePropertyOptions[],
	default: 'event',
	description: 'What the coupon is for',
});

const ofOneEvent = { show: { couponScope: ['event'] } };

/** A field that only a coupon of one event has. */
export const onlyOfEvent = (field: INodeProperties): INodeProperties => ({ ...field, displayOptions: ofOneEvent });

export const couponEvent: INodeProperties = onlyOfEvent(eventInBody);

/** A code as Luma takes it. */
export const code: Change = (value) => {
	const text = textIn(visible(value), { min: 1, max: 20 });
	if (/\s/.test(text)) throw new Problem(`${shown(text)} has a blank in it`);
	return text;
};

/** The coupon that an update is about. */
export const couponInBody: INodeProperties = inBody(
	locator({
		displayName: 'Coupon',
		name: 'couponCode',
		typeOptions: ofEvent,
		description: 'The coupon to change',
		choose: 'Choose a coupon…',
		search: 'searchCoupons',
		typed: [{ displayName: 'By Code', name: 'code', placeholder: 'e.g. SUMMER20', hint: 'The code as people enter it; case does not count' }],
	}),
	'code',
	naming('coupon'),
);

/** From when and until when a coupon can be used, sorted by name. */
export const couponTimes: INodeProperties[] = [
	{
		displayName: 'Valid From',
		name: 'couponStartAt',
		type: 'dateTime',
		default: '',
		description: 'From when the coupon can be used. A time without an offset is meant in the time zone of the workflow.',
		routing: body('valid_start_at', 'Valid From', moment),
	},
	{
		displayName: 'Valid Until',
		name: 'couponEndAt',
		type: 'dateTime',
		default: '',
		description: 'Until when the coupon can be used. A time without an offset is meant in the time zone of the workflow.',
		routing: body('valid_end_at', 'Valid Until', moment, after('valid_start_at', 'Valid From')),
	},
];

/** The code of a new coupon. */
export const newCode: INodeProperties = {
	displayName: 'Code',
	name: 'newCode',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. SUMMER20',
	description: 'The code as people enter it, at most 20 characters; case does not count',
	routing: body('code', 'Code', required, code),
};
