import type { IDataObject } from 'n8n-workflow';
import { timeIn } from '../Luma/simplified/times';
import { GUESTS } from './choices';
import { upcoming } from './events';
import { checkedIn, contacts, registered, type Sorted } from './find';
import type { News } from './items';
import { all, type Luma } from './luma';
import type { Wanted } from './parameters';

/** How many are shown while a person builds a workflow, and at how many events they are looked for. */
const SHOWN = 3;
const EVENTS = 5;

const latestFirst = (news: News[]) => news.sort((a, b) => (b.at || 0) - (a.at || 0)).slice(0, SHOWN);

/** The first of a list, without those to whom it has not happened. */
async function first(luma: Luma, { path, query, timeOf }: Sorted, event?: IDataObject): Promise<News[]> {
	const { value } = (await luma.list(path, query, SHOWN).next()) as { value?: { entries: IDataObject[] } };
	return (value?.entries ?? []).map((entry) => ({ entry, at: timeOf(entry), event })).filter(({ at }) => !Number.isNaN(at));
}

/** The latest few, whether they are known or not: for a person who builds the workflow. Nothing is noted. */
export async function latest(luma: Luma, wanted: Wanted, now: number): Promise<News[]> {
	const { type, eventIds, statuses } = wanted;
	if (type === 'contact.created') return await first(luma, contacts);
	if (type === 'calendar.event.submitted') {
		const entries = await all(luma, '/v1/calendars/events/list', { status: 'pending', platforms: ['luma', 'external'], access: ['manage', 'view'] });
		return entries.slice(0, SHOWN).map((entry) => ({ entry, at: NaN }));
	}
	if (!GUESTS.includes(type)) return latestFirst((await upcoming(luma, wanted, now)).map((entry) => ({ entry, at: timeIn(entry.created_at) })));
	const events = eventIds ? await Promise.all(eventIds.slice(0, EVENTS).map(async (id) => await luma.event(id))) : (await upcoming(luma, wanted, now)).slice(0, EVENTS);
	const asked = type === 'guest.going' ? ['approved'] : statuses;
	const found: News[] = [];
	for (const event of events) {
		const list = (type === 'guest.checked_in' ? checkedIn : registered)(String(event.id));
		const lists = asked.length === 0 ? [list] : asked.map((approval_status) => ({ ...list, query: { ...list.query, approval_status } }));
		for (const one of lists) found.push(...(await first(luma, one, event)));
	}
	return latestFirst(found);
}
