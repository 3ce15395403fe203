import type { DeclarativeRestApiSettings, IExecuteFunctions, IExecutePaginationFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { baseUrlOf } from '../api/baseUrl';
import { itemError } from '../api/errors';
import { performBatches } from './batches';
import { entryName } from './batches/rows';
import { connectionOf } from './connection';
import { strayChoice } from './fixed';
import { giveHints, hintsOf } from './hints';
import { Item, type Prepared } from './item';
import { Ledger } from './ledger';
import { performEach } from './perform';
import { problemsOf } from './problems';
import { readItems } from './read';
import { newRun, runOf, type Run } from './run';
import type { Work, Worker } from './work';

/** Sends what is read, and gives what comes out. */
async function deliver(run: Run, items: Item[], work: Work, ledger?: Ledger): Promise<INodeExecutionData[]> {
	const [{ context }] = items;
	const nameOf = (item: Item) => (work.batch ? entryName(item, work.batch) : undefined);
	if (!context.continueOnFail() && items.some(({ problem }) => problem)) throw problemsOf(context.getNode(), items, nameOf, ledger?.isEmpty === false);
	if (work.batch) return await performBatches(run, items, work.batch, ledger);
	const each = await performEach(run, items, work, ledger);
	return each.length === 1 ? each[0] : each.flat();
}

/**
 * The run of an operation over all its input items, as n8n calls it (`customOperations` of a node): it reads the fields of
 * all items, stops with all that is wrong before anything is sent, sends, and gives items, each linked to its own.
 */
const runOver = (description: INodeTypeDescription, work: Work) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// What n8n has cut to one item, where the node is to execute once.
		if (this.getInputData().length === 0) return [[]];
		const run = newRun(this);
		const ledger = Ledger.of(this);
		const items = await readItems(this, description, run, (index) => ledger.get(Ledger.keyOf({ index }))?.item);
		const out = await deliver(run, items, work, ledger);
		giveHints(this, hintsOf(run, items, work));
		return [out];
	};

/** Every operation of the node, with all its input items at once. */
export const customOperations = (description: INodeTypeDescription, workers: Worker[]): INodeType['customOperations'] =>
	Object.fromEntries(workers.map(({ name, works }) => [name, Object.fromEntries(Object.entries(works).map(([operation, work]) => [operation, runOver(description, work)]))]));

/** Items that n8n's routing spreads over the arguments of a call; some 120,000 would end in "Maximum call stack size exceeded". */
const MAX_ITEMS = 100_000;

/**
 * One item that n8n's own routing brings, as the `pagination` function of the node: agents up to version 2.2 and nested
 * ones call the node so, one item a call. The routing has put its request together by the same fields and steps.
 */
export const alone = (description: () => INodeTypeDescription, workers: Worker[]) =>
	async function (this: IExecutePaginationFunctions, routed: DeclarativeRestApiSettings.ResultOptions): Promise<INodeExecutionData[]> {
		const stray = strayChoice(this.getNode(), description());
		// An operation that there is none of is nobody's work.
		if (stray) throw itemError(this.getNode(), stray, this.getItemIndex());
		const prepared = routed.options as Prepared;
		try {
			Object.assign(prepared, { proxy: undefined, timeout: undefined }, connectionOf(this, baseUrlOf({ baseUrl: prepared.baseURL })));
		} catch (error) {
			prepared.problem ??= error as Error;
		}
		const [resource, operation] = ['resource', 'operation'].map((name) => this.getNodeParameter(name) as string);
		const { [operation]: work } = workers.find(({ name }) => name === resource)!.works;
		const out = await deliver(runOf(this), [new Item(this, prepared)], work);
		if (out.length <= MAX_ITEMS) return out;
		const tooMany = { message: `There are more than ${MAX_ITEMS.toLocaleString('en')} items, which is more than n8n can handle from an agent's tool`, description: "Turn off 'Return All' and set 'Limit'." };
		throw itemError(this.getNode(), tooMany, this.getItemIndex());
	};
