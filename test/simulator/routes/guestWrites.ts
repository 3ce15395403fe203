import { toRegistrationAnswers } from '../answers';
import { badRequest } from '../errors';
import {
	checkTicketChange,
	emitChange,
	givenTicket,
	newcomers,
	refund,
	ticketTypes,
	type GivenGuest,
	type TicketChoice,
} from '../guestChanges';
import { route } from '../route';
import { filled, flag, listOf, oneOf, orNull, parameters, text } from '../schemas';
import type { ApprovalStatus } from '../records';
import { guestPlace } from './guests';

interface AddGuests {
	event_id: string;
	guests: GivenGuest[];
	ticket?: TicketChoice | null;
	tickets?: TicketChoice[] | null;
	approval_status?: ApprovalStatus | null;
	send_email?: boolean | null;
}

interface UpdateStatus {
	event_id: string;
	guest_id: string;
	status: ApprovalStatus;
	should_refund?: boolean;
	send_email?: boolean | null;
	message?: string | null;
}

interface UpdateTickets {
	event_id: string;
	guest_id: string;
	ticket_ids_to_remove?: string[];
	tickets_to_add?: TicketChoice[];
	send_email?: boolean | null;
	should_refund?: boolean;
}

const message = orNull({ type: 'string', maxLength: 200 });
const email = { type: 'string', format: 'email' };
const object = (properties: Record<string, object>, required: string[]) => ({
	type: 'object',
	properties,
	required,
	additionalProperties: false,
});
const ticketChoice = object({ event_ticket_type_id: filled }, ['event_ticket_type_id']);
const company = {
	type: 'object',
	properties: { company: orNull(text), job_title: orNull(text) },
	additionalProperties: false,
};
const answer = object(
	{ question_id: filled, value: { anyOf: [text, flag, listOf(text), company] } },
	['question_id', 'value'],
);

export const guestWriteRoutes = [
	route<AddGuests>(
		'POST',
		'/v1/events/guests/add',
		parameters(
			{
				event_id: filled,
				guests: listOf(
					object({ email, name: orNull(text), registration_answers: orNull(listOf(answer)) }, [
						'email',
					]),
					1,
				),
				ticket: orNull(ticketChoice),
				tickets: orNull(listOf(ticketChoice, 1)),
				approval_status: orNull(oneOf('approved', 'pending_approval', 'waitlist')),
				send_email: orNull(flag),
			},
			['event_id', 'guests'],
		),
		(world, { event_id, guests, ticket, tickets, approval_status, send_email }) => {
			const stored = world.store.managedEvent(event_id);
			if (ticket && tickets) throw badRequest('ticket and tickets cannot be used together.');
			const chosen = tickets ?? (ticket ? [ticket] : undefined);
			const types = chosen ? ticketTypes(stored, chosen) : [stored.ticketTypes[0]];
			const added = newcomers(world, stored, guests, (guest, given, index) => {
				guest.approval_status = approval_status ?? 'approved';
				guest.registered_at = world.store.timestamp();
				guest.event_tickets = types.map((type) => givenTicket(world, type));
				guest.registration_answers = toRegistrationAnswers(
					stored.fields.registration_questions,
					given.registration_answers ?? [],
					`guests[${index}]`,
				);
				guest.mails = send_email === false ? 0 : 1;
			});
			for (const guest of added.guests) {
				world.emit.guest('guest.registered', stored, guest);
				for (const one of guest.event_tickets) {
					world.emit.guest('ticket.registered', stored, guest, { event_ticket: one });
				}
				world.emit.guest('guest.updated', stored, guest);
			}
			return { skipped: added.skipped };
		},
	),

	route<{ event_id: string; guests: GivenGuest[]; message?: string | null }>(
		'POST',
		'/v1/events/guests/send-invites',
		parameters(
			{
				event_id: filled,
				guests: listOf(object({ email, name: orNull(text) }, ['email']), 1),
				message,
			},
			['event_id', 'guests'],
		),
		(world, { event_id, guests, message }) => {
			const stored = world.store.managedEvent(event_id);
			const { skipped } = newcomers(world, stored, guests, (guest) => {
				if (message) world.store.messages.push({ to: guest.user_email, text: message });
				guest.approval_status = 'invited';
				guest.invited_at = world.store.timestamp();
				guest.mails = 1;
			});
			return { skipped };
		},
	),

	route<UpdateStatus>(
		'POST',
		'/v1/events/guests/update-status',
		parameters(
			{
				event_id: filled,
				guest_id: filled,
				status: oneOf('approved', 'declined', 'pending_approval', 'waitlist'),
				should_refund: flag,
				send_email: orNull(flag),
				message,
			},
			['event_id', 'guest_id', 'status'],
		),
		(world, { event_id, guest_id, status, should_refund, send_email, message }) => {
			const stored = world.store.managedEvent(event_id);
			if (message && send_email === false) {
				throw badRequest('message cannot be used with send_email false.');
			}
			let refunded = 0;
			const guest = stored.guests.change(guestPlace(stored, guest_id), (changed) => {
				if (should_refund && changed.approval_status === 'approved' && status !== 'approved') {
					refunded = refund(changed, Infinity);
				}
				changed.approval_status = status;
				changed.registered_at ??= world.store.timestamp();
				if (status === 'approved' && changed.event_tickets.length === 0) {
					changed.event_tickets = [givenTicket(world, stored.ticketTypes[0])];
				}
				if (send_email !== false) changed.mails += 1;
				if (message) world.store.messages.push({ to: changed.user_email, text: message });
			});
			emitChange(world, stored, guest, refunded);
			return {};
		},
	),

	route<UpdateTickets>(
		'POST',
		'/v1/events/guests/update-tickets',
		parameters(
			{
				event_id: filled,
				guest_id: filled,
				ticket_ids_to_remove: listOf(filled),
				tickets_to_add: listOf(ticketChoice),
				send_email: orNull(flag),
				should_refund: flag,
			},
			['event_id', 'guest_id'],
		),
		(world, given) => {
			const { event_id, guest_id, ticket_ids_to_remove = [], tickets_to_add = [] } = given;
			const stored = world.store.managedEvent(event_id);
			const types = ticketTypes(stored, tickets_to_add);
			const place = guestPlace(stored, guest_id);
			checkTicketChange(stored.guests.at(place), ticket_ids_to_remove, types.length);
			let refunded = 0;
			const added = types.map((type) => givenTicket(world, type));
			const guest = stored.guests.change(place, (changed) => {
				const isGone = ({ id }: { id: string }) => ticket_ids_to_remove.includes(id);
				const price = changed.event_tickets
					.filter(isGone)
					.reduce((sum, { amount }) => sum + amount, 0);
				if (given.should_refund) refunded = refund(changed, price);
				changed.event_tickets = [
					...changed.event_tickets.filter((ticket) => !isGone(ticket)),
					...added,
				];
				if (given.send_email !== false) changed.mails += 1;
			});
			for (const ticket of added) {
				world.emit.guest('ticket.registered', stored, guest, { event_ticket: ticket });
			}
			emitChange(world, stored, guest, refunded);
			return {};
		},
	),
];
