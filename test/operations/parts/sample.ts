import type { INodeParameters } from 'n8n-workflow';
import { apiKey, organizationKey, type RecordedRequest, type Simulator } from '../../simulator';
import type { Exchange } from './case';

/** Stands for any cursor in a recorded query. */
export const CURSOR = '(a cursor)';

/** One operation, run once on the simulator's seed. */
export interface Sample {
	/** What is tried, where an operation is tried more than once. */
	what?: string;
	resource: string;
	operation: string;
	parameters: INodeParameters;
	/** The path whose refusal fails it, where that is not the last thing that is written. */
	decides?: string;
	/** Whose API key it needs, where a calendar's will not do. */
	needs?: 'organization';
	/** All requests, in order. */
	sent: Exchange[];
	/** What each output item must hold, given what the simulator holds afterwards. */
	items: (simulator: Simulator) => unknown[];
}

/** What an operation's samples are called in the output of the suites: "guest: get as Luma answers it". */
export const titleOf = ({ resource, operation, what }: Sample): string => `${resource}: ${operation}${what ? ` ${what}` : ''}`;

/** The API key that a sample runs with. */
export const keyFor = ({ needs }: Pick<Sample, 'needs'>): string => (needs === 'organization' ? organizationKey : apiKey);

/** What is in a cursor is Luma's business. */
const withoutCursorText = ({ pagination_cursor: cursor, ...query }: RecordedRequest['query']) => (cursor === undefined ? query : { ...query, pagination_cursor: CURSOR });

/** What the simulator was sent, and what a sample says of it, to be compared. */
export const recorded = ({ requests }: Simulator) => requests.map(({ method, path, query, body }) => (method === 'GET' ? { method, path, query: withoutCursorText(query) } : { method, path, body }));
export const expected = ({ sent }: Sample) => sent.map(({ method, path, query = {}, body }) => (method === 'GET' ? { method, path, query } : { method, path, body }));
