/** Many input items, few requests: what goes in one, and what comes out. */
import { seed } from '../../../../simulator';
import { add, addPath, bulk, byId, byLink, conference, emailsOf, invite, invitePath, meetup, newcomers, people, simulator, useSimulator, writes } from './support';

useSimulator();

it.each([
	['add', addPath, 'added', 1, 1],
	['add', addPath, 'added', 1000, 10],
	['sendInvites', invitePath, 'invited', 1, 1],
	['sendInvites', invitePath, 'invited', 999, 10],
	['sendInvites', invitePath, 'invited', 1000, 10],
	['sendInvites', invitePath, 'invited', 1001, 11],
] as const)('%s: to %s, all %s: %i rows in %i requests', async (operation, path, status, count, requests) => {
	const rows = people(count);
	const { error, json, items, linked, hints } = await bulk(operation, rows);
	expect(error).toBeUndefined();
	expect(simulator.requests.map((request) => request.path)).toEqual(Array.from({ length: requests }, () => path));
	expect(writes().flatMap(({ body }) => (body as { guests: unknown[] }).guests)).toEqual(rows);
	expect(json).toEqual(rows.map((row) => ({ ...row, event_id: conference, status })));
	expect(items.every(({ pairedItem }, item) => (pairedItem as { item: number }).item === item)).toBe(true);
	expect(linked).toEqual(rows.map((_, n) => n));
	expect(newcomers()).toEqual(rows.map(({ email }) => email));
	expect(hints).toEqual([]);
});

it('takes ten thousand rows', async () => {
	const rows = people(10_000);
	const { json, items } = await invite(rows, {}, {}, { after: false });
	expect(writes()).toHaveLength(100);
	expect(json).toEqual(rows.map((row) => ({ ...row, event_id: conference, status: 'invited' })));
	expect(items.every(({ pairedItem }, item) => (pairedItem as { item: number }).item === item)).toBe(true);
	expect(newcomers()).toEqual(rows.map(({ email }) => email));
});

it('keeps to Batch Size', async () => {
	await invite(people(25), { options: { batchSize: 10 } });
	expect(writes().map((request) => emailsOf(request).length)).toEqual([10, 10, 5]);
});

it('lets n8n do other things while it reads many items', async () => {
	let turns = 0;
	const timer = setInterval(() => (turns += 1), 1);
	await invite(people(2000), { options: { batchSize: 2000 } }, {}, { after: false });
	clearInterval(timer);
	expect(turns).toBeGreaterThan(10);
});

