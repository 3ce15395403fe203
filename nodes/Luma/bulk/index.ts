import { NodeOperationError, sleep, type IExecuteFunctions, type IExecutePaginationFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { single } from '../api/operation';
import { turnOf } from '../api/run';
import { BATCH_SIZE, batchSizeOf, INPUT_ITEMS } from '../fields/guests';
import { assemble, type Assembled } from './assemble';
import { Batches } from './batches';
import { Row, type Status } from './rows';

/** So many input items, each with a request of its own, are worth a word about Input Items. */
const MANY = 10;

/** Guests From: Fields or JSON. One request for each input item, as n8n's routing would make it. */
async function oneByOne(context: IExecuteFunctions, items: Assembled[]): Promise<INodeExecutionData[]> {
	const { batching } = context.getNodeParameter('requestOptions', 0, {}) as { batching?: { batch?: { batchSize?: number; batchInterval?: number } } };
	const { batchSize = 1, batchInterval = 0 } = batching?.batch ?? {};
	const outcomes: Array<Promise<INodeExecutionData[] | Error>> = [];
	for (const { context: one, routed, error } of items) {
		const item = outcomes.length;
		if (batchInterval > 0 && item > 0 && item % Math.max(1, batchSize) === 0) await sleep(batchInterval);
		outcomes.push(routed ? single.call(one as IExecutePaginationFunctions, routed).catch((reason: Error) => reason) : Promise.resolve(error!));
	}
	return (await Promise.all(outcomes)).flatMap((outcome, item) => {
		if (!(outcome instanceof Error)) return outcome;
		if (!context.continueOnFail()) throw outcome;
		return [{ json: {}, error: outcome as NodeOperationError, pairedItem: { item } }];
	});
}

/** Guests From: Input Items. Many input items in one request. */
async function inBatches(context: IExecuteFunctions, items: Assembled[], taken: Status): Promise<INodeExecutionData[]> {
	const batches = new Batches(context, items.map(Row.of), taken);
	await batches.send(() => batchSizeOf(context.getNodeParameter('options', 0, {})));
	return batches.output;
}

const many =
	(description: INodeTypeDescription, taken: Status) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = await assemble(this, description);
		const batched = this.getNodeParameter('guestsFrom', 0) === INPUT_ITEMS;
		const output = batched ? await inBatches(this, items, taken) : await oneByOne(this, items);
		if (!batched && items.length > MANY) {
			this.addExecutionHints({
				message: `${items.length} input items made ${items.length} requests. Where each item is a guest, set Guests From to Input Items: up to ${BATCH_SIZE} guests then go in one request.`,
				location: 'outputPane',
				type: 'info',
			});
		}
		const entered = items.find(({ routed }) => routed);
		const waited = entered ? turnOf(entered.context).run.waited : 0;
		if (waited > 0) {
			this.addExecutionHints({ message: `It waited ${Math.ceil(waited / 1000)} s in all for Luma's rate limit.`, location: 'outputPane', type: 'info' });
		}
		return [output];
	};

/** Operations that see all input items at once (`customOperations` of a node). Where n8n calls the node as a tool, it takes the routing instead. */
export const bulk = (description: INodeTypeDescription): INodeType['customOperations'] => ({
	guest: { add: many(description, 'added'), sendInvites: many(description, 'invited') },
});
