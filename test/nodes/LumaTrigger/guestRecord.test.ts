/** What is told of guests where deliveries come in another order, and of events that are forgotten: nothing twice. */
import { clock } from '../../../nodes/Luma/api/clock';
import { noGuests } from '../../../nodes/LumaTrigger/guestFacts';
import { GuestRecord, type GuestsKept } from '../../../nodes/LumaTrigger/guestRecord';
import { newProcess } from './newProcess';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SINCE = Date.parse('2026-11-02T09:00:00.000Z');

const { now } = clock;
let time = SINCE;
beforeEach(() => {
	time = SINCE;
	clock.now = () => time;
});
afterEach(() => void (clock.now = now));

interface Guest {
	id: string;
	status?: string;
	event?: string;
	registered?: number;
	came?: number;
	ends?: number;
}

/** A workflow that is told of guests, with what it has stored. */
function listening(again = false, record = new GuestRecord()) {
	const all = { stored: { since: SINCE, events: {} } as GuestsKept };
	const tell = (type: string, { id, status = 'approved', event = 'evt-1', registered = SINCE + MINUTE, came, ends = SINCE + 3 * DAY }: Guest) => {
		const iso = (at = NaN) => (Number.isNaN(at) ? null : new Date(at).toISOString());
		const data = { id, approval_status: status, registered_at: iso(registered), event_tickets: [{ id: `tkt-${id}`, checked_in_at: iso(came) }], event: { id: event, end_at: iso(ends) } };
		const told = record.tell(all.stored, { type, data }, { at: time, again })!;
		all.stored = told.counts() ?? all.stored;
		return told.facts;
	};
	return { tell, all };
}

it.each([false, true])('is told nothing of once the event is over for 30 days, also with another event in between (again after leaving: %j)', (again) => {
	const { tell } = listening(again);
	time += 2 * MINUTE;
	for (const id of ['ada', 'bob']) expect(tell('guest.registered', { id })).toEqual(['guest.going']);
	time += 2 * DAY;
	const came = time;
	expect(tell('guest.updated', { id: 'ada', came })).toEqual(['guest.checked_in']);
	expect(tell('guest.updated', { id: 'bob', status: 'declined' })).toEqual(['guest.left']);
	time += 40 * DAY;
	// Whatever is noted makes the record forget what is long over.
	expect(tell('guest.registered', { id: 'cyd', event: 'evt-2', registered: time - 1000, ends: time + DAY })).toEqual(['guest.going']);
	for (const type of ['guest.updated', 'guest.registered', 'guest.updated']) {
		expect(tell(type, { id: 'ada', came })).toEqual([]);
		expect(tell(type, { id: 'bob', status: 'declined' })).toEqual([]);
		expect(tell(type, { id: 'bob', status: 'approved' })).toEqual([]);
	}
});

it.each([false, true])('is told once of guests of an event that is long over and then moved to a new date (again after leaving: %j)', (again) => {
	const { tell } = listening(again);
	time += 2 * MINUTE;
	for (const id of ['ada', 'bob']) expect(tell('guest.registered', { id })).toEqual(['guest.going']);
	time += 40 * DAY;
	const other = { id: 'cyd', event: 'evt-2', registered: time - 1000, ends: time + DAY };
	expect(tell('guest.registered', other)).toEqual(['guest.going']);
	time += MINUTE;
	const ends = time + 10 * DAY;
	expect(tell('guest.updated', { id: 'ada', ends })).toEqual([]);
	expect(tell('guest.registered', { id: 'dan', registered: time, ends })).toEqual(['guest.going']);
	for (const id of ['ada', 'bob', 'dan']) expect(tell('guest.updated', { id, registered: id === 'dan' ? time : SINCE + MINUTE, ends })).toEqual([]);
	time += MINUTE;
	expect(tell('guest.updated', { id: 'bob', status: 'declined', ends })).toEqual(['guest.left']);
});

it('keeps what it knows of an event that is moved, though nothing else changes', () => {
	const { tell } = listening();
	time += 2 * MINUTE;
	expect(tell('guest.registered', { id: 'ada' })).toEqual(['guest.going']);
	expect(tell('guest.registered', { id: 'bob', status: 'waitlist' })).toEqual([]);
	const ends = SINCE + 60 * DAY;
	expect(tell('guest.updated', { id: 'ada', ends })).toEqual([]);
	time += 40 * DAY;
	expect(tell('guest.registered', { id: 'cyd', event: 'evt-2', registered: time - 1000, ends: time + DAY })).toEqual(['guest.going']);
	expect(tell('guest.updated', { id: 'bob', ends })).toEqual(['guest.going']);
	expect(tell('guest.updated', { id: 'ada', ends })).toEqual([]);
});

