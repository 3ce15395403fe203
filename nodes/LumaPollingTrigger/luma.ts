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
	/** Whether this poll has taken as much time and as many requests as it is to take. */
	isSpent(): boolean;
	/** Does what takes many requests, one after the other. @throws Later where others have come before and the poll is spent */
	inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** Is left for the next poll. */
export class Later extends Error {}

/** @param maxWait milliseconds that a request may wait for the rate limit */
export function lumaFor(context: IPollFunctions, operation: string, maxWait: number): Luma {
	const events = new Map<string, Promise<IDataObject>>();
	let turn: Promise<unknown> | undefined;
	const luma: Luma = {
		requests: 0,
		async get(path, query) {
			luma.requests += 1;
			return await call(context, 'GET', path, query, { operation, maxWait, fixedWait: false, first: false });
		},
		async event(event_id) {
			const event = events.get(event_id) ?? luma.get('/v1/events/get', { event_id });
			events.set(event_id, event);
			return await event;
		},
		list: (path, query, limit) => pages(async (page) => await luma.get(path, { ...query, ...page }), { limit }),
		isSpent: () => false,
		async inTurn(work) {
			const before = turn;
			const own = (async () => {
				await before?.catch(() => undefined);
				if (before && luma.isSpent()) throw new Later();
				return await work();
			})();
			turn = own;
			return await own;
		},
	};
	return luma;
}

/** All entries of a list. */
export async function all(luma: Luma, path: string, query: IDataObject): Promise<IDataObject[]> {
	const entries: IDataObject[] = [];
	for await (const page of luma.list(path, query)) entries.push(...page.entries);
	return entries;
}
