import type { Schema } from './schemas';
import type { Store, StoredEvent } from './store';
import type { GuestRecord } from './records';
import { fromQuery, validator } from './validate';

/** Tells the webhooks that something has happened. */
export interface Emit {
	event(type: string, stored: StoredEvent): void;
	/** @param extra what the type adds to the guest, such as event_ticket */
	guest(type: string, stored: StoredEvent, guest: GuestRecord, extra?: object): void;
}

/** What an operation works with. */
export interface World {
	store: Store;
	now: () => number;
	emit: Emit;
	pageCap: number;
	maxGuestsPerCall?: number;
	refusePrivateUrls?: boolean;
	/** The address of the simulator itself, once it is known. */
	url: () => string;
	/** The calendar that the call names, with an organization key. */
	calendar?: string;
}

export interface Route {
	method: 'GET' | 'POST';
	path: string;
	schema: Schema;
	/** Checks the parameters, does the work and returns the body of the answer. */
	handle(world: World, query: Record<string, string | string[]>, body: unknown): object;
}

/** @param schema what the parameters may be: those of the query for GET, of the JSON body for POST */
export function route<P>(
	method: Route['method'],
	path: string,
	schema: Schema,
	work: (world: World, parameters: P) => object,
): Route {
	const check = validator(schema);
	return {
		method,
		path,
		schema,
		handle(world, query, body) {
			const parameters = method === 'GET' ? fromQuery(query, schema) : (body ?? {});
			check(parameters);
			return work(world, parameters as P);
		},
	};
}
