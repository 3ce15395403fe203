/** Rows that are bad, rows that Luma refuses, and batches of which nobody knows: what goes out, and what the node says. */
import type { IDataObject } from 'n8n-workflow';
import type { Fault } from '../../../../simulator';
import { add, byId, conference, emailsOf, errorOutput, goesOn, invite, invitePath, meetup, newcomers, people, refusedEmail, simulator, useSimulator, waits, writes } from './support';

useSimulator();

/** New people of whom some rows are replaced. */
const peopleWith = (count: number, places: number[], email: (n: number) => string) => people(count).map((row, n) => (places.includes(n) ? { ...row, email: email(n) } : row));

/** Every place of a bad row that matters: for 10 rows in batches of 4. */
const places: Array<[string, number[]]> = [
	['first', [0]],
	['in the middle', [5]],
	['last', [9]],
	['everywhere', [0, 5, 9]],
];

/** What an item says that failed, in two places: with all rows, and with all errors. */
const because = (reason: string) => ({ reason, error: reason });

const batches = { options: { batchSize: 4 } };
const others = (rows: IDataObject[], bad: number[]) => rows.filter((_, n) => !bad.includes(n)).map(({ email }) => email);

describe.each(places)('bad rows %s', (_where, bad) => {
	const rows = peopleWith(10, bad, (n) => `new${n}`);

	it('stop the node before anything is sent', async () => {
		const { error, items } = await invite(rows, batches);
		expect(simulator.requests).toEqual([]);
		expect(items).toEqual([]);
		const wrong = (n: number) => `Email: "new${n}" is not an email address`;
		expect(error?.message).toBe(bad.length === 1 ? wrong(bad[0]) : `${bad.length} of 10 items can't be sent, so nothing was sent`);
		if (bad.length > 1) for (const n of bad) expect(error?.description).toContain(`item ${n} (new${n}): ${wrong(n)}`);
		expect(error?.description).toContain("To send the other items anyway, set 'On Error'");
		expect(error?.context.itemIndex).toBe(bad[0]);
	});

	it('come out as they are when the node goes on, and the others go through', async () => {
		const { error, json, linked } = await invite(rows, batches, goesOn);
		expect(error).toBeUndefined();
		expect(newcomers()).toEqual(others(rows, bad));
		expect(json).toEqual(
			rows.map((row, n) => (bad.includes(n) ? { n, ...row, event_id: conference, status: 'error', ...because(`Email: "new${n}" is not an email address`) } : { ...row, event_id: conference, status: 'invited' })),
		);
		expect(linked).toEqual(rows.map((_, n) => n));
	});

	it('come out at the error output, beside the fields of their input', async () => {
		const { json, errors } = await invite(rows, batches, errorOutput);
		expect(json.map(({ email }) => email)).toEqual(others(rows, bad));
		expect(errors).toEqual(
			bad.map((n) => ({
				json: {
					n,
					...rows[n],
					error: `Email: "new${n}" is not an email address`,
					message: { email: rows[n].email, event_id: conference, status: 'error', reason: `Email: "new${n}" is not an email address` },
				},
				pairedItem: { item: n },
			})),
		);
	});
});

describe.each(places)('rows that Luma refuses %s', (_where, bad) => {
	const rows = peopleWith(10, bad, refusedEmail);

	it('come out with what Luma says, and the others go through', async () => {
		const { json, linked } = await invite(rows, batches, goesOn);
		expect(newcomers().sort()).toEqual(others(rows, bad));
		expect(json).toEqual(
			rows.map((row, n) => ({
				...row,
				event_id: conference,
				...(bad.includes(n) ? { n, status: 'error', http_status: 400, advice: 'Luma refused the request. Check the fields named in the message.', ...because(expect.stringMatching(/guests\b.*email/) as string) } : { status: 'invited' }),
			})),
		);
		expect(linked).toEqual(rows.map((_, n) => n));
	});

	it('stop the node when the rest of their batch has gone through, and the error says what was done', async () => {
		const { error, items } = await invite(rows, batches);
		const first = Math.floor(bad[0] / 4) * 4;
		const tried = rows.slice(0, first + 4);
		expect(newcomers().sort()).toEqual(others(tried, bad));
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/guests\b.*email/);
		expect(error?.httpCode).toBe('400');
		expect(error?.context.itemIndex).toBe(bad[0]);
		const invited = tried.length - 1;
		const notSent = rows.length - tried.length;
		expect(error?.description).toContain(`Refused: item ${bad[0]} (${refusedEmail(bad[0])}): `);
		expect(error?.description).toContain(`Of 10 items: ${invited} invited, 1 error${notSent > 0 ? `, ${notSent} not sent` : ''}.`);
		expect(error?.description).toContain(`Items by status: error (${bad[0]})${notSent > 0 ? `, not sent (${tried.length}${notSent > 1 ? '–9' : ''})` : ''}.`);
	});
});

