import type { INodeProperties } from 'n8n-workflow';
import { after, day } from '../../fields/dates';
import { body, required } from '../../fields/send';
import { textIn, whole, yesNo } from '../../values/scalar';

export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Early Bird',
	description: 'What the ticket type is called, at most 30 characters',
	routing: body('name', 'Name', required, (value) => textIn(value, { max: 30 })),
};

export const type: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Free', value: 'free' },
		{ name: 'Paid', value: 'paid', description: 'The calendar needs to be connected to Stripe' },
	],
	default: 'free',
	description: 'Whether tickets cost something',
	routing: body('type', 'Type', required),
};

/** What can be set when a ticket type is made and when it is changed, sorted by name. */
export const settings: INodeProperties[] = [
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: 'usd',
		placeholder: 'e.g. usd',
		description: 'The currency of the price: three letters such as usd or eur',
		routing: body('currency', 'Currency', (value) => String(value).trim().toLowerCase()),
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. For those who decide early',
		description: 'What the ticket includes, at most 1000 characters',
		routing: body('description', 'Description', (value) => textIn(value, { max: 1000 })),
	},
	{
		displayName: 'Flexible Price',
		name: 'isFlexible',
		type: 'boolean',
		default: false,
		description: 'Whether guests choose what they pay, at least the minimum price',
		routing: body('is_flexible', 'Flexible Price', (value) => yesNo(value)),
	},
	{
		displayName: 'Hidden',
		name: 'isHidden',
		type: 'boolean',
		default: false,
		description: 'Whether guests do not see the ticket type on the event page',
		routing: body('is_hidden', 'Hidden', (value) => yesNo(value)),
	},
	{
		displayName: 'Max Capacity',
		name: 'maxCapacity',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: 'How many tickets of this type there are',
		routing: body('max_capacity', 'Max Capacity', (value) => whole(value)),
	},
	{
		displayName: 'Minimum Price (Cents)',
		name: 'minCents',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'The least that guests pay when the price is flexible, in the smallest unit of the currency: 500 is 5.00 USD',
		routing: body('min_cents', 'Minimum Price (Cents)', (value) => whole(value)),
	},
	{
		displayName: 'Price (Cents)',
		name: 'cents',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'The price in the smallest unit of the currency: 2500 is 25.00 USD',
		routing: body('cents', 'Price (Cents)', (value) => whole(value)),
	},
	{
		displayName: 'Require Approval',
		name: 'requireApproval',
		type: 'boolean',
		default: false,
		description: 'Whether a host has to approve guests who register with this ticket type',
		routing: body('require_approval', 'Require Approval', (value) => yesNo(value)),
	},
	{
		displayName: 'Valid From',
		name: 'validStartAt',
		type: 'dateTime',
		default: '',
		description: 'The first day on which the tickets can be had. The time of day does not count.',
		routing: body('valid_start_at', 'Valid From', day),
	},
	{
		displayName: 'Valid Until',
		name: 'validEndAt',
		type: 'dateTime',
		default: '',
		description: 'The last day on which the tickets can be had. The time of day does not count.',
		routing: body('valid_end_at', 'Valid Until', after('valid_start_at', 'Valid From', { sameAllowed: true }), day),
	},
];
