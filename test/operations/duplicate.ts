import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seed } from '../simulator';
import { byId, failing, get, post, type Case, type Cases, type Exchange } from './parts/case';
import { wholeEvent } from './parts/answers';
import { create } from './event';
import type { Sample } from './parts/sample';

const event_id = 'evt-1';
const id = 'evt-2';
const NOT_COPIED = 'blasts, color, coupons, font, guest list setting, guests, hosts, name requirement, phone number requirement, reminder setting, slug, tags, theme';

/** What Luma answers of a ticket type beside its name. */
const free: IDataObject = { type: 'free', require_approval: false, is_hidden: false, description: null, valid_start_at: null, valid_end_at: null, max_capacity: null, cents: null, currency: null, is_flexible: false, min_cents: null };
const standard = { id: 'ttype-1', name: 'Standard', ...free };
const seat = { id: 'ttype-2', name: 'Seat', ...free, type: 'paid', is_hidden: true, description: 'All days', valid_start_at: '2027-06-01', valid_end_at: '2027-06-14', max_capacity: 10, cents: 5000, currency: 'eur' };
const sentSeat = { name: 'Seat', type: 'paid', require_approval: false, description: 'All days', max_capacity: 10, cents: 5000, currency: 'eur', is_flexible: false, is_hidden: true, valid_start_at: '2027-07-01', valid_end_at: '2027-07-14' };

const reading = (event: IDataObject = wholeEvent, ticketTypes: IDataObject[] = [standard]): Exchange[] => [
	get('/v1/events/get', { event_id }, event),
	get('/v1/events/ticket-types/list', { event_id, include_hidden: 'true' }, { entries: ticketTypes }),
];

/** A month later, at the same time: nobody counts the guests of a new event. */
const made = {
	name: 'Summer Conference',
	start_at: '2027-07-15T09:00:00+02:00',
	end_at: '2027-07-15T11:00:00+02:00',
	timezone: 'Europe/Berlin',
	description_md: '## What to expect',
	geo_address_json: { type: 'manual', address: 'Hall, Example Street 1, Berlin' },
	visibility: 'public',
	max_capacity: 100,
	ticket_types: [{ name: 'Standard', type: 'free', require_approval: false }],
};

/** An address that says its city alone, and what goes out without it. */
const nowhere = { address: '', city: 'Berlin', region: null, country: null, city_state: null, full_address: null, google_maps_place_id: null, apple_maps_place_id: null, description: null };
const placeless = Object.fromEntries(Object.entries(made).filter(([name]) => name !== 'geo_address_json')) as IDataObject;

const copy: IDataObject = { ...wholeEvent, id, start_at: '2027-07-15T07:00:00.000Z', end_at: '2027-07-15T09:00:00.000Z' };
const plainCopy: IDataObject = {
	name: 'Summer Conference',
	start_at: '2027-07-15T09:00:00+02:00',
	end_at: '2027-07-15T11:00:00+02:00',
	timezone: 'Europe/Berlin',
	location: 'Hall, Example Street 1, Berlin',
	url: 'https://luma.com/summer-conference',
	meeting_url: null,
	copied_from: event_id,
	not_copied: NOT_COPIED,
	id,
};
const readBack = get('/v1/events/get', { event_id: id }, copy);

const duplicating = (what: string, more: INodeParameters, sent: IDataObject = {}, read = reading()): Case => ({
	what,
	parameters: { eventId: byId(event_id), startAt: '2027-07-15T09:00:00', ...more },
	exchanges: [...read, post('/v1/events/create', { ...made, ...sent }, { id }), readBack],
	shared: 2,
	items: [plainCopy],
	timezone: 'America/New_York',
});

const leaving = (what: string, case_: Case, not_copied: string): Case => ({ ...case_, what, items: [{ ...plainCopy, not_copied }] });

const all: IDataObject = {
	can_register_for_multiple_tickets: true,
	coordinate: { longitude: 13.4, latitude: 52.52 },
	feedback_email: { enabled: false },
	location_visibility: 'guests-only',
	registration_open: false,
	waitlist_status: 'enabled',
	cover_url: 'https://images.lumacdn.com/event-covers/1.png',
};
const asked = { id: 'meal', label: 'Meal', required: true, question_type: 'dropdown', options: ['Vegan'] };

