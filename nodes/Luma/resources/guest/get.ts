import { eventInQuery } from '../../fields/event';
import { guestInQuery } from '../../fields/guest';
import { options } from '../../fields/options';
import { simplified, simplify } from '../../fields/simplify';
import { simpleGuest } from '../../simplified/guest';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a guest',
		description: 'Retrieve a guest of an event, with tickets and orders',
		routing: { request: { method: 'GET', url: '/v1/events/guests/get' } },
	},
	output: simplified(simpleGuest),
	insteadOfMany: 'Guest > Get Many gets up to 100 guests of an event with one request.',
	fields: [eventInQuery, guestInQuery, simplify, options],
};
