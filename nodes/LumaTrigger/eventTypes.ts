import type { INodePropertyOptions } from 'n8n-workflow';

/** What a webhook can be registered for (docs.luma.com, webhook pages), as a person chooses it. */
export const eventTypes: INodePropertyOptions[] = [
	{ name: 'All Events', value: '*', description: 'Whatever happens, also types that Luma adds later' },
	{ name: 'Calendar: Event Added', value: 'calendar.event.added', description: 'An event was added to the calendar: one that it manages, one that it only lists, or an external one' },
	{ name: 'Calendar: Event Submitted', value: 'calendar.event.submitted', description: 'Somebody submitted an event to the calendar, and it waits for approval' },
	{ name: 'Calendar: Person Subscribed', value: 'calendar.person.subscribed', description: 'Somebody subscribed to the calendar' },
	{ name: 'Calendar: Person Unsubscribed', value: 'calendar.person.unsubscribed', description: 'Somebody of the calendar unsubscribed, was blocked or reported spam; Luma does not say which' },
	{ name: 'Event Canceled', value: 'event.canceled', description: 'An event was cancelled' },
	{ name: 'Event Created', value: 'event.created', description: 'An event was created' },
	{ name: 'Event Updated', value: 'event.updated', description: 'Details of an event have changed, such as its time or place; registrations do not count' },
	{ name: 'Guest Refunded', value: 'guest.refunded', description: 'A host refunded a guest through Luma, wholly or in part; refunds made in Stripe do not count' },
	{ name: 'Guest Registered', value: 'guest.registered', description: 'Somebody registered for an event, or registered anew after cancelling' },
	{ name: 'Guest Updated', value: 'guest.updated', description: 'The status, answers, profile or check-in of a guest has changed; new registrations count too' },
	{ name: 'Ticket Registered', value: 'ticket.registered', description: 'A ticket was registered or bought; once for each ticket' },
];
