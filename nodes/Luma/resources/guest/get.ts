import { eventInQuery } from '../../fields/event';
import { guestInQuery } from '../../fields/guest';
import { options } from '../../fields/options';
import { simplifyGuest } from '../../fields/simplify';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a guest',
		description: 'Retrieve a guest of an event, with tickets and orders',
		routing: { request: { method: 'GET', url: '/v1/events/guests/get' } },
	},
	fields: [eventInQuery, guestInQuery, simplifyGuest, options],
};
