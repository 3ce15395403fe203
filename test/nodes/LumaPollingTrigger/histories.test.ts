/** Random histories at the simulator, polled at random times with random faults and restarts: every fact comes out exactly once. */
import { clock } from '../../../nodes/Luma/api/clock';
import fc, { runs } from '../../properties';
import { apiKey, startSimulator, type Fault, type Simulator } from '../../simulator';
import { Polling } from './support';

const MINUTE = 60_000;
const START = Date.parse('2026-11-02T09:00:00.000Z');

/** The simulator's and the node's clock. */
let time = START;
let simulator: Simulator;

const { now, wait } = clock;

beforeAll(async () => {
	// Pages of three, so that a few guests fill several.
	simulator = await startSimulator({ rateLimit: false, webhooks: false, page: true, pageCap: 3, now: () => time });
});

beforeEach(() => {
	clock.now = () => time;
	clock.wait = async (milliseconds) => void (time += milliseconds);
});

afterEach(() => void Object.assign(clock, { now, wait }));
afterAll(async () => await simulator.close());

async function act(path: string, body: object = {}): Promise<void> {
	await fetch(simulator.url + path, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify(body) });
}

const day = 24 * 60 * MINUTE;
const within = () => ({ start_at: new Date(time + 3 * day).toISOString(), end_at: new Date(time + 4 * day).toISOString() });

type Step =
	| { do: 'register'; event: number; count: number; status: string; late: number }
	| { do: 'invite'; event: number }
	| { do: 'set'; event: number; guest: number; status: string }
	| { do: 'checkIn'; event: number }
	| { do: 'newEvent' }
	| { do: 'moveAway'; event: number }
	| { do: 'moveBack'; event: number }
	| { do: 'poll'; minutes: number; fault: number; meanwhile: number }
	| { do: 'restart' };

