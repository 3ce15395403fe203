import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { call } from '../Luma/api/call';
import { pages, type Page } from '../Luma/api/pages';

/** Luma, asked during one poll. */
export interface Luma {
	/** Requests so far. */
	requests: number;
	get(path: string, query: IDataObject): Promise<IDataObject>;
	/** An event, asked for once. */
	event(event_id: string): Promise<IDataObject>;
	/** A list page by page; as many pages as are taken. */
	list(path: string, query: IDataObject, limit?: number): AsyncGenerator<Page>;
}

/** @param maxWait milliseconds that a request may wait for the rate limit */
export function lumaFor(context: IPollFunctions, operation: string, maxWait: number): Luma {
	const events = new Map<string, Promise<IDataObject>>();
	const luma: Luma = {
		requests: 0,
		async get(path, query) {
			luma.requests += 1;
			return await call(context, 'GET', path, query, { operation, maxWait, first: false });
		},
		async event(event_id) {
			const event = events.get(event_id) ?? luma.get('/v1/events/get', { event_id });
			events.set(event_id, event);
			return await event;
		},
		list: (path, query, limit) => pages(async (page) => await luma.get(path, { ...query, ...page }), { limit }),
	};
	return luma;
}

/** All entries of a list. */
export async function all(luma: Luma, path: string, query: IDataObject): Promise<IDataObject[]> {
	const entries: IDataObject[] = [];
	for await (const page of luma.list(path, query)) entries.push(...page.entries);
	return entries;
}
