import { DateTime, Interval } from 'luxon';
import { calendarId, calendarSlug, host, type StoredEvent } from './store';
import type { CalendarRecord, EventFields, GuestRecord } from './records';

/** What Luma answers, made from what the simulator holds. Field by field after Luma's OpenAPI document. */

export const self = { ...host };

export const calendar: CalendarRecord = {
	id: calendarId,
	name: 'Simulator Calendar',
	slug: calendarSlug,
	avatar_url: null,
	url: `https://luma.com/${calendarSlug}`,
	description: 'A made-up calendar',
	social_image_url: null,
	cover_image_url: null,
	is_personal: false,
	location: {
		city: 'Berlin',
		region: null,
		country: 'Germany',
		country_code: 'DE',
		timezone: 'Europe/Berlin',
	},
	coordinate: { longitude: 13.4, latitude: 52.52 },
	instagram_handle: null,
	twitter_handle: null,
	youtube_handle: null,
	website: 'https://calendar.example.com',
};

/** An entry of calendars/events/list. The descriptions are only in events/get. */
export function eventListEntry(stored: StoredEvent) {
	const { fields } = stored;
	const extras = { tags: fields.tags, submitted_by: fields.submitted_by };
	if (fields.platform === 'external') return { ...externalEvent(fields), ...extras };
	if (fields.access === 'view') return { ...publicEvent(stored), access: 'view', ...extras };
	return { ...publicEvent(stored), ...managedEvent(fields), access: 'manage', ...extras };
}

/** An entry of organizations/events/list. */
export const managedEventEntry = (stored: StoredEvent, calendars: CalendarRecord[]) => ({
	...publicEvent(stored),
	...managedEvent(stored.fields),
	// Deprecated, and required by the document all the same.
	api_id: stored.fields.id,
	user_api_id: stored.fields.user_id,
	calendar_api_id: stored.fields.calendar_id,
	zoom_meeting_url: stored.fields.meeting_url,
	geo_latitude: stored.fields.coordinate && String(stored.fields.coordinate.latitude),
	geo_longitude: stored.fields.coordinate && String(stored.fields.coordinate.longitude),
	access: 'manage',
	managing_calendars: calendars.filter(({ id }) => id === stored.fields.calendar_id).map((one) => ({ ...one, status: 'approved' })),
});

/** The answer of events/get. */
export function eventDetail(stored: StoredEvent) {
	const { fields, guests } = stored;
	const manages = fields.access === 'manage';
	return {
		...publicEvent(stored),
		...(manages
			? { ...managedEvent(fields), guest_counts: guests.counts() }
			: { meeting_url: null, feedback_email: { enabled: false } }),
		...descriptions(fields),
		access: fields.access,
		hosts: fields.hosts,
	};
}

export function descriptions({ description_md }: EventFields) {
	return { description: description_md.replace(/[*_#`>]/g, ''), description_md };
}

/** Duration in ISO 8601, in days, hours and minutes of clock-independent length. */
function duration({ start_at, end_at }: EventFields): string {
	const interval = Interval.fromDateTimes(
		DateTime.fromISO(start_at, { zone: 'utc' }),
		DateTime.fromISO(end_at, { zone: 'utc' }),
	);
	return interval.toDuration(['days', 'hours', 'minutes']).rescale().toISO() ?? 'PT0S';
}

export const eventUrl = (fields: EventFields) =>
	fields.external_url ?? `https://luma.com/${encodeURIComponent(fields.slug)}`;

/** The fields that every kind of event has. */
export function commonEvent(fields: EventFields) {
	return {
		platform: fields.platform,
		id: fields.id,
		calendar_id: fields.calendar_id,
		start_at: fields.start_at,
		duration_interval: duration(fields),
		end_at: fields.end_at,
		created_at: fields.created_at,
		timezone: fields.timezone,
		name: fields.name,
		geo_address_json: fields.geo_address_json,
		coordinate: fields.coordinate,
		url: eventUrl(fields),
	};
}

const externalEvent = (fields: EventFields) => ({
	...commonEvent(fields),
	host: fields.external_host ?? null,
});

function publicEvent(stored: StoredEvent) {
	const { fields } = stored;
	const [defaultType] = stored.ticketTypes;
	return {
		...commonEvent(fields),
		user_id: fields.user_id,
		cover_url: fields.cover_url,
		visibility: fields.visibility,
		location_type: locationType(fields),
		location_visibility: fields.location_visibility,
		waitlist_status: fields.waitlist_status,
		registration_open: fields.registration_open,
		require_approval: defaultType.require_approval,
		spots_remaining: spotsRemaining(stored),
		display_price:
			defaultType.type === 'paid'
				? {
						amount: defaultType.cents ?? defaultType.min_cents ?? 0,
						currency: defaultType.currency ?? 'usd',
						is_flexible: defaultType.is_flexible,
					}
				: null,
	};
}

const managedEvent = (fields: EventFields) => ({
	meeting_url: fields.meeting_url,
	registration_questions: fields.registration_questions,
	feedback_email: fields.feedback_email,
	max_capacity: fields.max_capacity,
	can_register_for_multiple_tickets: fields.can_register_for_multiple_tickets,
});

function spotsRemaining({ fields, guests }: StoredEvent): number | null {
	if (fields.max_capacity === null) return null;
	return Math.max(0, fields.max_capacity - guests.counts().approved.tickets);
}

const meetingHosts: Array<[RegExp, string]> = [
	[/(^|\.)zoom\.us$/, 'zoom'],
	[/^meet\.google\.com$/, 'meet'],
	[/(^|\.)(youtube\.com|youtu\.be)$/, 'youtube'],
	[/(^|\.)twitch\.tv$/, 'twitch'],
	[/(^|\.)(twitter|x)\.com$/, 'twitter'],
	[/(^|\.)discord\.(com|gg)$/, 'discord'],
];

export function locationType({ geo_address_json, meeting_url }: EventFields): string {
	if (geo_address_json) return 'offline';
	if (!meeting_url) return 'missing';
	if (!URL.canParse(meeting_url)) return 'unknown';
	const { hostname } = new URL(meeting_url);
	return meetingHosts.find(([pattern]) => pattern.test(hostname))?.[1] ?? 'unknown';
}

/** An entry of guests/list: a guest without its orders. */
export function guestListEntry({ key, mails, event_ticket_orders, ...entry }: GuestRecord) {
	void [key, mails, event_ticket_orders];
	return entry;
}

/** The answer of guests/get. */
export function guestDetail({ key, mails, ...guest }: GuestRecord) {
	void [key, mails];
	return guest;
}
