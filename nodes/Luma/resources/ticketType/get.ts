import { eventForList } from '../../fields/event';
import { options } from '../../fields/options';
import { ticketTypeInQuery } from '../../fields/ticketType';
import { simplified, simplify } from '../../fields/simplify';
import { simpleTicketType } from '../../simplified/ticketType';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a ticket type',
		description: 'Retrieve a ticket type, with its price and capacity',
		routing: { request: { method: 'GET', url: '/v1/events/ticket-types/get' } },
	},
	insteadOfMany: 'Ticket Type > Get Many gets all ticket types of an event with one request.',
	output: simplified(simpleTicketType),
	fields: [eventForList, ticketTypeInQuery, simplify, options],
};