it('names several refused rows of a batch in one error', async () => {
	const { error } = await invite(peopleWith(10, [1, 3], refusedEmail));
	expect(error?.message).toMatch(/^Luma refused 2 guests. The first reason: /);
	expect(error?.description).toMatch(/Refused: item 1 \(new\.\.1@example\.com\): .*; item 3 \(new\.\.3@example\.com\): /);
});

it('says of one bad item what is wrong with it', async () => {
	const { error } = await invite([{}]);
	expect(error?.message).toBe('Email is required');
	expect(simulator.requests).toEqual([]);
});

it('says once what is wrong with all of them', async () => {
	const { error } = await invite(people(50), { eventId: byId('={{ $json.missing }}') });
	expect(error).toMatchObject({ message: 'Event is empty in all 50 items', description: 'The first item has the fields n, email, name. Nothing was sent.' });
});

it('names the first bad rows and counts the others', async () => {
	const { error } = await invite(peopleWith(50, [...Array(20).keys()], () => 'nobody'));
	expect(error?.message).toBe("20 of 50 items can't be sent, so nothing was sent");
	expect(error?.description).toMatch(/item 4 \(nobody\): [^;]*; and 15 more\. /);
});

it.each([
	['Name', { guestName: '={{ [$json.name] }}' }, 'Name has to be text, not ["New 0"]'],
	['Registration Answers (JSON)', { answersAs: 'json', guestAnswers: 'nothing' }, 'Registration Answers (JSON) is not valid JSON'],
	['Send Email', { additionalFields: { sendEmail: '={{ $json.name }}' } }, 'Send Email: "New 0" is not true or false'],
	['Batch Size', { options: { batchSize: 0 } }, 'Batch Size: 0 is not a whole number of 1 or more'],
	['Event', { eventId: byId('={{ $json.missing }}') }, 'Event is empty in all 2 items'],
	['expression', { guestEmail: "={{ $('Nowhere').item.json.email }}" }, "Referenced node doesn't exist"],
])('finds a bad %s in every mode', async (_field, parameters, problem) => {
	const stopped = await add(people(2), parameters as never);
	expect(`${stopped.error?.message} ${stopped.error?.description}`).toContain(problem);
	const went = await add(people(2), parameters as never, goesOn);
	expect(went.json[0].reason).toContain(problem.replace('empty in all 2 items', 'required'));
	expect(went.statuses).toEqual(['error', 'error']);
	expect(simulator.requests).toEqual([]);
});

it('sends a good row whose email a bad row before it has', async () => {
	const rows = [{ email: 'new1@example.com', name: ['?'] }, { email: 'new1@example.com', name: 'New 1' }];
	expect((await invite(rows, {}, goesOn)).statuses).toEqual(['error', 'invited']);
});

