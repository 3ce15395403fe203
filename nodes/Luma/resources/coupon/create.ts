import type { INodeProperties } from 'n8n-workflow';
import { byName } from '../../fields/byName';
import { couponEvent, couponTimes, newCode, scope } from '../../fields/coupon';
import { ofItsEvent } from '../../fields/event';
import { naming } from '../../fields/locator';
import { options } from '../../fields/options';
import { body, required, step } from '../../fields/send';
import { ticketTypeLocator } from '../../fields/ticketType';
import { currencyCode, whole } from '../../values/scalar';
import { numberIn } from '../../values/shape';
import type { Operation } from '../operation';

/** What Luma takes for a coupon that can be used without end. Always sent: what it takes otherwise is not known. */
const UNLIMITED = 1_000_000;

const percent = { show: { discountType: ['percent'] } };
const amount = { show: { discountType: ['amount'] } };

/** Whether it is a part of the price, or an amount. */
const discount: INodeProperties = {
	displayName: 'Discount',
	name: 'discountType',
	type: 'options',
	// An expression here would make n8n show, and require, both ways.
	noDataExpression: true,
	options: [
		{ name: 'Amount', value: 'amount', description: 'A fixed amount off each ticket' },
		{ name: 'Percentage', value: 'percent', description: 'A percentage of the price' },
	],
	default: 'percent',
	description: 'Kind of discount',
};

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a coupon',
		description: 'Create a new coupon for one event or for all events of the calendar',
		routing: { request: { method: 'POST', url: '/v1/calendars/coupons/create' } },
	},
	fields: [
		scope('create'),
		couponEvent,
		newCode,
		discount,
		{
			displayName: 'Percent Off',
			name: 'percentOff',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 10,
			required: true,
			displayOptions: percent,
			description: 'Percentage to take off the price. With 0, the coupon only unlocks a hidden ticket type.',
			routing: body('discount', 'Percent Off', required, (value) => ({ discount_type: 'percent', percent_off: numberIn(0, 100)(value, '') })),
		},
		{
			displayName: 'Amount Off (Cents)',
			name: 'centsOff',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: null,
			required: true,
			displayOptions: amount,
			description: 'Amount to take off the price, in the smallest unit of the currency. For example, 500 is 5.00 USD.',
			routing: body('discount', 'Amount Off (Cents)', required, (value) => ({ discount_type: 'amount', cents_off: whole(value, { min: 1 }) })),
		},
		{
			displayName: 'Currency',
			name: 'discountCurrency',
			type: 'string',
			default: 'usd',
			required: true,
			displayOptions: amount,
			placeholder: 'e.g. usd',
			description: 'Three-letter code of the currency, such as usd or eur',
			routing: {
				send: {
					preSend: [
						step('Currency', ({ context, sent }) => {
							const code = required(context.getNodeParameter('discountCurrency', ''), undefined as never);
							sent.discount = { ...(sent.discount as object), currency: currencyCode(code) };
						}),
					],
				},
			},
		},
		{
			displayName: 'Uses',
			name: 'uses',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Limited', value: 'limited', description: 'Up to a max number of times' },
				{ name: 'Unlimited', value: 'unlimited', description: 'Any number of times' },
			],
			default: 'limited',
			description: 'Whether the number of uses is limited',
			routing: {
				send: {
					preSend: [
						step('Uses', ({ context, sent }) => {
							if (context.getNodeParameter('uses', 'limited') === 'unlimited') sent.remaining_count = UNLIMITED;
						}),
					],
				},
			},
		},
		{
			displayName: 'Max Uses',
			name: 'maxUses',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: UNLIMITED - 1 },
			default: 1,
			required: true,
			displayOptions: { show: { uses: ['limited'] } },
			description: 'Max number of times the coupon can be used in total',
			routing: body('remaining_count', 'Max Uses', required, (value) => whole(value, { min: 1, max: UNLIMITED - 1 })),
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				{
					...ticketTypeLocator,
					required: false,
					displayOptions: { show: { '/couponScope': ['event'] } },
					description: 'The only ticket type the coupon applies to. If it is hidden, the code unlocks it.',
					routing: body('event_ticket_type_id', 'Ticket Type', naming('ticketType'), ofItsEvent((id) => [id])),
				},
				...couponTimes,
			]),
		},
		options,
	],
};

