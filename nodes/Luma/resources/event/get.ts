import { eventInQuery } from '../../fields/event';
import { options } from '../../fields/options';
import { simplified, simplify } from '../../fields/simplify';
import { simpleEvent } from '../../simplified/event';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an event',
		description: 'Retrieve an event that the calendar manages, with all its details',
		routing: { request: { method: 'GET', url: '/v1/events/get' } },
	},
	output: simplified(simpleEvent),
	insteadOfMany: 'Event > Get Many gets up to 100 events with one request.',
	fields: [eventInQuery, simplify, options],
};
