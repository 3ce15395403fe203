import { list } from '../../fields/getMany';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions } from '../../fields/paging';
import { includeSecret, webhookOutput } from '../../fields/webhook';
import type { Operation } from '../operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many webhooks',
		description: 'Retrieve a list of the webhooks of the calendar',
		routing: { request: { method: 'GET', url: '/v1/webhooks/list' } },
	},
	perform: list,
	output: webhookOutput,
	fields: [...limits, optionsWith(includeSecret, ...pageOptions)],
};
