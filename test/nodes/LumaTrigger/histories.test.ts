/** Random histories of guests, as Luma's deliveries tell them: with repeats, swapped pairs, and restarts. */
import { GuestRecord, type GuestsKept } from '../../../nodes/LumaTrigger/guestRecord';
import fc, { runs } from '../../properties';

const SINCE = Date.parse('2026-11-02T09:00:00.000Z');

interface Deed {
	guest: number;
	/** What becomes of the guest. */
	status: 'approved' | 'pending_approval' | 'waitlist' | 'declined' | 'invited';
	checkIn: boolean;
	/** How often it is delivered. */
	times: number;
	/** Whether the second of the two deliveries about a registration comes first. */
	swapped: boolean;
	/** Whether another process takes it, with what is stored. */
	restart: boolean;
}

const deed: fc.Arbitrary<Deed> = fc.record({
	guest: fc.nat(4),
	status: fc.constantFrom('approved', 'approved', 'pending_approval', 'waitlist', 'declined', 'invited'),
	checkIn: fc.boolean(),
	times: fc.integer({ min: 1, max: 3 }),
	swapped: fc.boolean(),
	restart: fc.boolean(),
});

/** Plays it. @returns what came out, and what has to, by guest */
function play(deeds: Deed[], again: boolean, newProcess: () => GuestRecord): { out: string[]; expected: string[] } {
	let record = newProcess();
	let stored: GuestsKept = { since: SINCE, events: {} };
	let time = SINCE + 1000;
	const out: string[] = [];
	const expected: string[] = [];
	const guests = new Map<number, { registered: string | null; status?: string; checkedIn: string | null; wasGoing: boolean; left: boolean }>();
	for (const { guest, status, checkIn, times, swapped, restart } of deeds) {
		time += 1000;
		if (restart) {
			record = newProcess();
			stored = JSON.parse(JSON.stringify(stored)) as GuestsKept;
		}
		const before = guests.get(guest);
		const isNew = !before || before.registered === null;
		// Nobody registers as declined, and only who has not registered is invited.
		if (isNew ? status === 'declined' : status === 'invited') continue;
		const now = before ?? { registered: null, checkedIn: null, wasGoing: false, left: false };
		if (status !== 'invited') now.registered ??= new Date(time).toISOString();
		guests.set(guest, now);
		const tell = (fact: string) => expected.push(`${fact} ${guest}`);
		if (status === 'approved' && now.status !== 'approved' && (!now.wasGoing || again)) tell('guest.going');
		if (status === 'declined' && now.status === 'approved' && (!now.left || again)) tell('guest.left');
		// Moved back by the host: not going any more, but not gone either.
		if (now.status === 'approved' && status !== 'approved') now.left = true;
		if (status === 'approved') now.wasGoing = true;
		if (checkIn && status === 'approved' && now.checkedIn === null) {
			now.checkedIn = new Date(time).toISOString();
			tell('guest.checked_in');
		}
		now.status = status;
		const data = { id: `gst-${guest}`, approval_status: status, registered_at: now.registered, event_tickets: [{ id: 'tkt', checked_in_at: now.checkedIn }], event: { id: 'evt-1', end_at: '2027-01-01T00:00:00.000Z' } };
		const types = isNew && status !== 'invited' ? ['guest.registered', 'guest.updated'] : ['guest.updated'];
		if (swapped) types.reverse();
		for (const type of types) {
			for (let time_ = 0; time_ < times; time_ += 1) {
				const told = record.tell(stored, { type, data }, { at: time, again })!;
				out.push(...told.facts.map((fact) => `${fact} ${guest}`));
				stored = told.counts() ?? stored;
			}
		}
	}
	return { out: out.sort(), expected: expected.sort() };
}

/** A process is known by an id of its own, so each takes the module anew. */
function newProcess(): GuestRecord {
	let Class!: typeof GuestRecord;
	jest.isolateModules(() => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		({ GuestRecord: Class } = require('../../../nodes/LumaTrigger/guestRecord') as { GuestRecord: typeof GuestRecord });
	});
	return new Class();
}

it.each([false, true])('every fact comes out exactly once (again after leaving: %j)', (again) => {
	// A few processes, taken in turn: each remembers what it was told last.
	const processes = Array.from({ length: 4 }, newProcess);
	fc.assert(
		fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
			let next = 0;
			const { out, expected } = play(deeds, again, () => Object.assign(processes[(next += 1) % processes.length], { known: undefined, changes: [], early: new Set() }));
			expect(out).toEqual(expected);
		}),
		{ numRuns: runs(300) },
	);
});
