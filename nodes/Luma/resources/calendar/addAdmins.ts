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
		description: 'Add admins, who have full access to the calendar. Luma may email them.',
		routing: { request: { method: 'POST', url: '/v1/calendars/admins/add' } },
	},
	batch: { list: 'emails', taken: 'added', noun: 'admin', same: 'email', most: MOST, parts: (entries) => ({ emails: entries.map((entry) => entry.email as string) }) },
	mails: true,
	fields: [
		{
			displayName: 'Admins can change everything on the calendar, and you can remove them only in Luma. Luma may email everyone you add.',
			name: 'accessNotice',
			type: 'notice',
			default: '',
		},
		from('Admins From', 'adminsFrom', 'admin', [{ name: 'List', value: 'list', description: 'Enter email addresses, or use an expression that returns a list' }]),
		{
			displayName: 'Emails',
			name: 'adminEmails',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. nathan@example.com, guest@example.com',
			displayOptions: { show: { adminsFrom: ['list'] } },
			description: 'Comma-separated email addresses, or an expression that returns a list. Luma refuses them if your Luma plan has no seats left.',
			routing: body('emails', 'Emails', required, entriesBy(admin)),
		},
		emailOfItem('adminEmail', 'admin', 'emails', 'adminsFrom'),
		batchOptions('admins', MOST),
	],
};
