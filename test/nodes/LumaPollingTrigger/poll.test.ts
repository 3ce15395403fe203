import type { INodeParameters } from 'n8n-workflow';
import { clock } from '../../../nodes/Luma/api/clock';
import { LumaPollingTrigger } from '../../../nodes/LumaPollingTrigger/LumaPollingTrigger.node.ts';
import { apiKey, seed, startSimulator, type Simulator } from '../../simulator';
import { logged } from '../../engine';
import { Polling } from './support';

let simulator: Simulator;
/** The simulator's and the node's clock. */
let time = Date.parse('2027-03-01T12:00:00.000Z');

const { now, wait } = clock;
const MINUTE = 60_000;

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, webhooks: false, now: () => time });
});

beforeEach(() => {
	simulator.reset();
	logged.length = 0;
	clock.now = () => time;
	clock.wait = async () => {};
});

afterEach(() => void Object.assign(clock, { now, wait }));
afterAll(async () => await simulator.close());

const { conference } = seed.events;

async function act(path: string, body: object): Promise<void> {
	const response = await fetch(simulator.url + path, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify(body) });
	expect(response.status).toBe(200);
}

const register = async (event_id: string, names: string[], approval_status?: string) => {
	time += 1000;
	await act('/v1/events/guests/add', { event_id, guests: names.map((name) => ({ email: `${name}@example.com`, name })), ...(approval_status && { approval_status }) });
	time += 1000;
};
const setStatus = async (event_id: string, name: string, status: string) => await act('/v1/events/guests/update-status', { event_id, guest_id: `${name}@example.com`, status });

const chosen = (triggerOn: string, eventIds: string[], more: INodeParameters = {}): Polling => new Polling(simulator, { triggerOn, eventsToWatch: 'chosen', eventIds, ...more });
const many = (count: number, prefix = 'many') => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const names = (items: Array<Record<string, unknown>>) => items.map(({ user_email: email }) => String(email).split('@')[0]);

/** What the next poll finds, and the requests that it took. */
async function next(polling: Polling, minutes = 1): Promise<{ found: string[]; requests: number }> {
	time += minutes * MINUTE;
	polling.asked.length = 0;
	const found = names(await polling.poll());
	return { found, requests: polling.asked.length };
}

