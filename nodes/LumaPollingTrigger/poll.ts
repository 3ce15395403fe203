import { NodeOperationError, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import { clock } from '../Luma/api/clock';
import { isObject } from '../Luma/values/object';
import { Problem } from '../Luma/values/problem';
import { GUESTS } from './choices';
import { upcoming } from './events';
import { contacts, readCreated, readSorted, readSubmitted } from './find';
import { readGuests } from './guests';
import { itemsOf, type News } from './items';
import { latest } from './latest';
import { lumaFor } from './luma';
import { wantedBy } from './parameters';
import { isPlace, lasting, startingAt, type Place } from './place';
import { beginning, take, type Run } from './run';

/** The place of what belongs to no event. */
const CALENDAR = 'calendar';

/** What the node keeps in n8n's static data. */
export interface PollKept {
	/** What it was chosen to find; what is known is about that. */
	type?: string;
	/** When the last poll that worked began, in milliseconds since 1970. */
	polled?: number;
	/** When the first one of all events began; none while events are chosen, since nobody looks at the others. */
	since?: number;
	places?: Record<string, Place>;
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

/** What is known from the polls before, as far as it is about the same. What static data has in another form, as somebody may have edited it, begins anew. */
function knownBy({ type, since, polled, places }: PollKept, wanted: string, now: number): Pick<Run, 'before' | 'since' | 'places'> {
	if (type !== wanted || !Number.isFinite(polled) || !(since === undefined || Number.isFinite(since)) || !isObject(places)) return { places: {} };
	return { before: polled, since, places: Object.fromEntries(Object.entries(places).map(([name, place]) => [name, isPlace(place) ? place : startingAt(now, true)])) };
}

async function pollOnce(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const wanted = wantedBy(context);
	const luma = lumaFor(context, 'Poll', wanted.maxWait);
	const began = clock.now();
	const output = (news: News[]) => {
		const items = itemsOf(news, wanted, began);
		return items.length === 0 ? null : [items];
	};
	if (context.getMode() === 'manual') {
		const news = await latest(luma, wanted, began);
		if (news.length > 0) return output(news);
		throw new NodeOperationError(context.getNode(), 'Luma has nothing of this kind yet', { description: 'Make it happen in Luma, such as registering for one of your events, and try again. Once the workflow is published, it starts with what is new from then on.' });
	}
	const kept = context.getWorkflowStaticData('node') as PollKept;
	const run: Run = { context, wanted, luma, began, ...knownBy(kept, wanted.type, began), watched: [], news: [] };
	await (GUESTS.includes(wanted.type) ? readGuests(run) : readCalendar(run));
	const since = wanted.eventIds ? undefined : (run.since ?? began);
	Object.assign(kept, { type: wanted.type, since, polled: began, places: lasting(run.places, run.watched, began) });
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
	} catch (error) {
		if (!(error instanceof Problem)) throw error as Error;
		throw new NodeOperationError(context.getNode(), error.message, { description: error.description });
	} finally {
		underWay.delete(key);
	}
}
