import type { IDataObject } from 'n8n-workflow';
import { eventIdIn } from '../values/eventLink';
import { byQuestion } from './answers';
import { entriesOf, pick } from './pick';

/** What people and other operations need of a ticket: Update Tickets takes its ID, and an amount counts when it is captured. */
const TICKET = ['name', 'checked_in_at', 'amount', 'currency', 'is_captured', 'event_ticket_type_id', 'id'];

/** The event of a guest; Luma answers it inside the link of the check-in code alone. */
function eventOf({ check_in_qr_code: link }: IDataObject): string | undefined {
	return typeof link === 'string' ? eventIdIn(link) : undefined;
}

/** The whole name; where Luma has none, the first and the last one. */
function nameOf({ user_first_name: first, user_last_name: last }: IDataObject): string | null {
	const parts = [first, last].filter((part) => typeof part === 'string' && part !== '');
	return parts.length > 0 ? parts.join(' ') : null;
}

/** When the guest came: the first of the tickets that were checked in. */
function checkedIn(tickets: IDataObject[]): string | null {
	let first: string | null = null;
	for (const { checked_in_at: at } of tickets) if (typeof at === 'string' && (first === null || at < first)) first = at;
	return first;
}

const WHO = ['user_email', 'approval_status', 'registered_at'];
const FURTHER = ['phone_number', 'id'];

/**
 * A guest, in the order in which people read it: who, with which status, registered and checked in when, with which tickets
 * and answers; of a list with the names of the tickets as a text, from Get with the orders. Ten columns at most besides the
 * answers, as n8n's guidelines ask.
 * @param eventId the event that the guest was asked for with; else it is taken from what Luma answers
 * @param columns what the guest has answered, where that is to stand in columns; all else stands in columns too then
 */
export function simpleGuest(guest: IDataObject, eventId?: string, columns?: IDataObject): IDataObject {
	const { event_tickets: tickets, event_ticket_orders: orders, registration_answers: answers } = guest;
	const simple: IDataObject = {};
	const name = guest.user_name ?? nameOf(guest);
	if (name !== null || guest.user_name === null) simple.user_name = name;
	pick(simple, guest, WHO);
	if (tickets !== undefined) {
		const all = entriesOf(tickets);
		simple.checked_in_at = checkedIn(all);
		// Beside the orders there is no room for it.
		if (orders === undefined || columns) simple.ticket_names = all.map((ticket) => ticket.name ?? '').join(', ');
		if (!columns) simple.tickets = all.map((ticket) => pick({}, ticket, TICKET));
	}
	if (orders !== undefined && !columns) simple.orders = entriesOf(orders);
	if (columns) Object.assign(simple, columns);
	else if (answers !== undefined) simple.answers = byQuestion(answers);
	pick(simple, guest, FURTHER);
	const event = eventId ?? eventOf(guest);
	if (event !== undefined) simple.event_id = event;
	return simple;
}
