import { somethingToChange } from '../../fields/clear';
import { newEventTypes, secretOptions, webhookInBody, webhookOutput, webhookStatus } from '../../fields/webhook';
import type { Operation } from '../operation';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a webhook',
		description: "Change what Luma delivers to a webhook, or pause it. Its URL can't be changed.",
		routing: { request: { method: 'POST', url: '/v2/webhooks/update' } },
	},
	output: webhookOutput,
	fields: [
		{ ...webhookInBody, hint: 'Luma Trigger looks after its own webhook' },
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [newEventTypes, webhookStatus],
			routing: { send: { preSend: [somethingToChange(['id'])] } },
		},
		secretOptions,
	],
};
