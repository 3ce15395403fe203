import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { Problem, shown } from '../values/problem';
import { textIn } from '../values/scalar';
import { after, eventTime, moment } from './dates';
import { eventInBody } from './event';
import { inBody, locator, naming } from './locator';
import { ofEvent } from './ofEvent';
import { body, required, words, type Change } from './send';

/** What a coupon is for; it decides where the request goes. */
export const scope = (operation: string): INodeProperties => ({
	displayName: 'Applies To',
	name: 'couponScope',
	type: 'options',
	// An expression here would make n8n show, and require, both ways.
	noDataExpression: true,
	options: [
		{ name: 'One Event', value: 'event', description: 'A coupon for one event', routing: { request: { url: `/v1/events/coupons/${operation}` } } },
		{ name: 'Whole Calendar', value: 'calendar', description: 'A coupon for all events of the calendar. No event can already have a coupon with this code.', routing: { request: { url: `/v1/calendars/coupons/${operation}` } } },
	] as INodePropertyOptions[],
	default: 'event',
	description: 'Events the coupon applies to',
});

const ofOneEvent = { show: { couponScope: ['event'] } };

/** A field that only a coupon of one event has. */
export const onlyOfEvent = (field: INodeProperties): INodeProperties => ({ ...field, displayOptions: ofOneEvent });

export const couponEvent: INodeProperties = onlyOfEvent(eventInBody);

/** A code as Luma takes it. */
export const code: Change = (value) => {
	const text = textIn(value, { min: 1, max: 20 });
	if (/\s/.test(text)) throw new Problem(`${shown(text)} has a blank in it`);
	return text;
};

/** The coupon that an update is about. */
export const couponInBody: INodeProperties = inBody(
	locator({
		displayName: 'Coupon',
		name: 'couponCode',
		// A code of an event may be one of the calendar too, with another discount.
		typeOptions: { loadOptionsDependsOn: [...ofEvent.loadOptionsDependsOn, 'couponScope'] },
		description: 'The coupon this operation applies to',
		choose: 'Choose a coupon…',
		search: 'searchCoupons',
		typed: [{ displayName: 'By Code', name: 'code', placeholder: 'e.g. SUMMER20', hint: 'The code as guests enter it, in upper or lower case' }],
	}),
	'code',
	naming('coupon'),
);

/** From when and until when a coupon can be used, sorted by name. Who writes a day for its end means all of that day, so a time has to be given. */
export const couponTimes: INodeProperties[] = [
	{
		displayName: 'Valid From',
		name: 'couponStartAt',
		type: 'dateTime',
		default: '',
		description: "Start of the time in which guests can use the coupon. A time without an offset uses the workflow's time zone.",
		routing: body('valid_start_at', 'Valid From', moment),
	},
	{
		displayName: 'Valid Until',
		name: 'couponEndAt',
		type: 'dateTime',
		default: '',
		description: "End of the time in which guests can use the coupon. A time without an offset uses the workflow's time zone.",
		routing: body('valid_end_at', 'Valid Until', eventTime, after('valid_start_at', 'Valid From')),
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
	description: 'Code that guests enter, up to 20 characters, in upper or lower case',
	routing: body('code', 'Code', required, words, code),
};
