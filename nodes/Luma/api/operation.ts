import type { DeclarativeRestApiSettings, IDataObject, IExecutePaginationFunctions, IExecuteSingleFunctions, IHttpRequestOptions, IN8nHttpFullResponse, INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { withoutBlanks } from '../values/blank';
import { explained, Problem } from '../values/problem';
import { whole, yesNo } from '../values/scalar';
import { itemError } from './errors';
import { pages, type Page } from './pages';
import { ownTimeout, Turn, turnOf } from './run';
import { Halted, keyOf, send, type Settings } from './send';

type Routed = DeclarativeRestApiSettings.ResultOptions;

/**
 * Items that one input item can become. n8n's routing spreads them over a call's arguments (`returnData.push(...items)`),
 * which ends in "Maximum call stack size exceeded" at some 120,000, after all pages were read.
 */
export const MAX_ITEMS = 100_000;

/** "ticketType", "getAll" → "Get Many Ticket Type": the operation as errors call it. */
function operationName(context: IExecuteSingleFunctions): string {
	const words = (name: string) => name.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase());
	const operation = context.getNodeParameter('operation') as string;
	return `${operation === 'getAll' ? 'Get Many' : words(operation)} ${words(context.getNodeParameter('resource') as string)}`;
}

/** How this item's requests are to be sent, from the fields under Options. */
export function settingsOf(context: IExecuteSingleFunctions): Settings {
	const turn = turnOf(context);
	const { maxTries = 4, maxWait = 300 } = context.getNodeParameter('options', {}) as { maxTries?: number; maxWait?: number };
	return {
		apiKey: async () => await (turn.apiKey ??= keyOf(context)),
		tries: maxTries,
		maxWait: maxWait * 1000,
		queue: turn.run,
		operation: operationName(context),
		itemIndex: context.getItemIndex(),
		notes: () => progress(turn),
		waited: (milliseconds) => (turn.run.waited += milliseconds),
		halted: () => turn.run.halted,
		signal: context.getExecutionCancelSignal(),
	};
}

/** A further request that an operation makes beside its own, such as reading back what it made. */
export async function alsoSend(context: IExecuteSingleFunctions, method: 'GET' | 'POST', url: string, parameters: IDataObject): Promise<IDataObject> {
	const options: IHttpRequestOptions = { ...turnOf(context).connection, url, method, ...(method === 'GET' ? { qs: parameters } : { body: parameters }) };
	return await send(context, options, settingsOf(context));
}

/** What had been done when a write failed and stops the node, so that a person knows where to go on. */
function progress({ run, item, writes }: Turn): string[] {
	if (!writes || run.total < 2 || !run.stopsOnFailure) return [];
	const after = run.total - item - 1;
	return [`${run.done} of ${run.total} items were done before it${after > 0 ? `; ${after} after it were not started` : ''}.`];
}

/** Takes one item through: in its order, linked to its input, its failure reported as the node's On Error setting says. */
export async function inTurn(context: IExecutePaginationFunctions, routed: Routed, work: (turn: Turn, options: IHttpRequestOptions) => Promise<INodeExecutionData[]>): Promise<INodeExecutionData[]> {
	const turn = turnOf(context);
	const { run, item } = turn;
	try {
		await run.ready();
		if (turn.problem) throw turn.problem;
		const options = { ...routed.options, timeout: ownTimeout(routed.options.timeout) } as IHttpRequestOptions;
		turn.writes = options.method === 'POST';
		if (turn.writes) {
			// In order, and none after a failure that stops the node.
			await turn.previous?.finished;
			options.body = withoutBlanks(options.body as IDataObject) as IDataObject;
		} else {
			delete options.body;
		}
		turn.previous = undefined;
		options.qs = withoutBlanks(options.qs ?? {}) as IDataObject;
		turn.sent = (options.body as IDataObject | undefined) ?? options.qs;
		if (run.halted) return [];
		const items = await work(turn, options);
		run.done += 1;
		for (const entry of items) entry.pairedItem = { item };
		return items;
	} catch (reason) {
		// n8n throws the error of the first item that failed; those that were held back have none of their own.
		if (reason instanceof Halted) return [];
		run.stopped = true;
		const error = reason instanceof Problem ? itemError(context.getNode(), reason, item) : reason;
		if (run.stopsOnFailure) throw error;
		return [{ json: {}, error: error as NodeOperationError, pairedItem: { item } }];
	} finally {
		turn.finish();
	}
}

