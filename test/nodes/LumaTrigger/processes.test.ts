/** Random histories of guests, told to two webhook processes: both reports of a registration at the same moment, one stored over the other. */
import type { GuestsKept } from '../../../nodes/LumaTrigger/guestRecord';
import fc, { runs } from '../../properties';
import { newProcess } from './newProcess';

const SINCE = Date.parse('2026-11-02T09:00:00.000Z');
let time = SINCE;

const deed = fc.record({
	guest: fc.nat(2),
	status: fc.constantFrom('approved', 'approved', 'pending_approval', 'waitlist', 'declined', 'invited'),
	checkIn: fc.boolean(),
	/** Which of the two processes takes the first delivery; the other one takes the second. */
	first: fc.nat(1),
	/** Whether guest.updated comes before guest.registered. */
	swapped: fc.boolean(),
	/** Whether both take what is stored at the same moment, and which of them is stored last. */
	atOnce: fc.boolean(),
	last: fc.nat(1),
	seconds: fc.integer({ min: 1, max: 40 }),
});

interface Guest {
	status?: string;
	registered: string | null;
	checkedIn: string | null;
	wasGoing: boolean;
	hasLeft: boolean;
}

it('every fact comes out exactly once', () => {
	const processes = [newProcess(() => time), newProcess(() => time)];
	fc.assert(
		fc.property(fc.array(deed, { minLength: 2, maxLength: 15 }), (deeds) => {
			for (const process of processes) Object.assign(process, { known: undefined, changes: [], early: new Set() });
			time = SINCE;
			let stored: GuestsKept = { since: SINCE, events: {} };
			const out: string[] = [];
			const expected: string[] = [];
			const guests = new Map<number, Guest>();
			for (const { guest, status, checkIn, first, swapped, atOnce, last, seconds } of deeds) {
				time += seconds * 1000;
				const now = guests.get(guest) ?? { registered: null, checkedIn: null, wasGoing: false, hasLeft: false };
				const isNew = now.registered === null;
				// Nobody registers as declined, and only who has not registered is invited.
				if (isNew ? status === 'declined' : status === 'invited') continue;
				guests.set(guest, now);
				if (status !== 'invited') now.registered ??= new Date(time).toISOString();
				const tell = (fact: string) => expected.push(`${fact} ${guest}`);
				if (status === 'approved' && !now.wasGoing) tell('guest.going');
				if (status === 'declined' && now.status === 'approved' && !now.hasLeft) tell('guest.left');
				if (now.status === 'approved' && status !== 'approved') now.hasLeft = true;
				if (status === 'approved') now.wasGoing = true;
				if (checkIn && !isNew && status === 'approved' && now.checkedIn === null) {
					now.checkedIn = new Date(time).toISOString();
					tell('guest.checked_in');
				}
				now.status = status;
				const data = { id: `gst-${guest}`, approval_status: status, registered_at: now.registered, event_tickets: [{ id: 'tkt', checked_in_at: now.checkedIn }], event: { id: 'evt-1', end_at: '2027-01-01T00:00:00.000Z' } };
				const types = isNew && status !== 'invited' ? ['guest.registered', 'guest.updated'] : ['guest.updated'];
				if (swapped) types.reverse();
				const take = (type: string, turn: number, from: GuestsKept) => {
					const told = processes[(first + turn) % 2].tell(JSON.parse(JSON.stringify(from)), { type, data }, { at: time, again: false })!;
					out.push(...told.facts.map((fact) => `${fact} ${guest}`));
					return () => told.counts();
				};
				if (atOnce) {
					const after = types.map((type, turn) => take(type, turn, stored)).map((counts) => counts());
					stored = after[last] ?? after[1 - last] ?? stored;
				} else for (const [turn, type] of types.entries()) stored = take(type, turn, stored)() ?? stored;
			}
			expect(out.sort()).toEqual(expected.sort());
		}),
		{ numRuns: runs(1000) },
	);
});