describe('Guest Registered', () => {
	it('starts from now, then finds each guest once, with one request where there is no news', async () => {
		const event = simulator.addEvent({ name: 'Evening', guests: 250, created_at: '2027-01-01T08:00:00.000Z' });
		const polling = chosen('guest.registered', [event]);
		expect(await polling.poll()).toEqual([]);
		await register(event, ['ada']);
		expect(await next(polling)).toMatchObject({ found: ['ada'] });
		expect(await next(polling)).toEqual({ found: [], requests: 1 });
		await register(event, ['bob'], 'pending_approval');
		await register(event, ['cyd'], 'waitlist');
		expect((await next(polling)).found).toEqual(['bob', 'cyd']);
		expect(await next(polling, 60)).toEqual({ found: [], requests: 1 });
	});

	it('gives the guest with the event, simplified or with all fields', async () => {
		const event = simulator.addEvent({ name: 'Evening', slug: 'evening' });
		const polling = chosen('guest.registered', [event]);
		const all = chosen('guest.registered', [event], { output: 'data' });
		for (const one of [polling, all]) await one.poll();
		await register(event, ['Ada Lovelace'.replace(' ', '.')]);
		const [item] = await polling.poll();
		expect(item).toMatchObject({ type: 'guest.registered', foundAt: new Date(time).toISOString(), user_email: 'Ada.Lovelace@example.com', approval_status: 'approved', event_id: event, event_name: 'Evening', event_url: 'https://luma.com/evening' });
		expect(item).not.toHaveProperty('event_tickets');
		expect(await all.poll()).toEqual([expect.objectContaining({ type: 'guest.registered', event_tickets: expect.any(Array), event: expect.objectContaining({ id: event, name: 'Evening' }) })]);
	});

	it('survives a restart, also after polls without news, which n8n does not save', async () => {
		const event = simulator.addEvent({});
		const polling = chosen('guest.registered', [event]);
		await polling.poll();
		await register(event, ['ada']);
		expect((await next(polling)).found).toEqual(['ada']);
		for (let quiet = 0; quiet < 3; quiet += 1) await next(polling, 20);
		await register(event, ['bob']);
		polling.restart();
		expect((await next(polling)).found).toEqual(['bob']);
		polling.restart();
		expect((await next(polling)).found).toEqual([]);
	});

	it('finds a thousand who register in the same second, and those of them that Luma shows later', async () => {
		const event = simulator.addEvent({});
		const polling = chosen('guest.registered', [event]);
		await polling.poll();
		const all = many(1000);
		await register(event, all.slice(0, 620));
		const first = (await next(polling)).found;
		expect(new Set(first)).toEqual(new Set(all.slice(0, 620)));
		// The simulator gives those of the same second the same time.
		time -= MINUTE + 2000;
		await register(event, all.slice(620));
		const second = (await next(polling)).found;
		expect(second.length).toBe(380);
		expect(new Set([...first, ...second])).toEqual(new Set(all));
		await register(event, ['later']);
		expect((await next(polling, 20)).found).toEqual(['later']);
		expect(await next(polling, 20)).toMatchObject({ found: [] });
		expect(await next(polling, 20)).toEqual({ found: [], requests: 1 });
	});

	it('loses nothing and doubles nothing where a poll fails in the middle', async () => {
		const events = Array.from({ length: 6 }, () => simulator.addEvent({}));
		const polling = chosen('guest.registered', events);
		await polling.poll();
		for (const [at, event] of events.entries()) await register(event, [`guest${at}`]);
		simulator.fail({ path: '/v1/events/guests/list', skip: 3, status: 400, message: 'Something is broken' });
		await expect(polling.poll()).rejects.toThrow('Something is broken');
		expect((await next(polling)).found.sort()).toEqual(events.map((_, at) => `guest${at}`));
		expect((await next(polling)).found).toEqual([]);
	});

	it('takes an event that moves, and one that is new with all who registered for it since', async () => {
		const polling = new Polling(simulator, { triggerOn: 'guest.registered', options: { daysAhead: 30 } });
		await polling.poll();
		const event = simulator.addEvent({ start_at: '2027-03-10T18:00:00.000Z', end_at: '2027-03-10T20:00:00.000Z' });
		await register(event, ['ada']);
		expect((await next(polling)).found).toEqual(['ada']);
		for (const start_at of ['2027-09-10T18:00:00.000Z', '2027-03-12T18:00:00.000Z']) {
			await act('/v1/events/update', { event_id: event, start_at, end_at: start_at.replace('18:', '20:') });
			expect((await next(polling)).found).toEqual([]);
		}
		await register(event, ['bob']);
		expect((await next(polling)).found).toEqual(['bob']);
	});

	it.each(['guest.registered', 'guest.going'])('%s: begins now with an event that is chosen later, with all of one that is new, and goes on where it stopped with one that comes back', async (triggerOn) => {
		const [one, other] = [simulator.addEvent({}), simulator.addEvent({ guests: 7, created_at: '2027-01-01T08:00:00.000Z' })];
		const polling = chosen(triggerOn, [one]);
		const choose = (...eventIds: string[]) => {
			polling.parameters = { ...polling.parameters, eventIds };
			polling.restart();
		};
		await polling.poll();
		choose(one, other);
		expect((await next(polling)).found).toEqual([]);
		await register(other, ['ada']);
		expect((await next(polling)).found).toEqual(['ada']);
		choose(one);
		await register(other, ['bob']);
		expect((await next(polling)).found).toEqual([]);
		const fresh = simulator.addEvent({});
		await register(fresh, ['cyd']);
		choose(one, other, fresh);
		expect((await next(polling)).found.sort()).toEqual(['bob', 'cyd']);
		expect((await next(polling)).found).toEqual([]);
	});

	it.each(['guest.registered', 'guest.going', 'guest.checked_in'])('%s: begins now with the other events where it looked at chosen ones, also with those that were created meanwhile', async (triggerOn) => {
		const polling = new Polling(simulator, { triggerOn, eventsToWatch: 'chosen', eventIds: [conference] });
		await polling.poll();
		time += 3 * 60 * MINUTE;
		const other = simulator.addEvent({ guests: 7, start_at: new Date(time + 24 * 60 * MINUTE).toISOString(), end_at: new Date(time + 26 * 60 * MINUTE).toISOString() });
		await register(other, ['ada']);
		expect((await next(polling, 20)).found).toEqual([]);
		polling.parameters = { triggerOn, eventsToWatch: 'upcoming' };
		polling.restart();
		expect((await next(polling)).found).toEqual([]);
		await register(other, ['bob']);
		const fresh = simulator.addEvent({ start_at: new Date(time + 24 * 60 * MINUTE).toISOString() });
		await register(fresh, ['cyd']);
		expect((await next(polling)).found.sort()).toEqual(triggerOn === 'guest.checked_in' ? [] : ['bob', 'cyd']);
		polling.restart();
		expect((await next(polling)).found).toEqual([]);
	});

	it.each([false, true])('takes who is there already at the other events where it looked at chosen ones before only as Include Existing says: %j', async (includeExisting) => {
		const other = simulator.addEvent({ start_at: new Date(time + 24 * 60 * MINUTE).toISOString() });
		await register(other, ['ada']);
		time += 60 * MINUTE;
		const polling = new Polling(simulator, { triggerOn: 'guest.registered', eventsToWatch: 'chosen', eventIds: [conference], options: { includeExisting } });
		await polling.poll();
		polling.parameters = { triggerOn: 'guest.registered', eventsToWatch: 'upcoming', options: { includeExisting } };
		polling.restart();
		expect((await next(polling)).found.includes('ada')).toBe(includeExisting);
		expect((await next(polling)).found).not.toContain('ada');
	});

	it('starts nothing where the filter lets nobody through', async () => {
		const event = simulator.addEvent({});
		const polling = chosen('guest.registered', [event], { filters: { guestStatuses: ['waitlist'] } });
		await polling.poll();
		await register(event, ['ada']);
		expect(await new LumaPollingTrigger().poll.call(polling.context())).toBeNull();
		await register(event, ['bob'], 'waitlist');
		expect((await next(polling)).found).toEqual(['bob']);
	});

	it('looks at events that still go on, if they began within Days Back', async () => {
		const days = (count: number) => new Date(time + count * 24 * 60 * MINUTE).toISOString();
		const event = simulator.addEvent({ start_at: days(-10), end_at: days(2) });
		const [usual, further] = [{}, { daysBack: 14 }].map((options) => new Polling(simulator, { triggerOn: 'guest.registered', options }));
		for (const polling of [usual, further]) await polling.poll();
		await register(event, ['ada']);
		expect((await next(further)).found).toEqual(['ada']);
		expect((await next(usual)).found).toEqual([]);
	});

	it('finds who registered for an event while it was too far ahead, once it is near enough', async () => {
		const start = new Date(time + 12 * 24 * 60 * MINUTE).toISOString();
		const event = simulator.addEvent({ start_at: start, end_at: start, created_at: '2027-01-01T08:00:00.000Z' });
		const polling = new Polling(simulator, { triggerOn: 'guest.registered', options: { daysAhead: 10 } });
		await register(event, ['before']);
		time += 60 * MINUTE;
		await polling.poll();
		await register(event, ['ada']);
		expect((await next(polling)).found).toEqual([]);
		expect((await next(polling, 60)).found).toEqual([]);
		expect((await next(polling, 3 * 24 * 60)).found).toEqual(['ada']);
		expect((await next(polling)).found).toEqual([]);
	});

	it('goes on with the others where an event is gone', async () => {
		const [one, other] = [simulator.addEvent({}), simulator.addEvent({})];
		const polling = chosen('guest.registered', [one, other]);
		await polling.poll();
		const { cancellation_token } = (await (await fetch(`${simulator.url}/v1/events/cancel/request`, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify({ event_id: one }) })).json()) as { cancellation_token: string };
		await act('/v1/events/cancel', { event_id: one, cancellation_token });
		await register(other, ['ada']);
		expect((await next(polling)).found).toEqual(['ada']);
		expect(logged.join('\n')).toContain(`Luma Polling Trigger "Luma Polling Trigger": couldn't read the event ${one}, and went on with the others`);
		await expect(chosen('guest.registered', ['evt-none']).poll()).rejects.toThrow();
	});

	it('reads many events in turns, and loses nobody by that', async () => {
		const polling = new Polling(simulator, { triggerOn: 'guest.registered', options: { daysAhead: 10 } });
		const events = Array.from({ length: 90 }, (_, at) => simulator.addEvent({ start_at: new Date(time + (1 + (at % 8)) * 24 * 60 * MINUTE).toISOString(), end_at: new Date(time + 10 * 24 * 60 * MINUTE).toISOString() }));
		await polling.poll();
		const expected: string[] = [];
		const found: string[] = [];
		for (let round = 0; round < 4; round += 1) {
			for (const [at, event] of events.entries()) {
				if (at % 7 !== round) continue;
				await register(event, [`guest${round}-${at}`]);
				expected.push(`guest${round}-${at}`);
			}
			const one = await next(polling);
			expect(one.requests).toBeLessThan(80);
			found.push(...one.found);
		}
		for (let round = 0; round < 2; round += 1) found.push(...(await next(polling)).found);
		expect(found.sort()).toEqual(expected.sort());
	});

	it('takes who is there already where that is chosen, and statuses', async () => {
		const polling = chosen('guest.registered', [conference], { options: { includeExisting: true }, filters: { guestStatuses: ['waitlist'] } });
		const found = await polling.poll();
		expect(found).toHaveLength(simulator.guests(conference).filter(({ approval_status: status }) => status === 'waitlist').length);
		expect((await next(polling)).found).toEqual([]);
	});
});