it('remembers no more than 300 events that are long over', () => {
	const { tell, all } = listening();
	time += 2 * MINUTE;
	for (let event = 1; event <= 310; event += 1) tell('guest.registered', { id: 'ada', event: `evt-${event}` });
	time += 40 * DAY;
	tell('guest.registered', { id: 'cyd', event: 'evt-new', registered: time - 1000, ends: time + DAY });
	expect(Object.keys(all.stored.events)).toEqual(['evt-new']);
	expect(JSON.stringify(all.stored).length).toBeLessThan(2600);
});

it('begins anew with those that end first where all together take too much, and tells of nobody there twice', () => {
	const { tell, all } = listening();
	const many = 'waiting'.repeat(20_000);
	const days = (count: number) => SINCE + count * DAY;
	time += 2 * MINUTE;
	expect(tell('guest.registered', { id: 'ada', ends: days(1) })).toEqual(['guest.going']);
	for (let event = 2; event <= 6; event += 1) all.stored.events[`evt-${event}`] = { ...noGuests(SINCE), waiting: many, ends: days(event) };
	all.stored.by = 'another process';
	expect(tell('guest.registered', { id: 'bob', event: 'evt-6', ends: days(6) })).toEqual(['guest.going']);
	expect(JSON.stringify(all.stored).length).toBeLessThan(610_000);
	expect(all.stored.events['evt-6'].waiting).toBe(many);
	time += MINUTE;
	// The check-in at the door.
	expect(tell('guest.updated', { id: 'ada', came: time, ends: days(1) })).toEqual(['guest.checked_in']);
	expect(tell('guest.registered', { id: 'cyd', registered: time, ends: days(1) })).toEqual(['guest.going']);
	expect(tell('guest.updated', { id: 'cyd', registered: time - 1000, ends: days(1) })).toEqual([]);
});

it('is told up to 30 days after the end of the event, and then no more', () => {
	const { tell } = listening();
	time += 2 * MINUTE;
	for (const id of ['ada', 'bob']) expect(tell('guest.registered', { id })).toEqual(['guest.going']);
	time = SINCE + 3 * DAY + 30 * DAY - MINUTE;
	expect(tell('guest.updated', { id: 'ada', status: 'declined' })).toEqual(['guest.left']);
	time += 2 * MINUTE;
	expect(tell('guest.updated', { id: 'bob', status: 'declined' })).toEqual([]);
});

it('counts once, though n8n asks for its answer and ends the request', () => {
	const record = new GuestRecord();
	const stored: GuestsKept = { since: SINCE, events: {} };
	const data = { id: 'ada', approval_status: 'approved', registered_at: new Date(SINCE + MINUTE).toISOString(), event_tickets: [], event: { id: 'evt-1', end_at: new Date(SINCE + DAY).toISOString() } };
	time += 2 * MINUTE;
	const told = record.tell(stored, { type: 'guest.registered', data }, { at: time, again: false })!;
	expect(told.counts()).toBeDefined();
	expect(told.counts()).toBeUndefined();
});

it('is known of both where two guests are told of before either counts', () => {
	const record = new GuestRecord();
	let stored: GuestsKept = { since: SINCE, events: {} };
	const registered = (id: string) => ({ type: 'guest.registered', data: { id, approval_status: 'approved', registered_at: new Date(SINCE + MINUTE).toISOString(), event_tickets: [], event: { id: 'evt-1', end_at: new Date(SINCE + DAY).toISOString() } } });
	time += 2 * MINUTE;
	const tell = (id: string) => record.tell(stored, registered(id), { at: time, again: false })!;
	const both = ['ada', 'bob'].map(tell);
	for (const one of both) stored = one.counts()!;
	expect(['ada', 'bob'].map((id) => tell(id).facts)).toEqual([[], []]);
});

it('begins anew where what is stored has another beginning, whoever wrote it', () => {
	const { tell, all } = listening();
	time += 2 * MINUTE;
	expect(tell('guest.registered', { id: 'ada' })).toEqual(['guest.going']);
	all.stored = { ...all.stored, since: time, events: {} };
	time += MINUTE;
	expect(tell('guest.registered', { id: 'bob', registered: time - 1000 })).toEqual(['guest.going']);
	expect(all.stored.since).toBe(SINCE + 2 * MINUTE);
});

const orders = <T>(all: T[]): T[][] => (all.length < 2 ? [all] : all.flatMap((one, at) => orders(all.filter((_, other) => other !== at)).map((rest) => [one, ...rest])));

