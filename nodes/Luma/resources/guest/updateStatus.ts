import { byName } from '../../fields/byName';
import { eventInBody } from '../../fields/event';
import { guestDone, guestInBody } from '../../fields/guest';
import { message } from '../../fields/message';
import { options } from '../../fields/options';
import { body, decided, required } from '../../fields/send';
import { isBlank } from '../../values/blank';
import { Problem } from '../../values/problem';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';

const statuses = [
	{ name: 'Approved (Going)', value: 'approved' },
	{ name: 'Declined', value: 'declined' },
	{ name: 'Pending Approval', value: 'pending_approval' },
	{ name: 'Waitlist', value: 'waitlist' },
];

export const updateStatus: Operation = {
	option: {
		name: 'Update Status',
		value: 'updateStatus',
		action: 'Update the status of a guest',
		description: "Approve, decline, or waitlist a guest. Luma emails the guest, unless 'Send Email' is off.",
		routing: { request: { method: 'POST', url: '/v1/events/guests/update-status' } },
	},
	output: guestDone('status'),
	mails: true,
	fields: [
		{
			displayName: "Luma emails the guest about the new status, unless you turn off 'Send Email' under 'Additional Fields'",
			name: 'mailNotice',
			type: 'notice',
			default: '',
		},
		eventInBody,
		guestInBody,
		{
			displayName: 'Status',
			name: 'guestStatus',
			type: 'options',
			options: statuses,
			default: 'approved',
			required: true,
			description: 'Status to give the guest',
			routing: body('status', 'Status', required, choice(statuses)),
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				message,
				{
					displayName: 'Send Email',
					name: 'sendEmail',
					type: 'boolean',
					default: true,
					description: 'Whether to email the guest about the new status',
					routing: body('send_email', 'Send Email', decided, (send, { sent }) => {
						if (send === false && !isBlank(sent.message)) throw new Problem("is off, but 'Message' is filled in", "Luma sends the message in the email. Turn on 'Send Email', or remove 'Message'.");
						return send;
					}),
				},
				{
					displayName: 'Refund',
					name: 'shouldRefund',
					type: 'boolean',
					default: false,
					description: 'Whether to refund a guest who paid and is no longer approved. This cannot be undone.',
					routing: body('should_refund', 'Refund', decided),
				},
			]),
		},
		options,
	],
};
