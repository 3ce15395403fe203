/** Polls of calendars that are larger than Luma's rate limit allows at once, of events that come back, and with static data that is damaged. */
import { clock } from '../../../nodes/Luma/api/clock';
import { apiKey, organizationKey, startSimulator, type Simulator } from '../../simulator';
import { nothingSince } from '../../../nodes/Luma/triggers/recent';
import { lasting, type Place } from '../../../nodes/LumaPollingTrigger/place';
import { logged } from '../../engine';
import { Polling } from './support';

let simulator: Simulator;
/** The simulator's and the node's clock. */
let time = Date.parse('2027-03-01T12:00:00.000Z');

const { now, wait } = clock;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NAME = 'node:Luma Polling Trigger';

beforeAll(async () => {
	simulator = await startSimulator({ webhooks: false, now: () => time });
});

beforeEach(() => {
	simulator.reset();
	logged.length = 0;
	clock.now = () => time;
	clock.wait = async (milliseconds) => void (time += milliseconds);
	time += 10 * MINUTE;
});

afterEach(() => void Object.assign(clock, { now, wait }));
afterAll(async () => await simulator.close());

const days = (count: number) => new Date(time + count * DAY).toISOString();
const event = (settings: object = {}) => simulator.addEvent({ created_at: days(-90), start_at: days(5), end_at: days(6), guests: 0, ...settings });

async function act(path: string, body: object): Promise<void> {
	// A key of its own, since a calendar's requests are counted together.
	const response = await fetch(simulator.url + path, { method: 'POST', headers: { 'x-luma-api-key': organizationKey, 'x-luma-calendar-id': 'cal-simulator' }, body: JSON.stringify(body) });
	expect(response.status).toBe(200);
}

/** Requests of somebody else with the same key. */
async function others(requests: number): Promise<void> {
	for (let request = 0; request < requests; request += 1) await fetch(`${simulator.url}/v1/users/get-self`, { headers: { 'x-luma-api-key': apiKey } });
}

const register = async (event_id: string, ...emails: string[]) => await act('/v1/events/guests/add', { event_id, guests: emails.map((email) => ({ email })) });

/** What the next poll finds, and the requests that it took. */
async function next(polling: Polling, minutes = 1): Promise<{ found: unknown[]; requests: number }> {
	time += minutes * MINUTE;
	polling.asked.length = 0;
	const found = await polling.poll();
	return { found: found.map(({ user_email: email }) => email), requests: polling.asked.length };
}

