import { randomBytes } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { badRequest, notFound } from '../errors';
import { page, type PageParameters } from '../pages';
import { route } from '../route';
import { filled, listOf, oneOf, paging, parameters } from '../schemas';
import type { Store } from '../store';
import type { WebhookRecord } from '../records';
import { webhookTypes } from '../webhookTypes';

const eventTypes = listOf(oneOf('*', ...webhookTypes), 1);

const inside = new BlockList();
inside.addSubnet('0.0.0.0', 8);
inside.addSubnet('10.0.0.0', 8);
inside.addSubnet('127.0.0.0', 8);
inside.addSubnet('169.254.0.0', 16);
inside.addSubnet('172.16.0.0', 12);
inside.addSubnet('192.168.0.0', 16);
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fe80::', 10, 'ipv6');

export const webhookRoutes = [
	route<Pick<WebhookRecord, 'url' | 'event_types'>>(
		'POST',
		'/v2/webhooks/create',
		parameters(
			{ url: { type: 'string', format: 'uri', pattern: '^https?://' }, event_types: eventTypes },
			['url', 'event_types'],
		),
		({ store, refusePrivateUrls }, { url, event_types }) => {
			if (refusePrivateUrls && isInside(url)) throw badRequest('url must be a public address.');
			if ([...store.webhooks.values()].some((known) => known.url === url)) {
				throw badRequest('A webhook with this url exists already.');
			}
			const webhook: WebhookRecord = {
				id: store.newId('wh'),
				url,
				event_types,
				status: 'active',
				secret: `whsec_${randomBytes(24).toString('base64url')}`,
				created_at: store.timestamp(),
			};
			store.webhooks.set(webhook.id, webhook);
			return webhook;
		},
	),

	route<{ id: string }>(
		'GET',
		'/v2/webhooks/get',
		parameters({ id: filled }, ['id']),
		({ store }, { id }) => webhookOf(store, id),
	),

	route<Pick<WebhookRecord, 'id'> & Partial<Pick<WebhookRecord, 'event_types' | 'status'>>>(
		'POST',
		'/v2/webhooks/update',
		parameters({ id: filled, event_types: eventTypes, status: oneOf('active', 'paused') }, ['id']),
		({ store }, { id, ...changes }) => Object.assign(webhookOf(store, id), changes),
	),

	route<PageParameters>('GET', '/v1/webhooks/list', parameters(paging), ({ store, pageCap }, given) => {
		const webhooks = [...store.webhooks.values()];
		return page(webhooks.length, (position) => webhooks[position], given, {}, pageCap);
	}),

	route<{ id: string }>(
		'POST',
		'/v1/webhooks/delete',
		parameters({ id: filled }, ['id']),
		({ store }, { id }) => {
			store.webhooks.delete(webhookOf(store, id).id);
			return {};
		},
	),
];

function webhookOf(store: Store, id: string): WebhookRecord {
	const webhook = store.webhooks.get(id);
	if (!webhook) throw notFound('Webhook', id);
	return webhook;
}

function isInside(url: string): boolean {
	const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
	const version = isIP(host);
	if (version === 0) return host === 'localhost' || !host.includes('.') || /\.(local|internal|localhost)$/.test(host);
	return inside.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
