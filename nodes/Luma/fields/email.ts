import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { email } from '../values/shape';
import { INPUT_ITEMS } from './entries';
import { emailByHeader } from './headers';
import { body, required, type At, type Change } from './send';

/** The Email field, wherever there is one. */
const field = { displayName: 'Email', type: 'string' as const, placeholder: 'e.g. nathan@example.com' };

/** The address of someone in a row of several. */
export const emailColumn = (person: string): INodeProperties => ({ ...field, name: 'email', default: '', description: `Email address of the ${person}` });

/** The address of the one whom a write is about. @param more what else Luma wants of it */
export const emailInBody = (name: string, person: string, ...more: Change[]): INodeProperties => ({
	...field,
	name,
	default: '',
	required: true,
	description: `Email address of the ${person}`,
	routing: body('email', field.displayName, required, (value) => email(value, ''), ...more),
});

/** Where the address of an input item is, in a new node. */
export const EMAIL_OF_ITEM = '={{ $json.email }}';

/** Takes the address from a column such as E-Mail, where the field is as a new node has it and its own column is not there. */
export const orByHeader = (name: string): Change => Object.assign((value: unknown, { context }: At) => (isBlank(value) ? emailByHeader(context, name, EMAIL_OF_ITEM) : value), { blanks: true });

/** The address of the one that each input item stands for, as an entry of a list. @param from the field that chooses Input Items */
export const emailOfItem = (name: string, person: string, list: string, from: string): INodeProperties => ({
	...field,
	name,
	default: EMAIL_OF_ITEM,
	required: true,
	displayOptions: { show: { [from]: [INPUT_ITEMS] } },
	description: `Email address of the ${person}, taken from each input item. If left as it is, columns such as E-Mail are found too.`,
	routing: body(list, field.displayName, orByHeader(name), required, (value) => [{ email: email(value, '') }]),
});
