import { done } from '../../fields/done';
import { eventInBody } from '../../fields/event';
import { guestInBody } from '../../fields/guest';
import { options } from '../../fields/options';
import { body, decided, step } from '../../fields/send';
import { tickets } from '../../fields/tickets';
import { isBlank } from '../../values/blank';
import { Problem } from '../../values/problem';
import { list } from '../../values/scalar';
import type { Operation } from '../operation';

/** The step that makes sure there is something to do; it stands after both kinds of tickets. */
const somethingToDo = step('Update Tickets', ({ sent }) => {
	if (isBlank(sent.tickets_to_add) && isBlank(sent.ticket_ids_to_remove)) throw new Problem('has nothing to change', 'Fill in Tickets to Add or Ticket IDs to Remove.');
});

export const updateTickets: Operation = {
	option: {
		name: 'Update Tickets',
		value: 'updateTickets',
		action: 'Update the tickets of a guest',
		description: 'Give a guest further tickets, free of charge, or take tickets away. Luma mails the guest, unless Send Email is off.',
		routing: { request: { method: 'POST', url: '/v1/events/guests/update-tickets' } },
	},
	output: done({ success: true }, 'event_id', 'guest_id'),
	mails: true,
	fields: [
		{
			displayName: 'Luma mails the guest about the change, unless you turn Send Email off under Additional Fields',
			name: 'mailNotice',
			type: 'notice',
			default: '',
		},
		eventInBody,
		guestInBody,
		tickets({
			displayName: 'Tickets to Add',
			name: 'ticketsToAdd',
			property: 'tickets_to_add',
			description: 'Tickets that the guest gets. They cost nothing and may exceed the capacity.',
		}),
		{
			displayName: 'Ticket IDs to Remove',
			name: 'ticketIdsToRemove',
			type: 'string',
			default: '',
			placeholder: 'e.g. tkt-1a2b3c, tkt-4d5e6f',
			description: 'Tickets to take away, by the IDs in event_tickets of the guest, with commas between, or a list by expression. One valid ticket must stay.',
			routing: body('ticket_ids_to_remove', 'Ticket IDs to Remove', (value) => list(value)),
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Refund',
					name: 'shouldRefund',
					type: 'boolean',
					default: false,
					description: 'Whether the guest gets the money back for tickets that are taken away. This cannot be undone.',
					routing: body('should_refund', 'Refund', decided),
				},
				{
					displayName: 'Send Email',
					name: 'sendEmail',
					type: 'boolean',
					default: true,
					description: 'Whether Luma mails the guest. When off, the guest still gets a notice inside Luma.',
					routing: body('send_email', 'Send Email', decided),
				},
			],
			routing: { send: { preSend: [somethingToDo] } },
		},
		options,
	],
};
