import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { clock } from '../../../nodes/Luma/api/clock';
import type { LumaTrigger } from '../../../nodes/LumaTrigger/LumaTrigger.node.ts';
import { MARK } from '../../../nodes/Luma/triggers/marks';
import type { GuestsKept } from '../../../nodes/LumaTrigger/guestRecord';
import { apiKey, seed, startSimulator, type Simulator } from '../../simulator';
import { deliver } from './delivering';
import { logged, Published } from './support';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, webhooks: false });
});

beforeEach(() => {
	simulator.reset();
	logged.length = 0;
});

afterAll(async () => await simulator.close());

const published = async (parameters: INodeParameters, type?: LumaTrigger) => {
	const one = new Published(simulator, parameters, undefined, type);
	await one.publish();
	return one;
};

/** The node as another process has it, or this one after a restart. */
function inNewProcess(): LumaTrigger {
	let Node!: new () => LumaTrigger;
	jest.isolateModules(() => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		({ LumaTrigger: Node } = require('../../../nodes/LumaTrigger/LumaTrigger.node.ts') as { LumaTrigger: typeof Node });
	});
	return new Node();
}

let ids = 0;

interface Told {
	guest?: string;
	status?: string;
	/** Milliseconds since now. */
	registered?: number | null;
	/** Milliseconds since now. */
	checkedIn?: number | null;
	orders?: object[];
	/** Of the delivery; the same one twice is a repeat. */
	id?: string;
}

const at = (since: number | null) => (since === null ? null : new Date(clock.now() + since).toISOString());

/** Delivers what Luma says of a guest. @returns the types of what has started */
async function tell(workflow: Published, type: string, { guest = 'gst-1', status = 'approved', registered = 1000, checkedIn = null, orders = [], id }: Told = {}, options?: Parameters<typeof deliver>[3]) {
	const data = {
		id: guest,
		user_email: `${guest}@example.com`,
		user_name: 'Ada Mae Lovelace',
		user_first_name: null,
		user_last_name: null,
		approval_status: status,
		registered_at: at(registered),
		event_tickets: [{ id: `tkt-${guest}`, checked_in_at: at(checkedIn) }],
		event_ticket_orders: orders,
		event: { id: 'evt-1', name: 'Evening', start_at: '2027-05-01T18:00:00.000Z', end_at: '2027-05-01T20:00:00.000Z', timezone: 'Europe/Berlin', url: 'https://luma.com/evening' },
	};
	const { status: answer, item } = await deliver(workflow, { type, data }, { id: id ?? `whd-${(ids += 1)}` }, options);
	expect(answer).toBe(options?.runFails ? 500 : 200);
	return (item?.json.types ?? null) as string[] | null;
}

const { now } = clock;
afterEach(() => void (clock.now = now));
/** Time goes on, for the node; deliveries are signed by the machine's clock, so what they tell lies further back. */
const ago = (minutes: number) => -minutes * 60_000;

