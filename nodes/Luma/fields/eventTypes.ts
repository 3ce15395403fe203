import type { INodePropertyOptions } from 'n8n-workflow';

/** What Luma has no delivery for, and deliveries about guests tell Luma Trigger all the same. */
export const FACTS = ['guest.checked_in', 'guest.going', 'guest.left'] as const;

/**
 * What a webhook can be registered for (docs.luma.com, webhook pages), as a person chooses it; and what the trigger tells
 * from the deliveries about guests (`LumaTrigger/guestFacts.ts`).
 */
export const eventTypes: INodePropertyOptions[] = [
	{ name: 'All', value: '*', description: 'Everything that Luma reports, including types Luma adds later. Guest Checked In, Guest Going, and Guest Left are to be chosen beside it.' },
	{ name: 'Calendar: Event Added', value: 'calendar.event.added', description: 'An event was added to the calendar, whether the calendar manages it, only lists it, or lists it from another site' },
	{ name: 'Calendar: Event Submitted', value: 'calendar.event.submitted', description: 'Someone submitted an event to the calendar, and the event needs approval' },
	{ name: 'Calendar: Person Subscribed', value: 'calendar.person.subscribed', description: 'Someone subscribed to the calendar' },
	{ name: 'Calendar: Person Unsubscribed', value: 'calendar.person.unsubscribed', description: "Someone on the calendar unsubscribed, was blocked, or reported spam. Luma doesn't say which." },
	{ name: 'Event Canceled', value: 'event.canceled', description: 'An event was canceled' },
	{ name: 'Event Created', value: 'event.created', description: 'An event was created' },
	{ name: 'Event Updated', value: 'event.updated', description: "The details of an event changed, such as its time or location. Registrations don't start the workflow." },
	{ name: 'Guest Checked In', value: 'guest.checked_in', description: 'A guest checked in. Once for each guest of an event.' },
	{ name: 'Guest Going', value: 'guest.going', description: 'A guest is going now: registered, was approved, or came off the waitlist. Once for each guest of an event.' },
	{ name: 'Guest Left', value: 'guest.left', description: 'A guest who was going is declined, has canceled, or got a full refund. Once for each guest of an event.' },
	{ name: 'Guest Refunded', value: 'guest.refunded', description: "A host refunded a guest through Luma, fully or partially. Refunds made in Stripe don't start the workflow." },
	{ name: 'Guest Registered', value: 'guest.registered', description: 'Someone registered for an event, or registered again after canceling. Those who still need approval are among them.' },
	{ name: 'Guest Updated', value: 'guest.updated', description: 'The status, answers, profile, or check-in of a guest changed. New registrations also start the workflow.' },
	{ name: 'Ticket Registered', value: 'ticket.registered', description: 'A ticket was registered or bought. Starts the workflow once per ticket.' },
];
