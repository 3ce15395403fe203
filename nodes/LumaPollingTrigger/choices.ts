import type { INodePropertyOptions } from 'n8n-workflow';

/** What can be found by asking; the values are those of Luma Trigger for the same thing. */
export const triggerOn: INodePropertyOptions[] = [
	{ name: 'Event Created', value: 'event.created', description: 'An event that the calendar manages was created' },
	{ name: 'Event Submitted', value: 'calendar.event.submitted', description: 'Someone submitted an event to the calendar, and the event needs approval' },
	{ name: 'Guest Checked In', value: 'guest.checked_in', description: 'A guest checked in. Once for each guest of an event.' },
	{ name: 'Guest Going', value: 'guest.going', description: 'A guest is going now: registered, was approved, or came off the waitlist. Once for each guest of an event.' },
	{ name: 'Guest Registered', value: 'guest.registered', description: 'Someone registered for an event. Those who still need approval are among them.' },
	{ name: 'New Contact', value: 'contact.created', description: 'Someone is new on the calendar: subscribed, was imported, or came to an event' },
];

export const GUESTS = ['guest.checked_in', 'guest.going', 'guest.registered'];

/** At which events. */
export const watched: INodePropertyOptions[] = [
	{ name: 'All Upcoming and Running', value: 'upcoming', description: 'Every event that the calendar manages, until a day after its end' },
	{ name: 'Chosen Events', value: 'chosen', description: 'Choose events from the list' },
];
