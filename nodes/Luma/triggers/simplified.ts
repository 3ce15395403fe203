import type { IDataObject } from 'n8n-workflow';
import { simpleContact } from '../simplified/contact';
import { simpleEvent } from '../simplified/event';
import { simpleGuest } from '../simplified/guest';
import { pick } from '../simplified/pick';
import { isObject } from '../values/object';
import { onTheClockOf } from '../values/dateTime';

/** First and last name. Where Luma has the whole name alone, its last word counts as the last name. */
function namesOf({ user_name: name, user_first_name: first, user_last_name: last }: IDataObject): IDataObject {
	if (first || last || typeof name !== 'string') return pick({}, { user_first_name: first, user_last_name: last }, ['user_first_name', 'user_last_name']);
	const words = name.trim().split(/\s+/);
	return { user_first_name: words.slice(0, Math.max(1, words.length - 1)).join(' ') || null, user_last_name: words.length > 1 ? words[words.length - 1] : null };
}

/** What a person who fills in a message needs of an event, beside a guest of it. */
function aboutEvent(event: unknown): IDataObject {
	if (!isObject<IDataObject>(event)) return {};
	const { id, name, start_at, timezone, url } = event;
	const start = start_at === undefined ? undefined : (onTheClockOf(start_at, timezone) as string);
	return pick({}, { event_id: id, event_name: name, event_start_at: start, event_timezone: timezone, event_url: url }, ['event_id', 'event_name', 'event_start_at', 'event_timezone', 'event_url']);
}

/**
 * A guest as the Luma node's Get Many gives it with Simplify, with first and last name and the event; of a bought ticket and a refund
 * those too.
 */
export function simpleGuestOf(guest: IDataObject, event: unknown = guest.event): IDataObject {
	// Of a guest of a list Luma has no orders.
	const { user_name, ...simple } = simpleGuest({ ...guest, event_ticket_orders: undefined });
	return { user_name, ...namesOf({ ...guest, user_name }), ...simple, ...aboutEvent(event), ...pick({}, guest, ['event_ticket', 'refund']) };
}

/** A contact; Luma's deliveries have its name in a user of its own. */
export const simpleContactOf = (contact: IDataObject): IDataObject => simpleContact(isObject<IDataObject>(contact.user) ? { ...contact.user, ...contact } : contact);

/** What a delivery of a type is about, with the fields that people use. Of a type that is not known yet, all of them. */
export function simplified(type: string, data: IDataObject): IDataObject {
	if (/^(guest|ticket)\./.test(type)) return simpleGuestOf(data);
	if (/^(calendar\.)?event\./.test(type)) return pick(simpleEvent(data), data, ['platform', 'host_name']);
	if (/^calendar\.person\./.test(type)) return simpleContactOf(data);
	return data;
}
