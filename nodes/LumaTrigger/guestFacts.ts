import type { IDataObject } from 'n8n-workflow';
import type { FACTS } from '../Luma/fields/eventTypes';
import { entriesOf } from '../Luma/simplified/pick';
import { isObject } from '../Luma/values/object';
import { cameAt, timeIn } from '../Luma/simplified/times';
import type { Delivery } from './delivery';
import { including, has, markOf, without, type Marks } from '../Luma/triggers/marks';
import { isKnown, isRecent, note, nothingSince, since, unnoted, type Recent } from '../Luma/triggers/recent';

export type Fact = (typeof FACTS)[number];

/** Deliveries that tell them: registered for a guest who is new, refunded for one who leaves, updated for all else. */
export const TELLING = ['guest.registered', 'guest.updated', 'guest.refunded'];

/**
 * What is known of the guests of one event.
 *
 * Most guests register and are going at once; Luma says so by `guest.registered`, so they are noted for a while only. One
 * by one stand those of whom a later delivery means something else than it seems: the ones who wait, and the ones who left.
 */
export interface Guests {
	/** When the event ends, in milliseconds since 1970. */
	ends?: number;
	/** Who has not been going so far: pending approval, on the waitlist, declined by the host. */
	waiting: Marks;
	/** Who was invited, and has not answered. */
	invited?: Marks;
	/** Who was going. */
	left: Marks;
	going: Recent;
	checkedIn: Recent;
}

/** Guests of one event who wait, who are invited, and who left. Beyond it the oldest are forgotten. */
const MOST = 20_000;

/** Milliseconds within which `guest.registered` and the `guest.updated` beside it come. The latter does not count then: two processes may take the two at the same moment. */
const PAIR = 10_000;

const INVITED = 'invited';

const WAITING: unknown[] = ['pending_approval', 'waitlist', INVITED];

/** Whether all that the guest paid was given back. */
function isRefunded(data: IDataObject): boolean {
	const paid = entriesOf(data.event_ticket_orders).filter(({ amount, is_captured: captured }) => captured === true && Number(amount) > 0);
	return paid.length > 0 && paid.every(({ amount, amount_refunded: refunded }) => Number(refunded) >= Number(amount));
}

/** Whom a delivery is about. */
export interface About {
	event: string;
	/** When the event ends, in milliseconds since 1970; NaN where the delivery does not say. */
	ends: number;
	mark: string;
	data: IDataObject;
}

/** The guest whom a delivery tells facts of; undefined for all others. */
export function guestOf({ type, data }: Delivery): About | undefined {
	if (!TELLING.includes(type)) return undefined;
	const { id, event } = (data ?? {}) as { id?: unknown; event?: IDataObject | null };
	if (typeof id !== 'string' || typeof event?.id !== 'string') return undefined;
	return { event: event.id, ends: timeIn(event.end_at ?? event.start_at), mark: markOf(id), data: data as IDataObject };
}

/** @param at from when on guests are looked at, in milliseconds since 1970 */
export const noGuests = (at: number): Guests => ({ waiting: '', left: '', going: nothingSince(at), checkedIn: nothingSince(at) });

/** Whether it is that, and not something else that static data has in its stead. */
export const isGuests = (value: unknown): value is Guests =>
	isObject(value) && [value.waiting, value.left, value.invited ?? ''].every((marks) => typeof marks === 'string') && [value.going, value.checkedIn].every(isRecent);

/** The guests of before, looked at again from then on. */
export const guestsSince = (guests: Guests, at: number): Guests => ({ ...guests, going: since(guests.going, at), checkedIn: since(guests.checkedIn, at) });

/** What is known of one guest; texts that are the same say the same. */
export const stateOf = ({ waiting, invited = '', left, going, checkedIn }: Guests, mark: string): string =>
	[has(waiting, mark), has(invited, mark), has(left, mark), isKnown(going, mark), isKnown(checkedIn, mark)].map(Number).join('');

