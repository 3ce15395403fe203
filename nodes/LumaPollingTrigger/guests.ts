import { NodeApiError, type IDataObject } from 'n8n-workflow';
import { clock } from '../Luma/api/clock';
import { pool } from '../Luma/run/pool';
import { warn } from '../Luma/triggers/warn';
import { timeIn } from '../Luma/simplified/times';
import { upcoming } from './events';
import { checkedIn, readSorted, registered } from './find';
import { readGoing } from './going';
import { Later } from './luma';
import type { Place } from './place';
import { beginning, take, type Run } from './run';

/**
 * Requests for guests, for each minute since the poll before, and at most; after them a poll begins with no further event. Luma
 * allows 200 requests a minute, and others need some too. Events that were not read for the longest time go first.
 */
const REQUESTS = { eachMinute: 50, most: 150 };

/** How many requests for guests a poll is to make. */
function requestsFor({ began, before }: Run): number {
	const minutes = before === undefined ? Infinity : (began - before) / 60_000;
	return Math.min(REQUESTS.most, Math.max(REQUESTS.eachMinute, Math.floor(REQUESTS.eachMinute * minutes)));
}

/** Events that are read beside each other. */
const BESIDE = 4;

async function readEvent(run: Run, id: string, known: Place | undefined, listed?: IDataObject): Promise<void> {
	const { luma, wanted } = run;
	const now = clock.now();
	const event = listed ?? (known ? undefined : await luma.event(id));
	const place = known ?? beginning(run, event?.created_at, true);
	const reading = wanted.type === 'guest.going' ? await readGoing(luma, id, place, now) : await readSorted(luma, (wanted.type === 'guest.registered' ? registered : checkedIn)(id), place, now);
	const full = event ?? (reading.found.length > 0 ? await luma.event(id) : undefined);
	const ends = timeIn(full?.end_at ?? full?.start_at);
	take(run, id, place, { ...reading, place: { ...reading.place, ...(!Number.isNaN(ends) && { ends }) } }, full);
}

const isGone = (error: unknown) => error instanceof NodeApiError && ['403', '404'].includes(String(error.httpCode));

const isRateLimit = (error: unknown) => error instanceof NodeApiError && error.httpCode === '429';

/** Looks for news at the events; at as many as there are requests for. */
export async function readGuests(run: Run): Promise<void> {
	const { context, luma, wanted, places } = run;
	const { eventIds } = wanted;
	const listed = new Map(eventIds ? [] : (await upcoming(luma, wanted, run.began)).map((event) => [String(event.id), event]));
	const all = eventIds ?? [...listed.keys()];
	run.watched = all;
	const order = [...all].sort((a, b) => (places[a]?.read ?? 0) - (places[b]?.read ?? 0));
	const known = new Map(Object.entries(places));
	// Those that have to wait for their turn begin now all the same.
	for (const id of all) places[id] ??= beginning(run, listed.get(id)?.created_at, false);
	// n8n ends a poll that takes too long; what is read until then is worth keeping. n8n before 2.41 sets no limit.
	const end = run.began + ((context as { getPollBudgetMs?: () => number }).getPollBudgetMs?.() ?? Infinity) / 2;
	const most = luma.requests + requestsFor(run);
	luma.isSpent = () => clock.now() > end || luma.requests >= most;
	let isRead = all.length === 0;
	let limit: unknown;
	let gone: unknown;
	await pool(order, BESIDE, async (id, turn) => {
		if ((turn > 0 && luma.isSpent()) || limit) return;
		try {
			await readEvent(run, id, known.get(id), listed.get(id));
			isRead = true;
		} catch (error) {
			if (error instanceof Later) return;
			if (isRateLimit(error)) return void (limit ??= error);
			// An event that was canceled since, or that the calendar no longer manages, must not keep the others from being read.
			if (!isGone(error) || (eventIds && run.before === undefined)) throw error as Error;
			gone ??= error;
			if (eventIds) warn(context, `couldn't read the event ${id}, and went on with the others: ${(error as Error).message}`);
		}
	});
	// Where none could be read, it is not for one event, but for all: the API key may no longer read any.
	const failure = (limit ?? gone) as Error | undefined;
	if (!isRead && failure) throw failure;
	if (limit) warn(context, `left some events for the next poll: ${(limit as Error).message}`);
}
