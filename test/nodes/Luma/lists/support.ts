/** A Luma that answers as long as it is asked, for tests of how far a list is read. */
import type { IDataObject } from 'n8n-workflow';
import { baseUrl } from '../../../engine';
import nock from '../../../nock';
import { fromList } from '../../../operations/parts/case';
import { loadOptions } from '../support/loadOptions';
import { received } from '../support/luma';

export const paths = {
	events: '/v1/calendars/events/list',
	event: '/v1/events/get',
	guests: '/v1/events/guests/list',
	guest: '/v1/events/guests/get',
	lookUp: '/v1/entities/lookup',
	ticketTypes: '/v1/events/ticket-types/list',
};

/** The node with an event chosen, as its lists of guests and ticket types see it. */
export const chosen = loadOptions({ resource: 'guest', operation: 'get', eventId: fromList('evt-1') });

type Query = Record<string, string>;

/** Answers a path every time, or not at all; a text is what a 404 says. */
export function serve(path: string, answer: (query: Query) => IDataObject | string, before: () => void = () => undefined): void {
	nock(baseUrl)
		.persist()
		.get(path)
		.query(true)
		.optionally()
		.reply((uri) => {
			before();
			const query = Object.fromEntries(new URL(uri, baseUrl).searchParams);
			received.push({ method: 'GET', path, query });
			const body = answer(query);
			return typeof body === 'string' ? [404, { message: body, code: null }] : [200, body as never];
		});
}

/** A page of a list as Luma cuts it, 100 entries or fewer; its cursors say where they begin, and are good for the same query only. */
export function page(entries: IDataObject[], { pagination_cursor, pagination_limit, ...query }: Query, size = 100): IDataObject {
	const [begin, made] = pagination_cursor === undefined ? [0, ''] : (JSON.parse(pagination_cursor) as [number, string]);
	if (pagination_cursor !== undefined && made !== JSON.stringify(query)) throw new Error(`A cursor of ${made} came with ${JSON.stringify(query)}`);
	const end = begin + Math.min(size, Number(pagination_limit));
	const more = end < entries.length;
	return { entries: entries.slice(begin, end), has_more: more, ...(more && { next_cursor: JSON.stringify([end, JSON.stringify(query)]) }) };
}

export const times = <T>(count: number, make: (number: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index + 1));
