import { seed } from './index';
import {
	simulator,
	restart,
	get,
	post,
	guestsList,
	oneEvent,
	useSimulator,
	type Parameters,
} from './testing';

const { conference, paid } = seed.events;

useSimulator();

describe('writing events', () => {
	it('creates with defaults and answers only the id', async () => {
		const { body } = await post('/v1/events/create', { ...oneEvent, meeting_url: 'https://meet.google.com/abc' });
		expect(Object.keys(body)).toEqual(['id']);
		expect((await get('/v1/events/get', { event_id: body.id })).body).toMatchObject({
			start_at: '2027-10-01T16:00:00.000Z',
			end_at: '2027-10-01T17:00:00.000Z',
			visibility: 'public',
			location_type: 'meet',
		});
		expect(simulator.ticketTypes(body.id)).toMatchObject([{ name: 'Standard', type: 'free' }]);
	});

	it('creates with everything', async () => {
		const { body } = await post('/v1/events/create', {
			...oneEvent,
			end_at: '2027-10-02T18:00:00.5+02:00',
			description_md: '**Hello**',
			geo_address_json: { type: 'google', place_id: 'place-1', description: 'Left door' },
			coordinate: { longitude: 13.4, latitude: 52.5 },
			slug: 'launch',
			max_capacity: null,
			tint_color: '#aabbccdd',
			phone_number_requirement: null,
			registration_questions: [
				{ id: 'q1', label: 'Terms', required: true, question_type: 'terms', terms: { content_type: 'link', url: 'https://example.com/terms', collect_signature: false } },
			],
			ticket_types: [
				{ name: 'Seat', type: 'paid', cents: 900, currency: 'usd' },
				{ name: 'Crew', type: 'free', is_hidden: true },
			],
		});
		const event = (await get('/v1/events/get', { event_id: body.id })).body;
		expect(event).toMatchObject({
			url: 'https://luma.com/launch',
			description: 'Hello',
			display_price: { amount: 900, currency: 'usd' },
			geo_address_json: { google_maps_place_id: 'place-1', description: 'Left door' },
		});
		expect(simulator.events().find(({ id }) => id === body.id)?.settings).toEqual({
			tint_color: '#aabbcc',
			phone_number_requirement: null,
		});
	});

	it('updates what is given and mails guests about a new time unless told not to', async () => {
		const update = (parameters: Parameters) =>
			post('/v1/events/update', { event_id: conference, ...parameters });
		const mails = () => simulator.events().find(({ id }) => id === conference)?.update_mails;
		expect((await update({ description_md: 'New', slug: 'summer-conference' })).body).toEqual({});
		expect(mails()).toBe(0);
		await update({ name: 'Conference', suppress_notifications: true });
		await update({ end_at: '2027-06-16T17:00:00Z', suppress_email: true });
		expect(mails()).toBe(0);
		await update({ start_at: '2027-06-15T08:00:00Z' });
		expect(mails()).toBe(1);
		expect((await get('/v1/events/get', { event_id: conference })).body).toMatchObject({
			name: 'Conference',
			description: 'New',
			duration_interval: 'P1DT9H',
		});
		expect((await update({ end_at: '2027-06-15T08:00:00Z' })).status).toBe(400);
		expect((await update({ slug: 'paid-workshop' })).status).toBe(400);
	});

	it('cancels in two steps', async () => {
		let now = Date.parse('2027-01-01T00:00:00Z');
		await restart({ now: () => now });
		const request = async () => (await post('/v1/events/cancel/request', { event_id: paid })).body;
		const cancel = (cancellation_token: string, more: Parameters = {}) =>
			post('/v1/events/cancel', { event_id: paid, cancellation_token, ...more });
		const first = await request();
		expect(first).toMatchObject({ is_paid: true, guest_count: 24 });
		now += 15 * 60_000 + 1;
		expect((await cancel(first.cancellation_token, { should_refund: true })).body.message).toContain('expired');
		const { cancellation_token } = await request();
		expect((await cancel(first.cancellation_token, { should_refund: true })).status).toBe(400);
		expect((await cancel(cancellation_token)).body.message).toContain('should_refund is required');
		expect((await cancel(cancellation_token, { should_refund: false })).body).toEqual({});
		expect((await get('/v1/events/get', { event_id: paid })).status).toBe(404);
		expect((await get(guestsList, { event_id: paid })).status).toBe(404);
	});
});

describe('writing ticket types', () => {
	const of = (event: string) => simulator.ticketTypes(event).map(({ id }) => id);
	const remove = (id: string) => post('/v1/events/ticket-types/delete', { event_ticket_type_id: id });

	it('lists hidden ones only when asked, by a string', async () => {
		const list = async (more: Parameters = {}) =>
			(await get('/v1/events/ticket-types/list', { event_id: conference, ...more })).body.entries.length;
		expect([await list(), await list({ include_hidden: 'true' }), await list({ include_hidden: 'false' })]).toEqual([2, 3, 2]);
	});

	it('creates and updates', async () => {
		const create = (more: Parameters) =>
			post('/v1/events/ticket-types/create', { event_id: conference, name: 'Late', ...more });
		const { body } = await create({ type: 'paid', cents: 100, currency: 'eur', valid_end_at: '2027-06-01' });
		expect(of(conference)).toHaveLength(4);
		const update = { event_ticket_type_id: body.id, cents: 200, valid_end_at: null };
		expect((await post('/v1/events/ticket-types/update', update)).body).toEqual({ ...body, cents: 200, valid_end_at: null });
		expect((await get('/v1/events/ticket-types/get', { event_ticket_type_id: body.id })).body.cents).toBe(200);
		expect((await create({ type: 'paid', cents: 100 })).body.message).toContain('currency is required');
		expect((await create({ type: 'free', name: 'x'.repeat(31) })).status).toBe(400);
		expect((await create({ type: 'free', valid_start_at: '2027-06-01T00:00:00Z' })).body.message).toContain('valid_start_at must be a date');
	});

	it('deletes neither sold ones nor the last visible one', async () => {
		expect((await remove(seed.ticketTypes.standard)).body.message).toContain('has been sold');
		expect((await remove(seed.ticketTypes.workshop)).body).toEqual({});
		expect(of(conference)).toEqual([seed.ticketTypes.standard, seed.ticketTypes.speaker]);
		expect((await remove(seed.ticketTypes.standard)).body.message).toContain('last visible');
		expect((await remove(seed.ticketTypes.speaker)).body).toEqual({});
		expect((await remove(seed.ticketTypes.speaker)).status).toBe(404);
	});
});
