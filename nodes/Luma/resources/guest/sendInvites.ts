import { eventInBody } from '../../fields/event';
import { guestsBatch, guestsFields, guestsOptions } from '../../fields/guests';
import { message } from '../../fields/message';
import type { Operation } from '../operation';

export const sendInvites: Operation = {
	option: {
		name: 'Send Invites',
		value: 'sendInvites',
		action: 'Send invites to an event',
		description: 'Invite people to an event, by email and, where Luma knows a number, by SMS. They still have to accept.',
		routing: { request: { method: 'POST', url: '/v1/events/guests/send-invites' } },
	},
	batch: guestsBatch('invited'),
	mails: true,
	fields: [
		{
			displayName: 'Luma mails everybody you invite, and counts invites against the weekly quota of your plan',
			name: 'mailNotice',
			type: 'notice',
			default: '',
		},
		eventInBody,
		...guestsFields({ withAnswers: false }),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [message],
		},
		guestsOptions,
	],
};
