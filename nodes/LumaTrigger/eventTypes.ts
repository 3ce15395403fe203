import type { INodePropertyOptions } from 'n8n-workflow';

/** What a webhook can be registered for (docs.luma.com, webhook pages), as a person chooses it. */
export const eventTypes: INodePropertyOptions[] = [
	{ name: 'All', value: '*', description: 'Everything that happens in Luma, including types Luma adds later' },
	{ name: 'Calendar: Event Added', value: 'calendar.event.added', description: 'An event was added to the calendar, whether the calendar manages it, only lists it, or lists it from another site' },
	{ name: 'Calendar: Event Submitted', value: 'calendar.event.submitted', description: 'Someone submitted an event to the calendar, and the event needs approval' },
	{ name: 'Calendar: Person Subscribed', value: 'calendar.person.subscribed', description: 'Someone subscribed to the calendar' },
	{ name: 'Calendar: Person Unsubscribed', value: 'calendar.person.unsubscribed', description: "Someone on the calendar unsubscribed, was blocked, or reported spam. Luma doesn't say which." },
	{ name: 'Event Canceled', value: 'event.canceled', description: 'An event was canceled' },
	{ name: 'Event Created', value: 'event.created', description: 'An event was created' },
	{ name: 'Event Updated', value: 'event.updated', description: "The details of an event changed, such as its time or location. Registrations don't start the workflow." },
	{ name: 'Guest Refunded', value: 'guest.refunded', description: "A host refunded a guest through Luma, fully or partially. Refunds made in Stripe don't start the workflow." },
	{ name: 'Guest Registered', value: 'guest.registered', description: 'Someone registered for an event, or registered again after canceling' },
	{ name: 'Guest Updated', value: 'guest.updated', description: 'The status, answers, profile, or check-in of a guest changed. New registrations also start the workflow.' },
	{ name: 'Ticket Registered', value: 'ticket.registered', description: 'A ticket was registered or bought. Starts the workflow once per ticket.' },
];
