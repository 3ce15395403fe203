import { eventInQuery } from '../../fields/event';
import { listWhole } from '../../fields/getMany';
import { options } from '../../fields/options';
import { limits } from '../../fields/paging';
import type { Operation } from '../operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many blasts',
		description: 'Retrieve a list of the blasts of an event, newest first',
		routing: { request: { method: 'GET', url: '/v1/events/blasts/list' } },
	},
	perform: listWhole,
	fields: [eventInQuery, ...limits, options],
};
