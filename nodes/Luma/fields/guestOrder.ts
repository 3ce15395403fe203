import type { IDataObject } from 'n8n-workflow';
import { cameAt, timeIn } from '../simplified/times';

/** How a list of guests is sorted, in Luma's words. */
export interface Order {
	column: string;
	direction: string;
}

/** When a guest registered, in milliseconds; NaN for one who has not, such as one who was invited. */
export const registeredAt = ({ registered_at: at }: IDataObject): number => timeIn(at);

const known = (number: number) => (Number.isNaN(number) ? null : number);
const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/** What Luma sorts by, as far as a guest shows it: the time at which one was added (`created_at`) is not among what it answers. */
const KEYS: Record<string, (guest: IDataObject) => string | number | null> = {
	checked_in_at: (guest) => known(cameAt(guest)),
	email: ({ user_email: email }) => textOf(email),
	name: ({ user_name: name }) => textOf(name),
	registered_at: (guest) => known(registeredAt(guest)),
};

/** Whether guests can be put into this order here. */
export const isComparable = ({ column }: Order): boolean => column in KEYS;

/** Which of two guests comes first; those without a value as in PostgreSQL, after the others going up and before them going down, unless they are to be last. */
export function guestOrder({ column, direction }: Order): (one: IDataObject, other: IDataObject) => number {
	const key = KEYS[column];
	const down = direction.startsWith('desc');
	const empty = down && !direction.endsWith('nulls last') ? -1 : 1;
	return (one, other) => {
		const [a, b] = [key(one), key(other)];
		if (a === b) return 0;
		if (a === null || b === null) return a === null ? empty : -empty;
		return a < b === down ? 1 : -1;
	};
}
