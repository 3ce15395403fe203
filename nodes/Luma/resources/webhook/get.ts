import { secretOptions, webhookInQuery, webhookOutput } from '../../fields/webhook';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a webhook',
		description: 'Retrieve a webhook, with its URL, event types, and status',
		routing: { request: { method: 'GET', url: '/v2/webhooks/get' } },
	},
	output: webhookOutput,
	fields: [webhookInQuery, secretOptions],
};
