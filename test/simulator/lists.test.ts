import { GuestBook } from './guestBook';
import { calendarId, seed } from './index';
import {
	simulator,
	get,
	all,
	guestsList,
	eventsList,
	useSimulator,
	type Parameters,
} from './testing';

const { conference, paid } = seed.events;

useSimulator();

describe('lists', () => {
	it('pages through guests, 50 a page and never more than 100', async () => {
		const { entries, pages } = await all(guestsList, { event_id: conference });
		expect([entries.length, pages]).toEqual([1234, 25]);
		expect(new Set(entries.map(({ id }) => id)).size).toBe(1234);
		expect((await all(guestsList, { event_id: conference, pagination_limit: 500 })).pages).toBe(13);
		expect(entries[0]).not.toHaveProperty('event_ticket_orders');
		expect(entries[0]).not.toHaveProperty('mails');
	});

	it('ends on a full last page', async () => {
		const event_id = simulator.addEvent({ guests: 200 });
		expect((await all(guestsList, { event_id, pagination_limit: 100 })).pages).toBe(2);
	});

	it('filters by status', async () => {
		const statuses = ['approved', 'session', 'pending_approval', 'invited', 'declined', 'waitlist'];
		const event_id = simulator.addEvent({ guests: 140 });
		let total = 0;
		for (const approval_status of statuses) {
			const { entries } = await all(guestsList, { event_id, approval_status });
			expect(new Set(entries.map((guest) => guest.approval_status))).toEqual(new Set([approval_status]));
			total += entries.length;
		}
		expect(total).toBe(140);
	});

	it.each([
		['asc', false],
		['desc', true],
		['asc nulls last', false],
		['desc nulls last', false],
	])('sorts %s by name', async (sort_direction, nullsFirst) => {
		const event_id = simulator.addEvent({ guests: 140 });
		const { entries } = await all(guestsList, { event_id, sort_column: 'name', sort_direction });
		const names: Array<string | null> = entries.map((guest) => guest.user_name);
		expect(names[0] === null).toBe(nullsFirst);
		expect(names[names.length - 1] === null).toBe(!nullsFirst);
		const given = names.filter((name) => name !== null);
		const sorted = [...given].sort();
		expect(given).toEqual(sort_direction.startsWith('asc') ? sorted : sorted.reverse());
	});

	it('refuses a cursor under other filters', async () => {
		const { body } = await get(guestsList, { event_id: conference, approval_status: 'approved' });
		const { status } = await get(guestsList, {
			event_id: conference,
			approval_status: 'declined',
			pagination_cursor: body.next_cursor,
		});
		expect(status).toBe(400);
	});

	it('shows managed, approved Luma events unless asked for others', async () => {
		const list = async (parameters: Parameters) => (await all(eventsList, parameters)).entries;
		const ids = async (parameters: Parameters) => (await list(parameters)).map(({ id }) => id);
		const plain = await all(eventsList);
		expect([plain.entries.length, plain.pages]).toEqual([125, 3]);
		expect(plain.entries[0]).not.toHaveProperty('description_md');
		expect(await ids({ platforms: 'external' })).toEqual([seed.events.external]);
		expect(await list({ platforms: ['luma', 'external'], access: ['manage', 'view'] })).toHaveLength(127);
		expect(await ids({ access: 'view' })).toEqual([seed.events.listed]);
		expect(await ids({ status: 'pending' })).toEqual([seed.events.pending]);
	});

	it('bounds and sorts events by their start', async () => {
		const bounds = { after: '2027-06-01T00:00:00+02:00', before: '2027-07-01T00:00:00Z' };
		expect((await all(eventsList, bounds)).entries.map(({ id }) => id)).toEqual([conference]);
		const { entries } = await all(eventsList, { sort_column: 'start_at', sort_direction: 'desc nulls last' });
		const starts = entries.map((event) => event.start_at);
		expect(starts).toEqual([...starts].sort().reverse());
		expect(starts[0]).toBe('2027-06-15T07:00:00.000Z');
	});

	it('makes no more guests than it answers', async () => {
		const event_id = simulator.addEvent({ guests: 300_000 });
		const make = jest.spyOn(GuestBook.prototype, 'at');
		const { body } = await get(guestsList, { event_id, pagination_limit: 100 });
		const next = { event_id, pagination_limit: 100, pagination_cursor: body.next_cursor };
		expect((await get(guestsList, next)).body.entries[99].id).toBe('gst-new-1-200');
		const named = { event_id, id: 'guest299999@example.com' };
		expect((await get('/v1/events/guests/get', named)).body.user_id).toBe('usr-299999');
		expect(make).toHaveBeenCalledTimes(201);
		make.mockRestore();
	});
});

