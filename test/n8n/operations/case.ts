import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';

/** Stands for any cursor in a recorded query. */
export const CURSOR = '(a cursor)';

/** A request as the simulator must have recorded it. */
export interface Sent {
	method: 'GET' | 'POST';
	path: string;
	query?: IDataObject;
	body?: unknown;
}

export const get = (path: string, query: IDataObject): Sent => ({ method: 'GET', path, query });

export const post = (path: string, body: IDataObject): Sent => ({ method: 'POST', path, body });

/** One operation, run once on the simulator's seed. */
export interface OperationCase {
	/** What is tried, where an operation is tried more than once. */
	what?: string;
	resource: string;
	operation: string;
	parameters: INodeParameters;
	/** All requests, in order. */
	sent: Sent[];
	/** What each output item must hold, given what the simulator holds afterwards. */
	items: (simulator: Simulator) => unknown[];
}
