import type { IDataObject } from 'n8n-workflow';
import { needed } from '../../api/answers';
import { eventInBody } from '../../fields/event';
import { options } from '../../fields/options';
import { body, step } from '../../fields/send';
import type { Item } from '../../run/item';
import { Problem } from '../../values/problem';
import { choice, yesNo } from '../../values/scalar';
import type { Operation } from '../operation';

/** Luma cancels in two steps: it says what is at stake and gives a token, good for 15 minutes, and takes the token back. */
async function inTwoSteps(item: Item): Promise<IDataObject[]> {
	const { event_id, should_refund } = item.sent;
	const request = await item.also('POST', '/v1/events/cancel/request', { event_id });
	const { is_paid, guest_count } = request;
	if (is_paid === true && should_refund === undefined) {
		throw new Problem("Guests have paid for this event, so 'Refund Guests' needs a Yes or No", "Set 'Refund Guests' to Yes or No. The event wasn't canceled.");
	}
	await item.send({ cancellation_token: needed(request, 'cancellation_token', 'token to cancel the event with') });
	return [{ success: true, event_id, guest_count, is_paid, should_refund: should_refund ?? false }];
}

const refunds = [
	{ name: 'No', value: 'no', description: "Guests who paid don't get a refund" },
	{ name: 'Not Needed (No Guest Has Paid)', value: 'notNeeded', description: "If a guest has paid after all, the event isn't canceled" },
	{ name: 'Yes', value: 'yes', description: 'Guests who paid get a refund' },
];

export const cancel: Operation = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel an event',
		description: 'Cancel an event permanently. Luma notifies its guests and deletes the event. This cannot be undone.',
		routing: { request: { method: 'POST', url: '/v1/events/cancel' } },
	},
	perform: inTwoSteps,
	mails: true,
	fields: [
		{
			displayName: 'This cannot be undone. Luma notifies all guests, refunds them if you choose to, and deletes the event.',
			name: 'undoNotice',
			type: 'notice',
			default: '',
		},
		eventInBody,
		{
			displayName: 'Refund Guests',
			name: 'refundGuests',
			type: 'options',
			options: refunds,
			default: 'notNeeded',
			description: 'Whether to refund guests who paid. Choose Yes or No if any guest has paid.',
			routing: body('should_refund', 'Refund Guests', choice(refunds), (chosen) => (chosen === 'notNeeded' ? undefined : chosen === 'yes')),
		},
		{
			displayName: 'Yes, Cancel the Event',
			name: 'confirm',
			type: 'boolean',
			default: false,
			required: true,
			description: 'Whether to cancel the event, notify its guests, and delete it',
			routing: {
				send: {
					preSend: [
						step('Yes, Cancel the Event', ({ context }) => {
							if (!yesNo(context.getNodeParameter('confirm'))) throw new Problem("is off, so the event wasn't canceled", 'Turn it on to cancel the event, notify its guests, and delete it.');
						}),
					],
				},
			},
		},
		options,
	],
};
