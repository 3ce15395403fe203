import { done } from '../../fields/done';
import { options } from '../../fields/options';
import { webhookInBody } from '../../fields/webhook';
import type { Operation } from '../operation';

export const remove: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a webhook',
		description: 'Delete a webhook permanently. Luma no longer delivers to its URL.',
		routing: { request: { method: 'POST', url: '/v1/webhooks/delete' } },
	},
	output: done({ deleted: true }, 'id'),
	fields: [
		{
			displayName: 'This cannot be undone. A Luma Trigger whose webhook you delete no longer starts its workflow.',
			name: 'undoNotice',
			type: 'notice',
			default: '',
		},
		webhookInBody,
		options,
	],
};
