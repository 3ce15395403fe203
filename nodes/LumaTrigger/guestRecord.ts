import { randomUUID } from 'crypto';
import { clock } from '../Luma/api/clock';
import type { Delivery } from './delivery';
import { has, including, markOf, type Marks } from '../Luma/triggers/marks';
import { AFTER_END } from '../Luma/triggers/recent';
import { isObject } from '../Luma/values/object';
import { guestOf, isGuests, learn, noGuests, stateOf, type Fact, type Guests, type Manner, type Outcome } from './guestFacts';

/** What n8n's static data holds of guests. */
export interface GuestsKept {
	/** From when on guests are looked at, in milliseconds since 1970. */
	since: number;
	/** Who has written it: a process, and which of its writings it is. */
	by?: string;
	events: Record<string, Guests>;
	/** Events that are long over: who had registered by then is known, where one is moved to a new date. */
	over?: Marks;
}

/** Events that are long over, the latest. */
const MOST_OVER = 300;

/** Characters that all events together may take. Beyond them those that end first are looked at anew. */
const MOST = 600_000;

/** Guests who were told of too early. They are few, and soon told of. */
const MOST_EARLY = 1000;

/** For how many milliseconds a change is made again where another process has written over it, and how many of them are. */
const UNSURE = { ms: 600_000, changes: 100 };

/** This process, in what it has written. */
const process = randomUUID().slice(0, 8);

let writings = 0;

const nextWriting = () => `${process} ${(writings += 1)}`;

interface Change {
	at: number;
	event: string;
	mark: string;
	/** What was known of the guest before; whatever stands there now beside that is newer. */
	before: string;
	/** What it makes of the guests. @param isRepeat whether its run has been started before, if it has one */
	make: (guests: Guests, isRepeat?: boolean) => Outcome;
}

/** One delivery about a guest, while it becomes a run. */
export interface Told {
	facts: Fact[];
	/** To be called once it is certain that it counts. Gives what to store; undefined where it changes nothing. */
	counts(): GuestsKept | undefined;
}

const sizeOf = ({ waiting, invited = '', left, going, checkedIn }: Guests) => [waiting, invited, left, going.now, going.before, checkedIn.now, checkedIn.before].reduce((sum, marks) => sum + marks.length, 300);

const guestsAt = ({ events, since, over = '' }: GuestsKept, event: string): Guests => events[event] ?? noGuests(has(over, markOf(event)) ? clock.now() : since);

/** What is stored, as far as it can be used. What has another form, as somebody may have edited it, begins anew. */
export function usable(stored: unknown): GuestsKept | undefined {
	if (!isObject(stored) || !Number.isFinite(stored.since) || !isObject(stored.events)) return undefined;
	const { events, over = '' } = stored as unknown as GuestsKept;
	if (Object.values(events).every(isGuests) && typeof over === 'string') return stored as unknown as GuestsKept;
	return { ...(stored as unknown as GuestsKept), over: '', events: Object.fromEntries(Object.entries(events).map(([id, guests]) => [id, isGuests(guests) ? guests : noGuests(clock.now())])) };
}

const isLongOver = (ends = NaN) => clock.now() - ends > AFTER_END;

/** Of events that are long over, that they were there. If it is too much still, those that end first begin anew: who has registered so far is known. */
function bounded({ events, over: before = '' }: GuestsKept): Pick<GuestsKept, 'events' | 'over'> {
	const over = Object.keys(events).filter((event) => isLongOver(events[event].ends)).reduce((marks, event) => including(marks, markOf(event), MOST_OVER), before);
	const live = Object.entries(events).filter(([, { ends }]) => !isLongOver(ends));
	let size = live.reduce((sum, [, guests]) => sum + sizeOf(guests), 0);
	if (size > MOST) {
		live.sort(([, a], [, b]) => (a.ends ?? 0) - (b.ends ?? 0));
		for (const one of live.slice(0, -1)) {
			if (size <= MOST) break;
			const anew = { ...noGuests(clock.now()), ...(one[1].ends !== undefined && { ends: one[1].ends }) };
			size += sizeOf(anew) - sizeOf(one[1]);
			one[1] = anew;
		}
	}
	return { events: Object.fromEntries(live), ...(over !== '' && { over }) };
}