describe('publishing', () => {
	it.each([
		[['guest.going'], ['guest.registered', 'guest.updated', 'guest.refunded']],
		[['guest.checked_in'], ['guest.registered', 'guest.updated']],
		[['guest.left', 'event.created'], ['event.created', 'guest.registered', 'guest.updated', 'guest.refunded']],
		[['guest.going', 'guest.updated'], ['guest.updated', 'guest.registered', 'guest.refunded']],
		[['*', 'guest.going'], ['*']],
	])('%j registers %j', async (eventTypes, registered) => {
		await published({ eventTypes });
		expect(simulator.webhooks()[0].event_types).toEqual(registered);
	});

	it('reads who waits at the events to come, and no more than once while it stays published', async () => {
		const workflow = await published({ eventTypes: ['guest.going'], filters: { eventIds: [seed.events.conference] } });
		expect(workflow.asked.filter((path) => path.includes('guests/list'))).toHaveLength(4);
		workflow.asked.length = 0;
		workflow.activation = 'init';
		await workflow.publish();
		expect(workflow.asked).toEqual(['GET /v1/webhooks/list']);
	});

	it('reads nobody where no fact about guests is chosen', async () => {
		const workflow = await published({ eventTypes: ['guest.registered'] });
		expect(workflow.asked.join()).not.toContain('guests/list');
		expect(workflow.kept.guests).toBeUndefined();
	});

	it('goes on where who waits cannot be read, and says so', async () => {
		simulator.fail({ path: '/v1/events/guests/list', status: 403 });
		await published({ eventTypes: ['guest.going'], filters: { eventIds: [seed.events.conference] } });
		expect(simulator.webhooks()).toHaveLength(1);
		expect(logged.join('\n')).toMatch(/couldn't read all who wait for approval at 1 of 1 events/);
	});

	it('leaves Luma\'s rate limit to others: 100 requests at most, those events first at which guests wait, and the log says what was left out', async () => {
		const last = simulator.addEvent({ start_at: '2027-12-01T10:00:00.000Z', waitlist_status: 'enabled', guests: 30 });
		const workflow = await published({ eventTypes: ['guest.going'] });
		expect(simulator.requests.filter(({ path }) => path.includes('list')).length).toBeLessThanOrEqual(100 + 1);
		expect(logged.join('\n')).toMatch(/at \d+ of \d+ events, so some who wait there now and are approved later start nothing\..*publishing a workflow makes 100 requests at most/);
		expect(Object.keys((workflow.kept.guests as { events: object }).events)).toEqual(expect.arrayContaining([last, seed.events.conference]));
	});

	it('notes those whom it has read of an event at which more wait than it may read', async () => {
		const event = simulator.addEvent({ guests: 0 });
		for (let batch = 0; batch < 101; batch += 1) {
			const guests = Array.from({ length: 100 }, (_, guest) => ({ email: `guest${batch}-${guest}@example.com` }));
			await fetch(`${simulator.url}/v1/events/guests/add`, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify({ event_id: event, guests, approval_status: 'pending_approval' }) });
		}
		const workflow = await published({ eventTypes: ['guest.going'], filters: { eventIds: [event] } });
		expect((workflow.kept.guests as unknown as GuestsKept).events[event].waiting).toHaveLength(10_000 * MARK);
		expect(logged.join('\n')).toMatch(/so some who wait there now and are approved later start nothing/);
	});

	it('reads who waits at all events before it looks for those who wait no more, and no further than to the last of them', async () => {
		const post = async (path: string, body: object) => await fetch(`${simulator.url}/v1/events/guests/${path}`, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify(body) });
		const add = async (event_id: string, count: number, approval_status: string) => {
			const before = simulator.guests(event_id).length;
			await post('add', { event_id, guests: Array.from({ length: count }, (_, guest) => ({ email: `guest${before + guest}@example.com` })), approval_status });
		};
		const decline = async (event_id: string) => {
			for (const { id: guest_id } of simulator.guests(event_id)) await post('update-status', { event_id, guest_id, status: 'declined' });
		};
		const eventIds = Array.from({ length: 5 }, () => simulator.addEvent({ guests: 0 }));
		for (const event of eventIds) await add(event, 1, 'pending_approval');
		const workflow = await published({ eventTypes: ['guest.going'], filters: { eventIds } });
		await workflow.unpublish();
		for (let times = 0; times < 2; times += 1) await add(eventIds[0], 60, 'pending_approval');
		for (const event of eventIds) await decline(event);
		simulator.requests.length = 0;
		await workflow.publish();
		const read = simulator.requests.map(({ query }) => query.approval_status).filter((status) => status !== undefined);
		expect(read).toEqual([...Array<string>(10).fill('').map(() => expect.stringMatching(/pending_approval|waitlist/) as unknown), ...Array<string>(5).fill('declined')]);
		const { events } = workflow.kept.guests as unknown as GuestsKept;
		expect(eventIds.map((id) => events[id].waiting.length / MARK)).toEqual([1, 1, 1, 1, 1]);
	});

	it('says where it cannot find out who waits no more', async () => {
		const { conference } = seed.events;
		const workflow = await published({ eventTypes: ['guest.going'], filters: { eventIds: [conference] } });
		await workflow.unpublish();
		const before = structuredClone(workflow.kept.guests) as unknown as GuestsKept;
		const [{ id: guest_id }] = simulator.guests(conference).filter(({ approval_status }) => approval_status === 'pending_approval');
		await fetch(`${simulator.url}/v1/events/guests/update-status`, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify({ event_id: conference, guest_id, status: 'approved' }) });
		simulator.fail({ path: '/v1/events/guests/list', skip: workflow.asked.filter((path) => path.includes('guests/list')).length, status: 403 });
		logged.length = 0;
		await workflow.publish();
		expect(logged).toEqual([expect.stringContaining("couldn't find out who was approved at 1 of 1 events while the workflow wasn't published, so a change of such a guest may start Guest Going. ")]);
		expect((workflow.kept.guests as unknown as GuestsKept).events[conference].waiting).toHaveLength(before.events[conference].waiting.length);
	});

	it('refuses statuses with which nothing would ever start', async () => {
		await expect(published({ eventTypes: ['guest.going'], filters: { guestStatuses: ['waitlist'] } })).rejects.toThrow(/nothing would ever start the workflow\. A guest who is going is approved/);
		await published({ eventTypes: ['guest.going'], filters: { guestStatuses: ['approved', 'waitlist'] } });
	});
});

