import { Problem } from './problem';

/** What a ticket type of a new event costs, as far as it is said. */
export interface Priced {
	type?: unknown;
	cents?: unknown;
	is_flexible?: unknown;
}

/**
 * Fails where what a ticket type is and what it costs do not fit: a paid one without a price must not become a free one, nor
 * one whose type was left at free. Where guests choose what they pay, there may be no price.
 * @param place where it stands, for the words: " in row 1"
 */
export function assertPriced({ type, cents, is_flexible: flexible }: Priced, place: string): void {
	if (type === 'paid' && cents === undefined && flexible !== true) throw new Problem(`has no price for a paid ticket type${place}`, 'Fill in the price (cents), or make the type free.');
	if (type === 'free' && typeof cents === 'number' && cents > 0) throw new Problem(`has a price for a free ticket type${place}`, 'Make the type paid, or remove the price.');
}
