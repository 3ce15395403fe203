import { contactsBatch, contactsFields } from '../../fields/contacts';
import { batchOptions } from '../../fields/entries';
import { contactTagsInBody } from '../../fields/tags';
import type { Operation } from '../operation';

export const importContacts: Operation = {
	option: {
		name: 'Import',
		value: 'import',
		action: 'Import contacts',
		description: 'Add contacts to the calendar, with or without tags. Luma emails no one.',
		routing: { request: { method: 'POST', url: '/v1/calendars/contacts/import' } },
	},
	batch: contactsBatch,
	fields: [
		...contactsFields,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [contactTagsInBody],
		},
		batchOptions('contacts'),
	],
};
