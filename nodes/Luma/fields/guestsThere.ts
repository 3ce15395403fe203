import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { itemError, partsOf } from '../api/errors';
import { pages } from '../api/pages';
import type { Row } from '../run/batches/rows';
import { detailsOf } from '../run/failed';
import { Problem } from '../values/problem';
import { choices } from '../values/scalar';
import { emailKey } from '../values/email';
import { guestStatuses } from './guest';
import { isBlank } from '../values/blank';
import { checked, decided, flagOf, type Change } from './send';

/** An empty list must not decide that everyone is sent something. */
const chosen: Change = Object.assign(
	(value: unknown) => {
		if (isBlank(value)) throw new Problem('is empty', 'Choose at least one status, or remove the field.');
		return choices(guestStatuses)(value);
	},
	{ blanks: true },
);

/** Options of an operation that sends something to guests. */
export const guestsThereOptions: INodeProperties[] = [
	{
		displayName: 'Preview',
		name: 'preview',
		type: 'boolean',
		default: true,
		description: 'Whether to return what would be sent, without sending anything. Each guest that would be sent has the status preview.',
		routing: checked('options.preview', 'Preview', decided),
	},
	{
		displayName: 'Skip Who Is Already There',
		name: 'skipStatuses',
		type: 'multiOptions',
		options: guestStatuses,
		default: ['approved', 'pending_approval', 'waitlist'],
		description: 'Leave out guests who already have one of these statuses at the event. The node reads the guest list once, and these guests have the status present.',
		routing: checked('options.skipStatuses', 'Skip Who Is Already There', chosen),
	},
];

const wanted = ({ item }: Row): string[] => {
	const given = item.parameter('options.skipStatuses', []);
	return isBlank(given) ? [] : (choices(guestStatuses)(given) as string[]);
};

const isPreview = ({ item }: Row): boolean => flagOf(item.parameter('options.preview', false));

/** The statuses of the guests of an event, by email address: of all that have one of these statuses. */
async function statusesIn({ item }: Row, event_id: string, statuses: string[]): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	for (const approval_status of statuses) {
		for await (const { entries } of pages(async (paging) => await item.also('GET', '/v1/events/guests/list', { event_id, approval_status, ...paging }), {})) {
			for (const { user_email: email } of entries) if (typeof email === 'string') found.set(emailKey(email), approval_status);
		}
	}
	return found;
}

/** The same for few guests, each asked for by itself. */
async function statusesOf(rows: Row[], event_id: string): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	for (const row of rows) {
		const { item, entry, name } = row;
		const guest = await item.also('GET', '/v1/events/guests/get', { event_id, id: entry.email! }).catch((error: unknown): IDataObject => {
			if (partsOf(error).status === 404) return {};
			throw error;
		});
		// It may be the event that is not there: what goes out would be refused, and a preview has to say so itself.
		if (guest.id === undefined && isPreview(row)) await item.ask('/v1/events/get', { event_id });
		if (typeof guest.approval_status === 'string') found.set(name, guest.approval_status);
	}
	return found;
}

/** Leaves out who is at an event already. A list for each status costs at least one request, so fewer guests than that are asked for themselves. */
async function skipPresent(rows: Row[], event_id: string, statuses: string[]): Promise<void> {
	const people = [...new Map(rows.map((row) => [row.name, row])).values()];
	const found = people.length <= statuses.length ? await statusesOf(people, event_id) : await statusesIn(rows[0], event_id, statuses);
	for (const row of rows) {
		const status = found.get(row.name);
		if (status !== undefined && statuses.includes(status)) row.outcome = { status: 'present', reason: `Already at the event: ${status.replace(/_/g, ' ')}` };
	}
}

/**
 * Which guests are not to be sent anything: those who are at the event already, as it was chosen, and all of a preview.
 * @throws what Luma answers to the reading of a list, where the node is to stop on errors
 */
export async function decideGuests(rows: Row[]): Promise<void> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const statuses = wanted(row);
		const key = JSON.stringify([row.item.calendar, row.rest.event_id, statuses]);
		if (statuses.length > 0) groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	for (const group of groups.values()) {
		const [{ item, rest }] = group;
		try {
			await skipPresent(group, String(rest.event_id), wanted(group[0]));
		} catch (reason) {
			const error = reason instanceof Problem ? itemError(item.context.getNode(), reason, item.index) : (reason as Error);
			if (!item.context.continueOnFail()) throw error;
			for (const row of group) row.outcome = { status: 'error', reason: error.message, details: detailsOf(error) };
		}
	}
	for (const row of rows) if (!row.outcome && isPreview(row)) row.outcome = { status: 'preview', reason: "Not sent, because 'Preview' is on" };
}
