import { somethingToChange } from '../../fields/clear';
import { done } from '../../fields/done';
import { eventInBody } from '../../fields/event';
import { accessLevel, hostInBody, isVisible } from '../../fields/host';
import { options } from '../../fields/options';
import type { Operation } from '../operation';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a host of an event',
		description: 'Change what a host can do, or whether to show the host on the event page',
		routing: { request: { method: 'POST', url: '/v1/events/hosts/update' } },
	},
	output: done({ success: true }, 'event_id', 'email'),
	fields: [
		eventInBody,
		hostInBody,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [accessLevel, isVisible],
			routing: { send: { preSend: [somethingToChange(['event_id', 'email'])] } },
		},
		options,
	],
};
