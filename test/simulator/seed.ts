import { DateTime } from 'luxon';
import { calendarId, host, type Store } from './store';
import { calendar } from './views';
import type { Address, BlastRecord, WebhookRecord } from './records';
import { YEAR } from './year';

/** Ids of the seed, for tests and the demo. */
export const seed = {
	events: {
		/** 1,234 guests of all six statuses, with questions and three ticket types. */
		conference: 'evt-conference',
		/** A paid ticket type; captured tickets, orders, a coupon. */
		paid: 'evt-paid',
		membersOnly: 'evt-members',
		past: 'evt-past',
		/** A pending submission to the calendar. */
		pending: 'evt-pending',
		/** On another platform. */
		external: 'evt-external',
		/** In New York, over the night in which the clocks go forward. */
		clockChange: 'evt-clock-change',
		/** Listed by the calendar, managed by another one. */
		listed: 'evt-listed',
		/** On the second calendar of the organization. */
		ofSecond: 'evt-of-second',
	},
	ticketTypes: {
		standard: 'ttype-standard',
		workshop: 'ttype-workshop',
		speaker: 'ttype-speaker',
		paid: 'ttype-paid',
	},
	/** Of the organization, beside the one that the calendar key is for. */
	calendars: { second: 'cal-second' },
	blasts: { scheduled: 'ep-reminder', sent: 'ep-welcome', underReview: 'ep-review' },
	tags: { newsletter: 'tag-newsletter', vip: 'tag-vip', conference: 'tag-conference', meetup: 'tag-meetup' },
	/** Registered only where somebody asks for it. */
	webhook: { id: 'wh-crm', url: 'https://crm.example.com/luma', event_types: ['guest.registered'], status: 'paused', secret: 'whsec_of_the_simulator', created_at: '2026-10-01T08:00:00.000Z' } as WebhookRecord,
	contacts: { first: 'usr-1', member: 'usr-2', second: 'usr-3' },
	/** Guests of the conference, and of the paid event where the name says so. */
	guests: {
		approved: 'gst-conference-1',
		checkedIn: 'gst-conference-2',
		pendingApproval: 'gst-conference-4',
		invited: 'gst-conference-6',
		withoutName: 'gst-conference-7',
		declined: 'gst-conference-9',
		waitlist: 'gst-conference-11',
		session: 'gst-conference-16',
		paid: 'gst-paid-1',
		paidWithCoupon: 'gst-paid-3',
	},
} as const;

const meetups = 120;
const contacts = 150;
const created = '2026-10-01T08:00:00.000Z';
const day = 24 * 60 * 60_000;

const berlin: Address = {
	address: 'Simulator Hall',
	city: 'Berlin',
	region: 'Berlin',
	country: 'Germany',
	city_state: 'Berlin, Berlin',
	full_address: 'Simulator Hall, Example Street 1, 10115 Berlin, Germany',
	google_maps_place_id: 'place-simulator-hall',
	apple_maps_place_id: null,
	description: 'Entrance on the left',
};

/** An hour before the Sunday on which the clocks go forward in New York, the second one of March. */
export const clockChange = DateTime.fromObject({ year: YEAR, month: 3, day: 8 }, { zone: 'America/New_York' }).endOf('week').startOf('day').minus({ hours: 1 });