describe('Guest Going', () => {
	let workflow: Published;
	const going = ['guest.going'];
	beforeEach(async () => (workflow = await published({ eventTypes: going })));

	it('starts once for a guest who registers and is going, with both deliveries in either order', async () => {
		expect(await tell(workflow, 'guest.registered')).toEqual(going);
		expect(await tell(workflow, 'guest.updated')).toBeNull();
		expect(await tell(workflow, 'guest.updated', { guest: 'gst-2' })).toBeNull();
		expect(await tell(workflow, 'guest.registered', { guest: 'gst-2' })).toEqual(going);
	});

	it('starts when a guest is approved or comes off the waitlist, however often the guest changes after that', async () => {
		for (const status of ['pending_approval', 'waitlist']) {
			const guest = `gst-${status}`;
			expect(await tell(workflow, 'guest.registered', { guest, status })).toBeNull();
			expect(await tell(workflow, 'guest.updated', { guest, status })).toBeNull();
			expect(await tell(workflow, 'guest.updated', { guest })).toEqual(going);
			for (let edit = 0; edit < 3; edit += 1) expect(await tell(workflow, 'guest.updated', { guest, checkedIn: 5000 })).toBeNull();
		}
	});

	it('starts for somebody who waited when the workflow was published, and for nobody who was going then', async () => {
		const { conference } = seed.events;
		const filtered = await published({ eventTypes: going, filters: { eventIds: [conference] } });
		const guests = simulator.guests(conference);
		const change = async (status: string) => {
			const guest = guests.find(({ approval_status }) => approval_status === status)!;
			const data = { ...guest, approval_status: 'approved', event: { id: conference, end_at: '2027-06-16T16:00:00.000Z' } };
			return (await deliver(filtered, { type: 'guest.updated', data }, { id: `change-${status}` })).item?.json.type;
		};
		expect(await change('pending_approval')).toBe('guest.going');
		expect(await change('waitlist')).toBe('guest.going');
		expect(await change('approved')).toBeUndefined();
	});

	it('starts for somebody whom the host declined before, since that guest was not going', async () => {
		for (const status of ['pending_approval', 'declined']) await tell(workflow, 'guest.updated', { status });
		expect(await tell(workflow, 'guest.updated')).toEqual(going);
	});

	it('does not start again for a guest who left, unless that is chosen', async () => {
		const again = await published({ eventTypes: going, options: { againAfterLeaving: true } });
		const history: Array<[string, string]> = [['guest.registered', 'approved'], ['guest.updated', 'declined'], ['guest.updated', 'approved'], ['guest.registered', 'approved'], ['guest.updated', 'pending_approval'], ['guest.updated', 'approved']];
		const runs = async (one: Published) => {
			const started: number[] = [];
			for (const [step, [type, status]] of history.entries()) if (await tell(one, type, { status })) started.push(step);
			return started;
		};
		expect(await runs(workflow)).toEqual([0]);
		expect(await runs(again)).toEqual([0, 2, 5]);
	});

	it('starts by a change where the registration got lost, once the two can no longer be under way', async () => {
		clock.now = () => now() - 10 * 60_000;
		const one = await published({ eventTypes: going });
		clock.now = now;
		expect(await tell(one, 'guest.updated', { registered: ago(0.1) })).toBeNull();
		expect(await tell(one, 'guest.updated', { registered: ago(2) })).toEqual(going);
		expect(await tell(one, 'guest.registered', { registered: ago(2) })).toBeNull();
		// Before it was published.
		expect(await tell(one, 'guest.updated', { guest: 'gst-2', registered: ago(20) })).toBeNull();
		expect(await tell(one, 'guest.updated', { guest: 'gst-3', registered: null })).toBeNull();
	});

	it('starts in each test for the same guest, who registers again', async () => {
		const one = new Published(simulator, { eventTypes: going });
		one.mode = 'manual';
		for (let test = 1; test <= 2; test += 1) {
			// n8n begins each test without static data.
			one.static = {};
			await one.publish();
			expect(await tell(one, 'guest.registered')).toEqual(going);
			await one.unpublish();
		}
	});

	it('starts for nobody who registered while the workflow was not published', async () => {
		clock.now = () => now() - 20 * 60_000;
		const one = await published({ eventTypes: going });
		await one.unpublish();
		clock.now = now;
		await one.publish();
		expect(await tell(one, 'guest.updated', { registered: ago(10) })).toBeNull();
	});

	it('starts for nobody who was approved while the workflow was not published; whoever still waits, or was declined, can still be approved', async () => {
		const { conference } = seed.events;
		const one = await published({ eventTypes: ['guest.going', 'guest.left'], filters: { eventIds: [conference] } });
		const [approved, declined, waiting] = simulator.guests(conference).filter(({ approval_status }) => approval_status === 'pending_approval');
		const change = async (guest: object, approval_status: string) => (await deliver(one, { type: 'guest.updated', data: { ...guest, approval_status, event: { id: conference, end_at: '2027-06-16T16:00:00.000Z' } } }, { id: `whd-${(ids += 1)}` })).item?.json.type;
		await one.unpublish();
		for (const [{ id }, status] of [[approved, 'approved'], [declined, 'declined']] as const) {
			await fetch(`${simulator.url}/v1/events/guests/update-status`, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify({ event_id: conference, guest_id: id, status }) });
		}
		await one.publish();
		expect(await change(approved, 'approved')).toBeUndefined();
		expect(await change(approved, 'declined')).toBe('guest.left');
		expect(await change(declined, 'declined')).toBeUndefined();
		for (const guest of [declined, waiting]) expect(await change(guest, 'approved')).toBe('guest.going');
	});

	it('starts for nobody who accepted an invitation while the workflow was not published', async () => {
		clock.now = () => now() - 20 * 60_000;
		const one = await published({ eventTypes: ['guest.going', 'guest.left'] });
		clock.now = now;
		for (const guest of ['gst-1', 'gst-2']) expect(await tell(one, 'guest.updated', { guest, status: 'invited', registered: null })).toBeNull();
		await one.unpublish();
		await one.publish();
		expect(await tell(one, 'guest.updated', { registered: ago(10) })).toBeNull();
		expect(await tell(one, 'guest.updated', { registered: ago(10), status: 'declined' })).toEqual(['guest.left']);
		// Who left and comes back starts nothing, invited or not.
		expect(await tell(one, 'guest.registered')).toBeNull();
		expect(await tell(one, 'guest.registered', { guest: 'gst-2' })).toEqual(['guest.going']);
	});

	it('takes no registration that comes late for a step back', async () => {
		await tell(workflow, 'guest.updated', { status: 'waitlist' });
		expect(await tell(workflow, 'guest.updated')).toEqual(going);
		expect(await tell(workflow, 'guest.registered', { status: 'waitlist' })).toBeNull();
		expect(await tell(workflow, 'guest.updated')).toBeNull();
	});

	it('waits for the run: a delivery that n8n could not take starts when it comes again', async () => {
		expect(await tell(workflow, 'guest.registered', { id: 'same' }, { runFails: true })).toBeNull();
		expect(await tell(workflow, 'guest.registered', { id: 'same' })).toEqual(going);
		expect(await tell(workflow, 'guest.registered', { id: 'same' })).toBeNull();
	});

	it('starts once where deliveries about a guest come at the same moment', async () => {
		let go = () => {};
		const beforeRun = new Promise<void>((resolve) => (go = resolve));
		const runs = Promise.all(['guest.registered', 'guest.updated', 'guest.registered'].map(async (type) => await tell(workflow, type, { registered: 0 }, { beforeRun })));
		go();
		expect((await runs).filter((run) => run !== null)).toHaveLength(1);
	});

	it('is known after a restart, and to a second process', async () => {
		await tell(workflow, 'guest.registered', { status: 'pending_approval' });
		await tell(workflow, 'guest.registered', { guest: 'gst-2' });
		workflow.type = inNewProcess();
		expect(await tell(workflow, 'guest.registered', { guest: 'gst-2' })).toBeNull();
		expect(await tell(workflow, 'guest.updated')).toEqual(going);
		workflow.type = inNewProcess();
		expect(await tell(workflow, 'guest.updated')).toBeNull();
	});

	it('holds where two processes write over each other', async () => {
		const [one, other] = [inNewProcess(), inNewProcess()];
		const count = 40;
		for (let guest = 1; guest <= count; guest += 1) {
			const before = structuredClone(workflow.static);
			workflow.type = one;
			expect(await tell(workflow, 'guest.registered', { guest: `one-${guest}` })).toEqual(going);
			const after = workflow.static;
			// The other one began with what was stored before, and its record is stored over that of the first.
			workflow.static = before;
			workflow.type = other;
			expect(await tell(workflow, 'guest.registered', { guest: `other-${guest}` })).toEqual(going);
			if (guest % 3 === 0) workflow.static = after;
		}
		for (const type of [one, other]) {
			workflow.type = type;
			await tell(workflow, 'guest.registered', { guest: 'last' });
		}
		workflow.type = inNewProcess();
		for (let guest = 1; guest <= count; guest += 1) {
			for (const name of ['one', 'other']) expect(await tell(workflow, 'guest.registered', { guest: `${name}-${guest}` })).toBeNull();
		}
	});

	it('is written again by the next delivery of any kind where another process has written over it', async () => {
		const [one, other] = [inNewProcess(), inNewProcess()];
		const before = structuredClone(workflow.static);
		workflow.type = one;
		await tell(workflow, 'guest.registered', { guest: 'one', status: 'waitlist' });
		workflow.static = before;
		workflow.type = other;
		await tell(workflow, 'guest.registered', { guest: 'other' });
		workflow.type = one;
		expect(await tell(workflow, 'guest.updated', { guest: 'other' })).toBeNull();
		workflow.type = inNewProcess();
		expect(await tell(workflow, 'guest.updated', { guest: 'one' })).toEqual(going);
		expect(await tell(workflow, 'guest.registered', { guest: 'other' })).toBeNull();
	});

	it('is one item with Luma\'s type where that is chosen too, and names all that it is', async () => {
		const both = await published({ eventTypes: ['guest.going', 'guest.updated', 'guest.checked_in'] });
		await tell(both, 'guest.registered', { status: 'waitlist' });
		expect(await tell(both, 'guest.updated', { checkedIn: 2000 })).toEqual(['guest.updated', 'guest.going', 'guest.checked_in']);
		expect(await tell(both, 'guest.updated')).toEqual(['guest.updated']);
	});

	it('is told with the event filter before and the status filter after it', async () => {
		const filtered = await published({ eventTypes: ['guest.going', 'guest.checked_in'], filters: { eventIds: [seed.events.paid] } });
		expect(await tell(filtered, 'guest.registered')).toBeNull();
		const approved = await published({ eventTypes: ['guest.left', 'guest.going'], filters: { guestStatuses: ['declined'] } });
		expect(await tell(approved, 'guest.registered')).toBeNull();
		expect(await tell(approved, 'guest.updated', { status: 'declined' })).toEqual(['guest.left']);
	});
});

