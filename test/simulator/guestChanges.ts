import type { GivenAnswer } from './answers';
import { badRequest, notFound } from './errors';
import { newTicket, qrCode } from './guestMaker';
import type { GuestRecord, TicketType } from './records';
import type { World } from './route';
import type { StoredEvent } from './store';

export interface GivenGuest {
	email: string;
	name?: string | null;
	registration_answers?: GivenAnswer[] | null;
}

export interface TicketChoice {
	event_ticket_type_id: string;
}

/**
 * Adds those who are not at the event yet. Addresses at blocked.example stand for people whom the calendar
 * has blocked: they come back as skipped. Whoever is there already stays as is and is not mailed.
 * @param fill completes a new guest; it may throw, and then nobody has been added
 */
export function newcomers(
	{ store, maxGuestsPerCall = Infinity }: World,
	stored: StoredEvent,
	given: GivenGuest[],
	fill: (guest: GuestRecord, given: GivenGuest, index: number) => void,
): { guests: GuestRecord[]; skipped: Array<{ email: string }> } {
	if (given.length > maxGuestsPerCall) {
		throw badRequest(`guests must not have more than ${maxGuestsPerCall} items.`);
	}
	const fresh = new Map<string, GuestRecord>();
	const skipped: Array<{ email: string }> = [];
	given.forEach((one, index) => {
		const address = one.email.toLowerCase();
		if (address.endsWith('@blocked.example')) skipped.push({ email: one.email });
		else if (stored.guests.find(address) === undefined && !fresh.has(address)) {
			const guest = newGuest(stored.fields.id, store.newId('gst'), one);
			fill(guest, one, index);
			fresh.set(address, guest);
		}
	});
	const guests = [...fresh.values()];
	guests.forEach((guest) => stored.guests.add(guest));
	return { guests, skipped };
}

function newGuest(eventId: string, id: string, { email, name }: GivenGuest): GuestRecord {
	const key = id.replace(/^gst/, 'g');
	const [first, ...last] = (name ?? '').split(' ');
	return {
		id,
		key,
		user_id: id.replace(/^gst/, 'usr'),
		user_email: email,
		user_name: name || null,
		user_first_name: first || null,
		user_last_name: last.join(' ') || null,
		approval_status: 'approved',
		check_in_qr_code: qrCode(eventId, key),
		eth_address: null,
		invited_at: null,
		joined_at: null,
		phone_number: null,
		registered_at: null,
		registration_answers: null,
		solana_address: null,
		utm_source: null,
		event_tickets: [],
		event_ticket_orders: [],
		mails: 0,
	};
}

export const givenTicket = ({ store }: World, type: TicketType) =>
	newTicket(store.newId('tkt'), type, { captured: false, given: true });

export function ticketTypes(stored: StoredEvent, chosen: TicketChoice[]): TicketType[] {
	return chosen.map(({ event_ticket_type_id: id }) => {
		const type = stored.ticketTypes.find((candidate) => candidate.id === id);
		if (!type) throw notFound('Ticket type', id);
		return type;
	});
}

export function checkTicketChange(guest: GuestRecord, toRemove: string[], adding: number): void {
	for (const id of toRemove) {
		if (!guest.event_tickets.some((ticket) => ticket.id === id)) throw notFound('Ticket', id);
	}
	if (guest.event_ticket_orders.some(({ amount, is_captured }) => amount > 0 && !is_captured)) {
		throw badRequest('The guest has a payment on hold.');
	}
	const remaining = guest.event_tickets.length - new Set(toRemove).size + adding;
	if (remaining < 1) throw badRequest('One valid ticket must stay.');
}

/** Refunds captured orders up to that many minor units, and returns how many it were. */
export function refund(guest: GuestRecord, atMost: number): number {
	let refunded = 0;
	for (const order of guest.event_ticket_orders) {
		if (!order.is_captured) continue;
		const part = Math.min(order.amount - order.amount_refunded, atMost - refunded);
		order.amount_refunded += part;
		refunded += part;
	}
	return refunded;
}

export function emitChange({ emit }: World, stored: StoredEvent, guest: GuestRecord, refunded: number): void {
	emit.guest('guest.updated', stored, guest);
	// The shape of `refund` is not public; the amount in minor units is the least it can hold.
	if (refunded > 0) emit.guest('guest.refunded', stored, guest, { refund: { amount: refunded } });
}
