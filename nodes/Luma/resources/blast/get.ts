import { blastInQuery } from '../../fields/blast';
import { eventForBlasts } from '../../fields/event';
import { options } from '../../fields/options';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a blast',
		description: 'Retrieve a blast, with its recipients and how many opened it',
		routing: { request: { method: 'GET', url: '/v1/events/blasts/get' } },
	},
	insteadOfMany: 'Blast > Get Many gets all blasts of an event with one request.',
	fields: [eventForBlasts, blastInQuery, options],
};
