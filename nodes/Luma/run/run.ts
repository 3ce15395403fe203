import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { keyOf, send, type Settings } from '../api/send';
import { isBlank } from '../values/blank';
import { whole } from '../values/scalar';

/** What the input items of one run of the node share. It lives as long as the function that works on them. */
export interface Run {
	/** The key: n8n reads a credential from its database each time it is asked. */
	apiKey: () => Promise<string>;
	/** Reads that several items need, such as the look-up of one event link: made once. */
	asked: Map<string, Promise<IDataObject>>;
	/** Milliseconds that requests have waited for the rate limit. */
	waited: number;
	/** Requests that were sent again after a fault. */
	retried: number;
	/** What a person should know of how fields were read and what was found, in sentences; each is told once. */
	hints: Set<string>;
	/** Ends all waits with the error of the item that stops the node. */
	stop: (error: unknown) => void;
	/** Aborted by `stop`, and when a person cancels the execution. */
	signal: AbortSignal;
}

export function newRun(context: Pick<IExecuteSingleFunctions, 'getCredentials' | 'getExecutionCancelSignal'>): Run {
	const stopped = new AbortController();
	const cancelled = context.getExecutionCancelSignal();
	let key: Promise<string> | undefined;
	return {
		apiKey: async () => await (key ??= keyOf(context)),
		asked: new Map(),
		waited: 0,
		retried: 0,
		hints: new Set(),
		stop: (error) => stopped.abort(error),
		signal: AbortSignal.any([stopped.signal, ...(cancelled ? [cancelled] : [])]),
	};
}

/** The run that an item's context belongs to; an item that n8n's routing brings alone is a run of its own. */
export const runOf = (context: IExecuteSingleFunctions & { run?: Run }): Run => (context.run ??= newRun(context));

/** "ticketType", "getAll" → "Get Many Ticket Type": the operation as errors call it. */
function operationName(context: IExecuteSingleFunctions): string {
	const words = (name: string) => name.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase()).replace(' To ', ' to ');
	const operation = context.getNodeParameter('operation') as string;
	return `${operation === 'getAll' ? 'Get Many' : words(operation)} ${words(context.getNodeParameter('resource') as string)}`;
}

/** How an item's requests are sent, by the fields under Options. Their steps have checked what is in them. */
export function settingsOf(context: IExecuteSingleFunctions): Settings {
	const run = runOf(context);
	const { maxTries, maxWait } = context.getNodeParameter('options', {}) as { maxTries?: unknown; maxWait?: unknown };
	return {
		apiKey: run.apiKey,
		tries: isBlank(maxTries) ? 4 : whole(maxTries),
		maxWait: isBlank(maxWait) ? undefined : whole(maxWait) * 1000,
		operation: operationName(context),
		itemIndex: context.getItemIndex(),
		waited: (milliseconds) => void (run.waited += milliseconds),
		retried: () => void (run.retried += 1),
		queue: run,
		signal: run.signal,
	};
}

/** Where requests go and how: base URL, calendar, proxy, timeout, certificates. */
export type Connection = Pick<IHttpRequestOptions, 'baseURL' | 'headers' | 'proxy' | 'timeout' | 'skipSslCertificateValidation'>;

/** Sends a request beside an item's own, such as reading back what it made. */
export async function sendBeside(context: IExecuteSingleFunctions, connection: Connection, method: 'GET' | 'POST', url: string, parameters: IDataObject, settings: Partial<Settings> = {}): Promise<IDataObject> {
	const { baseURL, headers, proxy, timeout, skipSslCertificateValidation } = connection;
	const options = { baseURL, headers, proxy, timeout, skipSslCertificateValidation, url, method, ...(method === 'GET' ? { qs: parameters } : { body: parameters }) };
	return await send(context, options, { ...settingsOf(context), ...settings });
}

/** Reads something at Luma that other items of the run may ask for too; it is read once. */
export async function ask(context: IExecuteSingleFunctions, connection: Connection, url: string, parameters: IDataObject): Promise<IDataObject> {
	const { asked } = runOf(context);
	const key = `${url} ${JSON.stringify([parameters, connection.headers])}`;
	if (!asked.has(key)) asked.set(key, sendBeside(context, connection, 'GET', url, parameters));
	return await asked.get(key)!;
}