/** Runs the functions that an operation or its fields name under `output.postReceive`, as n8n's routing would: over the answer, or over the entries of one. */
async function received(context: IExecutePaginationFunctions, routed: Routed, body: IDataObject, entries: IDataObject[] = [body]): Promise<INodeExecutionData[]> {
	const response: IN8nHttpFullResponse = { body, headers: {}, statusCode: 200 };
	let items: INodeExecutionData[] = entries.map((json) => ({ json }));
	for (const action of routed.postReceive.flatMap(({ actions }) => actions)) {
		if (typeof action === 'function') items = await action.call(context, items, response);
	}
	return items;
}

/** The way of every operation that is one request: what the routing has put together goes out, what comes back is one item. */
export async function single(this: IExecutePaginationFunctions, routed: Routed): Promise<INodeExecutionData[]> {
	return await inTurn(this, routed, async (_turn, options) => await received(this, routed, await send(this, options, settingsOf(this))));
}

/** The way of Get Many: Return All or an exact Limit over Luma's cursors; one item for each entry, or for each page. */
export async function list(this: IExecutePaginationFunctions, routed: Routed): Promise<INodeExecutionData[]> {
	return await inTurn(this, routed, async (_turn, options) => {
		const { paginationCursor, output } = this.getNodeParameter('options', {}) as { paginationCursor?: string; output?: string };
		const start = paginationCursor?.trim() || undefined;
		const limit = limitOf(this, output === 'pages' ? undefined : MAX_ITEMS);
		const items: INodeExecutionData[] = [];
		let read = 0;
		let cursor = start;
		const notes = () => (read === 0 ? [] : [`${read} items had been read. To go on from there, set Pagination Cursor under Options to ${cursor}`]);
		const settings: Settings = { ...settingsOf(this), notes };
		const fetch = async (query: IDataObject) => await send(this, { ...options, qs: { ...options.qs, ...query } }, settings);
		for await (const page of pages(fetch, { limit, cursor: start })) {
			if (output === 'pages') items.push({ json: page });
			else for (const entry of await received(this, routed, page, page.entries)) items.push(entry);
			read += page.entries.length;
			cursor = page.next_cursor;
			if (items.length > MAX_ITEMS || (items.length === MAX_ITEMS && page.has_more === true && limit > items.length)) throw tooMany(this, page);
		}
		return items;
	});
}

/** Return All and Limit, as a number of items. */
function limitOf(context: IExecutePaginationFunctions, max?: number): number {
	try {
		if (yesNo(context.getNodeParameter('returnAll', false))) return Infinity;
	} catch (error) {
		return explained(error, 'Give true or false.', 'Return All: ');
	}
	try {
		return whole(context.getNodeParameter('limit', 50), { min: 1, max });
	} catch (error) {
		return explained(error, 'To read more, turn on Return All, or go on with Pagination Cursor under Options.', 'Limit: ');
	}
}

function tooMany(context: IExecutePaginationFunctions, page: Page): NodeOperationError {
	const max = MAX_ITEMS.toLocaleString('en');
	const problem = {
		message: `There are more than ${max} items, more than n8n can take at once`,
		description: `Narrow them down with filters, or turn Return All off and read them in parts: Limit ${max}, then again with Pagination Cursor under Options set to ${page.next_cursor}`,
	};
	return itemError(context.getNode(), problem, context.getItemIndex());
}

/** The way of Get Many where Luma has no pages: Limit is applied here. */
export async function listWhole(this: IExecutePaginationFunctions, routed: Routed): Promise<INodeExecutionData[]> {
	return await inTurn(this, routed, async (_turn, options) => {
		const { entries } = (await send(this, options, settingsOf(this))) as { entries?: IDataObject[] };
		if (!Array.isArray(entries)) throw new Problem('Luma answered without a list of entries');
		return entries.slice(0, limitOf(this)).map((json) => ({ json }));
	});
}