describe('a batch of which nobody knows', () => {
	const rows = people(12);
	const faults: Array<[string, Fault]> = [
		['timeout', { kind: 'timeout' }],
		['timeout after the work is done', { kind: 'timeout', handled: true }],
		['reset connection', { kind: 'reset' }],
		['reset connection after the work is done', { kind: 'resetAfterHandling' }],
		['500', { status: 500 }],
		['503 after the work is done', { status: 503, handled: true }],
		['web page', { kind: 'html' }],
		['cut-off answer', { kind: 'cutOff' }],
		['empty answer', { kind: 'empty' }],
	];
	// Long enough for the other batches on a busy machine.
	const settings = ({ kind }: Fault) => ({ ...batches, ...(kind === 'timeout' && { requestOptions: { timeout: 1000 } }) });

	it.each(faults)('(%s) is unknown for exactly its rows, and never sent again', async (_what, fault) => {
		simulator.fail({ path: invitePath, skip: 1, ...fault });
		const { json, statuses } = await invite(rows, settings(fault), goesOn);
		expect(statuses).toEqual(rows.map((_, n) => (n >= 4 && n < 8 ? 'unknown' : 'invited')));
		expect(json[4].reason).toMatch(/Luma may have made the change anyway\. The node didn't send the request again\.$/);
		expect(writes().flatMap(emailsOf)).toEqual(rows.map(({ email }) => email));
	});

	it.each(faults)('(%s) stops the node, and the error says what was done and what not', async (_what, fault) => {
		simulator.fail({ path: invitePath, skip: 1, ...fault });
		const { error, items } = await invite(rows, settings(fault));
		expect(items).toEqual([]);
		expect(writes().flatMap(emailsOf)).toEqual(rows.slice(0, 8).map(({ email }) => email));
		expect(error?.description).toContain("Luma may have made the change anyway. The node didn't send the request again.");
		expect(error?.description).toContain('Of 12 items: 4 invited, 4 unknown, 4 not sent. Items by status: unknown (4–7), not sent (8–11).');
	});

	it('comes out at the error output', async () => {
		simulator.fail({ path: invitePath, kind: 'reset' });
		const { errors, json } = await invite(people(2), { options: { batchSize: 1 } }, errorOutput);
		expect(errors).toMatchObject([{ json: { n: 0, email: 'new0@example.com', message: { status: 'unknown', uncertain: true, advice: expect.stringContaining('may have made the change') as string } }, pairedItem: { item: 0 } }]);
		expect(json).toMatchObject([{ email: 'new1@example.com', status: 'invited' }]);
	});
});

describe('a batch that fails as a whole', () => {
	it.each([401, 403, 404])('(%i) is not split', async (status) => {
		simulator.fail({ path: invitePath, status, message: 'Not you' });
		const { json } = await invite(people(8), batches, goesOn);
		expect(json.map((row) => [row.status, row.reason])).toEqual([...Array(4).fill(['error', 'Not you']), ...Array(4).fill(['invited', undefined])]);
		expect(writes()).toHaveLength(2);
	});

	it('stops the node with what Luma says, and what was done', async () => {
		const rows = people(9, (n) => ({ event: n < 4 ? conference : n < 8 ? 'evt-unknown' : meetup }));
		const { error } = await invite(rows, { eventId: byId('={{ $json.event }}') });
		expect(error?.message).toMatch(/evt-unknown/);
		expect(error?.httpCode).toBe('404');
		expect(error?.description).toContain('Luma has no event "evt-unknown" that this API key can access.');
		expect(error?.description).toContain('Of 9 items: 4 invited, 4 error, 1 not sent. Items by status: error (4–7), not sent (8).');
		expect(error?.context.itemIndex).toBe(4);
	});

	it('is sent again when it certainly was not sent, and fails when that does not help', async () => {
		const { error } = await invite(people(3), {}, {}, { credentials: { baseUrl: 'http://127.0.0.1:9' } });
		expect(error?.message).toBe('The connection to Luma failed (ECONNREFUSED)');
		expect(error?.description).toContain('The node tried 4 times. Of 3 items: 3 error.');
		expect(waits).toHaveLength(3);
	});

	it('is not sent at all when an event cannot be looked up', async () => {
		simulator.fail({ path: '/v1/entities/lookup', status: 403, message: 'Luma Plus is needed' });
		const { error } = await invite(people(3), { eventId: { __rl: true, mode: 'url', value: 'https://luma.com/summer-conference' } });
		expect(error?.message).toBe('Luma Plus is needed');
		expect(error?.httpCode).toBe('403');
		expect(writes()).toEqual([]);
	});
});

describe('a refusal that is not of single guests', () => {
	it('of all guests alike ends the group after a few requests, and others go on', async () => {
		simulator.fail({ path: invitePath, status: 400, message: 'The event is over', times: 33 });
		const rows = people(1010, (n) => ({ event: n < 1000 ? conference : meetup }));
		const { json, statuses } = await invite(rows, { eventId: byId('={{ $json.event }}') }, goesOn, { after: false });
		expect(statuses).toEqual(rows.map((_, n) => (n < 1000 ? 'error' : 'invited')));
		expect(json[0].reason).toBe('The event is over');
		expect(json[998].reason).toBe('Not sent, because Luma refused every other guest that was tried individually: The event is over');
		expect(writes()).toHaveLength(34);
	});

	it('stops the node, and the error says so', async () => {
		simulator.fail({ path: invitePath, status: 400, message: 'The event is over', times: Infinity });
		const { error } = await invite(people(1000), {}, {}, { after: false });
		expect(error?.message).toBe('Luma refused 20 guests. The first reason: The event is over');
		expect(error?.description).toContain('Of 1000 items: 20 error, 980 not sent.');
		expect(newcomers()).toEqual([]);
	});
});
