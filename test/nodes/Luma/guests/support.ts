/** A Luma with guests of one's own, in the order and in the pages in which Luma gives them; what it was asked is counted. */
import type { IDataObject } from 'n8n-workflow';
import { always, received, type Sent } from '../support/luma';

export const LIST = '/v1/events/guests/list';

export interface Ways {
	/** Most entries of a page. */
	cap?: number;
	/** Which check-in of several Luma sorts by; its documents do not say. */
	checkIn?: 'first' | 'last' | 'any';
	/** Whether those without a check-in come last going down, too; its documents do not say. */
	nullsLast?: boolean;
}

const times = (guest: IDataObject) => (guest.event_tickets as IDataObject[]).map(({ checked_in_at: at }) => at).filter((at) => at !== null) as string[];

/** What a list is sorted by. */
export function keyOf(guest: IDataObject, column: string, { checkIn = 'first' }: Ways = {}): string | null {
	if (column === 'checked_in_at') {
		const all = checkIn === 'any' ? times(guest) : times(guest).sort();
		return (checkIn === 'last' ? all.at(-1) : all[0]) ?? null;
	}
	return guest[{ name: 'user_name', email: 'user_email', registered_at: 'registered_at' }[column]!] as string | null;
}

/** The guests in an order as PostgreSQL sorts them; the order in which they were added stays where they are alike. */
export function inOrder(guests: IDataObject[], column: string | undefined, direction = 'asc', ways: Ways = {}): IDataObject[] {
	const down = direction.startsWith('desc');
	if (column === undefined || column === 'created_at') return down ? [...guests].reverse() : [...guests];
	const nullsLast = !down || direction.endsWith('nulls last') || (column === 'checked_in_at' && ways.nullsLast === true);
	return [...guests].sort((one, other) => {
		const [a, b] = [keyOf(one, column, ways), keyOf(other, column, ways)];
		if (a === b) return 0;
		if (a === null || b === null) return (a === null) === nullsLast ? 1 : -1;
		return a < b === down ? 1 : -1;
	});
}

/** One page, as Luma cuts it. A cursor is good for the query that it was made for. */
export function page(entries: IDataObject[], { pagination_cursor: cursor, pagination_limit: size, ...query }: Record<string, unknown>, cap = 100): IDataObject {
	const [begin, made] = cursor === undefined ? [0, ''] : (JSON.parse(cursor as string) as [number, string]);
	if (cursor !== undefined && made !== JSON.stringify(query)) throw new Error(`A cursor of ${made} came with ${JSON.stringify(query)}`);
	const end = begin + Math.min(cap, Number(size ?? 50));
	const more = end < entries.length;
	return { entries: entries.slice(begin, end), has_more: more, ...(more && { next_cursor: JSON.stringify([end, JSON.stringify(query)]) }) };
}

/** Serves the guests of each event. */
export function serveGuests(events: Record<string, IDataObject[]>, ways: Ways = {}): void {
	always('GET', LIST, ({ query = {} }: Sent) => {
		const { event_id, approval_status: status, sort_column: column, sort_direction: direction } = query as Record<string, string>;
		if (!(event_id in events)) return { status: 404, body: { message: 'Event not found', code: null } };
		const guests = status === undefined ? events[event_id] : events[event_id].filter(({ approval_status }) => approval_status === status);
		return { body: page(inOrder(guests, column, direction, ways), query, ways.cap) };
	});
}

/** How many pages of guests it was asked for. */
export const pagesAsked = (): number => received.filter(({ path }) => path === LIST).length;

/** The n-th guest of an event, as Luma answers one. */
export function guest(n: number, more: IDataObject = {}): IDataObject {
	return {
		id: `gst-${n}`,
		user_id: `usr-${n}`,
		user_email: `guest${String(n).padStart(4, '0')}@example.com`,
		user_name: `Guest ${String(n).padStart(4, '0')}`,
		user_first_name: 'Guest',
		user_last_name: String(n),
		approval_status: 'approved',
		check_in_qr_code: `https://luma.com/check-in/evt-1?pk=g-${n}`,
		invited_at: null,
		joined_at: null,
		phone_number: null,
		registered_at: new Date(Date.UTC(2027, 0, 1) + n * 60_000).toISOString(),
		registration_answers: [],
		event_tickets: [],
		...more,
	};
}

/** A ticket; the time at which it was checked in, if it was. */
export const ticket = (at: string | null = null, type = 'standard'): IDataObject => ({ id: `tkt-${type}-${at}`, name: type, event_ticket_type_id: `ttype-${type}`, checked_in_at: at, amount: 0, currency: null, is_captured: false });
