import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { clock } from '../api/clock';
import { entriesIn, pages } from '../api/pages';
import type { Item } from '../run/item';
import { eventIn } from '../values/eventLink';
import { Problem } from '../values/problem';
import { list } from '../values/scalar';
import { eventInQuery, idsOf, severalEvents } from './event';
import { query, required, type At, type Change } from './send';

const EVENTS = '/v1/calendars/events/list';
const HOUR = 3_600_000;

/**
 * Events that began so long ago may still go on; Luma's list knows when an event starts alone. Courses and online hackathons
 * take weeks. Each 100 events of that time cost one request, so it has an end.
 */
const LONGEST = 31 * 24 * HOUR;

const several: Change = (value) => {
	const events = list(value);
	if (events.length === 0) throw new Problem('is an empty list');
	// What certainly names none is refused before anything is asked.
	events.forEach((event) => eventIn(event));
	return [...new Set(events)];
};

/** Each link is looked up once in a run. */
const lookedUp: Change = Object.assign(async (value: unknown, { ask }: At) => [...new Set(await idsOf(value as string[], ask))], { asks: true });

/** Whose guests are listed: of one event, of several, or of all that are to come. */
export const guestsOf: INodeProperties[] = [
	{
		displayName: 'Guests Of',
		name: 'guestsOf',
		type: 'options',
		// An expression here would make n8n show, and require, one event beside several.
		noDataExpression: true,
		options: [
			{ name: 'All Upcoming Events', value: 'upcoming', description: "All events that the calendar manages and that haven't ended. Leaves out events that started more than 31 days ago." },
			{ name: 'One Event', value: 'one' },
			{ name: 'Several Events', value: 'several' },
		],
		default: 'one',
		description: 'Events to return guests of. With more than one, each guest has event_id and event_name.',
	},
	{ ...eventInQuery, displayOptions: { show: { guestsOf: ['one'] } } },
	{
		...severalEvents,
		required: true,
		displayOptions: { show: { guestsOf: ['several'] } },
		// One after the other takes the place of the list.
		routing: query('event_id', severalEvents.displayName, required, several, lookedUp),
	},
];

/** An event whose guests are listed. */
export interface EventOfGuests {
	id: string;
	/** Where it is known without a request. */
	name?: string;
	/** Its name and its questions; asked for where they are needed. */
	details: () => Promise<IDataObject>;
}

const detailsOf = async (item: Item, event_id: string) => await item.ask('/v1/events/get', { event_id });

/** The latest 100 events have most that a person chooses, with one request; any other is asked for by itself. */
async function listedOrGot(item: Item, id: string): Promise<IDataObject> {
	const latest = entriesIn(await item.ask(EVENTS, { sort_column: 'start_at', sort_direction: 'desc', pagination_limit: 100 }));
	return latest.find((event) => event.id === id) ?? (await detailsOf(item, id));
}

/** The events that have not ended, the next one first. All items of a run that ask in the same hour share the reading. */
async function upcoming(item: Item): Promise<EventOfGuests[]> {
	const now = clock.now();
	const after = new Date(Math.floor(now / HOUR) * HOUR - LONGEST).toISOString();
	const events: EventOfGuests[] = [];
	const fetch = async (paging: object) => await item.ask(EVENTS, { after, sort_column: 'start_at', sort_direction: 'asc', ...paging });
	for await (const page of pages(fetch, {})) {
		for (const event of page.entries) if (!(Date.parse(String(event.end_at)) <= now)) events.push({ id: String(event.id), name: event.name as string | undefined, details: async () => event });
	}
	return events;
}

/** The events of an item, in the order in which their guests are listed. */
export async function eventsOf(item: Item): Promise<EventOfGuests[]> {
	const of = item.parameter('guestsOf', 'one');
	if (of === 'upcoming') return await upcoming(item);
	if (of !== 'several') return [{ id: String(item.sent.event_id), details: async () => await detailsOf(item, String(item.sent.event_id)) }];
	const ids = item.sent.event_id as string[];
	return ids.map((id) => ({ id, details: async () => await (ids.length > 1 ? listedOrGot(item, id) : detailsOf(item, id)) }));
}

/** Whether guests of more than one event are asked for, so that each has to say of which it is. */
export const isOfSeveral = (item: Item): boolean => item.parameter('guestsOf', 'one') !== 'one';

/** Whether guests of all events that are to come are asked for. */
export const isOfAll = (item: Item): boolean => item.parameter('guestsOf', 'one') === 'upcoming';
