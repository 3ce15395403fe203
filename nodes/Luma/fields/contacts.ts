import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Batch } from '../run/work';
import type { Taken } from '../run/batches/rows';
import { isBlank } from '../values/blank';
import { idOf } from '../values/ids';
import { arrayOf, email, objectOf, text, type Check } from '../values/shape';
import { EMAIL_OF_ITEM, emailColumn, emailOfItem, orByHeader } from './email';
import { entriesBy, from, INPUT_ITEMS } from './entries';
import { nameColumn, nameOfItem } from './guests';
import { jsonOf, template } from './jsonText';
import { inBody, locator } from './locator';
import { body, plain, required, type At, type Change } from './send';

/** A contact as tags take one: what has an @ is an email address, all else an ID. */
const contactIn = (text: string) => {
	const named = idOf('contact', text);
	return named.includes('@') ? { email: named } : { user_id: named };
};

/** The contacts that a tag is put on, or taken off: Luma takes email addresses and IDs in lists of their own. */
export const taggedContacts = (taken: Taken): Batch => ({
	list: 'emails',
	taken,
	noun: 'contact',
	same: 'contact and tag',
	skips: "Luma skipped it, because it isn't a contact of the calendar",
	parts: (entries) => {
		const of = (name: string) => entries.flatMap(({ [name]: value }) => (value === undefined ? [] : [value])) as IDataObject[];
		const [emails, user_ids] = [of('email'), of('user_id')];
		return { emails: emails.length > 0 ? emails : undefined, ...(user_ids.length > 0 && { user_ids }) };
	},
});

/** Whom a tag is put on, or taken off. */
export const taggedFields: INodeProperties[] = [
	from('Contacts From', 'taggedFrom', 'contact', [{ name: 'List', value: 'list', description: 'Enter email addresses or contact IDs, or use an expression that returns a list' }]),
	{
		displayName: 'Emails or Contact IDs',
		name: 'contactRefs',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. nathan@example.com, usr-1a2b3c4d5e6f7g8',
		displayOptions: { show: { taggedFrom: ['list'] } },
		description: 'Email addresses or contact IDs, separated by commas or line breaks, or an expression that returns a list',
		routing: body('emails', 'Emails or Contact IDs', required, entriesBy(contactIn)),
	},
	{
		displayName: 'Email or Contact ID',
		name: 'contactRef',
		type: 'string',
		default: EMAIL_OF_ITEM,
		required: true,
		placeholder: 'e.g. nathan@example.com',
		displayOptions: { show: { taggedFrom: [INPUT_ITEMS] } },
		description: 'Email address or ID of the contact, taken from each input item. If left as it is, columns such as E-Mail are found too.',
		routing: body('emails', 'Email or Contact ID', orByHeader('contactRef'), required, plain, (value) => [contactIn(value as string)]),
	},
];

const contact = locator({
	displayName: 'Contact',
	name: 'contactId',
	description: 'The contact this operation applies to',
	choose: 'Choose a contact…',
	search: 'searchContacts',
	typed: [{ displayName: 'By Email or ID', placeholder: 'e.g. nathan@example.com', hint: 'An email address or a contact ID (usr-…)' }],
});

/** Luma takes an email address under another name than an ID. */
const byEmailOrId: Change = (value, { sent }: At) => {
	const named = idOf('contact', value);
	if (!named.includes('@')) return named;
	sent.email = named;
	return undefined;
};

/** The contact that a write is about. */
export const contactInBody: INodeProperties = inBody(contact, 'contact_id', byEmailOrId);

/** The same where a contact may be missing in the list. */
export const lostContactInBody: INodeProperties = {
	...contactInBody,
	hint: 'If a blocked or removed contact is missing in the list, enter the email address',
};

/** New contacts in the body of a request. */
export const contactsBatch: Batch = { list: 'contacts', taken: 'imported', noun: 'contact', same: 'email' };

const check: Check = arrayOf((value, path) => (typeof value === 'string' ? { email: email(value, path) } : objectOf({ email }, { name: text })(value, path)), { min: 1 });
const example = [{ email: 'guest@example.com', name: 'Guest' }];

type Row = { email?: unknown; name?: unknown };

/** Rows of the editor, without the cells left empty. */
const fromRows: Change = (value, at) => {
	const rows = [((value as { contact?: Row | Row[] }).contact ?? []) as Row | Row[]].flat();
	return jsonOf(check, example)(rows.map(({ email: address, name }) => ({ email: address, ...(!isBlank(name) && { name }) })), at);
};

/** Who is to become a contact: rows, JSON, or one for each input item. */
export const contactsFields: INodeProperties[] = [
	from('Contacts From', 'contactsFrom', 'contact', [
		{ name: 'Fields', value: 'fields', description: 'Enter email addresses and names' },
		{ name: 'JSON', value: 'json', description: 'Enter a list as JSON, or use an expression that returns one' },
	]),
	{
		displayName: 'Contacts',
		name: 'contacts',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Contact',
		default: { contact: [{ email: '' }] },
		required: true,
		displayOptions: { show: { contactsFrom: ['fields'] } },
		options: [
			{
				displayName: 'Contact',
				name: 'contact',
				values: [emailColumn('contact'), nameColumn('contact')],
			},
		],
		routing: body('contacts', 'Contacts', required, fromRows),
	},
	{
		displayName: 'Contacts (JSON)',
		name: 'contactsJson',
		type: 'json',
		// Refused as long as it is left as it is.
		default: template([{ email: '', name: '' }]),
		required: true,
		displayOptions: { show: { contactsFrom: ['json'] } },
		description: 'Contacts as JSON, or an expression that returns a list. Each contact needs an email, and can have a name.',
		routing: body('contacts', 'Contacts (JSON)', required, jsonOf(check, example)),
	},
	emailOfItem('contactEmail', 'contact', 'contacts', 'contactsFrom'),
	nameOfItem('contactName', 'contact', 'contacts', 'contactsFrom'),
];