it.each([
	null, 'text', 5, [], {}, { events: null }, { since: 1, events: 'text' }, { since: null, events: {} }, { since: 1, events: { 'evt-1': null } }, { since: 1, events: { 'evt-1': {} } },
	{ since: 1, events: { 'evt-1': { waiting: 5, left: null, going: 'x', checkedIn: [] } } },
])('static data that is damaged begins anew: %j', async (damage) => {
	const workflow = await published({ eventTypes: ['guest.going'] });
	const damaged = () => void ((workflow.static['node:Luma Trigger'] as IDataObject).guests = damage as IDataObject);
	damaged();
	for (const status of ['approved', 'waitlist']) expect(await tell(workflow, 'guest.registered', { guest: `gst-${status}`, status })).toEqual(status === 'approved' ? ['guest.going'] : null);
	expect(await tell(workflow, 'guest.updated', { guest: 'gst-approved' })).toBeNull();
	expect(await tell(workflow, 'guest.updated', { guest: 'gst-waitlist' })).toEqual(['guest.going']);
	damaged();
	await workflow.unpublish();
	await workflow.publish();
	expect(await tell(workflow, 'guest.registered', { guest: 'gst-new' })).toEqual(['guest.going']);
});

describe('Guest Checked In', () => {
	it('starts once for a guest, and for nobody who had come before', async () => {
		const workflow = await published({ eventTypes: ['guest.checked_in'] });
		await tell(workflow, 'guest.registered');
		expect(await tell(workflow, 'guest.updated', { checkedIn: 2000 })).toEqual(['guest.checked_in']);
		expect(await tell(workflow, 'guest.updated', { checkedIn: 2000 })).toBeNull();
		expect(await tell(workflow, 'guest.updated', { guest: 'gst-2', checkedIn: ago(5) })).toBeNull();
		workflow.type = inNewProcess();
		expect(await tell(workflow, 'guest.updated', { checkedIn: 2000 })).toBeNull();
	});
});