/**
 * What one process knows of the guests of one node. n8n gives each delivery what is stored at that moment, and stores what
 * the delivery makes of it, so of several at once the last one would win. Within a process this stands above it; what another
 * process has written is taken over, with the latest changes of this one made again.
 */
export class GuestRecord {
	private known?: GuestsKept;

	private changes: Change[] = [];

	private readonly underWay = new Map<string, Promise<void>>();

	/**
	 * Guests of whom a change has told before their registration. Not stored: what is stored for it could be stored over what
	 * another process makes of the registration.
	 */
	private readonly early = new Set<string>();

	/** Waits until no other delivery about the same guest is under way. Gives what ends this one's turn. */
	async turn(delivery: Delivery): Promise<() => void> {
		const about = guestOf(delivery);
		if (!about) return () => {};
		const key = `${about.event} ${about.mark}`;
		while (this.underWay.has(key)) await this.underWay.get(key);
		let end = () => {};
		this.underWay.set(key, new Promise((resolve) => (end = resolve)));
		return () => {
			this.underWay.delete(key);
			end();
		};
	}

	/** What a delivery tells that was not known; undefined for one that is not about a guest. */
	tell(kept: unknown, delivery: Delivery, how: Manner): Told | undefined {
		const about = guestOf(delivery);
		if (!about) return undefined;
		const { event, mark, ends } = about;
		const stored = usable(kept);
		if (isLongOver(ends)) return { facts: [], counts: () => undefined };
		const first = guestsAt(this.latest(stored), event);
		const key = `${event} ${mark}`;
		const wasEarly = this.early.has(key);
		const outcome = learn(first, delivery.type, about, { ...how, wasEarly });
		// What has told nothing the first time tells nothing any more.
		const make = (guests: Guests, isRepeat = false) => learn(guests, delivery.type, about, { ...how, wasEarly: wasEarly && (!isRepeat || outcome.facts.includes('guest.going')) });
		let counted = false;
		const counts = () => {
			// Both n8n's question for its answer and the end of the request say so.
			if (counted) return undefined;
			counted = true;
			if (outcome.isEarly) this.isEarly(key);
			else if (delivery.type === 'guest.registered') this.early.delete(key);
			const latest = this.latest(stored);
			const guests = guestsAt(latest, event);
			// Looking through many marks takes its time, and most often nothing has changed since.
			const { isChange, guests: after } = guests === first ? outcome : make(guests);
			// It counts too that an event is moved: it is forgotten some time after its end.
			const isMoved = event in latest.events && after.ends !== guests.ends;
			// Where what is stored is not the latest, this makes it so.
			if (!isChange && !isMoved) return latest.by === stored?.by ? undefined : (this.known = latest);
			if (isChange) this.changes = [...this.changes, { at: clock.now(), event, mark, before: stateOf(guests, mark), make }].slice(-UNSURE.changes);
			return (this.known = { since: latest.since, by: nextWriting(), ...bounded({ ...latest, events: { ...latest.events, [event]: after } }) });
		};
		return { facts: outcome.facts, counts };
	}

	private isEarly(guest: string): void {
		this.early.add(guest);
		if (this.early.size > MOST_EARLY) for (const oldest of this.early) return void this.early.delete(oldest);
	}

	/** The latest of what is stored and what this process knows. */
	private latest(stored: GuestsKept = { since: clock.now(), events: {} }): GuestsKept {
		const { known } = this;
		if (known && stored.by?.startsWith(`${process} `) && stored.since === known.since) return known;
		const latest = { ...stored, events: { ...stored.events } };
		for (const { at, event, mark, before, make } of this.changes) {
			const guests = guestsAt(latest, event);
			if (clock.now() - at >= UNSURE.ms || stateOf(guests, mark) !== before) continue;
			const { isChange, guests: after } = make(guests, true);
			if (!isChange) continue;
			latest.events[event] = after;
			latest.by = nextWriting();
		}
		return latest;
	}
}
