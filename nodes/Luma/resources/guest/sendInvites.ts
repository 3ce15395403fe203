import { eventInBody } from '../../fields/event';
import { guestsBatch, guestsFields, guestsOptions } from '../../fields/guests';
import { message } from '../../fields/message';
import type { Operation } from '../operation';

export const sendInvites: Operation = {
	option: {
		name: 'Send Invites',
		value: 'sendInvites',
		action: 'Send invites to an event',
		description: 'Invite guests to an event by email, and by SMS if their Luma account has a phone number. They still have to accept.',
		routing: { request: { method: 'POST', url: '/v1/events/guests/send-invites' } },
	},
	batch: guestsBatch('invited'),
	mails: true,
	fields: [
		{
			displayName: 'Luma emails everyone you invite, and each invite counts toward the weekly limit of your Luma plan',
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
