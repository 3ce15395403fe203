import type { ApprovalStatus, GuestRecord } from './records';

/** What counting, filtering and checking need to know of a guest without building the whole of it. */
export interface GuestTraits {
	status: ApprovalStatus;
	tickets: number;
	checkedIn: boolean;
}

/** Makes the guest at a place of the list, the same one each time. */
export interface GuestMaker {
	make(index: number): GuestRecord;
	traits(index: number): GuestTraits;
}

export interface GuestSort {
	column: 'name' | 'email' | 'created_at' | 'registered_at' | 'checked_in_at';
	direction: 'asc' | 'desc' | 'asc nulls last' | 'desc nulls last';
}

export type GuestCounts = Record<
	Exclude<ApprovalStatus, 'session'> | 'checked_in',
	{ guests: number; tickets: number }
>;

/**
 * The guests of one event: first `generated` ones that are made when asked for (so 300,000 cost nothing
 * until they are read), then the added ones. A changed guest is kept from then on.
 * A guest is named by a place in this list, which is its order of creation.
 */
export class GuestBook {
	private readonly kept = new Map<number, GuestRecord>();
	private readonly places = new Map<string, number>();
	private readonly views = new Map<string, number[]>();
	private counted?: GuestCounts;
	private added = 0;

	constructor(
		private readonly name: string,
		private readonly generated: number,
		private readonly maker: GuestMaker,
	) {}

	get size(): number {
		return this.generated + this.added;
	}

	at(place: number): GuestRecord {
		return this.kept.get(place) ?? this.maker.make(place);
	}

	all(): GuestRecord[] {
		return Array.from({ length: this.size }, (_, place) => this.at(place));
	}

	/** @param identifier guest id, guest key, ticket id, or email in any case */
	find(identifier: string): number | undefined {
		const wanted = identifier.toLowerCase();
		const place = this.places.get(wanted) ?? this.generatedPlace(wanted);
		if (place === undefined) return undefined;
		// A ticket may have been taken from its guest since.
		const isThere =
			!wanted.startsWith('tkt-') || this.at(place).event_tickets.some(({ id }) => id === identifier);
		return isThere ? place : undefined;
	}

	add(guest: GuestRecord): number {
		const place = this.size;
		this.added += 1;
		this.keep(place, guest);
		return place;
	}

	/** Keeps what `change` does to a copy of the guest, and returns it. */
	change(place: number, change: (guest: GuestRecord) => void): GuestRecord {
		const guest = structuredClone(this.at(place));
		change(guest);
		this.keep(place, guest);
		return guest;
	}

	/** Places in the wanted order, of one status if given; kept until a guest changes. */
	order(status?: ApprovalStatus, sort?: GuestSort): number[] {
		const key = JSON.stringify([status, sort]);
		const known = this.views.get(key);
		if (known) return known;
		let places = Array.from({ length: this.size }, (_, place) => place);
		if (status) places = places.filter((place) => this.traits(place).status === status);
		if (sort) places = this.sorted(places, sort);
		this.views.set(key, places);
		return places;
	}

	counts(): GuestCounts {
		if (this.counted) return this.counted;
		const none = () => ({ guests: 0, tickets: 0 });
		const counts: GuestCounts = {
			approved: none(),
			pending_approval: none(),
			waitlist: none(),
			invited: none(),
			declined: none(),
			checked_in: none(),
		};
		for (let place = 0; place < this.size; place++) {
			const { status, tickets, checkedIn } = this.traits(place);
			for (const count of [
				...(status === 'session' ? [] : [counts[status]]),
				...(checkedIn ? [counts.checked_in] : []),
			]) {
				count.guests += 1;
				count.tickets += tickets;
			}
		}
		this.counted = counts;
		return counts;
	}

	private keep(place: number, guest: GuestRecord): void {
		this.kept.set(place, guest);
		for (const name of [guest.id, guest.key, guest.user_email, ...guest.event_tickets.map(({ id }) => id)]) {
			this.places.set(name.toLowerCase(), place);
		}
		this.views.clear();
		this.counted = undefined;
	}

	private traits(place: number): GuestTraits {
		const guest = this.kept.get(place);
		if (!guest) return this.maker.traits(place);
		return {
			status: guest.approval_status,
			tickets: guest.event_tickets.length,
			checkedIn: guest.event_tickets.some(({ checked_in_at: at }) => at !== null),
		};
	}

	private generatedPlace(wanted: string): number | undefined {
		const match = /^(?:guest(\d+)@example\.com|(?:gst|g|tkt)-(.+)-(\d+))$/.exec(wanted);
		if (!match || (match[2] !== undefined && match[2] !== this.name.toLowerCase())) return undefined;
		const place = Number(match[1] ?? match[3]) - 1;
		return place >= 0 && place < this.generated ? place : undefined;
	}

	/** Nulls come last going up and first going down, as in PostgreSQL, unless asked to be last. */
	private sorted(places: number[], { column, direction }: GuestSort): number[] {
		const down = direction.startsWith('desc');
		if (column === 'created_at') return down ? places.reverse() : places;
		const nullsLast = !down || direction.endsWith('nulls last');
		const values = new Map(places.map((place) => [place, sortValue(this.at(place), column)]));
		return places.sort((left, right) => {
			const a = values.get(left) ?? null;
			const b = values.get(right) ?? null;
			if (a === b) return left - right;
			if (a === null || b === null) return (a === null) === nullsLast ? 1 : -1;
			return a < b === down ? 1 : -1;
		});
	}
}

function sortValue(guest: GuestRecord, column: GuestSort['column']): string | null {
	if (column === 'name') return guest.user_name;
	if (column === 'email') return guest.user_email;
	if (column === 'registered_at') return guest.registered_at;
	return guest.event_tickets.find(({ checked_in_at: at }) => at !== null)?.checked_in_at ?? null;
}