describe('a calendar with more than a poll can read', () => {
	it('Guest Going reads 40 events of 500 who are going in several polls, keeps Luma\'s rate limit for others, and finds everyone since', async () => {
		const events = Array.from({ length: 40 }, () => event({ guests: 700 }));
		const polling = new Polling(simulator, { triggerOn: 'guest.going', options: { daysAhead: 20 } });
		expect((await next(polling)).requests).toBeLessThan(170);
		time += 1000;
		for (const [at, id] of events.entries()) await register(id, `new${at}@example.com`);
		const found: unknown[] = [];
		// After an hour all are due to be read whole again.
		for (const minutes of [1, 1, 1, 1, 1, 60, 1, 1, 1, 1, 1]) {
			const one = await next(polling, minutes);
			expect(one.requests).toBeLessThan(minutes > 1 ? 170 : 70);
			found.push(...one.found);
		}
		expect(found.sort()).toEqual(events.map((_, at) => `new${at}@example.com`).sort());
		expect(simulator.requests.every(({ status }) => status === 200)).toBe(true);
	});

	it('keeps what it has read where Luma\'s rate limit ends it, says so, and goes on the next time with the others', async () => {
		const events = Array.from({ length: 20 }, () => event());
		const polling = new Polling(simulator, { triggerOn: 'guest.registered', options: { daysAhead: 20 } });
		await next(polling);
		for (const [at, id] of events.entries()) await register(id, `new${at}@example.com`);
		time += 2 * MINUTE;
		await others(190);
		const first = (await next(polling, 0)).found;
		expect(first.length).toBeGreaterThan(0);
		expect(first.length).toBeLessThan(20);
		expect(logged.join('\n')).toMatch(/left some events for the next poll: Luma's rate limit requires a wait/);
		const second = (await next(polling, 3)).found;
		expect([...first, ...second].sort()).toEqual(events.map((_, at) => `new${at}@example.com`).sort());
		expect((await next(polling)).found).toEqual([]);
	});

	it('fails where Luma\'s rate limit lets it read no event at all', async () => {
		const polling = new Polling(simulator, { triggerOn: 'guest.registered', eventsToWatch: 'chosen', eventIds: [event()] });
		await next(polling);
		time += 2 * MINUTE;
		await others(200);
		await expect(next(polling, 0)).rejects.toThrow(/rate limit/);
	});
});

it('fails where no chosen event can be read any more, as without Luma Plus, and goes on where it stopped', async () => {
	const events = [event(), event()];
	const polling = new Polling(simulator, { triggerOn: 'guest.registered', eventsToWatch: 'chosen', eventIds: events });
	await next(polling);
	await register(events[0], 'ada@example.com');
	simulator.fail({ path: '/v1/events/guests/list', status: 403, message: 'Luma Plus is needed', times: 2 });
	await expect(next(polling)).rejects.toThrow('Luma Plus is needed');
	expect((await next(polling)).found).toEqual(['ada@example.com']);
});

it('keeps of the events that are long over the latest 300, without their guests', () => {
	const place = (ends: number): Place => ({ read: 5, back: 4, recent: { ...nothingSince(3), now: 'guest-1', top: 7 }, known: 'guest-1', ends });
	const places = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`evt-${at}`, place(time - (31 + at) * DAY)]));
	const kept = lasting({ 'evt-now': place(time), 'evt-watched': place(0), calendar: { ...place(0), ends: undefined }, ...places }, ['evt-watched'], time);
	expect(Object.keys(kept)).toEqual(['evt-now', 'evt-watched', 'calendar', ...Array.from({ length: 300 }, (_, at) => `evt-${at}`)]);
	expect(kept['evt-0']).toEqual({ read: 5, back: 7, recent: nothingSince(7), ends: time - 31 * DAY });
	expect(kept['evt-watched']).toEqual(place(0));
});

describe.each(['guest.registered', 'guest.going'])('an event that is over, and months later moved to a new date: %s', (triggerOn) => {
	it.each(['upcoming', 'chosen'])('finds nobody again, and who comes then (%s)', async (eventsToWatch) => {
		const others = event({ start_at: days(200), end_at: days(201) });
		let id = 'evt-new-2';
		const polling = new Polling(simulator, { triggerOn, eventsToWatch, eventIds: [others, id], options: { daysAhead: 300 } });
		if (eventsToWatch === 'chosen') id = event();
		await next(polling);
		// Created after the publication, so all of its guests are news.
		if (eventsToWatch === 'upcoming') id = event({ created_at: days(0) });
		await register(id, 'ada@example.com', 'bob@example.com');
		expect((await next(polling)).found).toHaveLength(2);
		for (let day = 0; day < 50; day += 1) expect((await next(polling, 24 * 60)).found).toEqual([]);
		// Told late, while it was not looked at.
		if (eventsToWatch === 'chosen') await register(id, 'cyd@example.com');
		await act('/v1/events/update', { event_id: id, start_at: days(5), end_at: days(6) });
		expect((await next(polling)).found).toEqual(eventsToWatch === 'chosen' ? ['cyd@example.com'] : []);
		await register(id, 'dan@example.com');
		expect((await next(polling)).found).toEqual(['dan@example.com']);
		for (let day = 0; day < 400; day += 40) expect((await next(polling, 40 * 24 * 60)).found).toEqual([]);
	});
});

describe('static data that is damaged begins anew, without what is there already', () => {
	const damages: Array<[string, unknown]> = [
		['places', null], ['places', 'text'], ['places', []], ['places', { EVENT: null }], ['places', { EVENT: {} }], ['places', { EVENT: { read: 'x', back: 'y', recent: 5 } }],
		['places', { EVENT: { read: 1, back: 1, recent: { now: 5, before: null, top: 'x', closed: null } } }], ['polled', 'x'], ['since', null], ['type', 7],
	];
	it.each(damages)('%s: %j', async (name, damage) => {
		for (const triggerOn of ['guest.registered', 'guest.going', 'guest.checked_in']) {
			const id = event({ guests: 5, created_at: days(0) });
			const polling = new Polling(simulator, { triggerOn, eventsToWatch: 'chosen', eventIds: [id] });
			await next(polling);
			polling.saved = { [NAME]: { ...(polling.saved[NAME] as object), [name]: JSON.parse(JSON.stringify(damage).replaceAll('EVENT', id)) as object } };
			polling.restart();
			expect((await next(polling)).found).toEqual([]);
			await register(id, 'ada@example.com');
			expect((await next(polling)).found).toEqual(triggerOn === 'guest.checked_in' ? [] : ['ada@example.com']);
		}
	});
});

