import { badRequest } from './errors';
import { seed } from './seed';
import { host, type Store } from './store';
import { calendar } from './views';
import { calendarEventData, eventData, guestData } from './webhookData';
import { webhookTypes } from './webhookTypes';

/** Example data of a webhook type, from the events and guests of the seed as they stand. */
export function exampleData(store: Store, type: string): object {
	const conference = store.event(seed.events.conference);
	const paid = store.event(seed.events.paid);
	const guest = conference.guests.at(0);
	switch (type) {
		case 'event.created':
		case 'event.updated':
		case 'event.canceled':
			return eventData(conference);
		case 'guest.registered':
		case 'guest.updated':
			return guestData(conference, guest);
		case 'ticket.registered':
			return guestData(conference, guest, { event_ticket: guest.event_tickets[0] });
		case 'guest.refunded':
			return guestData(paid, paid.guests.at(0), { refund: { amount: 5000 } });
		case 'calendar.event.added':
			return calendarEventData(conference);
		case 'calendar.event.submitted': {
			const submitted = calendarEventData(store.event(seed.events.pending));
			return { ...submitted, submitted_to_calendar: calendar };
		}
		case 'calendar.person.subscribed':
		case 'calendar.person.unsubscribed':
			return person;
	}
	throw badRequest(`There is no webhook type ${type}; known are ${webhookTypes.join(', ')}.`);
}

const person = {
	id: 'usr-1',
	created_at: '2026-10-01T08:00:00.000Z',
	event_approved_count: 3,
	event_checked_in_count: 1,
	revenue_usd_cents: 0,
	tags: [{ id: 'tag-newsletter', name: 'Newsletter' }],
	membership: null,
	email: 'guest1@example.com',
	user: {
		id: 'usr-1',
		email: 'guest1@example.com',
		name: 'Guest 1',
		first_name: 'Guest',
		last_name: '1',
		avatar_url: host.avatar_url,
	},
};
