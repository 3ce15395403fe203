import { eventInBody } from '../../fields/event';
import { options } from '../../fields/options';
import { simplified, simplify } from '../../fields/simplify';
import { simpleTicketType } from '../../simplified/ticketType';
import type { Operation } from '../operation';
import { name, settings, type } from './fields';

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a ticket type',
		description: 'Create a new ticket type for an event',
		routing: { request: { method: 'POST', url: '/v1/events/ticket-types/create' } },
	},
	output: simplified(simpleTicketType),
	fields: [
		eventInBody,
		{ ...name, required: true },
		{ ...type, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: settings,
		},
		simplify,
		options,
	],
};
