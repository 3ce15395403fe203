import type { IDataObject } from 'n8n-workflow';
import type { GuestFilters } from './guestFilters';
import { guestOrder, isComparable, type Order } from './guestOrder';
import type { Lists } from './merged';

/** How the guests of an event are read with the fewest requests. */
export interface Plan extends Pick<Lists, 'parts' | 'compare' | 'passes' | 'ends'> {
	/** Puts what was read into the order that was chosen, where a filter needs another one for reading. */
	sorted?: (guests: IDataObject[]) => IDataObject[];
}

/** The order of several lists together, where none is chosen. */
const USUAL: Order = { column: 'registered_at', direction: 'asc' };

/** Whether guests come alike in both. Where those without a value stand says nothing here: a filter by a time leaves all of them, or none. */
const same = (one: Order, other: Order) => one.column === other.column && one.direction.split(' ')[0] === other.direction.split(' ')[0];

/**
 * Plans how guests are read: a list for each status, since leaving out those who were only invited is to leave out their pages
 * too; in the order of a filter that ends the list early; and told apart here where Luma knows no filter.
 * @param chosen the order that a person has chosen, as far as it is
 */
export function planOf({ statuses, bounds, tests }: GuestFilters, chosen: Partial<Order>): Plan {
	const wanted: Order | undefined = chosen.column === undefined && chosen.direction === undefined ? undefined : { ...USUAL, ...chosen };
	// What Luma sorts by when a guest was added can be neither merged nor sorted here: it is read as it comes.
	const asItComes = wanted !== undefined && !isComparable(wanted);
	const bound = asItComes ? undefined : bounds.at(0);
	const order = bound?.order ?? wanted ?? (statuses.length > 0 ? USUAL : undefined);
	const apart = asItComes ? [] : statuses;
	const all = [
		...bounds.filter((one) => one !== bound || !one.exact).map(({ test }) => test),
		...(asItComes && statuses.length > 0 ? [({ approval_status: status }: IDataObject) => statuses.includes(status as string)] : []),
		...tests,
	];
	// What is chosen goes out by itself, as it is.
	const query: IDataObject = order && (bound || apart.length > 0) ? { sort_column: order.column, sort_direction: order.direction } : {};
	return {
		parts: new Map(apart.length > 0 ? apart.map((status) => [status, { ...query, approval_status: status }]) : [['', query]]),
		compare: order && !asItComes ? guestOrder(order) : undefined,
		passes: all.length > 0 ? (guest) => all.every((test) => test(guest)) : undefined,
		ends: bound?.ends,
		sorted: wanted && order && !same(wanted, order) ? (guests) => guests.sort(guestOrder(wanted)) : undefined,
	};
}
