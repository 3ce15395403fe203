import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { call } from '../Luma/api/call';
import { clock } from '../Luma/api/clock';
import { pages, type Page } from '../Luma/api/pages';
import { pool } from '../Luma/run/pool';
import { guestsSince, noGuests, waits } from './guestFacts';
import { usable, type GuestsKept } from './guestRecord';
import { markOf, setOf, without } from '../Luma/triggers/marks';
import { filtersOf } from './parameters';
import { warn } from '../Luma/triggers/warn';

/** Milliseconds that the publication of a workflow may wait for Luma's rate limit. */
export const MAX_WAIT = 15_000;

const operation = 'Read Waiting Guests';

/** Requests of a publication. Luma allows 200 a minute, and others need some too. */
const MOST_REQUESTS = 100;

/** Events that are read at once. */
const AT_ONCE = 4;

/** Reads lists page by page, as long as there are requests left for them. */
function reader(context: IHookFunctions) {
	let requests = 0;
	return (path: string, query: IDataObject): AsyncGenerator<Page> => {
		const fetch = async (page: IDataObject) => {
			requests += 1;
			if (requests > MOST_REQUESTS) throw new Error(`publishing a workflow makes ${MOST_REQUESTS} requests at most`);
			return await call(context, 'GET', path, { ...query, ...page }, { operation, maxWait: MAX_WAIT });
		};
		return pages(fetch, {});
	};
}

/** An event, and which lists of it to read. */
interface Waiting {
	id: string;
	statuses: string[];
}

const BOTH = ['pending_approval', 'waitlist'];

/**
 * The events whose guests start the workflow: those filtered for, else all that are to come or have just begun. Those where
 * guests are known to wait come first; another type of ticket than the first may need approval too.
 */
async function events(context: IHookFunctions, read: ReturnType<typeof reader>): Promise<Waiting[]> {
	const { eventIds } = filtersOf(context);
	if (eventIds.length > 0) return eventIds.map((id) => ({ id, statuses: BOTH }));
	const after = new Date(clock.now() - 24 * 60 * 60_000).toISOString();
	const all: IDataObject[] = [];
	for await (const { entries } of read('/v1/calendars/events/list', { after })) all.push(...entries);
	const likely = ({ require_approval: approval, waitlist_status: waitlist }: IDataObject) => Number(approval === true) + Number(waitlist === 'enabled');
	return all
		.sort((a, b) => likely(b) - likely(a))
		.map((event) => ({ id: String(event.id), statuses: event.waitlist_status === 'disabled' ? ['pending_approval'] : BOTH }));
}

/**
 * Reads who waits for approval or on the waitlist when a workflow is published: when they are approved, Luma says no more than
 * that a guest has changed. If that cannot be read, the workflow is published all the same.
 * @param before what is known from the last time that it was published
 */
export async function guestsWhoWait(context: IHookFunctions, before?: unknown): Promise<GuestsKept> {
	const since = clock.now();
	const kept: GuestsKept = { since, events: Object.fromEntries(Object.entries(usable(before)?.events ?? {}).map(([id, guests]) => [id, guestsSince(guests, since)])) };
	const missed: string[] = [];
	const missing = (what: string) => (error: Error) => void missed.push(`${what}: ${error.message}`);
	const read = reader(context);
	const unread: Array<Waiting & { marks: Set<string> }> = [];
	const readOne = async ({ id: event_id, statuses }: Waiting) => {
		const marks = setOf(kept.events[event_id]?.waiting ?? '');
		for (const approval_status of statuses) {
			// Each page counts, also where a later one cannot be read.
			for await (const { entries } of read('/v1/events/guests/list', { event_id, approval_status })) {
				for (const mark of entries.map(({ id }) => markOf(String(id)))) {
					marks.delete(mark);
					kept.events[event_id] = waits(kept.events[event_id] ?? noGuests(since), mark);
				}
			}
		}
		if (marks.size > 0) unread.push({ id: event_id, statuses, marks });
	};
	const all = await events(context, read).catch((error: Error) => {
		missing('the events of the calendar')(error);
		return [];
	});
	await pool(all, AT_ONCE, async (event) => await readOne(event).catch(missing(event.id)));
	if (missed.length > 0) {
		warn(context, `couldn't read all who wait for approval at ${missed.length} of ${Math.max(all.length, 1)} events, so some who wait there now and are approved later start nothing. ${missed[0]}`);
	}
	// Who waited before and is not there any more has been approved since, unless the host has declined. Those come after all
	// who wait: of them there may be many, and there are only so many requests.
	const unsure: string[] = [];
	const readRest = async ({ id: event_id, statuses, marks }: (typeof unread)[number]) => {
		for (const approval_status of [...BOTH, 'declined'].filter((status) => !statuses.includes(status))) {
			for await (const { entries } of read('/v1/events/guests/list', { event_id, approval_status })) {
				for (const { id } of entries) marks.delete(markOf(String(id)));
				if (marks.size === 0) return;
			}
		}
		for (const mark of marks) kept.events[event_id].waiting = without(kept.events[event_id].waiting, mark);
	};
	await pool(unread, AT_ONCE, async (event) => await readRest(event).catch((error: Error) => void unsure.push(`${event.id}: ${error.message}`)));
	if (unsure.length > 0) {
		warn(context, `couldn't find out who was approved at ${unsure.length} of ${all.length} events while the workflow wasn't published, so a change of such a guest may start Guest Going. ${unsure[0]}`);
	}
	return kept;
}
