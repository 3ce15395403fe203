import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { call } from '../api/call';
import { eventIn, eventOf } from '../api/links';
import { PAGE_SIZE, pages, type Page } from '../api/pages';

/** Pages that one search reads before it shows what it has found; n8n asks again when a person scrolls on. */
const PAGES_AT_ONCE = 10;

/** Reads a list until something fits the filter, so that a search reaches every page and the first page needs one request. */
async function search(
	context: ILoadOptionsFunctions,
	url: string,
	query: IDataObject,
	{ filter, cursor, show }: { filter?: string; cursor?: string; show: (entry: IDataObject) => INodeListSearchItems },
): Promise<INodeListSearchResult> {
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results: INodeListSearchItems[] = [];
	let next: string | undefined = cursor;
	for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
		const { entries, has_more, next_cursor } = (await call(context, 'GET', url, { ...query, pagination_limit: PAGE_SIZE, ...(next && { pagination_cursor: next }) })) as Page;
		const shown = entries.map(show);
		results.push(...shown.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)));
		const following: string | undefined = has_more === true ? next_cursor : undefined;
		const stuck = following === next;
		next = stuck ? undefined : following;
		if (next === undefined || (results.length > 0 && wanted !== '') || wanted === '') break;
	}
	return { results, paginationToken: next };
}

/** The event chosen in the node; a link is looked up. */
async function chosenEvent(context: ILoadOptionsFunctions): Promise<string> {
	const value = String(context.getCurrentNodeParameter('eventId', { extractValue: true }) ?? '');
	if (value === '') throw new Error('Choose an event first');
	const event = eventIn(value);
	if ('id' in event) return event.id;
	const id = eventOf(await call(context, 'GET', '/v1/entities/lookup', { slug: event.slug }));
	if (id === undefined) throw new Error(`${value} is not the page of an event`);
	return id;
}

const NEWEST_FIRST = { sort_column: 'start_at', sort_direction: 'desc' };

/** An event as lists show it: by name and date. */
function showEvent({ id, name, start_at, timezone, url }: IDataObject): INodeListSearchItems & { value: string } {
	const start = DateTime.fromISO(String(start_at), { zone: typeof timezone === 'string' ? timezone : 'UTC' });
	return { name: `${name} (${start.toFormat('d LLL yyyy, HH:mm', { locale: 'en' })})`, value: String(id), url: url as string };
}

/** Events by name and date, newest first. */
export async function searchEvents(this: ILoadOptionsFunctions, filter?: string, cursor?: string): Promise<INodeListSearchResult> {
	return await search(this, '/v1/calendars/events/list', NEWEST_FIRST, { filter, cursor, show: showEvent });
}

/** The events that start latest, for a field that takes several; n8n cannot ask for more while a person scrolls there. */
export async function getEvents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const fetch = async (query: IDataObject) => await call(this, 'GET', '/v1/calendars/events/list', { ...NEWEST_FIRST, ...query });
	const events: INodePropertyOptions[] = [];
	for await (const { entries } of pages(fetch, { limit: PAGES_AT_ONCE * PAGE_SIZE })) events.push(...entries.map(showEvent));
	return events;
}

/** Guests of the chosen event, by name and email. */
export async function searchGuests(this: ILoadOptionsFunctions, filter?: string, cursor?: string): Promise<INodeListSearchResult> {
	const event_id = await chosenEvent(this);
	return await search(this, '/v1/events/guests/list', { event_id }, {
		filter,
		cursor,
		show: ({ id, user_name, user_email }) => ({ name: user_name ? `${user_name} (${user_email})` : String(user_email), value: String(id) }),
	});
}

/** Ticket types of the chosen event, hidden ones too. */
export async function searchTicketTypes(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const event_id = await chosenEvent(this);
	const { entries } = (await call(this, 'GET', '/v1/events/ticket-types/list', { event_id, include_hidden: 'true' })) as Page;
	const wanted = filter?.trim().toLowerCase() ?? '';
	return {
		results: entries
			.map(({ id, name, type, is_hidden }) => ({ name: `${name} (${type}${is_hidden === true ? ', hidden' : ''})`, value: String(id) }))
			.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)),
	};
}
