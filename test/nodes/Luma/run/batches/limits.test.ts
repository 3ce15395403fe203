/** Many items within Luma's limits, and what the person is told about them. */
import { seed, type Simulator } from '../../../../simulator';
import { clock } from '../../../../../nodes/Luma/api/clock';
import { add, bulk, byId, emailsOf, goesOn, invite, invitePath, meetup, newcomers, people, refusedEmail, simulator, useSimulator, waits, writes } from './support';

/** Each input item with a list of its own. */
const json = { guestsFrom: 'json', guestsJson: '={{ [{ email: $json.email }] }}' };

const blocked = () => simulator.requests.filter(({ status }) => status === 429).length;

describe('without a rate limit', () => {
	useSimulator({ maxGuestsPerCall: 30 });

	it('finds the size that Luma takes, and keeps to it', async () => {
		const rows = people(205);
		const { statuses } = await invite(rows);
		expect(writes().map((request) => emailsOf(request).length)).toEqual([100, 50, 25, 25, 50, 25, 25, 25, 25, 25, 25, 5]);
		expect(statuses).toEqual(rows.map(() => 'invited'));
		expect(newcomers()).toEqual(rows.map(({ email }) => email));
	});

	it('keeps to it for the guests of other events too', async () => {
		await invite(people(100, (n) => ({ event: n < 50 ? seed.events.conference : meetup })), { eventId: byId('={{ $json.event }}') });
		expect(writes().map((request) => emailsOf(request).length)).toEqual([50, 25, 25, 25, 25]);
	});

	it('finds that size beside a row that Luma refuses', async () => {
		const rows = people(100).map((row, n) => (n === 3 ? { ...row, email: refusedEmail(n) } : row));
		const { statuses } = await invite(rows, {}, goesOn);
		expect(statuses).toEqual(rows.map((_, n) => (n === 3 ? 'error' : 'invited')));
	});

	it('does not let an answer of 413 stop the node', async () => {
		simulator.fail({ path: invitePath, status: 413, message: 'Too large' });
		const { error, statuses } = await invite(people(20));
		expect(error).toBeUndefined();
		expect(statuses).toHaveLength(20);
		expect(writes().map((request) => emailsOf(request).length)).toEqual([20, 10, 10]);
	});

	it('puts guests of many input items in one request, however they are given', async () => {
		const { statuses, hints } = await add(people(11), json);
		expect(statuses).toEqual(people(11).map(() => 'added'));
		expect(writes()).toHaveLength(1);
		expect(hints).toEqual([]);
	});
});

