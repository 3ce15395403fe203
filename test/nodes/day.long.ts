/**
 * A day in fast motion for both triggers: 2,000 registrations over 30 events, 300 approvals, 50 polls, 5 restarts, under Luma's
 * rate limit. Exactly the right runs come out of both, and the requests are counted.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clock } from '../../nodes/Luma/api/clock';
import type { LumaTrigger } from '../../nodes/LumaTrigger/LumaTrigger.node.ts';
import { organizationKey, startSimulator, type Simulator } from '../simulator';
import { Polling } from './LumaPollingTrigger/support';
import { deliver } from './LumaTrigger/delivering';
import { Published } from './LumaTrigger/support';

const REGISTRATIONS = 2000;
const APPROVALS = 300;
const EVENTS = 30;
const POLLS = 50;
const RESTARTS = 5;
const DAY = 24 * 60 * 60_000;

/** The clock of all of them. */
let time = Date.parse('2026-11-02T00:00:00.000Z');

/** Numbers that are the same each time (mulberry32). */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let next = Math.imul(state ^ (state >>> 15), 1 | state);
		next = (next + Math.imul(next ^ (next >>> 7), 61 | next)) ^ next;
		return Math.floor((((next ^ (next >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

const { now, wait } = clock;
afterAll(() => void Object.assign(clock, { now, wait }));

/** The node as another process has it. */
function inNewProcess(): LumaTrigger {
	let Node!: new () => LumaTrigger;
	jest.isolateModules(() => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		({ LumaTrigger: Node } = require('../../nodes/LumaTrigger/LumaTrigger.node.ts') as { LumaTrigger: typeof Node });
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const { clock: itsOwn } = require('../../nodes/Luma/api/clock') as { clock: typeof clock };
		Object.assign(itsOwn, { now: clock.now, wait: clock.wait });
	});
	return new Node();
}

/** An address that hands deliveries to a published workflow, some of them twice. */
async function receiver(twice: () => boolean) {
	const started: string[] = [];
	const under: { workflow?: Published } = {};
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const take = async () => {
				const signed = { id: String(request.headers['webhook-id']), time: Math.floor(time / 1000) };
				const { status, item } = await deliver(under.workflow!, Buffer.concat(chunks), signed);
				if (item) started.push(String(item.json.user_email));
				return status;
			};
			void (async () => {
				const status = await take();
				if (twice()) await take();
				response.writeHead(status).end('{}');
			})();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const close = () => {
		server.closeAllConnections();
		server.close();
	};
	return { url, started, under, close };
}

async function act(simulator: Simulator, path: string, body: object): Promise<void> {
	// A key of its own, since a calendar's requests are counted together.
	const response = await fetch(simulator.url + path, { method: 'POST', headers: { 'x-luma-api-key': organizationKey, 'x-luma-calendar-id': 'cal-simulator' }, body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

it('a day with 2,000 registrations', async () => {
	const pick = numbers(2026);
	const simulator = await startSimulator({ now: () => time });
	Object.assign(clock, { now: () => time, wait: async (milliseconds: number) => void (time += milliseconds) });
	const to = await receiver(() => pick(20) === 0);
	try {
		const events = Array.from({ length: EVENTS }, () => simulator.addEvent({ start_at: new Date(time + 5 * DAY).toISOString(), end_at: new Date(time + 6 * DAY).toISOString(), created_at: new Date(time - 30 * DAY).toISOString() }));
		const webhook = new Published(simulator, { eventTypes: ['guest.going'] }, to.url, inNewProcess());
		to.under.workflow = webhook;
		await webhook.publish();
		const options = { daysAhead: 20 };
		const polls = { registered: new Polling(simulator, { triggerOn: 'guest.registered', options }), going: new Polling(simulator, { triggerOn: 'guest.going', options }) };
		const found: Record<string, string[]> = { registered: [], going: [] };
		const asked = { registered: 0, going: 0 };
		const most = { registered: 0, going: 0 };
		const pollBoth = async (isCounted = true) => {
			for (const [name, polling] of Object.entries(polls) as Array<[keyof typeof polls, Polling]>) {
				polling.asked.length = 0;
				found[name].push(...(await polling.poll()).map(({ user_email: email }) => String(email)));
				if (isCounted) asked[name] += polling.asked.length;
				if (isCounted) most[name] = Math.max(most[name], polling.asked.length);
			}
		};
		await pollBoth(false);

		// What happens, shuffled over the day.
		const pending: Array<[string, string]> = [];
		const expected = { registered: [] as string[], going: [] as string[] };
		const deeds: Array<'register' | 'approve' | 'poll' | 'restart'> = [
			...Array<'register'>(REGISTRATIONS).fill('register'),
			...Array<'approve'>(APPROVALS).fill('approve'),
			...Array<'restart'>(RESTARTS).fill('restart'),
		];
		for (let last = deeds.length - 1; last > 0; last -= 1) {
			const other = pick(last + 1);
			[deeds[last], deeds[other]] = [deeds[other], deeds[last]];
		}
		// Approvals need somebody who waits, so those that come too early come last.
		for (let poll = 1; poll <= POLLS; poll += 1) deeds.splice(Math.floor((poll * deeds.length) / POLLS), 0, 'poll');
		let early = 0;
		const register = async (number: number) => {
			const event_id = events[pick(EVENTS)];
			const email = `guest${number}@example.com`;
			const approval_status = number % 4 === 0 ? (number % 8 === 0 ? 'waitlist' : 'pending_approval') : 'approved';
			await act(simulator, '/v1/events/guests/add', { event_id, guests: [{ email, name: `Guest ${number}` }], approval_status });
			expected.registered.push(email);
			if (approval_status === 'approved') expected.going.push(email);
			else pending.push([event_id, email]);
		};
		const approve = async () => {
			if (pending.length === 0) return void (early += 1);
			// Luma has told of the registration before.
			await simulator.delivered();
			const [[event_id, guest_id]] = pending.splice(pick(pending.length), 1);
			await act(simulator, '/v1/events/guests/update-status', { event_id, guest_id, status: 'approved' });
			expected.going.push(guest_id);
		};
		let number = 0;
		for (const deed of deeds) {
			time += Math.floor(DAY / deeds.length);
			if (deed === 'register') await register((number += 1));
			else if (deed === 'approve') await approve();
			else if (deed === 'poll') await pollBoth();
			else {
				await simulator.delivered();
				webhook.type = inNewProcess();
				for (const polling of Object.values(polls)) polling.restart();
			}
		}
		while (early-- > 0) await approve();
		await simulator.delivered();
		time += 60_000;
		await pollBoth();

		expect(expected.registered).toHaveLength(REGISTRATIONS);
		expect(expected.going).toHaveLength(REGISTRATIONS * 0.75 + APPROVALS);
		for (const emails of [to.started, found.going, found.registered, expected.going, expected.registered]) emails.sort();
		expect(to.started).toEqual(expected.going);
		expect(found.going).toEqual(expected.going);
		expect(found.registered).toEqual(expected.registered);

		// One request for the list of events, one for each event; some more where much has happened.
		const least = (POLLS + 1) * (EVENTS + 1);
		console.log(`${POLLS + 1} polls of ${EVENTS} events: Guest Registered ${asked.registered} requests (${most.registered} at most in one poll), Guest Going ${asked.going} (${most.going}); the webhook trigger ${webhook.asked.length}; static data ${JSON.stringify(webhook.static).length} and ${JSON.stringify(polls.going.saved).length} characters`);
		expect(asked.registered).toBeLessThanOrEqual(least * 1.1);
		expect(asked.going).toBeLessThanOrEqual(least * 1.1);
		expect(webhook.asked.length).toBeLessThanOrEqual(103);
		expect(simulator.requests.every(({ status }) => status === 200)).toBe(true);
	} finally {
		to.close();
		await simulator.close();
	}
});
