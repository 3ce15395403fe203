import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Answer, Sent } from '../../nodes/Luma/support/luma';

/**
 * What the tests call a case: one way of filling in an operation, with all that goes out and comes back word for word, by a
 * Luma that answers what it is told. A sample (`sample.ts`) is one execution on the simulator's data.
 */

/** A request as it must go out, and what Luma answers. */
export type Exchange = Sent & { answer: Answer };

/** The same without the answer. */
export const sent = ({ method, path, query, body }: Sent): Sent => ({ method, path, ...(query && { query }), ...(body !== undefined && { body }) });

/** One way of filling in an operation, and all that follows from it. */
export interface Case {
	what: string;
	parameters: INodeParameters;
	exchanges: Exchange[];
	/** What comes out; with several input items, one for each. */
	items: IDataObject[];
	/** How many of the exchanges, the first ones, are made once for all input items. */
	shared?: number;
	/** How many input items, where it is not one. */
	inputs?: number;
	/** The message with which it is refused, where it is; nothing is sent then. */
	refused?: string;
	/** The calendar that all of its requests name. */
	calendar?: string;
	/** Whether what it asks depends on when it is asked. */
	timed?: boolean;
	/** The workflow's time zone, where it matters. */
	timezone?: string;
}

/** The cases of operations: by resource and operation, the plainest first. */
export type Cases = Record<string, Record<string, Case[]>>;

export const get = (path: string, query?: Sent['query'], body?: unknown): Exchange => ({ method: 'GET', path, ...(query && { query }), answer: { body } });

export const post = (path: string, body: IDataObject, answered: unknown = {}): Exchange => ({ method: 'POST', path, body, answer: { body: answered } });

/** What Luma is asked before a write, and what changes nothing by itself. */
const PREPARING = ['/v1/events/cancel/request', '/v1/images/create-upload-url'];

/** Whether a request changes something at Luma, so that it must not be repeated. */
export const changes = ({ method, path }: Pick<Sent, 'method' | 'path'>): boolean => method === 'POST' && !PREPARING.includes(path);

/** A request that Luma does not take; a connection fault leaves no trace at Luma. */
export const failing = (exchange: Exchange, failure: Answer): Exchange => ({ ...exchange, answer: failure });

/** In place of a time that depends on when it is asked: it equals any. Not made by `expect`, as this is loaded without Jest too. */
export const someTime = { asymmetricMatch: (other: unknown) => /^\d{4}-\d{2}-\d{2}T/.test(String(other)), toString: () => 'some time' } as unknown as string;

/** Resource locators, as the editor fills them in. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
export const byLink = (value: string) => ({ __rl: true, mode: 'url', value });
export const fromList = (value: string) => ({ __rl: true, mode: 'list', value, cachedResultName: 'As the list shows it' });
