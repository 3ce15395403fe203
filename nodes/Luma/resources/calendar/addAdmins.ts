import { emailOfItem } from '../../fields/email';
import { batchOptions, entriesBy, from } from '../../fields/entries';
import { body, required } from '../../fields/send';
import { email } from '../../values/shape';
import type { Operation } from '../operation';

/** Luma takes so many addresses in one request. */
const MOST = 20;

const admin = (address: string) => ({ email: email(address, '') });

export const addAdmins: Operation = {
	option: {
		name: 'Add Admins',
		value: 'addAdmins',
		action: 'Add admins to a calendar',
		description: 'Give people full access to the calendar. Those who are admins already stay as they are. Luma may mail them.',
		routing: { request: { method: 'POST', url: '/v1/calendars/admins/add' } },
	},
	batch: { list: 'emails', taken: 'added', noun: 'admin', same: 'email', most: MOST, parts: (entries) => ({ emails: entries.map((entry) => entry.email as string) }) },
	mails: true,
	fields: [
		{
			displayName: 'An admin can change everything on the calendar, and can be removed only in Luma itself. Luma may mail the people you add.',
			name: 'accessNotice',
			type: 'notice',
			default: '',
		},
		from('Admins From', 'adminsFrom', 'admin', [{ name: 'List', value: 'list', description: 'Give email addresses, also from another node by expression' }]),
		{
			displayName: 'Emails',
			name: 'adminEmails',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. nathan@example.com, guest@example.com',
			displayOptions: { show: { adminsFrom: ['list'] } },
			description: 'Email addresses with commas between, or a list by expression. Luma refuses them when the plan needs further paid seats.',
			routing: body('emails', 'Emails', required, entriesBy(admin)),
		},
		emailOfItem('adminEmail', 'admin', 'emails', 'adminsFrom'),
		batchOptions('admins', MOST),
	],
};