/** With ticket types of which Luma may leave something out, registration opens last. */
const closed = post('/v1/events/create', { ...made, ticket_types: [sentSeat], registration_open: false }, { id });
const left = (answered: IDataObject) => get('/v1/events/ticket-types/list', { event_id: id, include_hidden: 'true' }, { entries: [{ id: 'ttype-3', ...answered }] });
const mending = post('/v1/events/ticket-types/update', { event_ticket_type_id: 'ttype-3', description: 'All days', max_capacity: 10, cents: 5000, currency: 'eur', is_flexible: false, is_hidden: true, valid_start_at: '2027-07-01', valid_end_at: '2027-07-14' });
const opening = post('/v1/events/update', { event_id: id, registration_open: true });
const bare = { name: 'Seat', type: 'paid', require_approval: false };
const refused = (exchange: Exchange) => failing(exchange, { status: 400, body: { message: 'No', code: null } });
const lost = (exchange: Exchange) => failing(exchange, { status: 502, body: { message: 'Bad gateway', code: null } });
const selling = (what: string, further: Exchange[], missing?: string, event = wholeEvent): Case => ({
	...duplicating(what, {}),
	exchanges: [...reading(event, [seat]), closed, ...further, readBack],
	items: [{ ...plainCopy, ...(missing !== undefined && { warning: missing }) }],
});
const warning = (missing: string) => `The event was created with registration closed, but this is missing: ${missing}. Don't run the node again: check its ticket types with Ticket Type > Update, then turn on 'Registration Open' with Event > Update.`;

/** All that Create takes wins over what is copied. Their events have the ID of the new one. */
const bareEvent = { id: 'evt-0', name: 'Summer Conference', start_at: '2027-06-14T07:00:00.000Z', end_at: '2027-06-14T09:00:00.000Z', timezone: 'Europe/Berlin', visibility: 'public' };
const readBare = [get('/v1/events/get', { event_id: 'evt-0' }, bareEvent), get('/v1/events/ticket-types/list', { event_id: 'evt-0', include_hidden: 'true' }, { entries: [] })];
/** What is not copied, by what sets it anew. */
const ANEW: Record<string, string> = { tintColor: 'color', font: 'font', showGuestList: 'guest list setting', hosts: 'hosts', nameRequirement: 'name requirement', phoneNumberRequirement: 'phone number requirement', sendReminders: 'reminder setting', slug: 'slug', eventTags: 'tags', theme: 'theme' };
const likeCreate = create
	.filter(({ parameters }) => parameters.additionalFields !== undefined)
	.map(({ parameters: { additionalFields }, exchanges, items, ...rest }): Case => {
		const anew = Object.keys(additionalFields as object).map((field) => ANEW[field]);
		const from = { copied_from: 'evt-0', not_copied: NOT_COPIED.split(', ').filter((what) => !anew.includes(what)).join(', ') };
		return {
			...rest,
			parameters: { eventId: byId('evt-0'), startAt: '2027-06-15T09:00:00+02:00', additionalFields },
			exchanges: exchanges.length === 0 ? [] : [...readBare, ...exchanges.map((one) => (one.path === '/v1/events/create' ? { ...one, body: { end_at: '2027-06-15T11:00:00+02:00', ...(one.body as IDataObject) } } : one))],
			items: items.map((item) => Object.fromEntries(Object.entries({ ...item, ...from }).filter(([name]) => !['description_md', 'guest_counts'].includes(name)))),
		};
	});

