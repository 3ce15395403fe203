import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Batch } from '../run/work';
import type { Taken } from '../run/batches/rows';
import { email } from '../values/shape';
import { visible } from '../values/text';
import { entriesBy, from, INPUT_ITEMS } from './entries';
import { body, required } from './send';

/** A contact as tags take one: what has an @ is an email address, all else an ID. */
const contactIn = (text: string) => (text.includes('@') ? { email: email(text, '') } : { user_id: visible(text) });

/** The contacts that a tag is put on, or taken off: Luma takes email addresses and IDs in lists of their own. */
export const taggedContacts = (taken: Taken): Batch => ({
	list: 'emails',
	taken,
	noun: 'contact',
	same: 'contact for the same tag',
	skips: 'Luma skipped it: only contacts of the calendar have tags',
	parts: (entries) => {
		const of = (name: string) => entries.flatMap(({ [name]: value }) => (value === undefined ? [] : [value])) as IDataObject[];
		const [emails, user_ids] = [of('email'), of('user_id')];
		return { emails: emails.length > 0 ? emails : undefined, ...(user_ids.length > 0 && { user_ids }) };
	},
});

/** Whom a tag is put on, or taken off. */
export const taggedFields: INodeProperties[] = [
	from('Contacts From', 'taggedFrom', 'contact', [{ name: 'List', value: 'list', description: 'Give email addresses or contact IDs, also from another node by expression' }]),
	{
		displayName: 'Emails or Contact IDs',
		name: 'contactRefs',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. nathan@example.com, usr-1a2b3c4d5e6f7g8',
		displayOptions: { show: { taggedFrom: ['list'] } },
		description: 'Email addresses or contact IDs, with commas or line breaks between, or a list by expression',
		routing: body('emails', 'Emails or Contact IDs', required, entriesBy(contactIn)),
	},
	{
		displayName: 'Email or Contact ID',
		name: 'contactRef',
		type: 'string',
		default: '={{ $json.email }}',
		required: true,
		placeholder: 'e.g. nathan@example.com',
		displayOptions: { show: { taggedFrom: [INPUT_ITEMS] } },
		description: 'The email address or ID of the contact, from each input item',
		routing: body('emails', 'Email or Contact ID', required, (value) => [contactIn(visible(value))]),
	},
];