export interface Outcome {
	facts: Fact[];
	guests: Guests;
	/** Whether something is known of the guest that was not. */
	isChange: boolean;
	/** Whether it shows a guest as approved whose registration is still to be told of. */
	isEarly: boolean;
}

/** Who waits when a workflow is published. */
export const waits = (guests: Guests, mark: string): Guests =>
	has(guests.left, mark) || isKnown(guests.going, mark) ? guests : { ...guests, waiting: including(guests.waiting, mark, MOST) };

/** How a delivery is to be taken. */
export interface Manner {
	/** When it was signed, in milliseconds since 1970. */
	at: number;
	/** Whether a guest who has left and comes back is news. */
	again: boolean;
	/** Whether a change has shown the guest as approved before the registration was told of, so that its report is late. */
	wasEarly?: boolean;
}

/**
 * What a delivery tells of a guest that was not known yet, and what is known after it. Deliveries may come in any order, twice,
 * or not at all.
 */
export function learn(guests: Guests, type: string, { mark, data, ends }: About, { at, again, wasEarly = false }: Manner): Outcome {
	const facts: Fact[] = [];
	let isEarly = false;
	const next = { ...guests, ...(!Number.isNaN(ends) && { ends }) };
	const noted = at + 1000;
	const registered = timeIn(data.registered_at);
	const { approval_status: status } = data;
	const waiting = has(guests.waiting, mark);
	// Who accepted while nobody listened is one of those who are known by the time.
	const invited = has(guests.invited ?? '', mark) && !(registered <= guests.going.from);
	const left = has(guests.left, mark);
	const going = isKnown(guests.going, mark);
	const unknown = !waiting && !invited && !left && !going;
	const refunded = isRefunded(data);
	const isRegistration = type === 'guest.registered';

	const off = (marks: Marks | undefined) => marks && without(marks, mark);
	const isGoing = () => {
		facts.push('guest.going');
		Object.assign(next, { waiting: without(guests.waiting, mark), invited: off(guests.invited), left: without(guests.left, mark), going: note(guests.going, mark, noted) });
	};
	const isGone = () => Object.assign(next, { invited: off(guests.invited), left: including(guests.left, mark, MOST), going: unnoted(guests.going, mark) });
	const hasLeft = () => {
		facts.push('guest.left');
		isGone();
	};
	const isWaiting = () => Object.assign(next, { waiting: including(guests.waiting, mark, MOST), invited: off(guests.invited) });

	// Someone who registered when none of this was noted yet, or so long ago that it no longer is.
	const old = !(registered > guests.going.from);
	const isNews = waiting || invited || (left && again) || (unknown && (isRegistration || !old));

	if (status === 'approved' && !refunded) {
		// Of somebody whom the host lets in, Luma tells by this delivery alone. Else by `guest.registered` too, unless that got lost.
		if (isNews && (waiting || left || isRegistration || !(at - registered <= PAIR))) isGoing();
		else isEarly = isNews;
	} else if (status === 'declined' || refunded) {
		if (going || (unknown && old && !Number.isNaN(registered))) hasLeft();
		else if ((unknown || invited) && !Number.isNaN(registered)) isWaiting();
	} else if (WAITING.includes(status)) {
		// A `guest.registered` of somebody who is going already is late: it tells of the time before.
		if (isRegistration && isNews && wasEarly) isGoing();
		else if (going && !isRegistration) isGone();
		else if (unknown && old && !Number.isNaN(registered) && !isRegistration) isGone();
		else if (unknown && status === INVITED) next.invited = including(guests.invited ?? '', mark, MOST);
		else if (unknown || (invited && status !== INVITED)) isWaiting();
	}

	const came = cameAt(data);
	if (!isKnown(guests.checkedIn, mark, came)) {
		facts.push('guest.checked_in');
		next.checkedIn = note(guests.checkedIn, mark, noted);
	}
	const isChange = next.waiting !== guests.waiting || next.invited !== guests.invited || next.left !== guests.left || next.going !== guests.going || next.checkedIn !== guests.checkedIn;
	return { facts: facts.sort(), guests: next, isChange, isEarly };
}
