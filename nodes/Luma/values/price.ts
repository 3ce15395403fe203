import { isBlank } from './blank';
import { Problem } from './problem';
import { yesNoIn } from './scalar';
import { spelled } from './text';

/** What a ticket type costs, as far as it is said. */
export interface Priced {
	type?: unknown;
	cents?: unknown;
	is_flexible?: unknown;
}

/** Whether it is a paid one without a price, which must not become a free one. Where guests choose what they pay, there may be none. */
export const lacksPrice = ({ type, cents, is_flexible: flexible }: Priced): boolean => spelled(type) === 'paid' && isBlank(cents) && yesNoIn(flexible) !== true;

/** Whether it is a free one with a price: its type may have been left as it was. */
export const isPricedFree = ({ type, cents }: Priced): boolean => spelled(type) === 'free' && Number(cents) > 0;

/**
 * A new ticket type whose price fits its type. A free one has none, not even 0: Luma would have to be asked to set it.
 * @param place where it stands, for the words: " in row 1"
 * @throws Problem where what it is and what it costs do not fit
 */
export function priced<T extends Priced>(ticketType: T, place: string): Omit<T, 'cents'> & Priced {
	if (lacksPrice(ticketType)) throw new Problem(`has no price for a paid ticket type${place}`, 'Fill in the price (cents), or make the type free.');
	if (isPricedFree(ticketType)) throw new Problem(`has a price for a free ticket type${place}`, 'Make the type paid, or remove the price.');
	const { cents, ...rest } = ticketType;
	return spelled(rest.type) === 'free' || cents === undefined ? rest : { ...rest, cents };
}
