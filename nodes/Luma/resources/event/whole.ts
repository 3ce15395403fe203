import type { IDataObject } from 'n8n-workflow';
import { needed } from '../../api/answers';
import { partsOf } from '../../api/errors';
import { entriesIn } from '../../api/pages';
import { isBlank } from '../../values/blank';
import { shown } from '../../values/problem';
import { list } from '../../values/scalar';
import { visible, withoutPeriod } from '../../values/text';
import type { Item } from '../../run/item';
import { toHosts } from './rows';

/** What a ticket type can have beside what Luma's document takes with a new event: name, type, and require_approval. */
const FURTHER = ['cents', 'currency', 'description', 'is_flexible', 'is_hidden', 'max_capacity', 'min_cents', 'valid_end_at', 'valid_start_at'];
const SETTINGS = ['type', 'require_approval', ...FURTHER];

/** Something that is to be done for an event once it is there: what it is called, and how it is done. */
interface Further {
	what: string;
	act: () => Promise<unknown>;
}

/** Does all of it, each once. @returns what is missing, with the reasons */
async function missingOf(item: Item, further: Further[]): Promise<string[]> {
	const missing: string[] = [];
	for (const { what, act } of further) {
		try {
			await act();
		} catch (error) {
			// Cancelled: there is nobody who waits for the rest.
			item.signal?.throwIfAborted();
			missing.push(`${what} (${withoutPeriod((error as Error).message)}${partsOf(error).uncertain ? ', but Luma may have done it: check first' : ''})`);
		}
	}
	return missing;
}

/** Sets something of a new event, of which nobody is told yet. The same again does no harm, so a lost answer is not the end of it. */
const set = async (item: Item, path: string, parameters: IDataObject) => await item.also('POST', path, parameters, { repeatable: true });

/** Sets what Luma may have left out of ticket types on creation. @returns what is missing */
async function mendTicketTypes(item: Item, event_id: string, wanted: IDataObject[]): Promise<string[]> {
	let left: IDataObject[] = [];
	const read = async () => (left = entriesIn(await item.also('GET', '/v1/events/ticket-types/list', { event_id, include_hidden: 'true' })));
	const unread = await missingOf(item, [{ what: 'settings of the ticket types', act: read }]);
	if (unread.length > 0) return unread;
	const mend = async (row: IDataObject) => {
		const at = left.findIndex(({ name }) => visible(name) === visible(row.name));
		if (at < 0) throw new Error('Luma has no such ticket type');
		const [{ id, ...made }] = left.splice(at, 1);
		const lacking = Object.fromEntries(SETTINGS.filter((name) => row[name] !== undefined && made[name] !== row[name]).map((name) => [name, row[name]]));
		if (Object.keys(lacking).length > 0) await set(item, '/v1/events/ticket-types/update', { event_ticket_type_id: id, ...lacking });
	};
	return await missingOf(item, wanted.map((row) => ({ what: `settings of the ticket type ${shown(row.name)}`, act: async () => await mend(row) })));
}

/** Looks after the ticket types of a new event, and then opens registration. @returns what is missing, in sentences */
async function opened(item: Item, event_id: string, ticketTypes: IDataObject[], opens: boolean): Promise<string[]> {
	const missing = await mendTicketTypes(item, event_id, ticketTypes);
	if (missing.length === 0 && opens) {
		missing.push(...(await missingOf(item, [{ what: 'opening registration', act: async () => await set(item, '/v1/events/update', { event_id, registration_open: true }) }])));
	}
	if (missing.length === 0) return [];
	return [`The event was created with registration closed, but this is missing: ${missing.join('; ')}. Don't run the node again: check its ticket types with Ticket Type > Update${opens ? ", then turn on 'Registration Open' with Event > Update" : ''}.`];
}

/** What is filled in of the fields that become requests of their own. */
export function furtherRows(item: Item): { hosts: IDataObject[]; eventTags: string[] } {
	const rows = <T>(name: string, read: (value: unknown) => T[]): T[] => {
		const given = item.parameter(`additionalFields.${name}`, '');
		return isBlank(given) ? [] : read(given);
	};
	return { hosts: rows('hosts', toHosts), eventTags: [...new Set(rows('eventTags', list))] };
}

/** Puts a tag on a new event. Luma answers how many events it has skipped. */
async function apply(item: Item, tag: string, event_id: string): Promise<void> {
	const { skipped_count } = await item.also('POST', '/v1/calendars/event-tags/apply', { tag, event_ids: [event_id] });
	if (Number(skipped_count) > 0) throw new Error('Luma skipped the event');
}

/** What is asked for beside the event's own request. */
function furtherOf(item: Item, event_id: string): Further[] {
	const { hosts, eventTags } = furtherRows(item);
	return [
		...hosts.map((host) => ({ what: `host ${String(host.email)}`, act: async () => await item.also('POST', '/v1/events/hosts/add', { event_id, ...host }) })),
		...eventTags.map((tag) => ({ what: `tag ${tag}`, act: async () => await apply(item, tag, event_id) })),
	];
}

/**
 * Creates an event, and does for it what its own request cannot do. Once the event is there, nothing of this fails it, and
 * none of it is done twice. Where its ticket types have more than Luma's document takes there, such as a price, registration
 * opens only when they are as they should be, so that nobody gets a ticket that is not meant for sale yet.
 * @param sent all that goes into its own request
 * @returns its ID, and what is missing, in sentences with the reasons
 */
export async function createWhole(item: Item, sent: IDataObject): Promise<{ id: string; missing: string[] }> {
	const ticketTypes = (sent.ticket_types ?? []) as IDataObject[];
	const waits = ticketTypes.some((row) => FURTHER.some((name) => row[name] !== undefined));
	const id = needed(await item.send({ ...sent, ...(waits && { registration_open: false }) }), 'id', 'ID of the new event');
	const unopened = waits ? await opened(item, id, ticketTypes, sent.registration_open !== false) : [];
	const further = await missingOf(item, furtherOf(item, id));
	const undone = further.length === 0 ? [] : [`The event was created, but this is missing: ${further.join('; ')}. Don't run the node again: add it with Host > Add or Event Tag > Apply.`];
	const missing = [...unopened, ...undone];
	if (missing.length > 0) item.hint("An event was created, but something of it is missing. See 'warning' of the items.");
	return { id, missing };
}

/** An event as it comes out, with what is missing in its warning. */
export const withMissing = (event: IDataObject, missing: string[]): IDataObject => (missing.length === 0 ? event : { ...event, warning: [...missing, event.warning].filter(Boolean).join(' ') });