const duplicate: Case[] = [
	// The name first, for it is what differs from request to request.
	{ ...duplicating('with a name', {}), parameters: { additionalFields: { eventName: 'Summer Conference' }, eventId: byId(event_id), startAt: '2027-07-15T09:00:00+02:00' } },
	duplicating('with what is required', {}),
	...likeCreate,
	duplicating('at a time with an offset', { startAt: '2027-07-15T07:00:00Z' }, { start_at: '2027-07-15T07:00:00Z' }),
	duplicating('under another name', { additionalFields: { eventName: 'Autumn Conference' } }, { name: 'Autumn Conference' }),
	duplicating('with an end', { additionalFields: { endAt: '2027-07-15T18:00:00' } }, { end_at: '2027-07-15T18:00:00+02:00' }),
	duplicating('with a meeting URL', { additionalFields: { meetingUrl: 'https://zoom.us/j/2' } }, { meeting_url: 'https://zoom.us/j/2' }, reading({ ...wholeEvent, meeting_url: 'https://zoom.us/j/1' })),
	...['members-only', 'private', 'public'].map((visibility) => duplicating(`visible: ${visibility}`, { additionalFields: { visibility } }, { visibility })),
	duplicating('with all of its settings', {}, all, reading({ ...wholeEvent, ...all })),
	duplicating('at a place of Google Maps', {}, { geo_address_json: { type: 'google', place_id: 'place-1', description: 'Second floor' } }, reading({ ...wholeEvent, geo_address_json: { address: 'Hall', google_maps_place_id: 'place-1', description: 'Second floor' } })),
	duplicating('with its questions', {}, { registration_questions: [asked] }, reading({ ...wholeEvent, registration_questions: [{ ...asked, source: { type: 'calendar' } }] })),
	duplicating('over the day when the clocks change', { startAt: '2027-10-30T22:00:00' }, { start_at: '2027-10-30T22:00:00+02:00', end_at: '2027-11-01T00:00:00+01:00' }, reading({ ...wholeEvent, end_at: '2027-06-16T09:00:00.000Z' })),
	leaving('without its meeting URL', duplicating('', {}, {}, reading({ ...wholeEvent, meeting_url: 'https://zoom.us/j/1' })), NOT_COPIED.replace('name req', 'meeting URL, name req')),
	leaving('without an address that has no words', { ...duplicating('', {}), exchanges: [...reading({ ...wholeEvent, geo_address_json: nowhere }), post('/v1/events/create', placeless, { id }), readBack] }, `address, ${NOT_COPIED}`),
	leaving('without a cover from elsewhere', duplicating('', {}, {}, reading({ ...wholeEvent, cover_url: 'https://example.com/1.png' })), NOT_COPIED.replace('font', 'cover, font')),
	selling('a paid ticket type that Luma takes whole', [left(sentSeat), opening]),
	selling('a paid ticket type that Luma takes in part', [left(bare), mending, opening]),
	selling('with registration that stays closed', [left(sentSeat)], undefined, { ...wholeEvent, registration_open: false }),
	selling('a ticket type that is not mended, so registration stays closed', [left(bare), refused(mending)], warning('settings of the ticket type "Seat" (No)')),
	selling('answers that are lost on the way, of what can be set again', [left(bare), lost(mending), mending, lost(opening), lost(opening), opening]),
	selling('registration that does not open', [left(sentSeat), refused(opening)], warning('opening registration (No)')),
	{ ...duplicating('giving the ID', { options: { returnIdOnly: true } }), exchanges: duplicating('', {}).exchanges.slice(0, -1), items: [{ copied_from: event_id, not_copied: NOT_COPIED, id }] },
	duplicating('giving the event', { options: { returnIdOnly: false } }),
	duplicating('simplified', { simplify: true }),
	{ ...duplicating('as Luma answers it', { simplify: false }), items: [{ ...copy, copied_from: event_id, not_copied: NOT_COPIED }] },
];

const { paid } = seed.events;

export const cases: Cases = { event: { duplicate } };

export const samples: Sample[] = [
	{
		resource: 'event',
		operation: 'duplicate',
		decides: '/v1/events/create',
		parameters: { eventId: byId(paid), startAt: '2027-05-20T15:00:00', additionalFields: { eventName: 'Paid Workshop, Again' } },
		sent: [
			get('/v1/events/get', { event_id: paid }),
			get('/v1/events/ticket-types/list', { event_id: paid, include_hidden: 'true' }),
			post('/v1/events/create', {
				name: 'Paid Workshop, Again',
				start_at: '2027-05-20T15:00:00+02:00',
				end_at: '2027-05-20T19:00:00+02:00',
				timezone: 'Europe/Berlin',
				description_md: 'Bring a laptop.',
				can_register_for_multiple_tickets: true,
				geo_address_json: { type: 'google', place_id: 'place-simulator-hall', description: 'Entrance on the left' },
				max_capacity: 60,
				cover_url: 'https://images.lumacdn.com/event-covers/simulator/paid.png',
				feedback_email: { enabled: false },
				location_visibility: 'public',
				registration_open: false,
				registration_questions: [],
				ticket_types: [{ name: 'Seat', type: 'paid', require_approval: false, cents: 5000, currency: 'eur', is_flexible: false }],
				visibility: 'public',
				waitlist_status: 'disabled',
			}),
			get('/v1/events/ticket-types/list', { event_id: 'evt-new-1', include_hidden: 'true' }),
			post('/v1/events/update', { event_id: 'evt-new-1', registration_open: true }),
			get('/v1/events/get', { event_id: 'evt-new-1' }),
		],
		items: () => [{ id: 'evt-new-1', name: 'Paid Workshop, Again', start_at: '2027-05-20T15:00:00+02:00', end_at: '2027-05-20T19:00:00+02:00', copied_from: paid }],
	},
];
