import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { entriesOf } from '../Luma/simplified/pick';
import { isObject } from '../Luma/values/object';
import { simplified } from '../Luma/triggers/simplified';

/** What Luma delivers: nothing else is in the body (docs.luma.com, webhook pages). */
export interface Delivery {
	type: string;
	data: unknown;
}

/** Reads a body whose signature holds. @returns what is wrong with it, when it is not a delivery */
export function readDelivery(body: Buffer): Delivery | string {
	let read: unknown;
	try {
		read = JSON.parse(body.toString('utf8'));
	} catch {
		return 'its body is not JSON';
	}
	if (!isObject(read)) return 'its body is not a JSON object';
	const { type, data } = read;
	return typeof type === 'string' && type !== '' ? { type, data } : 'its body has no type';
}

/** The event that a delivery is about; nothing where it is about none, as a new subscriber of the calendar. */
function eventOf({ type, data }: Delivery): unknown {
	if (!isObject(data)) return undefined;
	if (isObject(data.event)) return data.event.id;
	return data.event_id ?? (/^(calendar\.)?event\./.test(type) ? data.id : undefined);
}

/** What a delivery tells a state of, so far as it says: a guest, an event, a ticket of a guest. */
export function thingOf({ type, data }: Delivery): string {
	const { id, event_ticket } = isObject(data) ? data : {};
	return JSON.stringify([type, id, isObject(event_ticket) ? event_ticket.id : null]);
}

/** Narrows what starts the workflow. Empty lists let everything through. */
export interface Filters {
	eventIds: string[];
	/** Of the guest, as Luma answers it. */
	guestStatuses: string[];
}

/** Whether a delivery passes; what a filter cannot be about, it lets through. */
export function passes(delivery: Delivery, { eventIds, guestStatuses }: Filters): boolean {
	const event = eventOf(delivery);
	const status = isObject(delivery.data) ? delivery.data.approval_status : undefined;
	const within = (list: string[], value: unknown) => list.length === 0 || value === undefined || value === null || list.includes(String(value));
	return within(eventIds, event) && within(guestStatuses, status);
}

/** Milliseconds after a registration within which its tickets are told of. */
const SECONDS = 60_000;

/** The tickets of a guest who registers. */
export function ticketsOf({ type, data }: Delivery): string[] {
	return type === 'guest.registered' && isObject(data) ? entriesOf(data.event_tickets).map(({ id }) => `ticket ${String(id)}`) : [];
}

/**
 * Whether it is about a ticket that comes with a registration: Luma tells of both within milliseconds.
 * @param at when it was signed, in milliseconds since 1970
 * @param isNoted whether a ticket was among those of a registration that has started the workflow
 */
export function isPartOfRegistration({ type, data }: Delivery, at: number, isNoted: (ticket: string) => boolean): boolean {
	if (type !== 'ticket.registered' || !isObject(data)) return false;
	const { registered_at: registered, event_ticket: ticket } = data;
	if (isObject(ticket) && isNoted(`ticket ${String(ticket.id)}`)) return true;
	return typeof registered === 'string' && Math.abs(at - Date.parse(registered)) <= SECONDS;
}

/** About a delivery, beside what it says. */
export interface Circumstances {
	/** All that it is, of what was chosen: Luma's type and what the node tells from it. */
	types: string[];
	/** Whether to name them all. */
	several: boolean;
	deliveryId: string | null;
	/** When it was signed, in milliseconds since 1970. */
	signed: number;
	/** simplified, data, or delivery. */
	output: string;
}

/** The item that starts the workflow. */
export function itemOf({ type, data }: Delivery, { types, several, deliveryId, signed, output }: Circumstances): INodeExecutionData {
	const own = { type: types[0], ...(several && { types }), deliveryId, deliveredAt: new Date(signed).toISOString() };
	if (output === 'delivery' || !isObject<IDataObject>(data)) return { json: { ...own, data: data as IDataObject } };
	return { json: { ...own, ...(output === 'simplified' ? simplified(type, data) : data), ...own } };
}
