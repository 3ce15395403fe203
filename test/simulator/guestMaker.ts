import type { GuestMaker, GuestTraits } from './guestBook';
import type { ApprovalStatus, Coupon, GuestRecord, Question, Ticket, TicketType } from './records';

export const key = (eventId: string) => eventId.replace(/^evt-/, '');

/** Every twenty guests hold each status: 12 approved, 2 pending, 2 invited, 2 on the waitlist, 1 declined, 1 in a session. */
const statuses: ApprovalStatus[] = [
	'approved',
	'approved',
	'approved',
	'pending_approval',
	'approved',
	'invited',
	'approved',
	'approved',
	'declined',
	'approved',
	'waitlist',
	'approved',
	'approved',
	'pending_approval',
	'approved',
	'session',
	'approved',
	'invited',
	'approved',
	'waitlist',
];
const withoutTicket: ApprovalStatus[] = ['invited', 'declined'];

const coupon: Coupon = {
	api_id: 'coupon-early-bird',
	percent_off: 20,
	cents_off: null,
	currency: null,
	code: 'EARLYBIRD',
};

interface Plan {
	eventId: string;
	createdAt: string;
	ticketType: TicketType;
	questions: Question[];
}

/** A plan for made-up guests: guest 17 is guest17@example.com and usr-17 at every event. */
export function guestMaker(plan: Plan): GuestMaker {
	const name = key(plan.eventId);
	const start = Date.parse(plan.createdAt);
	const later = (minutes: number) => new Date(start + minutes * 60_000).toISOString();

	const traits = (index: number): GuestTraits => {
		const status = statuses[index % statuses.length];
		return {
			status,
			tickets: withoutTicket.includes(status) ? 0 : 1,
			checkedIn: status === 'approved' && index % 4 === 1,
		};
	};

	const make = (index: number): GuestRecord => {
		const number = index + 1;
		const { status, tickets, checkedIn } = traits(index);
		const hasName = number % 25 !== 7;
		const usesCoupon = number % 5 === 3;
		const ticket = tickets
			? newTicket(`tkt-${name}-${number}`, plan.ticketType, {
					captured: status === 'approved',
					discount: usesCoupon ? 0.2 : 0,
					checkedInAt: checkedIn ? later(40_000 + index) : null,
				})
			: undefined;
		return {
			id: `gst-${name}-${number}`,
			key: `g-${name}-${number}`,
			user_id: `usr-${number}`,
			user_email: `guest${number}@example.com`,
			user_name: hasName ? `Guest ${number}` : null,
			user_first_name: hasName ? 'Guest' : null,
			user_last_name: hasName ? String(number) : null,
			approval_status: status,
			check_in_qr_code: qrCode(plan.eventId, `g-${name}-${number}`),
			eth_address: null,
			invited_at: status === 'invited' ? later(number) : null,
			joined_at: null,
			phone_number: number % 10 === 2 ? `+4930${1_000_000 + number}` : null,
			registered_at: status === 'invited' ? null : later(number),
			registration_answers:
				status === 'invited' ? null : plan.questions.map((question) => answer(question, number)),
			solana_address: null,
			utm_source: number % 6 === 0 ? 'newsletter' : null,
			event_tickets: ticket ? [ticket] : [],
			event_ticket_orders:
				ticket && plan.ticketType.type === 'paid'
					? [newOrder(`ord-${name}-${number}`, ticket, usesCoupon ? coupon : null)]
					: [],
			mails: status === 'session' ? 0 : 1,
		};
	};

	return { make, traits };
}

export const qrCode = (eventId: string, guestKey: string) =>
	`https://luma.com/check-in/${eventId}?pk=${guestKey}`;

interface TicketState {
	captured: boolean;
	discount?: number;
	checkedInAt?: string | null;
	/** A ticket given by a host costs nothing, whatever its type. */
	given?: boolean;
}

export function newTicket(id: string, type: TicketType, state: TicketState): Ticket {
	const price = state.given || type.type === 'free' ? 0 : (type.cents ?? 0);
	const discount = Math.round(price * (state.discount ?? 0));
	return {
		id,
		amount: price - discount,
		amount_discount: discount,
		amount_tax: 0,
		currency: price ? type.currency : null,
		checked_in_at: state.checkedInAt ?? null,
		event_ticket_type_id: type.id,
		is_captured: price > 0 && state.captured,
		name: type.name,
	};
}

const newOrder = (id: string, ticket: Ticket, applied: Coupon | null) => ({
	id,
	amount: ticket.amount,
	amount_discount: ticket.amount_discount,
	amount_tax: ticket.amount_tax,
	currency: ticket.currency,
	coupon_info: applied,
	is_captured: ticket.is_captured,
	amount_refunded: 0,
});

/** Only the question types that the seed asks. */
function answer(question: Question, number: number): Record<string, unknown> {
	const { id, label, question_type: type } = question;
	const options = question.options as string[] | undefined;
	const value =
		type === 'agree-check' ? true : options ? options[number % options.length] : `Answer ${number}`;
	return { label, question_id: id, value, answer: value, question_type: type };
}
