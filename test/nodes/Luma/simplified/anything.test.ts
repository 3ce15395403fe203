/** Simplify over whatever Luma's document lets it answer, and over what it does not. */
import type { IDataObject } from 'n8n-workflow';
import { simpleEvent } from '../../../../nodes/Luma/simplified/event';
import { simpleGuest } from '../../../../nodes/Luma/simplified/guest';
import { simpleTicketType } from '../../../../nodes/Luma/simplified/ticketType';
import { valueOf } from '../../../contract/arbitrary';
import { answerSchema } from '../../../contract/document';
import { available } from '../../../contract/load';
import fc from '../../../properties';

type Entry = IDataObject & { registration_answers?: Array<{ value?: unknown; answer?: unknown; question_type: string }> | null };

const one = (path: string) => () => valueOf(answerSchema('GET', path));
const listed = (path: string) => () => valueOf((answerSchema('GET', path) as { properties: { entries: { items: object } } }).properties.entries.items);

const documented: Array<[string, () => fc.Arbitrary<unknown>, (entry: IDataObject) => IDataObject]> = [
	['an event', one('/v1/events/get'), simpleEvent],
	['an event of a list', listed('/v1/calendars/events/list'), simpleEvent],
	['a guest', one('/v1/events/guests/get'), simpleGuest],
	['a guest of a list', listed('/v1/events/guests/list'), simpleGuest],
	['a ticket type', one('/v1/events/ticket-types/get'), simpleTicketType],
	['a ticket type of a list', listed('/v1/events/ticket-types/list'), simpleTicketType],
];

/** The same with some of its values, at any depth, null or left away. */
const damaged = (value: unknown): fc.Arbitrary<unknown> =>
	fc.infiniteStream(fc.constantFrom(...['keep', 'keep', 'keep', 'null', 'absent'])).map((fates) => {
		const walk = (inner: unknown): unknown => {
			if (Array.isArray(inner)) return inner.map((entry) => (fates.next().value === 'null' ? null : walk(entry)));
			if (typeof inner !== 'object' || inner === null) return inner;
			return Object.fromEntries(
				Object.entries(inner).flatMap(([name, entry]) => {
					const fate = fates.next().value as string;
					return fate === 'absent' ? [] : [[name, fate === 'null' ? null : walk(entry)]];
				}),
			);
		};
		return walk(value);
	});

const texts = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : value === null || value === undefined ? [] : [JSON.stringify(value)]);

(available ? describe : describe.skip).each(documented)('%s', (_what, arbitrary, simple) => {
	it('as the document has it: at most ten columns beside the answers, and no answer lost', () => {
		fc.assert(
			fc.property(arbitrary(), (value) => {
				const entry = value as Entry;
				const simplified = simple(entry);
				expect(Object.keys(simplified).filter((name) => name !== 'answers').length).toBeLessThanOrEqual(10);
				const given = (entry.registration_answers ?? []).flatMap((one) => texts(one.value ?? (one.question_type === 'company' ? undefined : one.answer)));
				const kept = texts(simplified.answers);
				for (const text of new Set(given)) expect(kept.filter((other) => other === text).length).toBeGreaterThanOrEqual(given.filter((other) => other === text).length);
			}),
		);
	});

	it('with whatever null or missing: nothing throws', () => {
		fc.assert(fc.property(arbitrary().chain(damaged), (value) => void JSON.stringify(simple(value as IDataObject))));
	});
});

it('anything at all: nothing throws', () => {
	const names = ['event_tickets', 'event_ticket_orders', 'registration_answers', 'check_in_qr_code', 'user_name', 'user_first_name', 'geo_address_json', 'guest_counts', 'id'];
	fc.assert(
		fc.property(fc.record(Object.fromEntries(names.map((name) => [name, fc.jsonValue()])), { requiredKeys: [] }), (value) => {
			for (const simple of [simpleEvent, simpleGuest, simpleTicketType]) JSON.stringify(simple(value as IDataObject));
		}),
	);
});
