import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { after, day } from '../../fields/dates';
import { body, plain, required, type Change } from '../../fields/send';
import { isPricedFree, lacksPrice } from '../../values/price';
import { Problem } from '../../values/problem';
import { choice, currencyCode, textIn, whole, yesNo } from '../../values/scalar';

/** Luma takes 30 characters. */
const nameIn = (value: unknown) => textIn(value, { max: 30 });

const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'ticketTypeName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Early Bird',
	description: 'Name of the ticket type, up to 30 characters',
};

/** What a new ticket type is called. */
export const name: INodeProperties = { ...nameField, routing: body('name', 'Name', required, plain, nameIn) };

/** What a ticket type is called from now on; blank leaves its name as it is. */
export const newName: INodeProperties = { ...nameField, routing: body('name', 'Name', plain, nameIn) };

const types: INodePropertyOptions[] = [
	{ name: 'Free', value: 'free' },
	{ name: 'Paid', value: 'paid', description: 'The calendar needs to be connected to Stripe' },
];

const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: types,
	default: 'free',
	description: 'Whether tickets are free or paid',
};

const withPrice: Change = (type, { sent }) => {
	if (lacksPrice({ ...sent, type })) throw new Problem('is Paid, so the ticket type needs a price', "Add 'Price (Cents)' under 'Additional Fields', or set 'Type' to 'Free'.");
	return type;
};

const notOfFree: Change = (cents, { sent }) => {
	if (isPricedFree({ ...sent, cents })) throw new Problem('is set for a free ticket type', "Set 'Type' to 'Paid', or remove the price.");
	return cents;
};

/** Whether a new ticket type costs something. */
export const type: INodeProperties = { ...typeField, routing: body('type', 'Type', required, choice(types), withPrice) };

/** Whether a ticket type costs something from now on; blank leaves it as it is. */
export const newType: INodeProperties = { ...typeField, routing: body('type', 'Type', choice(types)) };

/** What can be set when a ticket type is made and when it is changed, sorted by name. */
export const settings: INodeProperties[] = [
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: '',
		placeholder: 'e.g. usd',
		description: 'Three-letter code of the currency, such as usd or eur',
		routing: body('currency', 'Currency', (value) => currencyCode(value)),
	},
	{
		displayName: 'Description',
		name: 'ticketTypeDescription',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Lower price for early registration',
		description: 'What the ticket includes, up to 1,000 characters',
		routing: body('description', 'Description', plain, (value) => textIn(value, { max: 1000 })),
	},
	{
		displayName: 'Flexible Price',
		name: 'isFlexible',
		type: 'boolean',
		default: false,
		description: 'Whether guests can choose what they pay, starting at the minimum price',
		routing: body('is_flexible', 'Flexible Price', (value) => yesNo(value)),
	},
	{
		displayName: 'Hidden',
		name: 'isHidden',
		type: 'boolean',
		default: false,
		description: 'Whether to hide the ticket type on the event page',
		routing: body('is_hidden', 'Hidden', (value) => yesNo(value)),
	},
	{
		displayName: 'Max Capacity',
		name: 'ticketCapacity',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: null,
		description: 'Max number of tickets of this type',
		routing: body('max_capacity', 'Max Capacity', (value) => whole(value)),
	},
	{
		displayName: 'Minimum Price (Cents)',
		name: 'minCents',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: null,
		description: 'Lowest amount guests can pay if the price is flexible, in the smallest unit of the currency. For example, 500 is 5.00 USD.',
		routing: body('min_cents', 'Minimum Price (Cents)', (value) => whole(value)),
	},
	{
		displayName: 'Price (Cents)',
		name: 'cents',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: null,
		description: 'Price in the smallest unit of the currency. For example, 2500 is 25.00 USD.',
		routing: body('cents', 'Price (Cents)', (value) => whole(value), notOfFree),
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
		typeOptions: { dateOnly: true },
		default: '',
		description: 'First day on which guests can get the tickets',
		routing: body('valid_start_at', 'Valid From', day),
	},
	{
		displayName: 'Valid Until',
		name: 'validEndAt',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Last day on which guests can get the tickets',
		routing: body('valid_end_at', 'Valid Until', after('valid_start_at', 'Valid From', { sameAllowed: true }), day),
	},
];
