import { eventInBody } from '../../fields/event';
import { guestDone, guestInBody } from '../../fields/guest';
import { options } from '../../fields/options';
import { body, decided, step } from '../../fields/send';
import { tickets } from '../../fields/tickets';
import { isBlank } from '../../values/blank';
import { idsOf } from '../../values/ids';
import { Problem } from '../../values/problem';
import type { Operation } from '../operation';

const TO_REMOVE = 'Tickets to Remove Names or IDs';

/** The step that makes sure there is something to do; it stands after both kinds of tickets. */
const somethingToDo = step('Update Tickets', ({ sent }) => {
	if (isBlank(sent.tickets_to_add) && isBlank(sent.ticket_ids_to_remove)) throw new Problem('has no changes to send', `Fill in 'Tickets to Add' or '${TO_REMOVE}'.`);
});

export const updateTickets: Operation = {
	option: {
		name: 'Update Tickets',
		value: 'updateTickets',
		action: 'Update the tickets of a guest',
		description: "Give a guest more tickets for free, or remove tickets. Luma emails the guest, unless 'Send Email' is off.",
		routing: { request: { method: 'POST', url: '/v1/events/guests/update-tickets' } },
	},
	output: guestDone(),
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
			displayName: TO_REMOVE,
			name: 'ticketIdsToRemove',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getGuestTickets', loadOptionsDependsOn: ['eventId.value', 'guestId.value'] },
			default: [],
			description: 'Tickets of the guest to remove. The guest must keep at least one valid ticket. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			routing: body('ticket_ids_to_remove', TO_REMOVE, (value) => idsOf('ticket', value)),
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
