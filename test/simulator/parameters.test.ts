import { seed } from './index';
import {
	simulator,
	send,
	post,
	guestsList,
	eventsList,
	seedEvents,
	oneEvent,
	useSimulator,
} from './testing';

const { conference } = seed.events;

useSimulator();

describe('paths and parameters', () => {
	it.each([
		['GET', '/v1/no/such', undefined, 404, 'There is no /v1/no/such.'],
		['POST', '/v1/events/get', '{}', 405, '/v1/events/get does not take POST.'],
		['GET', '/v1/events/get', undefined, 400, 'event_id is required.'],
		['GET', '/v1/events/get?event_id=evt-none', undefined, 404, 'Event "evt-none" was not found.'],
		['GET', `${guestsList}?event_id=${conference}&limit=5`, undefined, 400, 'limit is not a parameter'],
		['GET', `${guestsList}?event_id=${conference}&pagination_limit=ten`, undefined, 400, 'pagination_limit must be integer'],
		['GET', `${guestsList}?event_id=${conference}&pagination_limit=0`, undefined, 400, 'pagination_limit must be >= 1'],
		['GET', `${guestsList}?event_id=${conference}&approval_status=`, undefined, 400, 'approval_status must be one of: approved'],
		['GET', `${guestsList}?event_id=${conference}&pagination_cursor=made-up`, undefined, 400, 'pagination_cursor is not valid'],
		['GET', `${eventsList}?after=2027-06-01T10:00:00`, undefined, 400, 'after must be a date and time in ISO 8601 with Z or an offset'],
		['GET', `${eventsList}?after=2027-02-30T10:00:00Z`, undefined, 400, 'after must be a date and time'],
		['POST', '/v1/events/create', '{"name":', 400, 'The body is not valid JSON.'],
		['POST', '/v1/events/create', '[]', 400, 'The body must be object'],
	])('%s %s %s: %i', async (method, path, body, status, message) => {
		const answer = await send(method, path, body);
		expect(answer.status).toBe(status);
		expect(answer.body.code).toBeNull();
		expect(answer.body.message).toContain(message);
	});

	it.each([
		[{ timezone: 'Berlin' }, 'timezone must be an IANA time zone'],
		[{ start_at: '2027-10-01T18:00' }, 'start_at must be a date and time'],
		[{ end_at: '2027-10-01T16:00:00Z' }, 'end_at must be after start_at'],
		[{ slug: 'ab' }, 'slug must NOT have fewer than 3 characters'],
		[{ slug: 'summer-conference' }, 'slug "summer-conference" is already taken'],
		[{ max_capacity: '10' }, 'max_capacity must be integer'],
		[{ visibility: 'hidden' }, 'visibility must be one of: public, members-only, private'],
		[{ cover_url: 'https://example.com/cover.png' }, 'cover_url must match pattern'],
		[{ feedback_email: { enabled: true, delay: 'P8D' } }, 'feedback_email.delay must be an ISO 8601 duration'],
		[{ geo_address_json: { type: 'manual' } }, 'geo_address_json.address is required'],
		[{ coordinate: { longitude: 1 } }, 'coordinate.latitude is required'],
		[{ registration_questions: [{ id: 'q', label: 'L', required: true, question_type: 'dropdown' }] }, 'registration_questions[0].options is required'],
		[{ ticket_types: [{ name: 'Seat', type: 'paid' }] }, 'cents is required'],
		[{ suppress_email: true }, 'suppress_email is not a parameter'],
	])('refuses to create an event with %j', async (wrong, message) => {
		const answer = await post('/v1/events/create', { ...oneEvent, ...wrong });
		expect(answer.status).toBe(400);
		expect(answer.body.message).toContain(message);
		expect(simulator.events()).toHaveLength(seedEvents);
	});

	const fair = { platform: 'external', url: 'https://events.example.com/fair', name: 'Fair', start_at: '2027-06-15T07:00:00Z', duration_interval: 'PT2H', timezone: 'Europe/Berlin' };
	const seat = { event_id: conference, name: 'Seat', type: 'free' };
	const blast = { event_id: conference, content_md: 'News' };

	// Luma's texts and its clients say so, the schemas of its document do not.
	it.each([
		['/v1/calendars/contacts/block', {}, 'Give contact_id or email.'],
		['/v1/calendars/contacts/block', { contact_id: 'usr-1', email: 'guest1@example.com' }, 'Give contact_id or email.'],
		['/v1/calendars/events/add', { platform: 'luma' }, 'event_id is required with platform luma.'],
		['/v1/calendars/events/add', { ...fair, duration_interval: 'two hours' }, 'duration_interval must be an ISO 8601 duration'],
		['/v1/calendars/events/add', { ...fair, timezone: 'Berlin' }, 'timezone must be an IANA time zone'],
		['/v1/calendars/events/add', { ...fair, coordinate: { longitude: 181, latitude: 0 } }, 'coordinate.longitude must be <= 180'],
		['/v1/events/blasts/create', { ...blast, scheduled_for: '2020-01-01T00:00:00Z' }, 'scheduled_for must be in the future.'],
		['/v1/events/blasts/create', { ...blast, recipient_groups: [{ status: 'invited', event_ticket_type_id: 'ttype-standard' }] }, 'event_ticket_type_id cannot be used with invited.'],
		['/v1/events/ticket-types/create', { ...seat, description: 'x'.repeat(1001) }, 'description must NOT have more than 1000 characters'],
		['/v1/events/ticket-types/create', { ...seat, valid_start_at: '2027-02-30' }, 'valid_start_at must be a date'],
		['/v1/events/ticket-types/create', { ...seat, currency: 'EUR' }, 'currency must match pattern'],
		['/v1/events/update', { event_id: conference, tint_color: 'red' }, 'tint_color must match pattern'],
	])('%s refuses %j', async (path, body, message) => {
		const answer = await post(path, body);
		expect(answer.status).toBe(400);
		expect(answer.body.message).toContain(message);
	});
});
