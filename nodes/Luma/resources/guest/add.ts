import { eventInBody } from '../../fields/event';
import { guestsBatch, guestsFields, guestsOptions } from '../../fields/guests';
import { body, decided } from '../../fields/send';
import { ticket, tickets } from '../../fields/tickets';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';

const statuses = [
	{ name: 'Approved (Going)', value: 'approved' },
	{ name: 'Pending Approval', value: 'pending_approval' },
	{ name: 'Waitlist', value: 'waitlist' },
];

export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add guests to an event',
		description: 'Put guests on the list of an event, past payment and approval. Luma mails them, unless Send Email is off.',
		routing: { request: { method: 'POST', url: '/v1/events/guests/add' } },
	},
	batch: guestsBatch('added'),
	mails: true,
	fields: [
		{
			displayName: 'Luma mails each guest that is added, unless you turn Send Email off under Additional Fields',
			name: 'mailNotice',
			type: 'notice',
			default: '',
		},
		eventInBody,
		...guestsFields({ withAnswers: true }),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Approval Status',
					name: 'approvalStatus',
					type: 'options',
					options: statuses,
					default: 'approved',
					description: 'The status that the guests get',
					routing: body('approval_status', 'Approval Status', choice(statuses)),
				},
				{
					displayName: 'Send Email',
					name: 'sendEmail',
					type: 'boolean',
					default: true,
					description: 'Whether Luma mails each guest that is added',
					routing: body('send_email', 'Send Email', decided),
				},
				ticket,
				tickets({ property: 'tickets', description: 'Several tickets for each guest: every guest gets all of them. Cannot be used with Ticket.', added: true }),
			],
		},
		guestsOptions,
	],
};
