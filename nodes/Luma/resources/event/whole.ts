import type { IDataObject } from 'n8n-workflow';
import { partsOf } from '../../api/errors';
import { entriesOf } from '../../api/pages';
import { isBlank } from '../../values/blank';
import { list } from '../../values/scalar';
import type { Item } from '../../run/item';
import { toHosts, toTicketTypes } from './rows';

/** Something that is to be done for an event once it is there: what it is called, and how it is done. */
export interface Further {
	what: string;
	act: () => Promise<unknown>;
}

/** What Luma may have left out of ticket types on creation: its document has three of their fields there, and no more. */
async function mendTicketTypes(item: Item, event_id: string, wanted: IDataObject[]): Promise<void> {
	const left = entriesOf(await item.also('GET', '/v1/events/ticket-types/list', { event_id, include_hidden: 'true' }));
	for (const row of wanted) {
		const at = left.findIndex(({ name }) => name === row.name);
		if (at < 0) throw new Error(`There is no ticket type ${JSON.stringify(row.name)}`);
		const [{ id, ...made }] = left.splice(at, 1);
		const missing = Object.fromEntries(Object.entries(row).filter(([name, value]) => made[name] !== value));
		if (Object.keys(missing).length > 0) await item.also('POST', '/v1/events/ticket-types/update', { event_ticket_type_id: id, ...missing });
	}
}

/** What is to be looked after of the ticket types that an event was created with; nothing where they have only what Luma's document has there. */
export function ticketTypeSteps(item: Item, event_id: string, ticketTypes: IDataObject[]): Further[] {
	const simple = ticketTypes.every((row) => Object.keys(row).every((name) => ['name', 'type', 'require_approval'].includes(name)));
	return simple ? [] : [{ what: 'settings of the ticket types', act: async () => await mendTicketTypes(item, event_id, ticketTypes) }];
}

/** All that is asked for beside the event's own request. */
function furtherOf(item: Item, event_id: string): Further[] {
	const given = (name: string) => item.parameter(`additionalFields.${name}`, '');
	const rows = <T>(name: string, read: (value: unknown) => T[]): T[] => (isBlank(given(name)) ? [] : read(given(name)));
	const ticketTypes = rows('ticketTypeRows', toTicketTypes);
	return [
		...ticketTypeSteps(item, event_id, ticketTypes),
		...rows('hosts', toHosts).map((host) => ({ what: `host ${String(host.email)}`, act: async () => await item.also('POST', '/v1/events/hosts/add', { event_id, ...host }) })),
		...rows('eventTags', list).map((tag) => ({ what: `tag ${tag}`, act: async () => await item.also('POST', '/v1/calendars/event-tags/apply', { tag, event_ids: [event_id] }) })),
	];
}

/** Does all of it for an event that is there, each once. @returns what is missing, with the reasons */
export async function missingOf(item: Item, further: Further[]): Promise<string[]> {
	const missing: string[] = [];
	for (const { what, act } of further) {
		try {
			await act();
		} catch (error) {
			// Cancelled: there is nobody who waits for the rest.
			item.signal?.throwIfAborted();
			missing.push(`${what} (${(error as Error).message.replace(/\.$/, '')}${partsOf(error).uncertain ? ', but Luma may have done it: check first' : ''})`);
		}
	}
	return missing;
}

/**
 * Does for a new event what its own request cannot do. The event is there by now, so nothing of this fails it, and none of it
 * is done twice.
 * @returns what is missing, in a sentence, with the reasons; undefined where nothing is
 */
export async function makeWhole(item: Item, event_id: string): Promise<string | undefined> {
	const missing = await missingOf(item, furtherOf(item, event_id));
	return missing.length === 0 ? undefined : `The event was created, but this is missing: ${missing.join('; ')}. Don't run the node again: add it with Host > Add, Event Tag > Apply, or Ticket Type > Update.`;
}