describe('Guest Going', () => {
	it('finds who registers, is approved, or comes off the waitlist, once', async () => {
		const event = simulator.addEvent({});
		await register(event, ['early'], 'pending_approval');
		const polling = chosen('guest.going', [event]);
		await polling.poll();
		await register(event, ['ada']);
		await register(event, ['bob'], 'waitlist');
		expect(await next(polling)).toMatchObject({ found: ['ada'] });
		for (const name of ['early', 'bob']) await setStatus(event, name, 'approved');
		expect((await next(polling)).found.sort()).toEqual(['bob', 'early']);
		for (const status of ['declined', 'approved']) await setStatus(event, 'ada', status);
		expect(await next(polling)).toEqual({ found: [], requests: 1 });
	});

	it('takes one request for a large event whose numbers have not changed, and no more than it has to else', async () => {
		const event = simulator.addEvent({ guests: 1000, created_at: '2026-12-01T08:00:00.000Z' });
		const polling = chosen('guest.going', [event]);
		await polling.poll();
		expect(await next(polling)).toEqual({ found: [], requests: 1 });
		await register(event, ['ada']);
		// The numbers, and the first page.
		expect(await next(polling)).toEqual({ found: ['ada'], requests: 2 });
		const { user_email: waiting } = simulator.guests(event).find(({ approval_status: status }) => status === 'pending_approval')!;
		await setStatus(event, waiting.split('@')[0], 'approved');
		expect(await next(polling)).toMatchObject({ found: [waiting.split('@')[0]], requests: 1 + 7 });
		expect(await next(polling)).toEqual({ found: [], requests: 1 });
		expect((await next(polling, 61)).requests).toBe(8);
	});

	it('refuses statuses with which nothing would ever start', async () => {
		await expect(chosen('guest.going', [conference], { filters: { guestStatuses: ['waitlist'] } }).poll()).rejects.toThrow(/nothing would ever start/);
	});
});

