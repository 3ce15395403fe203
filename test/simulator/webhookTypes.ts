/** The types a webhook can be registered for; `*` takes all. */
export const webhookTypes = [
	'calendar.event.added',
	'calendar.event.submitted',
	'calendar.person.subscribed',
	'calendar.person.unsubscribed',
	'event.canceled',
	'event.created',
	'event.updated',
	'guest.refunded',
	'guest.registered',
	'guest.updated',
	'ticket.registered',
];
