/** For `effects.test.ts`: what no sample sends, and what the simulator takes and does nothing with. */
import { seed } from '../simulator';

const { events, guests, tags, ticketTypes } = seed;

/** Requests that no sample makes, in which a parameter counts. */
export const more: Array<[path: string, body: Record<string, unknown>]> = [
	['/v1/calendars/coupons/create', { code: 'SECOND', discount: { discount_type: 'percent', percent_off: 5 } }],
	['/v1/calendars/contact-tags/unapply', { tag: tags.newsletter, emails: ['guest3@example.com'] }],
	['/v1/calendars/contacts/block', { contact_id: seed.contacts.first }],
	['/v1/calendars/contacts/remove', { email: 'guest1@example.com' }],
	['/v1/calendars/contacts/restore', { contact_id: 'usr-former' }],
	['/v1/calendars/events/add', { platform: 'luma', event_id: events.pending }],
	['/v1/calendars/events/reject', { calendar_event_id: events.pending, notify_submitter: true }],
	['/v1/events/create', { name: 'Winter Conference', start_at: '2027-12-01T10:00:00Z', timezone: 'Europe/Berlin', slug: 'winter-conference' }],
	['/v1/events/guests/add', { event_id: events.conference, guests: [{ email: 'new1@example.com' }], ticket: { event_ticket_type_id: ticketTypes.workshop } }],
	['/v1/events/guests/update-status', { event_id: events.paid, guest_id: guests.paid, status: 'declined', should_refund: true }],
	['/v1/events/guests/update-tickets', { event_id: events.paid, guest_id: guests.paid, ticket_ids_to_remove: ['tkt-paid-1'], tickets_to_add: [{ event_ticket_type_id: ticketTypes.paid }], should_refund: true }],
	['/v1/events/ticket-types/create', { event_id: events.paid, name: 'Any price', type: 'paid', is_flexible: true, min_cents: 500, cents: 1000, currency: 'eur' }],
	['/v1/events/ticket-types/update', { event_ticket_type_id: ticketTypes.workshop, type: 'paid', cents: 500, currency: 'eur' }],
	['/v1/events/update', { event_id: events.conference, name: 'Winter Conference', suppress_email: true }],
	['/v1/images/create-upload-url', { content_type: 'image/jpeg' }],
	['/v1/organizations/events/list', { sort_direction: 'desc' }],
	['/v2/webhooks/create', { url: 'https://crm.example.com/second', event_types: ['*'] }],
];

/** Parameters that make no difference, and why. */
export const indifferent: Record<string, string> = {
	'/v1/calendars/events/list sort_column': 'There is one column, which events are sorted by anyway.',
	'/v1/memberships/members/add registration_answers': 'Nothing answers them.',
};