describe('a change that another process has written over', () => {
	/** Two processes that know the same, and what the first one told meanwhile. */
	const both = () => {
		const [ours, theirs] = [listening(true, newProcess(() => time)), listening(true, newProcess(() => time))];
		time += 2 * MINUTE;
		expect(ours.tell('guest.registered', { id: 'ada' })).toEqual(['guest.going']);
		return { ours, theirs };
	};

	it('is made again within ten minutes, and no later', () => {
		for (const [minutes, facts] of [[9, []], [11, ['guest.going']]] as const) {
			const { ours, theirs } = both();
			time += minutes * MINUTE;
			theirs.tell('guest.registered', { id: 'bob' });
			ours.all.stored = theirs.all.stored;
			expect(ours.tell('guest.registered', { id: 'ada' })).toEqual(facts);
		}
	});

	it('is not made again where the other one knows something newer of the guest', () => {
		const { ours, theirs } = both();
		theirs.tell('guest.registered', { id: 'ada' });
		time += MINUTE;
		expect(theirs.tell('guest.updated', { id: 'ada', status: 'declined' })).toEqual(['guest.left']);
		ours.all.stored = theirs.all.stored;
		expect(ours.tell('guest.updated', { id: 'ada', status: 'declined' })).toEqual([]);
	});
});

describe('who waits and is approved within seconds', () => {
	const registered: [string, string] = ['guest.registered', 'pending_approval'];
	const changed: [string, string] = ['guest.updated', 'pending_approval'];
	const approved: [string, string] = ['guest.updated', 'approved'];

	it.each([...orders([registered, approved]), ...orders([registered, changed, approved])].map((order) => [order]))('is going once, whatever comes first: %j', (order) => {
		const { tell } = listening();
		const facts: string[] = [];
		for (const [type, status] of [...order, approved, registered, approved]) {
			time += 1500;
			facts.push(...tell(type, { id: 'ada', status, registered: SINCE + 1000 }));
		}
		expect(facts).toEqual(['guest.going']);
	});

	it('is going once where another process writes over it', () => {
		const [one, other] = [newProcess(() => time), newProcess(() => time)];
		const ours = listening(false, one);
		time += 2000;
		const before = structuredClone(ours.all.stored);
		const told = (type: string, status: string) => ours.tell(type, { id: 'ada', status, registered: SINCE + 1000 });
		expect(told(...approved)).toEqual([]);
		expect(told(...registered)).toEqual(['guest.going']);
		const theirs = listening(false, other);
		theirs.all.stored = before;
		expect(theirs.tell('guest.registered', { id: 'bob' })).toEqual(['guest.going']);
		ours.all.stored = theirs.all.stored;
		for (const type of ['guest.updated', 'guest.registered']) expect(told(type, 'approved')).toEqual([]);
		theirs.all.stored = ours.all.stored;
		expect(theirs.tell('guest.updated', { id: 'ada', registered: SINCE + 1000 })).toEqual([]);
	});

	it('is going by the next change where two processes take the two at the same moment', () => {
		const [one, other] = [newProcess(() => time), newProcess(() => time)];
		const [ours, theirs] = [listening(false, one), listening(false, other)];
		time += 2000;
		const ada = { id: 'ada', registered: SINCE + 1000 };
		expect(ours.tell('guest.registered', { ...ada, status: 'pending_approval' })).toEqual([]);
		expect(theirs.tell('guest.updated', ada)).toEqual([]);
		ours.all.stored = theirs.all.stored;
		expect(ours.tell('guest.updated', ada)).toEqual(['guest.going']);
	});
});

describe("Luma's two reports of a registration, each taken by a process of its own at the same moment", () => {
	const histories: Array<[string, Array<[string, Omit<Guest, 'id'>]>]> = [
		['somebody new', []],
		['somebody who was invited', [['guest.updated', { status: 'invited', registered: NaN }]]],
	];

	it.each(histories.flatMap(([name, history]) => [[name, history, 0], [name, history, 1]] as const))('start one run for %s', (_name, history, last) => {
		const [ours, theirs] = [listening(false, newProcess(() => time)), listening(false, newProcess(() => time))];
		time += 2 * MINUTE;
		for (const [type, guest] of history) ours.tell(type, { id: 'ada', ...guest });
		time += 60 * MINUTE;
		const before = structuredClone(ours.all.stored);
		theirs.all.stored = structuredClone(before);
		const ada = { id: 'ada', registered: time - 50 };
		const facts = [...ours.tell('guest.registered', ada), ...theirs.tell('guest.updated', ada)];
		// One of the two is stored over the other.
		const all = [ours, theirs][last].all.stored;
		for (const one of [ours, theirs]) one.all.stored = all;
		facts.push(...ours.tell('guest.updated', ada));
		theirs.all.stored = ours.all.stored;
		time += MINUTE;
		facts.push(...theirs.tell('guest.updated', ada));
		expect(facts).toEqual(['guest.going']);
	});

	it('the host approves somebody who was invited: there is no report of a registration', () => {
		const { tell } = listening();
		time += 2 * MINUTE;
		expect(tell('guest.updated', { id: 'ada', status: 'invited', registered: NaN })).toEqual([]);
		expect(tell('guest.updated', { id: 'ada', registered: NaN })).toEqual(['guest.going']);
		for (const type of ['guest.registered', 'guest.updated']) expect(tell(type, { id: 'ada', registered: time })).toEqual([]);
	});
});
