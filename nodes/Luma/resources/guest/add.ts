import { byName } from '../../fields/byName';
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
		description: "Add guests to an event without payment or approval. Luma emails them, unless 'Send Email' is off.",
		routing: { request: { method: 'POST', url: '/v1/events/guests/add' } },
	},
	batch: guestsBatch('added'),
	mails: true,
	fields: [
		{
			displayName: "Luma emails each guest you add, unless you turn off 'Send Email' under 'Additional Fields'",
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
			options: byName([
				{
					displayName: 'Send Email',
					name: 'sendEmail',
					type: 'boolean',
					default: true,
					description: 'Whether to email each guest you add',
					routing: body('send_email', 'Send Email', decided),
				},
				{
					displayName: 'Status',
					name: 'guestStatus',
					type: 'options',
					options: statuses,
					default: 'approved',
					description: 'Status to give the guests',
					routing: body('approval_status', 'Status', choice(statuses)),
				},
				ticket,
				tickets({ property: 'tickets', description: "Several tickets for each guest. Every guest gets all of them. Can't be used with 'One Ticket per Guest'.", added: true }),
			]),
		},
		guestsOptions,
	],
};