describe('Guest Left', () => {
	const left = ['guest.left'];
	const paid = (amount_refunded: number) => [{ id: 'ord-1', amount: 5000, is_captured: true, amount_refunded }];

	it('starts once for a guest who was going and is declined', async () => {
		const workflow = await published({ eventTypes: left });
		await tell(workflow, 'guest.registered');
		expect(await tell(workflow, 'guest.updated', { status: 'declined' })).toEqual(left);
		expect(await tell(workflow, 'guest.updated', { status: 'declined' })).toBeNull();
		// Going before the workflow was published.
		expect(await tell(workflow, 'guest.updated', { guest: 'gst-2', status: 'declined', registered: ago(60) })).toEqual(left);
	});

	it('does not start for somebody who was never going: who waited, or was only invited', async () => {
		const workflow = await published({ eventTypes: left });
		await tell(workflow, 'guest.registered', { status: 'pending_approval' });
		expect(await tell(workflow, 'guest.updated', { status: 'declined' })).toBeNull();
		expect(await tell(workflow, 'guest.updated', { guest: 'gst-2', status: 'declined', registered: null })).toBeNull();
	});

	it('starts for a full refund, not for a part of it', async () => {
		const workflow = await published({ eventTypes: left });
		await tell(workflow, 'guest.registered', { orders: paid(0) });
		expect(await tell(workflow, 'guest.refunded', { orders: paid(1000) })).toBeNull();
		expect(await tell(workflow, 'guest.refunded', { orders: paid(5000) })).toEqual(left);
		expect(await tell(workflow, 'guest.updated', { status: 'declined', orders: paid(5000) })).toBeNull();
	});
});

