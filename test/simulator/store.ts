import { LumaError, notFound } from './errors';
import { GuestBook } from './guestBook';
import { guestMaker, key } from './guestMaker';
import type { BlastRecord, CalendarRecord, ContactRecord, CouponRecord, EventFields, Message, Tag, TicketType, WebhookRecord } from './records';
import type { NewEvent } from './types';
import { YEAR } from './year';

export const calendarId = 'cal-simulator';
export const calendarSlug = 'simulator-calendar';

export const host = {
	id: 'usr-host',
	email: 'host@example.com',
	name: 'Simulator Host',
	first_name: 'Simulator',
	last_name: 'Host',
	avatar_url: 'https://images.lumacdn.com/avatars/simulator/host.png',
};

/** An admin as the lists of them answer one. */
export const adminOf = (id: string, email: string, name: string | null = null) => ({ id, name, avatar_url: host.avatar_url, email, first_name: name, last_name: null, api_id: id });

export interface StoredEvent {
	fields: EventFields;
	/** By position: the first is the default one. */
	ticketTypes: TicketType[];
	guests: GuestBook;
	cancellation?: { token: string; expiresAt: number };
}

/** All that the simulated calendar holds. */
export class Store {
	readonly events = new Map<string, StoredEvent>();
	readonly webhooks = new Map<string, WebhookRecord>();
	readonly contacts: ContactRecord[] = [];
	/** The same by email: there may be 100,000. */
	private readonly contactsByEmail = new Map<string, ContactRecord>();
	/** Files that were announced, by the end of the address that they are to be put to; with their size once they are there. */
	readonly uploads = new Map<string, { file_url: string; content_type: string; size?: number }>();
	/** In order of creation. */
	readonly blasts: BlastRecord[] = [];
	/** By event; those of the whole calendar under no event. */
	readonly coupons = new Map<string | undefined, CouponRecord[]>();
	/** The calendars of the organization; the first is the one that a calendar's key is for. */
	readonly calendars: CalendarRecord[] = [];
	/** By calendar: what Luma takes and never answers. */
	readonly calendarSettings = new Map<string, Record<string, unknown>>();
	/** What was to be mailed by a request that says so; mails that Luma sends anyway are counted with the guest. */
	readonly messages: Message[] = [];
	readonly admins = [adminOf(host.id, host.email, host.name)];
	readonly tags: Record<'contact' | 'event', Tag[]> = { contact: [], event: [] };
	private readonly numbers = new Map<string, number>();

	constructor(private readonly now: () => number) {}

	timestamp(): string {
		return new Date(this.now()).toISOString();
	}

	/** A fresh id such as evt-new-1. */
	newId(prefix: string): string {
		const number = (this.numbers.get(prefix) ?? 0) + 1;
		this.numbers.set(prefix, number);
		return `${prefix}-new-${number}`;
	}

	/** Adds a calendar to the organization. */
	addCalendar({ name, slug = null, ...more }: Partial<CalendarRecord> & { name: string }): CalendarRecord {
		const id = more.id ?? this.newId('cal');
		const made: CalendarRecord = {
			avatar_url: null,
			url: `https://luma.com/${slug ?? `calendar/${id}`}`,
			description: null,
			social_image_url: null,
			cover_image_url: null,
			is_personal: false,
			location: null,
			coordinate: null,
			instagram_handle: null,
			twitter_handle: null,
			youtube_handle: null,
			website: null,
			...more,
			id,
			name,
			slug,
		};
		this.calendars.push(made);
		return made;
	}

	/** A calendar of the organization. */
	calendar(id = calendarId): CalendarRecord {
		const found = this.calendars.find((one) => one.id === id);
		if (!found) throw notFound('Calendar', id);
		return found;
	}

	/** Whether an event stands on a calendar; what other calendars manage stands on the first one. */
	isOn({ fields: { calendar_id } }: StoredEvent, id = calendarId): boolean {
		const [, ...others] = this.calendars;
		return id === calendarId ? others.every((one) => one.id !== calendar_id) : calendar_id === id;
	}

	/** Adds a contact, or completes the one of that email. */
	addContact({ email, name = null, ...more }: Partial<ContactRecord> & { email: string }): ContactRecord {
		const known = this.contactsByEmail.get(email.toLowerCase());
		if (known) return Object.assign(known, { name: known.name ?? name, state: 'listed' });
		const id = more.id ?? this.newId('usr');
		const [first_name = null, ...rest] = name?.split(' ') ?? [];
		const contact: ContactRecord = {
			id,
			user_id: id,
			created_at: this.timestamp(),
			event_approved_count: 0,
			event_checked_in_count: 0,
			revenue_usd_cents: 0,
			tags: [],
			membership: null,
			name,
			avatar_url: 'https://images.lumacdn.com/avatars/simulator/contact.png',
			email,
			first_name,
			last_name: rest.join(' ') || null,
			state: 'listed',
			...more,
		};
		this.contacts.push(contact);
		this.contactsByEmail.set(email.toLowerCase(), contact);
		return contact;
	}

