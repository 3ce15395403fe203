import { byName } from '../../fields/byName';
import { clearFields } from '../../fields/clear';
import { eventOfTicketType } from '../../fields/event';
import { options } from '../../fields/options';
import { ticketTypeInBody } from '../../fields/ticketType';
import { simplified, simplify } from '../../fields/simplify';
import { simpleTicketType } from '../../simplified/ticketType';
import type { Operation } from '../operation';
import { newName, newType, settings } from './fields';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a ticket type',
		description: 'Change the name, price, capacity, or other settings of a ticket type',
		routing: { request: { method: 'POST', url: '/v1/events/ticket-types/update' } },
	},
	output: simplified(simpleTicketType),
	fields: [
		eventOfTicketType,
		ticketTypeInBody,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([...settings, newName, newType]),
		},
		clearFields(
			[
				{ name: 'Currency', value: 'currency' },
				{ name: 'Description', value: 'description' },
				{ name: 'Max Capacity', value: 'max_capacity' },
				{ name: 'Minimum Price', value: 'min_cents' },
				{ name: 'Price', value: 'cents' },
				{ name: 'Valid From', value: 'valid_start_at' },
				{ name: 'Valid Until', value: 'valid_end_at' },
			],
			{ changesNothing: ['event_ticket_type_id'] },
		),
		simplify,
		options,
	],
};