/** The same data each time but for the year. */
export function fillWithSeed(store: Store): void {
	const { events, ticketTypes } = seed;
	store.addCalendar(calendar);
	store.addCalendar({ id: seed.calendars.second, name: 'Second Calendar', slug: 'second-calendar' });
	store.addEvent({
		id: events.conference,
		slug: 'summer-conference',
		name: 'Summer Conference',
		description_md: 'Two days of **talks** and workshops.',
		created_at: created,
		start_at: `${YEAR}-06-15T07:00:00.000Z`,
		end_at: `${YEAR}-06-16T16:00:00.000Z`,
		geo_address_json: berlin,
		coordinate: { longitude: 13.4, latitude: 52.52 },
		max_capacity: 1500,
		waitlist_status: 'enabled',
		feedback_email: { enabled: true, delay: 'PT2H' },
		hosts: [host, { id: 'usr-door', email: 'door@example.com', name: 'Door Keeper', first_name: 'Door', last_name: 'Keeper', avatar_url: host.avatar_url }],
		tags: [{ id: 'tag-conference', name: 'Conference' }],
		guests: 1234,
		ticketTypes: [
			{ id: ticketTypes.standard, name: 'Standard', require_approval: true },
			{ id: ticketTypes.workshop, name: 'Workshop', description: 'Talks and one workshop' },
			{ id: ticketTypes.speaker, name: 'Speaker', is_hidden: true },
		],
		registration_questions: [
			{ id: 'question-topic', label: 'Favourite topic', required: false, question_type: 'text' },
			{
				id: 'question-meal',
				label: 'Meal',
				required: true,
				question_type: 'dropdown',
				options: ['Vegan', 'Vegetarian', 'Anything'],
			},
			{ id: 'question-conduct', label: 'Code of conduct', required: true, question_type: 'agree-check' },
		],
	});
	store.addEvent({
		id: events.paid,
		slug: 'paid-workshop',
		name: 'Paid Workshop',
		description_md: 'Bring a laptop.',
		created_at: created,
		start_at: `${YEAR}-04-20T13:00:00.000Z`,
		end_at: `${YEAR}-04-20T17:00:00.000Z`,
		geo_address_json: berlin,
		max_capacity: 60,
		can_register_for_multiple_tickets: true,
		guests: 40,
		ticketTypes: [
			{ id: ticketTypes.paid, name: 'Seat', type: 'paid', cents: 5000, currency: 'eur' },
		],
	});
	store.addEvent({
		id: events.membersOnly,
		slug: 'members-evening',
		name: 'Members Evening',
		created_at: created,
		start_at: `${YEAR}-05-06T16:30:00.000Z`,
		end_at: `${YEAR}-05-06T19:00:00.000Z`,
		visibility: 'members-only',
		location_visibility: 'guests-only',
		meeting_url: 'https://zoom.us/j/1234567890',
		guests: 8,
	});
	store.addEvent({
		id: events.past,
		slug: 'autumn-talks',
		name: 'Autumn Talks',
		created_at: '2025-08-01T08:00:00.000Z',
		start_at: '2025-09-10T16:00:00.000Z',
		end_at: '2025-09-10T18:00:00.000Z',
		registration_open: false,
		guests: 30,
	});
	store.addEvent({
		id: events.pending,
		slug: 'submitted-hackathon',
		name: 'Submitted Hackathon',
		created_at: created,
		start_at: `${YEAR}-07-03T08:00:00.000Z`,
		end_at: `${YEAR}-07-04T16:00:00.000Z`,
		status: 'pending',
		submitted_by: { ...host, id: 'usr-submitter', name: null, first_name: null, last_name: null, email: 'submitter@example.com' },
	});
	store.addEvent({
		id: events.external,
		name: 'External Fair',
		created_at: created,
		start_at: `${YEAR}-05-20T09:00:00.000Z`,
		end_at: `${YEAR}-05-20T15:00:00.000Z`,
		platform: 'external',
		external_url: 'https://events.example.com/external-fair',
		external_host: 'Fair Organisers',
	});
	store.addEvent({
		id: events.clockChange,
		slug: 'night-run',
		name: 'Night Run',
		created_at: created,
		start_at: clockChange.toUTC().toISO()!,
		end_at: clockChange.plus({ hours: 5 }).toUTC().toISO()!,
		timezone: 'America/New_York',
		guests: 5,
	});
	store.addEvent({
		id: events.listed,
		slug: 'neighbour-party',
		name: 'Neighbour Party',
		calendar_id: 'cal-neighbour',
		created_at: created,
		start_at: `${YEAR}-08-01T15:00:00.000Z`,
		end_at: `${YEAR}-08-01T18:00:00.000Z`,
		access: 'view',
	});
	store.addEvent({
		id: events.ofSecond,
		slug: 'second-opening',
		name: 'Second Opening',
		calendar_id: seed.calendars.second,
		created_at: created,
		start_at: `${YEAR + 1}-09-04T15:00:00.000Z`,
		end_at: `${YEAR + 1}-09-04T18:00:00.000Z`,
	});
	const coupon = (code: string, percent_off: number) => ({ id: `coupon-${code.toLowerCase()}`, code, remaining_count: 10, valid_start_at: null, valid_end_at: null, percent_off, cents_off: null, currency: null, event_ticket_type_id: null });
	store.coupons.set(undefined, [coupon('CALENDAR10', 10)]);
	store.coupons.set(events.paid, [coupon('SUMMER20', 20), coupon('FRIENDS', 50)]);
	const blast = (id: string, subject: string, more: Partial<BlastRecord>): BlastRecord => ({
		id,
		event_id: events.conference,
		created_at: Date.parse(created),
		subject,
		content_md: `${subject}: see you there`,
		status: 'sent',
		scheduled_for: null,
		sent_at: created,
		recipient_groups: [{ status: 'approved' }],
		recipient_count: 600,
		email_open_count: 412,
		sender: { type: 'user', name: host.name },
		...more,
	});
	const notSent = { sent_at: null, recipient_count: null, email_open_count: null };
	store.blasts.push(
		blast(seed.blasts.sent, 'Welcome', {}),
		blast(seed.blasts.underReview, 'Win a prize', { status: 'quarantined', ...notSent }),
		blast(seed.blasts.scheduled, 'Three days to go', { status: 'scheduled', scheduled_for: `${YEAR}-06-12T07:00:00.000Z`, ...notSent }),
	);
	store.tags.contact.push({ id: seed.tags.newsletter, name: 'Newsletter', color: 'blue' }, { id: seed.tags.vip, name: 'VIP', color: 'red' });
	store.tags.event.push({ id: seed.tags.conference, name: 'Conference', color: 'green' }, { id: seed.tags.meetup, name: 'Meetup', color: 'orange' });
	for (let number = 1; number <= contacts; number++) {
		store.addContact({
			id: `usr-${number}`,
			email: `guest${number}@example.com`,
			name: number % 7 === 0 ? null : `Guest ${number}`,
			created_at: new Date(Date.parse(created) + number * 60_000).toISOString(),
			event_approved_count: number % 4,
			event_checked_in_count: number % 3,
			revenue_usd_cents: number % 5 === 0 ? 5000 : 0,
			tags: number % 3 === 0 ? [{ id: seed.tags.newsletter, name: 'Newsletter' }] : [],
			membership: number === 2 ? { status: 'approved', calendar_membership_tier_id: 'memt-free' } : null,
		});
	}
	store.addContact({ id: 'usr-former', email: 'former@example.com', name: 'Former Guest', state: 'removed' });
	for (let number = 1; number <= meetups; number++) {
		const start = Date.parse(`${YEAR}-01-05T18:00:00.000Z`) + number * day;
		store.addEvent({
			id: `evt-meetup-${number}`,
			slug: `meetup-${number}`,
			name: `Meetup ${number}`,
			calendar_id: calendarId,
			created_at: created,
			start_at: new Date(start).toISOString(),
			end_at: new Date(start + 2 * 60 * 60_000).toISOString(),
			guests: number % 6,
		});
	}
}
