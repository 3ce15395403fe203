import { body, plain, required } from '../../fields/send';
import { eventTypes, secretOptions, webhookOutput } from '../../fields/webhook';
import { Problem, shown } from '../../values/problem';
import { visible } from '../../values/text';
import type { Operation } from '../operation';

/** Luma takes no address inside a network; that is for Luma to say. */
function address(value: unknown): string {
	const url = visible(value);
	if (/^https?:\/\/[^\s/]+\S*$/i.test(url)) return url;
	throw new Problem(`${shown(value)} is not a URL`, 'Use a URL such as https://example.com/luma.');
}

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a webhook',
		description: 'Have Luma notify a server of yours when something happens',
		routing: { request: { method: 'POST', url: '/v2/webhooks/create' } },
	},
	output: webhookOutput,
	fields: [
		{
			displayName: 'To start a workflow of this n8n, use Luma Trigger instead. It creates and deletes its webhook by itself.',
			name: 'useTriggerNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'URL',
			name: 'webhookUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://example.com/luma',
			description: 'URL that Luma sends deliveries to. The internet has to be able to reach it. Luma keeps one webhook per URL.',
			routing: body('url', 'URL', required, plain, address),
		},
		eventTypes,
		secretOptions,
	],
};
