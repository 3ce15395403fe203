import type { IDataObject } from 'n8n-workflow';
import { eventIn } from '../values/eventLink';
import { byQuestion } from './answers';
import { entriesOf, pick } from './pick';

/** What people and other operations need of a ticket: Update Tickets takes its ID, and an amount counts when it is captured. */
const TICKET = ['name', 'checked_in_at', 'amount', 'currency', 'is_captured', 'event_ticket_type_id', 'id'];

/** The event of a guest; Luma answers it inside the link of the check-in code alone. */
function eventOf({ check_in_qr_code: link }: IDataObject): string | undefined {
	const event = typeof link === 'string' ? eventIn(link) : undefined;
	return event && 'id' in event && event.id !== link ? event.id : undefined;
}

/** The whole name; where Luma has none, the first and the last one. */
function nameOf({ user_name: name, user_first_name: first, user_last_name: last }: IDataObject): IDataObject {
	const parts = [first, last].filter((part) => typeof part === 'string' && part !== '');
	return name === undefined && parts.length === 0 ? {} : { user_name: name ?? (parts.length > 0 ? parts.join(' ') : null) };
}

function ticketsOf(tickets: unknown, withOrders: boolean): IDataObject {
	const all = entriesOf(tickets);
	const checkIns = all.map(({ checked_in_at: at }) => at).filter((at) => typeof at === 'string');
	return {
		checked_in_at: checkIns.sort()[0] ?? null,
		// Beside the orders there is no room for it.
		...(!withOrders && { ticket_names: all.map(({ name }) => name ?? '').join(', ') }),
		tickets: all.map((ticket) => pick(ticket, TICKET)),
	};
}

/**
 * A guest, in the order in which people read it: who, with which status, registered and checked in when, with which tickets
 * and answers; of a list with the names of the tickets as a text, from Get with the orders. Ten columns at most besides the
 * answers, as n8n's guidelines ask.
 * @param eventId the event that the guest was asked for with; else it is taken from what Luma answers
 */
export function simpleGuest(guest: IDataObject, eventId?: string): IDataObject {
	const { event_tickets: tickets, event_ticket_orders: orders, registration_answers: answers } = guest;
	const event = eventId ?? eventOf(guest);
	return {
		...nameOf(guest),
		...pick(guest, ['user_email', 'approval_status', 'registered_at']),
		...(tickets !== undefined && ticketsOf(tickets, orders !== undefined)),
		...(orders !== undefined && { orders: entriesOf(orders) }),
		...(answers !== undefined && { answers: byQuestion(answers) }),
		...pick(guest, ['phone_number', 'id']),
		...(event !== undefined && { event_id: event }),
	};
}