describe('reading', () => {
	it('gets an event whole', async () => {
		const { body } = await get('/v1/events/get', { event_id: conference });
		expect(body.guest_counts.approved.guests).toBe(741);
		expect(body).toMatchObject({
			url: 'https://luma.com/summer-conference',
			duration_interval: 'P1DT9H',
			spots_remaining: 759,
			require_approval: true,
			display_price: null,
			location_type: 'offline',
		});
		const workshop = (await get('/v1/events/get', { event_id: paid })).body;
		expect(workshop.display_price).toEqual({ amount: 5000, currency: 'eur', is_flexible: false });
	});

	it('finds a guest by every kind of name', async () => {
		for (const id of ['gst-conference-2', 'g-conference-2', 'tkt-conference-2', 'Guest2@Example.com']) {
			const { body } = await get('/v1/events/guests/get', { event_id: conference, id });
			expect(body.id).toBe(seed.guests.checkedIn);
		}
		expect((await get('/v1/events/guests/get', { event_id: conference, id: 'gst-paid-2' })).status).toBe(404);
		expect((await get('/v1/events/guests/get', { event_id: conference, id: 'tkt-conference-6' })).status).toBe(404);
	});

	it('shows orders and coupons of a guest', async () => {
		const { body } = await get('/v1/events/guests/get', { event_id: paid, id: seed.guests.paidWithCoupon });
		expect(body.event_ticket_orders[0]).toMatchObject({
			amount: 4000,
			amount_discount: 1000,
			is_captured: true,
			coupon_info: { code: 'EARLYBIRD', percent_off: 20 },
		});
	});

	it('has the guests that the seed names', () => {
		const { approved, declined, session, waitlist, withoutName } = seed.guests;
		const guest = (id: string) => simulator.guests(conference).find((one) => one.id === id);
		expect(guest(seed.guests.pendingApproval)?.approval_status).toBe('pending_approval');
		expect(guest(seed.guests.invited)?.approval_status).toBe('invited');
		expect([approved, declined, session, waitlist].map((id) => guest(id)?.approval_status)).toEqual([
			'approved',
			'declined',
			'session',
			'waitlist',
		]);
		expect(guest(withoutName)?.user_name).toBeNull();
		expect(guest(seed.guests.checkedIn)?.event_tickets[0].checked_in_at).not.toBeNull();
	});

	it('looks up slugs and submissions', async () => {
		const slug = (name: string) => get('/v1/entities/lookup', { slug: name });
		expect((await slug('summer-conference')).body.entity.event.id).toBe(conference);
		expect((await slug('simulator-calendar')).body.entity.calendar.id).toBe(calendarId);
		expect((await slug('free-slug')).body).toEqual({ entity: null });
		const lookup = '/v1/calendars/events/lookup';
		expect((await get(lookup, { event_id: seed.events.pending })).body.event.status).toBe('pending');
		const external = { platform: 'external', url: 'https://events.example.com/external-fair' };
		expect((await get(lookup, external)).body.event.id).toBe(seed.events.external);
		expect((await get(lookup, { platform: 'external' })).status).toBe(400);
	});

	it('refuses the guests of an event that it only lists', async () => {
		const event_id = seed.events.listed;
		expect((await get('/v1/events/get', { event_id })).body.access).toBe('view');
		expect((await get(guestsList, { event_id })).status).toBe(403);
	});
});