describe('One Run for a Person', () => {
	const registered = (event_ticket: string, registered_at = at(0), type = 'ticket.registered') => ({ type, data: { id: 'gst-1', registered_at, event_tickets: [{ id: 'tkt-1' }, { id: 'tkt-2' }], event_ticket: { id: event_ticket }, event: { id: 'evt-1' } } });
	const types = ['guest.registered', 'ticket.registered'];
	const started = async (workflow: Published, what: object) => (await deliver(workflow, what, { id: `whd-${(ids += 1)}` })).item?.json.type;

	it('takes a registration and its tickets as one, in any order; a later ticket starts', async () => {
		const workflow = await published({ eventTypes: types, options: { onePerPerson: true } });
		expect(await started(workflow, registered('tkt-1'))).toBeUndefined();
		expect(await started(workflow, registered('', at(0), 'guest.registered'))).toBe('guest.registered');
		// Luma tries a delivery again after minutes, when n8n was away.
		expect(await started(workflow, registered('tkt-2', at(ago(20))))).toBeUndefined();
		workflow.type = inNewProcess();
		expect(await started(workflow, registered('tkt-2', at(ago(20))))).toBeUndefined();
		expect(await started(workflow, registered('tkt-3', at(ago(20))))).toBe('ticket.registered');
	});

	it.each([[['ticket.registered']], [['ticket.registered', 'event.created', 'guest.left']]])('is refused where nothing else tells of the registration (%j); by expression it then takes nothing away', async (eventTypes) => {
		const options = { onePerPerson: true };
		await expect(published({ eventTypes, options })).rejects.toThrow(/^With 'One Run for a Person', a registration would start nothing\. .*Choose 'Guest Registered' or 'Guest Going' in 'Trigger On' too/);
		expect(simulator.webhooks()).toEqual([]);
		const workflow = await published({ eventTypes });
		workflow.set({ eventTypes, options });
		expect(await started(workflow, registered('tkt-1'))).toBe('ticket.registered');
	});

	it.each([['*', 'guest.registered'], ['guest.going', 'guest.going']])('goes with %s, which a registration starts too', async (type, starts) => {
		const workflow = await published({ eventTypes: ['ticket.registered', type], options: { onePerPerson: true } });
		expect(await started(workflow, registered('tkt-1'))).toBeUndefined();
		expect(await started(workflow, { ...registered('', at(0), 'guest.registered'), data: { ...registered('').data, approval_status: 'approved' } })).toBe(starts);
	});

	it('is off unless it is turned on', async () => {
		const workflow = await published({ eventTypes: types });
		for (const type of types) expect(await started(workflow, registered('tkt-1', at(0), type))).toBe(type);
	});
});

describe('Output', () => {
	it('is simplified: names filled in from the whole name, the event beside the guest', async () => {
		const workflow = await published({ eventTypes: ['guest.going'] });
		await tell(workflow, 'guest.registered', { guest: 'gst-7', status: 'waitlist' });
		const data = { id: 'gst-7', user_name: 'Ada Mae Lovelace', user_first_name: null, user_last_name: null, user_email: 'ada@example.com', approval_status: 'approved', registered_at: null, registration_answers: [{ label: 'Meal', value: 'Vegan' }], event: { id: 'evt-1', name: 'Evening', url: 'https://luma.com/evening' } };
		const { item } = await deliver(workflow, { type: 'guest.updated', data }, { id: 'going' });
		expect(item?.json).toEqual({
			type: 'guest.going', types: ['guest.going'], deliveryId: 'going', deliveredAt: expect.any(String),
			user_name: 'Ada Mae Lovelace', user_first_name: 'Ada Mae', user_last_name: 'Lovelace', user_email: 'ada@example.com',
			approval_status: 'approved', registered_at: null, answers: { Meal: 'Vegan' }, id: 'gst-7', event_id: 'evt-1', event_name: 'Evening', event_url: 'https://luma.com/evening',
		});
	});
});
