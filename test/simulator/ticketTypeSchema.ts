import { badRequest } from './errors';
import { count, currency, date, filled, flag, oneOf, orNull } from './schemas';
import type { TicketType } from './records';

export const ticketTypeFields = {
	name: { ...filled, maxLength: 30 },
	type: oneOf('free', 'paid'),
	require_approval: flag,
	is_hidden: flag,
	description: orNull({ type: 'string', maxLength: 1000 }),
	valid_start_at: orNull(date),
	valid_end_at: orNull(date),
	max_capacity: orNull(count),
	cents: orNull(count),
	currency: orNull(currency),
	is_flexible: flag,
	min_cents: orNull(count),
};

/** What a ticket type that comes with an event says of itself; whatever else it says, such as its ID elsewhere, counts for nothing. */
export const knownFields = (given: Partial<TicketType>): Partial<TicketType> => Object.fromEntries(Object.entries(given).filter(([name]) => name in ticketTypeFields));

/** Throws the 400 for what no schema of a single field can say. */
export function checkTicketType(type: TicketType): void {
	const price = type.is_flexible ? type.min_cents : type.cents;
	if (type.type === 'paid' && price === null) {
		throw badRequest(`${type.is_flexible ? 'min_cents' : 'cents'} is required for a paid ticket type.`);
	}
	if (type.type === 'paid' && type.currency === null) {
		throw badRequest('currency is required for a paid ticket type.');
	}
	if (type.type === 'free' && (type.cents ?? 0) > 0) {
		throw badRequest('cents must not be set for a free ticket type.');
	}
	if (type.valid_start_at && type.valid_end_at && type.valid_end_at < type.valid_start_at) {
		throw badRequest('valid_end_at must not be before valid_start_at.');
	}
}
