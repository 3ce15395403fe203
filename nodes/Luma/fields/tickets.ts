import type { INodeProperties } from 'n8n-workflow';
import { given, isBlank } from '../values/blank';
import { idOf } from '../values/ids';
import { valueIn } from '../values/object';
import { Problem } from '../values/problem';
import { whole } from '../values/scalar';
import { arrayOf, id, objectOf, type Check } from '../values/shape';
import { jsonOf, template } from './jsonText';
import { NONE } from './locator';
import { body, type At, type Change } from './send';
import { ticketTypeLocator } from './ticketType';

/** What the field for one ticket is called. */
const ONE = 'One Ticket per Guest';

const ticketTypeId: Check = (value, path) => idOf('ticketType', id(value, path));
const ticketCheck = objectOf({ event_ticket_type_id: ticketTypeId });
const example = { event_ticket_type_id: 'ttype-1a2b3c4d5e6f7g8' };
const ticketJson = jsonOf(ticketCheck, example);
const ticketsJson = jsonOf(arrayOf(ticketCheck, { min: 1 }), [example, example]);

type Row = { ticketTypeId?: unknown; quantity?: unknown; json?: unknown };

/** A ticket without a type is a mistake, and not the default type: that one may cost less, or let in where this one does not. */
const ticketOf = (locator: unknown, place: string) => {
	if (isBlank(valueIn(locator))) throw new Problem(`has no Ticket Type${place}`, 'Choose a ticket type, or remove the ticket. Guests then get the default ticket type.');
	return ticketCheck({ event_ticket_type_id: valueIn(locator) }, '') as object;
};

const toTicket: Change = (value, at) => {
	const { type, json } = value as { type?: Row; json?: Row };
	// The form that is there from the start does not count as long as it is empty.
	if (type && json && !isBlank(valueIn(type.ticketTypeId))) throw new Problem('has 2 formats filled in, but only one is allowed', 'Remove all but one.');
	return json ? ticketJson(json.json, at) : ticketOf(type?.ticketTypeId, '');
};

const toTickets: Change = (value, at: At) => {
	if (!isBlank(at.sent.ticket)) throw new Problem(`is filled in together with '${ONE}'`, 'Remove one of them.');
	const { type = [], json = [] } = value as { type?: Row[]; json?: Row[] };
	const rows = [type].flat().flatMap(({ ticketTypeId, quantity }, index) =>
		Array.from({ length: whole(given(quantity, 1), { min: 1, max: 1000 }) }, () => ticketOf(ticketTypeId, ` in row ${index + 1}`)),
	);
	const lists = [json].flat().map((row) => ticketsJson(row.json, at) as object[]);
	const tickets = [...rows, ...lists.flat()];
	if (tickets.length === 0) throw new Problem('is empty');
	return tickets;
};

const jsonForm = (shape: unknown, description: string) => ({
	displayName: 'JSON',
	name: 'json',
	values: [{ displayName: 'JSON', name: 'json', type: 'json', default: template(shape), description } satisfies INodeProperties],
});

/** One ticket type for each guest. */
export const ticket: INodeProperties = {
	displayName: ONE,
	name: 'ticket',
	type: 'fixedCollection',
	placeholder: 'Add Ticket',
	// One empty form, so that it shows at once; n8n drops a group in which nothing is chosen when another field is added.
	default: { type: { ticketTypeId: NONE } },
	description: 'Ticket to give each guest, one per guest. If not set, each guest gets a ticket of the default type.',
	options: [
		{ displayName: 'Ticket Type', name: 'type', values: [ticketTypeLocator] },
		jsonForm({ event_ticket_type_id: '' }, 'JSON, or an expression that returns an object: {event_ticket_type_id}'),
	],
	routing: body('ticket', ONE, toTicket),
};

interface TicketsField {
	property: string;
	description: string;
	displayName?: string;
	name?: string;
	/** Whether it is one of several fields to add, so that it begins with an empty row. */
	added?: boolean;
}

/** Several tickets, as rows with a quantity or as JSON. */
export const tickets = ({ property, description, displayName = 'Several Tickets per Guest', name = 'tickets', added = false }: TicketsField): INodeProperties => {
	const field: INodeProperties = {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Tickets',
		default: {},
		description,
		options: [
			{
				displayName: 'Tickets',
				name: 'type',
				values: [
					ticketTypeLocator,
					{
						displayName: 'Quantity',
						name: 'quantity',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 1,
						description: 'Number of tickets of this type',
					},
				],
			},
			jsonForm([{ event_ticket_type_id: '' }], 'JSON, or an expression that returns a list: [{event_ticket_type_id}, …]'),
		],
		routing: body(property, displayName, toTickets),
	};
	return added ? { ...field, default: { type: [{ ticketTypeId: NONE, quantity: 1 }] } } : field;
};
