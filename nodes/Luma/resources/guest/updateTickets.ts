import { done } from '../../fields/done';
import { eventInBody } from '../../fields/event';
import { guestInBody } from '../../fields/guest';
import { options } from '../../fields/options';
import { body, decided, step } from '../../fields/send';
import { tickets } from '../../fields/tickets';
import { isBlank } from '../../values/blank';
import { idsOf } from '../../values/ids';
import { Problem } from '../../values/problem';
import type { Operation } from '../operation';

/** The step that makes sure there is something to do; it stands after both kinds of tickets. */
const somethingToDo = step('Update Tickets', ({ sent }) => {
	if (isBlank(sent.tickets_to_add) && isBlank(sent.ticket_ids_to_remove)) throw new Problem('has no changes to send', "Fill in 'Tickets to Add' or 'Ticket IDs to Remove'.");
});

export const updateTickets: Operation = {
	option: {
		name: 'Update Tickets',
		value: 'updateTickets',
		action: 'Update the tickets of a guest',
		description: "Give a guest more tickets for free, or remove tickets. Luma emails the guest, unless 'Send Email' is off.",
		routing: { request: { method: 'POST', url: '/v1/events/guests/update-tickets' } },
	},
	output: done({ success: true }, 'event_id', 'guest_id'),
	mails: true,
	fields: [
		{
			displayName: "Luma emails the guest about the change, unless you turn off 'Send Email' under 'Additional Fields'",
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
			description: 'Tickets to give the guest. They are free and can exceed the capacity.',
		}),
		{
			displayName: 'Ticket IDs to Remove',
			name: 'ticketIdsToRemove',
			type: 'string',
			default: '',
			placeholder: 'e.g. tkt-1a2b3c, tkt-4d5e6f',
			description: "Comma-separated IDs of the tickets to remove, or an expression that returns a list. To find the IDs, get the guest with 'Simplify' off and look in event_tickets. The guest must keep at least one valid ticket.",
			routing: body('ticket_ids_to_remove', 'Ticket IDs to Remove', (value) => idsOf('ticket', value)),
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
					description: 'Whether to refund the guest for the removed tickets. This cannot be undone.',
					routing: body('should_refund', 'Refund', decided),
				},
				{
					displayName: 'Send Email',
					name: 'sendEmail',
					type: 'boolean',
					default: true,
					description: 'Whether to email the guest about the change. If off, the guest still gets a notification in Luma.',
					routing: body('send_email', 'Send Email', decided),
				},
			],
			routing: { send: { preSend: [somethingToDo] } },
		},
		options,
	],
};