describe('Guest Checked In', () => {
	it('finds each guest once', async () => {
		const { conference: event } = seed.events;
		const polling = chosen('guest.checked_in', [event]);
		await polling.poll();
		expect((await next(polling)).found).toEqual([]);
		const page = await startSimulator({ page: true, rateLimit: false, webhooks: false, now: () => time });
		try {
			const here = new Polling(page, { triggerOn: 'guest.checked_in', eventsToWatch: 'chosen', eventIds: [event] });
			await here.poll();
			time += 1000;
			for (let guest = 0; guest < 2; guest += 1) await fetch(`${page.url}/simulator/checkIn?event=${event}`, { method: 'POST' });
			expect((await next(here)).found).toHaveLength(2);
			expect(await next(here)).toEqual({ found: [], requests: 1 });
		} finally {
			await page.close();
		}
	});
});

describe('the calendar', () => {
	it('finds new contacts', async () => {
		const polling = new Polling(simulator, { triggerOn: 'contact.created' });
		await polling.poll();
		await act('/v1/calendars/contacts/import', { contacts: [{ email: 'ada@example.com', name: 'Ada' }] });
		time += MINUTE;
		expect(await polling.poll()).toEqual([expect.objectContaining({ type: 'contact.created', name: 'Ada', email: 'ada@example.com' })]);
		expect(await polling.poll()).toEqual([]);
	});

	it('finds created events, whatever their date, and no moved ones', async () => {
		const polling = new Polling(simulator, { triggerOn: 'event.created' });
		await polling.poll();
		await act('/v1/events/create', { name: 'Launch', start_at: '2027-10-01T18:00:00+02:00', timezone: 'Europe/Berlin' });
		await act('/v1/events/update', { event_id: conference, start_at: '2027-08-01T18:00:00Z', end_at: '2027-08-01T20:00:00Z' });
		time += MINUTE;
		expect(await polling.poll()).toEqual([expect.objectContaining({ type: 'event.created', name: 'Launch' })]);
		expect(await polling.poll()).toEqual([]);
	});

	it('finds submitted events', async () => {
		const polling = new Polling(simulator, { triggerOn: 'calendar.event.submitted' });
		await polling.poll();
		const id = simulator.addEvent({ name: 'Meetup', status: 'pending', access: 'view' });
		expect(await polling.poll()).toEqual([expect.objectContaining({ type: 'calendar.event.submitted', name: 'Meetup', id })]);
		expect(await polling.poll()).toEqual([]);
	});
});

