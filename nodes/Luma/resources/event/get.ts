import { eventInQuery } from '../../fields/event';
import { options } from '../../fields/options';
import { simplifyEvent } from '../../fields/simplify';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an event',
		description: 'Retrieve an event that the calendar manages, with all its details',
		routing: { request: { method: 'GET', url: '/v1/events/get' } },
	},
	fields: [eventInQuery, simplifyEvent, options],
};
