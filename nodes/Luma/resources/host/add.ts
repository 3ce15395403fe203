import { done } from '../../fields/done';
import { emailInBody } from '../../fields/email';
import { eventInBody } from '../../fields/event';
import { accessLevel, isVisible } from '../../fields/host';
import { options } from '../../fields/options';
import { body, plain } from '../../fields/send';
import type { Operation } from '../operation';

export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add a host to an event',
		description: 'Make someone a host of an event: a manager, or check-in staff. Luma may email them.',
		routing: { request: { method: 'POST', url: '/v1/events/hosts/add' } },
	},
	output: done({ success: true }, 'event_id', 'email'),
	mails: true,
	fields: [
		{ displayName: 'Luma may email the person you add', name: 'mailNotice', type: 'notice', default: '' },
		eventInBody,
		emailInBody('newHostEmail', 'person'),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				accessLevel,
				{
					displayName: 'Name',
					name: 'hostName',
					type: 'string',
					default: '',
					placeholder: 'e.g. Nathan Smith',
					description: "Name of the person. Doesn't replace a name that Luma already knows.",
					routing: body('name', 'Name', plain),
				},
				isVisible,
			],
		},
		options,
	],
};
