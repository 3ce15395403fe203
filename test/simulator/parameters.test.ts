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
});
