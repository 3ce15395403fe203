import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { eventTypes as triggerTypes } from '../../../../nodes/LumaTrigger/eventTypes';
import { byId, fromList, get, post, type Case, type Exchange } from '../support/case';
import { listing, paging } from './lists';

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

const types = triggerTypes.map(({ value }) => value as string);
const creating = (what: string, eventTypes: string[], event_types: string[], webhookUrl = url) => secretly({ webhookUrl, eventTypes }, post('/v2/webhooks/create', { url, event_types }, whole), what);
const updating = (what: string, updateFields: INodeParameters, sent: IDataObject, webhookId = byId(id)) => secretly({ webhookId, updateFields }, post('/v2/webhooks/update', { id, ...sent }, whole), what);
const path = '/v1/webhooks/list';
const list = listing(path);
const deleting = (what: string, webhookId: INodeParameters): Case => ({ what, parameters: { webhookId }, exchanges: [post('/v1/webhooks/delete', { id })], items: [{ deleted: true, id }] });

export const webhook: Record<string, Case[]> = {
	create: [
		...creating('of one type', ['guest.registered'], ['guest.registered']),
		...creating('with blanks around its URL', ['guest.registered'], ['guest.registered'], ` ${url} `),
		...creating('of all types by name', types.filter((type) => type !== '*'), types.filter((type) => type !== '*')),
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
		...updating('its types by name, from the list', { eventTypes: types.filter((type) => type !== '*') }, { event_types: types.filter((type) => type !== '*') }, fromList(id)),
		...updating('its types to all', { eventTypes: ['*'] }, { event_types: ['*'] }),
		...['active', 'paused'].flatMap((status) => updating(status, { webhookStatus: status }, { status })),
	],
};
