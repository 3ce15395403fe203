import { eventForList } from '../../fields/event';
import { options } from '../../fields/options';
import { ticketTypeInQuery } from '../../fields/ticketType';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a ticket type',
		description: 'Get a ticket type',
		routing: { request: { method: 'GET', url: '/v1/events/ticket-types/get' } },
	},
	fields: [eventForList, ticketTypeInQuery, options()],
};
