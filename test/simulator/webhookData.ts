import type { GuestRecord } from './records';
import { calendarId, type StoredEvent } from './store';
import { calendar, commonEvent, descriptions, eventUrl, guestDetail, locationType } from './views';

/** An event as webhooks carry it. */
export function eventData({ fields }: StoredEvent) {
	const { coordinate } = fields;
	return {
		...commonEvent(fields),
		...descriptions(fields),
		user_id: fields.user_id,
		meeting_url: fields.meeting_url,
		location_type: locationType(fields),
		location_visibility: fields.location_visibility,
		cover_url: fields.cover_url,
		registration_questions: fields.registration_questions,
		visibility: fields.visibility,
		waitlist_status: fields.waitlist_status,
		feedback_email: fields.feedback_email,
		geo_latitude: coordinate && String(coordinate.latitude),
		geo_longitude: coordinate && String(coordinate.longitude),
		tags: fields.tags,
	};
}

/** What calendar.event.added carries: less than an event, in one form for Luma's and one for external ones. */
export function calendarEventData({ fields }: StoredEvent) {
	const { id, name, start_at, end_at, timezone } = fields;
	const common = { platform: fields.platform, id, api_id: id, name, url: eventUrl(fields), start_at, end_at, timezone };
	if (fields.platform === 'external') return { ...common, host_name: fields.external_host ?? null };
	return {
		...common,
		cover_url: fields.cover_url,
		calendar: fields.calendar_id === calendarId ? calendar : null,
		hosts: fields.hosts.map((one) => ({ id: one.id, name: one.name, avatar_url: one.avatar_url })),
	};
}

/** A guest as webhooks carry it. @param extra what the type adds, such as event_ticket */
export function guestData(stored: StoredEvent, guest: GuestRecord, extra: object = {}) {
	const withApiId = <T extends { id: string }>(one: T) => ({ ...one, api_id: one.id });
	return {
		...guestDetail(guest),
		event_tickets: guest.event_tickets.map(withApiId),
		event_ticket_orders: guest.event_ticket_orders.map(withApiId),
		custom_source: null,
		event: eventData(stored),
		...extra,
	};
}
