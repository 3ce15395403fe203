import { done } from '../../fields/done';
import { eventOfTicketType } from '../../fields/event';
import { options } from '../../fields/options';
import { ticketTypeInBody } from '../../fields/ticketType';
import type { Operation } from '../operation';

export const remove: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a ticket type',
		description: "Delete a ticket type permanently. Luma refuses this if tickets were sold, or if it's the last ticket type that guests can see.",
		routing: { request: { method: 'POST', url: '/v1/events/ticket-types/delete' } },
	},
	output: done({ deleted: true }),
	fields: [
		{
			displayName: 'This cannot be undone. The ticket type is permanently deleted.',
			name: 'undoNotice',
			type: 'notice',
			default: '',
		},
		eventOfTicketType,
		ticketTypeInBody,
		options,
	],
};