describe('manual execution', () => {
	it.each([['guest.registered', 3], ['guest.going', 3], ['guest.checked_in', 3], ['contact.created', 3], ['event.created', 3], ['calendar.event.submitted', 1]])('shows the latest of %s, without touching what is known', async (triggerOn, count) => {
		const polling = new Polling(simulator, { triggerOn });
		await polling.poll();
		const before = structuredClone(polling.saved);
		expect(await polling.poll('manual')).toHaveLength(count);
		expect(await polling.poll('manual')).toHaveLength(count);
		expect(polling.saved).toEqual(before);
		expect(await polling.poll()).toEqual([]);
	});

	it('shows the latest of the chosen statuses, also where later ones have others', async () => {
		const event = simulator.addEvent({});
		await register(event, ['ada'], 'waitlist');
		await register(event, ['bob'], 'pending_approval');
		await register(event, many(5));
		const polling = chosen('guest.registered', [event], { filters: { guestStatuses: ['waitlist', 'pending_approval'] } });
		expect(names(await polling.poll('manual'))).toEqual(['ada', 'bob']);
	});

	it('says what to do where there is nothing', async () => {
		await expect(chosen('guest.registered', [simulator.addEvent({})]).poll('manual')).rejects.toThrow('Luma has nothing of this kind yet');
	});
});

it('advises no option that the trigger does not have', async () => {
	simulator.fail({ path: '/v1/events/get', status: 400, message: 'The header x-luma-calendar-id is required with an organization key.' });
	await expect(chosen('guest.registered', [conference]).poll()).rejects.toMatchObject({ description: expect.stringMatching(/^Luma refused the request\. If you use an organization API key, add a 'Calendar ID' to the credential\./) as string });
});

it('one poll at a time: a second one finds nothing and takes nothing away', async () => {
	const event = simulator.addEvent({});
	const polling = chosen('guest.registered', [event]);
	await polling.poll();
	await register(event, ['ada']);
	const [first, second] = await Promise.all([polling.poll(), polling.poll()]);
	expect(names([...first, ...second])).toEqual(['ada']);
});

it.each([
	[{ triggerOn: 'guest.registered', eventsToWatch: 'chosen', eventIds: [] }, "Choose at least one event in 'Event Names or IDs'"],
	[{ triggerOn: 'guest.registered', eventsToWatch: 'chosen', eventIds: '={{ ["a b"] }}' }, 'Event Names or IDs: "a b" is not an event'],
	[{ options: { daysAhead: 0 } }, 'Days Ahead: 0 is not a whole number from 1 to 10000'],
	[{ options: { daysBack: '={{ -1 }}' } }, 'Days Back: -1 is not a whole number from 0 to 10000'],
	[{ options: { maxWait: '={{ "soon" }}' } }, 'Max Wait on Rate Limit: "soon" is not a whole number'],
])('%j is refused by name, before Luma is asked', async (parameters, words) => {
	const polling = new Polling(simulator, parameters as INodeParameters);
	await expect(polling.poll()).rejects.toThrow(words);
	expect(polling.asked).toEqual([]);
});