describe('with a rate limit', () => {
	useSimulator({ rateLimit: { limit: 5, windowMs: 60_000, blockMs: 60_000 } });

	it('waits, loses nothing, and says so', async () => {
		const rows = people(12);
		const { statuses, hints } = await invite(rows, { options: { batchSize: 1 } });
		expect(statuses).toEqual(rows.map(() => 'invited'));
		expect(newcomers()).toEqual(rows.map(({ email }) => email));
		expect(blocked()).toBe(0);
		expect(hints).toEqual([{ message: expect.stringMatching(/^The node waited 1(19|20|21|22) seconds in total for Luma's rate limit\.$/) as string, location: 'outputPane', type: 'info' }]);
		expect(waits.length).toBeGreaterThan(0);
	});

	it('sends a batch that the limit refuses again, whole', async () => {
		simulator.fail({ path: invitePath, status: 429, retryAfter: 7 });
		const { statuses } = await invite(people(30));
		expect(statuses).toEqual(people(30).map(() => 'invited'));
		expect(writes().map((request) => emailsOf(request).length)).toEqual([30, 30]);
		expect(waits).toEqual([7250]);
	});

	it('gives up a batch for which it would wait too long, and says what was done', async () => {
		const { error } = await invite(people(7), { options: { batchSize: 1, maxWait: 10 } });
		expect(error?.message).toMatch(/^Luma's rate limit requires a wait of \d+ seconds, but 'Max Wait on Rate Limit' allows only 10$/);
		expect(error?.description).toContain('Of 7 items: 5 invited, 1 error, 1 not sent. Items by status: error (5), not sent (6).');
		expect(newcomers()).toHaveLength(5);
	});

	it('goes on with the next when the node is to go on', async () => {
		const { statuses } = await invite(people(7), { options: { batchSize: 1, maxWait: 10 } }, goesOn);
		expect(statuses).toEqual([...Array(5).fill('invited'), 'error', 'error']);
	});

	it('takes Update Status through at the same pace, with an item for each item', async () => {
		const rows = Array.from({ length: 12 }, (_, n) => ({ guest: `guest${n + 1}@example.com` }));
		const { json: out, linked, error } = await bulk('updateStatus', rows, { guestId: byId('={{ $json.guest }}'), guestStatus: 'waitlist', additionalFields: { sendEmail: false } });
		expect(error).toBeUndefined();
		expect(out).toEqual(rows.map(({ guest }) => ({ success: true, event_id: seed.events.conference, guest_id: guest, status: 'waitlist', email: guest })));
		expect(linked).toEqual(rows.map((_, n) => n));
		expect(simulator.guests(seed.events.conference).slice(0, 12).map(({ approval_status }) => approval_status)).toEqual(rows.map(() => 'waitlist'));
		expect(blocked()).toBe(0);
	});
});

describe('when n8n runs the node anew (Retry On Fail)', () => {
	useSimulator();
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const batches = { options: { batchSize: 4 } };

	it('sends only what has not gone out', async () => {
		simulator.fail({ path: invitePath, skip: 1, status: 404, message: 'Not now' });
		const { error, statuses } = await invite(people(10), batches, retry);
		expect(error).toBeUndefined();
		expect(statuses).toEqual(people(10).map(() => 'invited'));
		expect(writes().map((request) => emailsOf(request)[0])).toEqual(['new0@example.com', 'new4@example.com', 'new4@example.com', 'new8@example.com']);
	});

	it('sends nothing more once nobody knows of a batch', async () => {
		simulator.fail({ path: invitePath, skip: 1, status: 500 });
		const { error } = await invite(people(10), batches, retry);
		expect(error?.description).toContain('4 invited, 4 unknown, 2 not sent');
		expect(writes()).toHaveLength(2);
	});

	it('sends nothing more once Luma has refused a row', async () => {
		const { error } = await invite([{ email: refusedEmail(0) }, ...people(6)], batches, retry);
		expect(error?.description).toContain('3 invited, 1 error, 3 not sent');
		expect(newcomers()).toHaveLength(3);
		expect(writes().flatMap(emailsOf).filter((email) => email === refusedEmail(0))).toHaveLength(3);
	});

	it('keeps what has gone out also where the error output brings it to run anew', async () => {
		simulator.fail({ path: invitePath, status: 404, message: 'Not now' });
		const { json: out, errors } = await invite(people(10), batches, { ...retry, onError: 'continueErrorOutput' });
		expect(errors).toEqual([]);
		expect(out.map(({ status }) => status)).toEqual(people(10).map(() => 'invited'));
		expect(writes().map((request) => emailsOf(request)[0])).toEqual(['new0@example.com', 'new4@example.com', 'new8@example.com', 'new0@example.com']);
	});
});

describe('when a person cancels', () => {
	useSimulator();

	it('sends nothing more', async () => {
		let cancel = () => {};
		const started: Simulator['requests'] = simulator.requests;
		jest.spyOn(clock, 'now').mockImplementation(() => {
			if (started.length === 3) cancel();
			return Date.now();
		});
		await invite(people(100), { options: { batchSize: 10 } }, {}, { onStart: (stop) => (cancel = stop) });
		expect(writes().length).toBeLessThan(5);
	});
});
