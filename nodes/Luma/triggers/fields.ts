import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { severalEvents } from '../fields/event';
import { guestStatuses } from '../fields/guest';

/** What the item looks like that starts the workflow. */
export const outputs: INodePropertyOptions[] = [
	{ name: 'Simplified', value: 'simplified', description: "The fields that people use, as the Luma node returns them with 'Simplify': answers by question, names filled in" },
	{ name: 'All Fields', value: 'data', description: 'All fields of the guest, event, or ticket' },
];

/** Filter by event. */
export const eventFilter: INodeProperties = {
	...severalEvents,
	description:
		'Start the workflow only for these events. Anything that isn\'t about an event, such as a new subscriber, still starts it. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** Filter by the status of a guest. */
export const statusFilter: INodeProperties = {
	displayName: 'Guest Statuses',
	name: 'guestStatuses',
	type: 'multiOptions',
	options: guestStatuses,
	default: [],
	description: "Start the workflow only for guests with one of these statuses. Anything that isn't about a guest, such as a changed event, still starts it.",
};
