import type { IDataObject } from 'n8n-workflow';
import { searchOf, type Choice, type List } from './search';

const show = ({ id, url, status }: IDataObject): Choice => ({ name: `${String(url ?? id)}${status ? ` (${String(status)})` : ''}`, value: String(id) });

const webhooks: List = {
	things: 'webhooks',
	path: '/v1/webhooks/list',
	parts: () => [{}],
	show,
	words: (webhook) => [show(webhook).name, webhook.id],
};

/** The webhooks of the calendar by URL and status. */
export const searchWebhooks = searchOf(() => webhooks);
