import { NodeApiError, NodeOperationError, type IDataObject, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import { clock } from '../Luma/api/clock';
import { pool } from '../Luma/run/pool';
import { LATE } from '../Luma/triggers/recent';
import { warn } from '../Luma/triggers/warn';
import { timeIn } from '../Luma/simplified/times';
import { GUESTS } from './choices';
import { upcoming } from './events';
import { checkedIn, contacts, readCreated, readSorted, readSubmitted, registered, type Reading } from './find';
import { readGoing } from './going';
import { itemsOf, type News } from './items';
import { latest } from './latest';
import { lumaFor, type Luma } from './luma';
import { wantedBy, type Wanted } from './parameters';
import { startingAt, unread, type Place } from './place';

/**
 * Events whose guests a poll reads, for each minute since the one before, and at most. Luma allows 200 requests a minute, and
 * others need some too. Of more, those go first that have not been read for the longest time.
 */
const EVENTS = { eachMinute: 50, most: 150 };

/** How many events a poll reads. */
function eventsFor({ began, before }: Run): number {
	const minutes = before === undefined ? Infinity : (began - before) / 60_000;
	return Math.min(EVENTS.most, Math.max(EVENTS.eachMinute, Math.floor(EVENTS.eachMinute * minutes)));
}

/** Events that are read beside each other. */
const BESIDE = 4;

/** Milliseconds after the end of an event for which it is known. */
const AFTER_END = 30 * 24 * 60 * 60_000;

/** The place of what belongs to no event. */
const CALENDAR = 'calendar';

/** What the node keeps in n8n's static data. */
export interface PollKept {
	/** What it was chosen to find; what is known is about that. */
	type?: string;
	/** When the first and the last poll that worked began, in milliseconds since 1970. */
	since?: number;
	polled?: number;
	places?: Record<string, Place>;
}

/** One poll on its way. */
interface Run {
	context: IPollFunctions;
	wanted: Wanted;
	luma: Luma;
	/** When it began, in milliseconds since 1970. */
	began: number;
	/** When the one before began, and the first one; undefined for the first one. */
	before?: number;
	since?: number;
	places: Record<string, Place>;
	news: News[];
}

/** Where a place begins that was not known. @param isRead whether this poll reads it */
function beginning({ wanted, began, before, since = began }: Run, created: unknown, isRead: boolean): Place {
	if (before === undefined) return wanted.includeExisting ? unread : startingAt(began, isRead);
	// Of an event that is newly chosen, what comes from now on is news; of one that was created since the last poll, all.
	if (wanted.eventIds) return timeIn(created) > before - LATE ? unread : startingAt(began, isRead);
	// One that comes near enough only now has not been seen; it may have guests for long.
	return wanted.includeExisting || timeIn(created) > since - LATE ? unread : startingAt(since, false);
}

/** Takes note of what was read. */
function take(run: Run, name: string, { isQuiet }: Place, { found, place }: Reading, event?: IDataObject): void {
	run.places[name] = { ...place, isQuiet: undefined };
	if (!isQuiet) run.news.push(...found.map((one) => ({ ...one, event })));
}

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

async function readGuests(run: Run): Promise<void> {
	const { context, luma, wanted, places } = run;
	const { eventIds } = wanted;
	const listed = new Map(eventIds ? [] : (await upcoming(luma, wanted, run.began)).map((event) => [String(event.id), event]));
	const all = eventIds ?? [...listed.keys()];
	const order = [...all].sort((a, b) => (places[a]?.read ?? 0) - (places[b]?.read ?? 0)).slice(0, eventsFor(run));
	const known = new Map(Object.entries(places));
	// Those that have to wait for their turn begin now all the same.
	for (const id of all) places[id] ??= beginning(run, listed.get(id)?.created_at, false);
	// n8n ends a poll that takes too long; what is read until then is worth keeping. n8n before 2.41 sets no limit.
	const end = run.began + ((context as { getPollBudgetMs?: () => number }).getPollBudgetMs?.() ?? Infinity) / 2;
	await pool(order, BESIDE, async (id) => {
		if (clock.now() > end) return;
		await readEvent(run, id, known.get(id), listed.get(id)).catch((error: unknown) => {
			// An event that was canceled since, or that the calendar no longer manages, must not keep the others from being read.
			if (!isGone(error) || (eventIds && run.before === undefined)) throw error as Error;
			if (eventIds) warn(context, `couldn't read the event ${id}, and went on with the others: ${(error as Error).message}`);
		});
	});
}

async function readCalendar(run: Run): Promise<void> {
	const { luma, wanted, began, places } = run;
	const place = places[CALENDAR] ?? beginning(run, undefined, true);
	const read = async () => {
		if (wanted.type === 'contact.created') return await readSorted(luma, contacts, place, began);
		if (wanted.type === 'event.created') return readCreated(await upcoming(luma, wanted, began), place, began);
		return await readSubmitted(luma, place, began);
	};
	take(run, CALENDAR, place, await read());
}

async function pollOnce(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const wanted = wantedBy(context);
	const luma = lumaFor(context, 'Poll', wanted.maxWait);
	const began = clock.now();
	const output = (news: News[]) => (news.length === 0 ? null : [itemsOf(news, wanted, began)]);
	if (context.getMode() === 'manual') {
		const news = await latest(luma, wanted, began);
		if (news.length > 0) return output(news);
		throw new NodeOperationError(context.getNode(), 'Luma has nothing of this kind yet', { description: 'Make it happen in Luma, such as registering for one of your events, and try again. Once the workflow is published, it starts with what is new from then on.' });
	}
	const kept = context.getWorkflowStaticData('node') as PollKept;
	const isKnown = kept.type === wanted.type && kept.places !== undefined;
	const run: Run = { context, wanted, luma, began, before: isKnown ? kept.polled : undefined, since: isKnown ? kept.since : undefined, places: isKnown ? { ...kept.places } : {}, news: [] };
	await (GUESTS.includes(wanted.type) ? readGuests(run) : readCalendar(run));
	const places = Object.fromEntries(Object.entries(run.places).filter(([, { ends = Infinity }]) => began - ends <= AFTER_END));
	Object.assign(kept, { type: wanted.type, since: run.since ?? began, polled: began, places });
	context.logger.debug(`Luma Polling Trigger "${context.getNode().name}": ${run.news.length} new with ${luma.requests} requests`);
	return output(run.news);
}

const underWay = new Set<string>();

/**
 * Finds what is new. n8n makes a run of it, and saves the static data with it: both or, when the poll throws, neither. A poll
 * that begins while one is under way finds nothing.
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const key = `${context.getWorkflow().id} ${context.getNode().id} ${context.getMode()}`;
	if (underWay.has(key)) return null;
	underWay.add(key);
	try {
		return await pollOnce(context);
	} finally {
		underWay.delete(key);
	}
}
