import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { webhookTypes } from '../simulator/webhookTypes';
import { byId, fromList, get, post, type Case, type Cases, type Exchange } from './parts/case';
import { listing, paging } from './parts/lists';
import type { Sample } from './parts/sample';

const id = 'wh-1';
const url = 'https://example.com/luma';
const plain = { id, url, event_types: ['guest.registered'], status: 'active', created_at: '2026-10-01T08:00:00.000Z' };
const whole = { ...plain, secret: 'whsec_of_the_cases' };

/** An operation whose secret comes out only where it is asked for. */
const secretly = (parameters: INodeParameters, exchange: Exchange, what: string): Case[] => [
	{ what, parameters, exchanges: [exchange], items: [plain] },
	{ what: `${what}, without the secret`, parameters: { ...parameters, options: { includeSecret: false } }, exchanges: [exchange], items: [plain] },
	{ what: `${what}, with the secret`, parameters: { ...parameters, options: { includeSecret: true } }, exchanges: [exchange], items: [whole] },
];

const types = [...webhookTypes].sort();
const creating = (what: string, eventTypes: string[], event_types: string[], webhookUrl = url) => secretly({ webhookUrl, eventTypes }, post('/v2/webhooks/create', { url, event_types }, whole), what);
const updating = (what: string, updateFields: INodeParameters, sent: IDataObject, webhookId = byId(id)) => secretly({ webhookId, updateFields }, post('/v2/webhooks/update', { id, ...sent }, whole), what);
const path = '/v1/webhooks/list';
const list = listing(path);
const deleting = (what: string, webhookId: INodeParameters): Case => ({ what, parameters: { webhookId }, exchanges: [post('/v1/webhooks/delete', { id })], items: [{ deleted: true, id }] });

const webhook: Cases[string] = {
	create: [
		...creating('of one type', ['guest.registered'], ['guest.registered']),
		...creating('with blanks around its URL', ['guest.registered'], ['guest.registered'], ` ${url} `),
		...creating('of all types by name', types, types),
		...creating('of all types, also later ones', ['guest.registered', '*'], ['*']),
		...['example.com/luma', 'https://', 'ftp://example.com'].map((webhookUrl): Case => ({ what: `for ${webhookUrl}`, parameters: { webhookUrl, eventTypes: ['*'] }, exchanges: [], items: [], refused: `URL: "${webhookUrl}" is not a URL` })),
	],
	delete: [deleting('by ID', byId(id)), deleting('from the list', fromList(id))],
	get: [byId(id), fromList(id)].flatMap((webhookId) => secretly({ webhookId }, get('/v2/webhooks/get', { id }, whole), webhookId.mode)),
	getAll: [
		list('without their secrets', {}, {}, [whole, whole], [plain, plain]),
		...[true, false].map((includeSecret) => list(`Include Secret: ${includeSecret}`, { options: { includeSecret } }, {}, [whole], [includeSecret ? whole : plain])),
		list('pages, which never have secrets', { options: { output: 'pages', includeSecret: true } }, {}, [whole], [{ entries: [plain], has_more: false }]),
		...paging(path, {}, {}),
	],
	update: [
		...updating('its types', { eventTypes: ['event.created'] }, { event_types: ['event.created'] }),
		...updating('its types by name, from the list', { eventTypes: types }, { event_types: types }, fromList(id)),
		...updating('its types to all', { eventTypes: ['*'] }, { event_types: ['*'] }),
		...['active', 'paused'].flatMap((status) => updating(status, { webhookStatus: status }, { status })),
	],
};

export const cases: Cases = { webhook };


export const samples: Sample[] = [
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
