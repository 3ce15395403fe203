import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** What Luma delivers: nothing else is in the body (docs.luma.com, webhook pages). */
export interface Delivery {
	type: string;
	data: unknown;
}

const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

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

/**
 * The item that starts the workflow.
 * @param about the delivery's id, and when it was signed in milliseconds since 1970
 */
export function itemOf({ type, data }: Delivery, about: { deliveryId: string | null; signed: number; asDelivered: boolean }): INodeExecutionData {
	const own = { type, deliveryId: about.deliveryId, deliveredAt: new Date(about.signed).toISOString() };
	const fields = !about.asDelivered && isObject(data) ? data : { data: data as IDataObject };
	return { json: { ...own, ...fields, ...own } };
}
