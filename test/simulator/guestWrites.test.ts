import { seed } from './index';
import {
	simulator,
	restart,
	get,
	post,
	all,
	guestsList,
	emails,
	useSimulator,
	type Parameters,
} from './testing';

const { conference, paid } = seed.events;

useSimulator();

describe('writing guests', () => {
	const add = (parameters: Parameters) => post('/v1/events/guests/add', { event_id: conference, ...parameters });
	const invite = (parameters: Parameters) =>
		post('/v1/events/guests/send-invites', { event_id: conference, ...parameters });
	const status = (parameters: Parameters) =>
		post('/v1/events/guests/update-status', { event_id: conference, ...parameters });
	const tickets = (parameters: Parameters) =>
		post('/v1/events/guests/update-tickets', { event_id: conference, ...parameters });
	const guest = (email: string, event: string = conference) =>
		simulator.guests(event).find(({ user_email }) => user_email === email);

	it('adds, mails once, leaves those who are there, skips the blocked', async () => {
		const guests = [
			{ email: 'New@example.com', name: 'New Guest' },
			...emails('guest1', 'new'),
			{ email: 'someone@blocked.example' },
		];
		expect((await add({ guests })).body).toEqual({ skipped: [{ email: 'someone@blocked.example' }] });
		expect(simulator.guests(conference)).toHaveLength(1235);
		expect(guest('New@example.com')).toMatchObject({
			user_name: 'New Guest',
			user_first_name: 'New',
			user_last_name: 'Guest',
			approval_status: 'approved',
			mails: 1,
			event_tickets: [{ event_ticket_type_id: seed.ticketTypes.standard, amount: 0 }],
		});
		expect(guest('guest1@example.com')?.mails).toBe(1);
		await add({ guests: emails('new') });
		expect(guest('New@example.com')?.mails).toBe(1);
		const { body } = await get('/v1/events/get', { event_id: conference });
		expect(body.guest_counts.approved.guests).toBe(742);
		expect((await all(guestsList, { event_id: conference })).entries).toHaveLength(1235);
	});

	it('takes status, silence, tickets and answers', async () => {
		await add({
			guests: [
				{
					...emails('quiet')[0],
					registration_answers: [
						{ question_id: 'question-meal', value: 'Vegan' },
						{ question_id: 'question-conduct', value: true },
					],
				},
			],
			tickets: [
				{ event_ticket_type_id: seed.ticketTypes.workshop },
				{ event_ticket_type_id: seed.ticketTypes.speaker },
			],
			approval_status: 'waitlist',
			send_email: false,
		});
		const { body } = await get('/v1/events/guests/get', { event_id: conference, id: 'quiet@example.com' });
		expect(body.approval_status).toBe('waitlist');
		expect(body.event_tickets.map(({ name }: { name: string }) => name)).toEqual(['Workshop', 'Speaker']);
		expect(body.registration_answers[0]).toMatchObject({ label: 'Meal', value: 'Vegan' });
		expect(guest('quiet@example.com')?.mails).toBe(0);
	});

	it.each([
		[{ guests: [...emails('a', 'b'), { email: 'nobody' }] }, 400, 'guests[2].email must be an email address'],
		[{ guests: [] }, 400, 'guests must NOT have fewer than 1 items'],
		[{ guests: emails('a'), ticket: { event_ticket_type_id: 'ttype-none' } }, 404, 'Ticket type "ttype-none"'],
		[{ guests: emails('a'), ticket: { event_ticket_type_id: 'x' }, tickets: [{ event_ticket_type_id: 'x' }] }, 400, 'ticket and tickets'],
		[{ guests: emails('a'), approval_status: 'invited' }, 400, 'approval_status must be one of'],
		[{ guests: [{ ...emails('a')[0], registration_answers: [{ question_id: 'question-meal', value: 'Fish' }] }] }, 400, 'guests[0].registration_answers[0].value'],
		[{ guests: [{ email: 'a@example.com', phone: '1' }] }, 400, 'guests[0].phone is not a parameter'],
	])('refuses to add %j', async (parameters, code, message) => {
		const answer = await add(parameters);
		expect(answer.status).toBe(code);
		expect(answer.body.message).toContain(message);
		expect(simulator.guests(conference)).toHaveLength(1234);
	});

	it('refuses more guests than the set maximum', async () => {
		await restart({ maxGuestsPerCall: 2 });
		expect((await add({ guests: emails('a', 'b') })).status).toBe(200);
		for (const call of [add, invite]) {
			const { status: code, body } = await call({ guests: emails('c', 'd', 'e') });
			expect([code, body.message]).toEqual([400, 'guests must not have more than 2 items.']);
		}
	});

	it('invites', async () => {
		expect((await invite({ guests: emails('friend', 'guest1'), message: 'Come' })).body).toEqual({ skipped: [] });
		expect(guest('friend@example.com')).toMatchObject({
			approval_status: 'invited',
			registered_at: null,
			event_tickets: [],
			mails: 1,
		});
		expect(guest('guest1@example.com')?.mails).toBe(1);
		expect((await invite({ guests: emails('b'), message: 'x'.repeat(201) })).status).toBe(400);
	});

	it('changes a status', async () => {
		const guest_id = seed.guests.pendingApproval;
		expect((await status({ guest_id, status: 'approved' })).body).toEqual({});
		expect((await status({ guest_id, status: 'declined', send_email: false })).body).toEqual({});
		expect(guest('guest4@example.com')).toMatchObject({ approval_status: 'declined', mails: 2 });
		const both = { guest_id, status: 'approved', send_email: false, message: 'Hi' };
		expect((await status(both)).body.message).toContain('message cannot be used');
		expect((await status({ guest_id: 'gst-none', status: 'approved' })).status).toBe(404);
		expect((await status({ guest_id, status: 'invited' })).status).toBe(400);
		await status({ guest_id: 'guest6@example.com', status: 'approved' });
		expect(guest('guest6@example.com')?.event_tickets).toHaveLength(1);
	});

	it('refunds only when asked', async () => {
		const decline = (number: number, should_refund?: boolean) =>
			post('/v1/events/guests/update-status', { event_id: paid, guest_id: `gst-paid-${number}`, status: 'declined', should_refund });
		await decline(1, true);
		await decline(2);
		expect(guest('guest1@example.com', paid)?.event_ticket_orders[0].amount_refunded).toBe(5000);
		expect(guest('guest2@example.com', paid)?.event_ticket_orders[0].amount_refunded).toBe(0);
	});

	it('changes tickets, and leaves one', async () => {
		const guest_id = seed.guests.approved;
		const ticket = { event_ticket_type_id: seed.ticketTypes.workshop };
		const removal = { guest_id, ticket_ids_to_remove: ['tkt-conference-1'] };
		expect((await tickets(removal)).body.message).toBe('One valid ticket must stay.');
		expect((await tickets({ guest_id, ticket_ids_to_remove: ['tkt-conference-2'] })).status).toBe(404);
		expect((await tickets({ ...removal, tickets_to_add: [ticket, ticket], send_email: false })).body).toEqual({});
		const changed = guest('guest1@example.com');
		expect(changed?.event_tickets.map(({ name }) => name)).toEqual(['Workshop', 'Workshop']);
		expect(changed?.mails).toBe(1);
		const byTicket = (id = '') => get('/v1/events/guests/get', { event_id: conference, id });
		expect((await byTicket(changed?.event_tickets[0].id)).body.id).toBe(guest_id);
		expect((await byTicket('tkt-conference-1')).status).toBe(404);
	});
});