describe('a machine whose clock is off', () => {
	const off = (hours: number) => void (clock.now = () => time + hours * 60 * MINUTE);

	it.each([-26, -2, 2, 26].flatMap((hours) => [['guest.registered', hours], ['guest.going', hours]] as Array<[string, number]>))('%s: by %d hours, it finds everyone once, also more than a page at once', async (triggerOn, hours) => {
		off(hours);
		const [empty, busy] = [event(), event({ guests: 130 })];
		const polling = new Polling(simulator, { triggerOn, eventsToWatch: 'chosen', eventIds: [empty, busy] });
		expect((await next(polling)).found).toEqual([]);
		const expected: string[] = [];
		const found: unknown[] = [];
		for (let round = 0; round < 4; round += 1) {
			time += 1000;
			for (const id of [empty, busy]) {
				const emails = Array.from({ length: round === 2 ? 100 : 1 }, (_, guest) => `${id}-${round}-${guest}@example.com`);
				for (const part of round === 2 ? [emails, emails.map((email) => `second-${email}`)] : [emails]) {
					await register(id, ...part);
					expected.push(...part);
				}
			}
			found.push(...(await next(polling)).found);
		}
		for (let quiet = 0; quiet < 3; quiet += 1) found.push(...(await next(polling, 10)).found);
		expect(found.sort()).toEqual(expected.sort());
	});

	// Events are found by this machine's clock, since those that move come and go: one that is ahead misses some, as docs/trigger.md says.
	it.each([['contact.created', -26], ['contact.created', -2], ['contact.created', 2], ['contact.created', 26], ['event.created', -26], ['event.created', -2]] as const)('%s: by %d hours, it finds each once', async (triggerOn, hours) => {
		off(hours);
		const polling = new Polling(simulator, { triggerOn });
		await polling.poll();
		const found: unknown[] = [];
		for (let round = 0; round < 3; round += 1) {
			time += MINUTE;
			if (triggerOn === 'event.created') event({ name: `new ${round}`, created_at: days(0) });
			else await act('/v1/calendars/contacts/import', { contacts: [{ email: `new${round}@example.com`, name: `new ${round}` }] });
			time += MINUTE;
			found.push(...(await polling.poll()).map(({ name }) => name));
		}
		expect(found).toEqual(['new 0', 'new 1', 'new 2']);
	});

	it.each([-26, -2])('finds everyone once who registers for an event that was created since, by %d hours', async (hours) => {
		off(hours);
		const polling = new Polling(simulator, { triggerOn: 'guest.registered', options: { daysAhead: 20 } });
		await next(polling);
		const id = event({ created_at: days(0) });
		await register(id, 'ada@example.com');
		const found = (await next(polling)).found;
		await register(id, 'bob@example.com');
		expect([...found, ...(await next(polling)).found]).toEqual(['ada@example.com', 'bob@example.com']);
	});

	it.each([-400 * 24, -8, 8, 400 * 24])('finds everyone once where it jumps by %d hours and back, as after a power cut', async (hours) => {
		const polling = new Polling(simulator, { triggerOn: 'guest.registered', options: { daysAhead: 20 } });
		await next(polling);
		// Created since the publication, so all of its guests are news.
		const id = event({ created_at: days(0) });
		const found: unknown[] = [];
		for (const [round, jump] of [0, hours, 0, 0].entries()) {
			time += 1000;
			await register(id, `guest${round}@example.com`);
			off(jump);
			polling.restart();
			found.push(...(await next(polling)).found);
		}
		expect(found.sort()).toEqual([0, 1, 2, 3].map((round) => `guest${round}@example.com`));
	});
});