const at = fc.nat(2);
const status = fc.constantFrom('approved', 'pending_approval', 'waitlist');
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('register' as const), event: at, count: fc.integer({ min: 1, max: 8 }), status, late: fc.integer({ min: 0, max: 12 }) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('invite' as const), event: at }) },
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('set' as const), event: at, guest: fc.nat(30), status: fc.constantFrom('approved', 'approved', 'declined', 'pending_approval', 'waitlist') }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('checkIn' as const), event: at }) },
	{ weight: 1, arbitrary: fc.constant({ do: 'newEvent' as const }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('moveAway' as const), event: at }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('moveBack' as const), event: at }) },
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('poll' as const), minutes: fc.integer({ min: 0, max: 90 }), fault: fc.nat(11), meanwhile: fc.nat(5) }) },
	{ weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

/** What goes wrong while a poll is under way; most polls go well. */
const faults: Array<Omit<Fault, 'path'> | undefined> = [{ status: 400 }, { status: 500 }, { kind: 'reset' }, { kind: 'html' }, { kind: 'cutOff' }, { status: 429 }, { status: 503, times: 9 }];

/** What is a fact of a guest, as Luma has the guest. */
const facts: Record<string, (guest: ReturnType<Simulator['guests']>[number]) => boolean> = {
	'guest.registered': ({ registered_at: registered }) => registered !== null,
	'guest.going': ({ approval_status: approval }) => approval === 'approved',
	'guest.checked_in': ({ event_tickets: tickets }) => tickets.some(({ checked_in_at: checkedIn }) => checkedIn !== null),
};

async function play(type: string, eventsToWatch: string, steps: Step[]): Promise<{ out: string[]; expected: string[] }> {
	simulator.reset();
	simulator.requests.length = 0;
	time = START;
	const events = [0, 1, 2].map(() => simulator.addEvent({ ...within(), created_at: '2026-10-20T08:00:00.000Z', guests: 7 }));
	const polling = new Polling(simulator, { triggerOn: type, eventsToWatch, eventIds: [...events], options: { daysAhead: 20, includeExisting: false } });
	const out: string[] = [];
	let count = 0;
	const holding = () => new Set(events.flatMap((event) => simulator.guests(event).filter(facts[type]).map(({ id }) => id)));
	let before: Set<string> | undefined;
	/** Who it has held for at a poll that worked; of the others that come and go between two polls, nobody can know. */
	const seen = new Set<string>();

	const change = async (what: Step): Promise<void> => {
		if (what.do === 'register') {
			// Luma may show a guest some minutes after the time of the registration.
			time -= what.late * MINUTE;
			const guests = Array.from({ length: what.count }, () => ({ email: `new${(count += 1)}@example.com` }));
			await act('/v1/events/guests/add', { event_id: events[what.event], guests, approval_status: what.status });
			time += what.late * MINUTE + 1000;
		} else if (what.do === 'invite') await act('/v1/events/guests/send-invites', { event_id: events[what.event], guests: [{ email: `new${(count += 1)}@example.com` }] });
		else if (what.do === 'set') {
			const guests = simulator.guests(events[what.event]);
			if (guests.length === 0) return;
			await act('/v1/events/guests/update-status', { event_id: events[what.event], guest_id: guests[what.guest % guests.length].id, status: what.status });
			time += 1000;
		} else if (what.do === 'checkIn') {
			await act(`/simulator/checkIn?event=${events[what.event]}`);
			time += 1000;
		} else if (what.do === 'moveAway') await act('/v1/events/update', { event_id: events[what.event], start_at: new Date(time + 60 * day).toISOString(), end_at: new Date(time + 61 * day).toISOString() });
		else if (what.do === 'moveBack') await act('/v1/events/update', { event_id: events[what.event], ...within() });
		else if (what.do === 'newEvent' && eventsToWatch === 'upcoming') events.unshift(simulator.addEvent({ ...within(), created_at: new Date(time).toISOString(), guests: 0 }));
	};

	const poll = async ({ fault = faults.length, meanwhile = 0 } = {}) => {
		if (faults[fault]) simulator.fail({ path: /list|get/, skip: meanwhile, ...faults[fault] });
		// What registers while a poll reads page after page moves the pages.
		let requests = 0;
		const added: Array<Promise<void>> = [];
		simulator.onExchange = ({ path }) => {
			if (path.endsWith('guests/list') && meanwhile > 0 && (requests += 1) === meanwhile) added.push(change({ do: 'register', event: requests % 3, count: 4, status: 'approved', late: 0 }));
		};
		const held = holding();
		const found = await polling.poll().catch(() => undefined);
		simulator.onExchange = undefined;
		await Promise.all(added);
		if (found === undefined) return;
		if (before === undefined) before = new Set([...held, ...[...holding()].filter((id) => !held.has(id))]);
		for (const id of held) seen.add(id);
		// Those for whom it has come to hold while the poll was under way may be found by it.
		const holds = holding();
		for (const { id } of found) if (holds.has(String(id))) seen.add(String(id));
		out.push(...found.map(({ id }) => String(id)));
	};

	while (before === undefined) await poll();
	for (const one of steps) {
		if (one.do === 'poll') {
			time += one.minutes * MINUTE;
			await poll(one);
		} else if (one.do === 'restart') polling.restart();
		else await change(one);
	}
	// Until nothing is left to be found: a fault or two may still wait.
	for (const event of events) await act('/v1/events/update', { event_id: event, ...within() });
	for (let last = 0; last < 14; last += 1) {
		time += 61 * MINUTE;
		await poll();
	}
	const expected = [...new Set([...seen, ...holding()])].filter((id) => !before!.has(id));
	return { out: out.sort(), expected: expected.sort() };
}

describe.each(['chosen', 'upcoming'])('%s events', (eventsToWatch) => {
	it.each(Object.keys(facts))('%s: every fact comes out exactly once', async (type) => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
				const { out, expected } = await play(type, eventsToWatch, steps);
				expect(out).toEqual(expected);
			}),
			{ numRuns: runs(6) },
		);
	});
});
