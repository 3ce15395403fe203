import { byId } from '../luma';
import { get, post, type OperationCase } from './case';

const url = 'https://example.com/luma';

export const webhookCases: OperationCase[] = [
	{
		resource: 'webhook',
		operation: 'create',
		parameters: { webhookUrl: url, eventTypes: ['guest.registered', 'event.created'] },
		sent: [post('/v2/webhooks/create', { url, event_types: ['guest.registered', 'event.created'] })],
		items: (simulator) => {
			const { secret, ...webhook } = simulator.webhooks().at(-1)!;
			return secret ? [webhook] : [];
		},
	},
	{
		resource: 'webhook',
		operation: 'delete',
		parameters: { webhookId: byId('wh-crm') },
		sent: [post('/v1/webhooks/delete', { id: 'wh-crm' })],
		items: (simulator) => (simulator.webhooks().length === 0 ? [{ deleted: true, id: 'wh-crm' }] : ['the webhook is there still']),
	},
	{
		resource: 'webhook',
		operation: 'get',
		parameters: { webhookId: byId('wh-crm') },
		sent: [get('/v2/webhooks/get', { id: 'wh-crm' })],
		items: () => [{ id: 'wh-crm', url: 'https://crm.example.com/luma', status: 'paused' }],
	},
	{
		resource: 'webhook',
		operation: 'getAll',
		parameters: {},
		sent: [get('/v1/webhooks/list', { pagination_limit: '50' })],
		items: () => [{ id: 'wh-crm', status: 'paused' }],
	},
	{
		resource: 'webhook',
		operation: 'update',
		parameters: { webhookId: byId('wh-crm'), updateFields: { eventTypes: ['*'], webhookStatus: 'paused' } },
		sent: [post('/v2/webhooks/update', { id: 'wh-crm', event_types: ['*'], status: 'paused' })],
		items: () => [{ id: 'wh-crm', event_types: ['*'], status: 'paused' }],
	},
];