	/** A contact by ID or email; undefined where there is none, and where it is removed or blocked. */
	contact(name: string): ContactRecord | undefined {
		return this.contacts.find(({ id, email, state }) => state === 'listed' && (id === name || email.toLowerCase() === name.toLowerCase()));
	}

	/** A tag by ID or, in upper or lower case, by name. */
	tag(kind: 'contact' | 'event', given: string): Tag {
		const tag = this.tags[kind].find(({ id, name }) => id === given || name.toLowerCase() === given.toLowerCase());
		if (!tag) throw notFound('Tag', given);
		return tag;
	}

	addEvent({ guests = 0, ticketTypes, ...given }: NewEvent): StoredEvent {
		const id = given.id ?? this.newId('evt');
		const fields: EventFields = { ...defaultFields(id, this.timestamp()), ...given, id };
		const types = (ticketTypes ?? [{ id: `ttype-${key(id)}`, name: 'Standard' }]).map((type) =>
			this.newTicketType(type),
		);
		const stored: StoredEvent = {
			fields,
			ticketTypes: types,
			guests: new GuestBook(
				key(id),
				guests,
				guestMaker({
					eventId: id,
					createdAt: fields.created_at,
					// A copy: a change of the type leaves the tickets that were sold before as they are.
					ticketType: { ...types[0] },
					questions: fields.registration_questions,
				}),
			),
		};
		this.events.set(id, stored);
		return stored;
	}

	newTicketType(type: Partial<TicketType>): TicketType {
		return {
			name: 'Standard',
			type: 'free',
			require_approval: false,
			is_hidden: false,
			description: null,
			valid_start_at: null,
			valid_end_at: null,
			max_capacity: null,
			cents: null,
			currency: null,
			is_flexible: false,
			min_cents: null,
			...type,
			id: type.id ?? this.newId('ttype'),
		};
	}

	/** A Luma event by id; external ones have no page in the API but their list entry. */
	event(id: string): StoredEvent {
		const stored = this.events.get(id);
		if (!stored || stored.fields.platform === 'external') throw notFound('Event', id);
		return stored;
	}

	/** An event that the calendar may read the guests of and change. */
	managedEvent(id: string): StoredEvent {
		const stored = this.event(id);
		if (stored.fields.access !== 'manage') {
			throw new LumaError(403, `Your calendar does not manage event ${JSON.stringify(id)}.`);
		}
		return stored;
	}

	eventBySlug(slug: string): StoredEvent | undefined {
		for (const stored of this.events.values()) {
			if (stored.fields.platform === 'luma' && stored.fields.slug === slug) return stored;
		}
		return undefined;
	}

	/** Id of what has the slug: an event or the calendar. */
	slugHolder(slug: string): string | undefined {
		return slug === calendarSlug ? calendarId : this.eventBySlug(slug)?.fields.id;
	}

	ticketType(id: string): { stored: StoredEvent; type: TicketType } {
		for (const stored of this.events.values()) {
			const type = stored.ticketTypes.find((candidate) => candidate.id === id);
			if (type) return { stored, type };
		}
		throw notFound('Ticket type', id);
	}
}

function defaultFields(id: string, createdAt: string): EventFields {
	return {
		id,
		user_id: host.id,
		calendar_id: calendarId,
		start_at: `${YEAR}-09-01T10:00:00.000Z`,
		end_at: `${YEAR}-09-01T12:00:00.000Z`,
		created_at: createdAt,
		timezone: 'Europe/Berlin',
		name: `Event ${key(id)}`,
		description_md: '',
		geo_address_json: null,
		coordinate: null,
		meeting_url: null,
		location_visibility: 'public',
		cover_url: `https://images.lumacdn.com/event-covers/simulator/${key(id)}.png`,
		registration_questions: [],
		slug: key(id),
		visibility: 'public',
		waitlist_status: 'disabled',
		feedback_email: { enabled: false },
		hosts: [host],
		registration_open: true,
		max_capacity: null,
		can_register_for_multiple_tickets: false,
		tags: [],
		submitted_by: null,
		platform: 'luma',
		access: 'manage',
		status: 'approved',
		update_mails: 0,
		settings: {},
	};
}