describe('groups', () => {
	it('puts what goes to one event with one ticket, status and message together, in order of appearance', async () => {
		const rows = people(12, (n) => ({ event: n % 2 ? meetup : conference, status: n < 6 ? 'approved' : 'waitlist' }));
		const { json } = await add(rows, { eventId: byId('={{ $json.event }}'), additionalFields: { guestStatus: '={{ $json.status }}' } });
		const sent = (event_id: string, approval_status: string, ...numbers: number[]) => ({ event_id, approval_status, guests: numbers.map((n) => ({ email: `new${n}@example.com`, name: `New ${n}` })) });
		expect(writes().map(({ body }) => body)).toEqual([sent(conference, 'approved', 0, 2, 4), sent(meetup, 'approved', 1, 3, 5), sent(conference, 'waitlist', 6, 8, 10), sent(meetup, 'waitlist', 7, 9, 11)]);
		expect(json).toEqual(rows.map(({ email, name, event }) => ({ email, name, event_id: event, status: 'added' })));
	});

	it('separates tickets', async () => {
		const { standard, workshop } = seed.ticketTypes;
		const rows = people(4, (n) => ({ type: n % 2 ? workshop : standard }));
		await add(rows, { additionalFields: { ticket: { type: { ticketTypeId: byId('={{ $json.type }}') } } } });
		expect(writes().map((request) => [(request.body as { ticket: unknown }).ticket, emailsOf(request)])).toEqual([
			[{ event_ticket_type_id: standard }, ['new0@example.com', 'new2@example.com']],
			[{ event_ticket_type_id: workshop }, ['new1@example.com', 'new3@example.com']],
		]);
	});

	it('separates messages', async () => {
		const rows = people(4, (n) => ({ text: n < 3 ? 'Hello' : 'Welcome back' }));
		await invite(rows, { additionalFields: { message: '={{ $json.text }}' } });
		expect(writes().map((request) => [(request.body as { message: string }).message, emailsOf(request).length])).toEqual([
			['Hello', 3],
			['Welcome back', 1],
		]);
	});

	it('takes an event by link and by ID as one, and looks the link up once', async () => {
		const rows = people(6, (n) => ({ event: n % 2 ? conference : 'https://luma.com/summer-conference' }));
		const { json } = await invite(rows, { eventId: byLink('={{ $json.event }}') });
		expect(simulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/entities/lookup', `POST ${invitePath}`]);
		expect(json).toEqual(rows.map(({ email, name }) => ({ email, name, event_id: conference, status: 'invited' })));
	});

	it('gives each guest its own answers in one request', async () => {
		const rows = people(3, (n) => ({ topic: `Topic ${n}` }));
		const { error } = await add(rows, { answersAs: 'json', guestAnswers: '={{ [{ question_id: "question-topic", value: $json.topic }] }}' });
		expect(error).toBeUndefined();
		expect(writes()).toHaveLength(1);
		expect(simulator.guests(conference).slice(-3).map(({ registration_answers }) => registration_answers?.[0])).toMatchObject([0, 1, 2].map((n) => ({ question_id: 'question-topic', value: `Topic ${n}` })));
	});
});

describe('fields of a row', () => {
	it('are chosen by expression, trimmed, and left out when empty', async () => {
		const rows = [{ mail: ' new1@example.com\n', who: { first: ' New 1 ' } }, { mail: 'new2@example.com', who: { first: '' } }, { mail: 'new3@example.com', who: {} }, { mail: 'new4@example.com', who: { first: 4 } }];
		const { json } = await invite(rows, { guestEmail: '={{ $json.mail }}', guestName: '={{ $json.who.first }}' });
		expect(writes().map(({ body }) => (body as { guests: unknown }).guests)).toEqual([
			[{ email: 'new1@example.com', name: 'New 1' }, { email: 'new2@example.com' }, { email: 'new3@example.com' }, { email: 'new4@example.com', name: '4' }],
		]);
		expect(json[1]).toEqual({ email: 'new2@example.com', event_id: conference, status: 'invited' });
	});

	it('need no name among the input', async () => {
		await invite([{ email: 'new1@example.com' }]);
		expect(writes()[0].body).toEqual({ event_id: conference, guests: [{ email: 'new1@example.com' }] });
	});
});

describe('the same email again', () => {
	it('goes out once for an event, in whatever case', async () => {
		const { statuses, json } = await invite([{ email: 'new1@example.com' }, { email: 'New1@Example.com ' }, { email: 'new2@example.com' }, { email: 'new1@example.com' }]);
		expect(writes().map(emailsOf)).toEqual([['new1@example.com', 'new2@example.com']]);
		expect(statuses).toEqual(['invited', 'duplicate', 'invited', 'duplicate']);
		expect(json[1]).toEqual({ email: 'New1@Example.com', event_id: conference, status: 'duplicate', reason: 'Same email and event as item 0' });
	});

	it('goes out once, and as a person sees it, with what is invisible at it or in it', async () => {
		const { statuses } = await invite(['new1@example.com\u200b', '\u2060new1@exam\u00adple.com', 'new2@example.com\u00a0', '\u202anew3@example.com\u202c'].map((email) => ({ email })), {}, { onError: 'continueRegularOutput' });
		expect(writes().map(emailsOf)).toEqual([['new1@example.com', 'new2@example.com', 'new3@example.com']]);
		expect(statuses).toEqual(['invited', 'duplicate', 'invited', 'invited']);
	});

	it('goes out for another event', async () => {
		const rows = [conference, meetup, conference].map((event) => ({ email: 'new1@example.com', event }));
		const { statuses } = await invite(rows, { eventId: byId('={{ $json.event }}') });
		expect(statuses).toEqual(['invited', 'invited', 'duplicate']);
		expect([newcomers(conference), newcomers(meetup)]).toEqual([['new1@example.com'], ['new1@example.com']]);
	});

	it('goes out once even with another ticket, across batches', async () => {
		const rows = [...people(3), ...people(3)].map((row, n) => ({ ...row, status: n < 3 ? 'approved' : 'waitlist' }));
		const { statuses } = await add(rows, { additionalFields: { guestStatus: '={{ $json.status }}' }, options: { batchSize: 1 } });
		expect(statuses).toEqual(['added', 'added', 'added', 'duplicate', 'duplicate', 'duplicate']);
		expect(writes()).toHaveLength(3);
	});
});

it('says whom Luma has left out, by the address in any case', async () => {
	const { json } = await add([{ email: 'new1@example.com' }, { email: 'Guest@Blocked.example' }, { email: 'new2@example.com' }]);
	expect(json).toEqual([
		{ email: 'new1@example.com', event_id: conference, status: 'added' },
		{ email: 'Guest@Blocked.example', event_id: conference, status: 'skipped', reason: 'Luma skipped this guest without giving a reason' },
		{ email: 'new2@example.com', event_id: conference, status: 'added' },
	]);
});
