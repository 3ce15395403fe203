import { badRequest } from '../errors';
import { createEvent, updateEvent } from '../eventSchema';
import { route } from '../route';
import { filled, flag, parameters } from '../schemas';
import type { Store, StoredEvent } from '../store';
import { checkTicketType, knownFields } from '../ticketTypeSchema';
import type { Address, EventFields, TicketType } from '../records';
import { eventDetail } from '../views';

export type AddressInput =
	| { type: 'manual'; address: string }
	| { type: 'google'; place_id: string; description?: string | null };

type EventParameters = Partial<Omit<EventFields, 'geo_address_json'>> & {
	geo_address_json?: AddressInput;
	tint_color?: string;
	[setting: string]: unknown;
};

type CreateEvent = EventParameters & {
	ticket_types?: Array<Partial<TicketType>>;
	create_meeting?: 'zoom' | 'google-meet';
};

type UpdateEvent = EventParameters & {
	event_id: string;
	suppress_notifications?: boolean;
	suppress_email?: boolean;
};

const hour = 60 * 60_000;
const cancellationLastsMs = 15 * 60_000;
/** Taken and never answered. */
const settings = [
	'name_requirement',
	'phone_number_requirement',
	'reminders_disabled',
	'show_guest_list',
	'tint_color',
	'font',
	'theme',
];
const meetings = { zoom: 'https://zoom.us/j/', 'google-meet': 'https://meet.google.com/' };

export const eventRoutes = [
	route<{ event_id: string }>(
		'GET',
		'/v1/events/get',
		parameters({ event_id: filled }, ['event_id']),
		({ store }, { event_id }) => eventDetail(store.event(event_id)),
	),

	route<CreateEvent>('POST', '/v1/events/create', createEvent, ({ store, emit }, given) => {
		const { ticket_types, create_meeting, ...rest } = given;
		const fields = fromParameters(rest);
		const id = store.newId('evt');
		const start = fields.start_at as string;
		fields.end_at ??= new Date(Date.parse(start) + hour).toISOString();
		if (create_meeting) fields.meeting_url = meetings[create_meeting] + id;
		check(store, id, { start_at: start, end_at: fields.end_at, slug: fields.slug });
		const ticketTypes = ticket_types?.map((type) => store.newTicketType(knownFields(type)));
		ticketTypes?.forEach(checkTicketType);
		const stored = store.addEvent({ ...fields, id, ticketTypes });
		emit.event('event.created', stored);
		return { id };
	}),

	route<UpdateEvent>('POST', '/v1/events/update', updateEvent, ({ store, emit }, given) => {
		const { event_id, suppress_notifications, suppress_email, ...rest } = given;
		const stored = store.managedEvent(event_id);
		const before = stored.fields;
		const fields = { ...before, ...fromParameters(rest) };
		fields.settings = { ...before.settings, ...fields.settings };
		check(store, event_id, fields);
		const isNews = (['name', 'start_at', 'end_at', 'geo_address_json'] as const).some(
			(name) => JSON.stringify(fields[name]) !== JSON.stringify(before[name]),
		);
		if (isNews && !suppress_notifications && !suppress_email) fields.update_mails += 1;
		stored.fields = fields;
		emit.event('event.updated', stored);
		return {};
	}),

	route<{ event_id: string }>(
		'POST',
		'/v1/events/cancel/request',
		parameters({ event_id: filled }, ['event_id']),
		({ store, now }, { event_id }) => {
			const stored = store.managedEvent(event_id);
			const token = store.newId('evtdel');
			stored.cancellation = { token, expiresAt: now() + cancellationLastsMs };
			return {
				cancellation_token: token,
				is_paid: isPaid(stored),
				guest_count: stored.guests.counts().approved.guests,
			};
		},
	),

	route<{ event_id: string; cancellation_token: string; should_refund?: boolean }>(
		'POST',
		'/v1/events/cancel',
		parameters({ event_id: filled, cancellation_token: filled, should_refund: flag }, [
			'event_id',
			'cancellation_token',
		]),
		({ store, now, emit }, { event_id, cancellation_token, should_refund }) => {
			const stored = store.managedEvent(event_id);
			const { token, expiresAt } = stored.cancellation ?? {};
			if (token !== cancellation_token) throw badRequest('cancellation_token is not valid.');
			if (now() > (expiresAt ?? 0)) throw badRequest('cancellation_token has expired.');
			if (isPaid(stored) && should_refund === undefined) {
				throw badRequest('should_refund is required for an event with paid guests.');
			}
			store.events.delete(event_id);
			emit.event('event.canceled', stored);
			return {};
		},
	),
];

function check(
	store: Store,
	id: string,
	{ start_at, end_at, slug }: { start_at: string; end_at: string; slug?: string },
): void {
	if (Date.parse(end_at) <= Date.parse(start_at)) throw badRequest('end_at must be after start_at.');
	const holder = slug === undefined ? undefined : store.slugHolder(slug);
	if (holder && holder !== id) throw badRequest(`slug ${JSON.stringify(slug)} is already taken.`);
}

const isPaid = ({ ticketTypes, guests }: StoredEvent) =>
	ticketTypes.some(({ type }) => type === 'paid') &&
	guests.all().some((guest) => guest.event_tickets.some((ticket) => ticket.is_captured && ticket.amount > 0));

function fromParameters(given: EventParameters): Partial<EventFields> {
	const { start_at, end_at, geo_address_json, ...rest } = given;
	const entries = Object.entries(rest);
	const [kept, plain] = [true, false].map((wanted) =>
		Object.fromEntries(entries.filter(([name]) => settings.includes(name) === wanted)),
	);
	if (given.tint_color) kept.tint_color = withoutAlpha(given.tint_color);
	return {
		...plain,
		...(start_at ? { start_at: new Date(start_at).toISOString() } : {}),
		...(end_at ? { end_at: new Date(end_at).toISOString() } : {}),
		...(geo_address_json ? { geo_address_json: toAddress(geo_address_json) } : {}),
		settings: kept,
	};
}

const withoutAlpha = (color: string) => color.slice(0, color.length < 7 ? 4 : 7);

export function toAddress(given: AddressInput): Address {
	const manual = given.type === 'manual';
	const address = manual ? given.address : `Place ${given.place_id}`;
	// Google knows where a place is; all that the simulator knows of are in Berlin.
	const [city, region, country, city_state] = manual ? [null, null, null, null] : ['Berlin', 'Berlin', 'Germany', 'Berlin, Berlin'];
	return {
		address,
		city,
		region,
		country,
		city_state,
		full_address: address,
		google_maps_place_id: manual ? null : given.place_id,
		apple_maps_place_id: null,
		description: manual ? null : (given.description ?? null),
	};
}
