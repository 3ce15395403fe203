/** An operation in workflows of other forms: in a loop, twice, beside another execution, with pinned data, in part. */
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { execute, lumaOf, nodeOf, requests, sourceOf, typeOf, type Plan } from '../../../engine';
import { operations } from '../support/description';
import { later, received, useLuma } from '../support/luma';
import { pixelFile } from '../../../pixel';
import { from, plain } from './support';

useLuma();
beforeEach(() => void (requests.length = 0));

type Main = { main: Array<Array<{ node: string; type: 'main'; index: number }>> };
const to = (...outputs: string[][]): Main => ({ main: outputs.map((names) => names.map((node) => ({ node, type: 'main', index: 0 }))) });

const rows = (count: number): IDataObject[] => Array.from({ length: count }, (_, n) => ({ name: `Row ${n}` }));

/** What came out of a node, in each of its turns. */
const turnsOf = (run: IRun, name: string): INodeExecutionData[][] => (run.data.resultData.runData[name] ?? []).map(({ data }) => data?.main[0] ?? []);

const errorOf = (run: IRun) => run.data.resultData.error;

/** Loop Over Items (n8n's Split in Batches), so many items a turn: its second output is the loop, its first one is for all in the end. */
const loopOf = (size: number) =>
	typeOf('loop', ['main'], async function (this: IExecuteFunctions) {
		const kept = this.getContext('node') as { left?: INodeExecutionData[]; done?: INodeExecutionData[] };
		if (kept.left) kept.done!.push(...this.getInputData());
		else Object.assign(kept, { left: [...this.getInputData()], done: [] });
		const next = kept.left!.splice(0, size);
		return next.length > 0 ? [[], next] : [kept.done!, []];
	});
const loopType = (size: number) => {
	const type = loopOf(size);
	return { ...type, description: { ...type.description, outputs: ['main', 'main'] } } as typeof type;
};

const loop = (parameters: INodeParameters, count: number, size: number, node = {}): Plan => ({
	types: { source: sourceOf(rows(count)), loop: loopType(size) },
	nodes: [nodeOf('Source', 'source'), nodeOf('Loop', 'loop'), lumaOf('Luma', parameters, node)],
	connections: { Source: to(['Loop']), Loop: to([], ['Luma']), Luma: to(['Loop']) },
});

/** Calls a workflow with its input items, as Execute Sub-workflow does, and waits for it or not. */
const callOf = (plan: (items: IDataObject[]) => Plan, calls: Array<Promise<IRun>>) =>
	typeOf('call', ['main'], async function (this: IExecuteFunctions) {
		calls.push(execute(plan(this.getInputData().map(({ json }) => json))));
		return [this.getInputData()];
	});

describe.each(operations)('%s %s', (resource, operation) => {
	const { varied, same, differs, takesFile, writes, steps, shared, perItem, luma, askedFor, asked } = plain(resource, operation);
	const each = (...numbers: number[]) => numbers.flatMap((n) => Array<number>(perItem).fill(n));

	it('in a loop: each turn does its own item', async () => {
		luma();
		const run = await execute(loop(varied, 3, 1));
		expect(errorOf(run)).toBeUndefined();
		expect(received).toHaveLength(3 * steps + 3 * shared);
		if (differs) expect(askedFor()).toEqual(['0', '1', '2']);
		expect(turnsOf(run, 'Luma').map(from)).toEqual([each(0), each(0), each(0)]);
		expect(turnsOf(run, 'Loop').pop()).toHaveLength(3 * perItem);
	});

	it('in a loop: what is the same in two turns is done in both', async () => {
		luma();
		const run = await execute(loop(same, 2, 1));
		expect(errorOf(run)).toBeUndefined();
		const [one, two] = asked();
		expect(asked()).toEqual([one, one]);
		expect(two).toBe(one);
		expect(turnsOf(run, 'Luma')).toHaveLength(2);
		expect(JSON.stringify(turnsOf(run, 'Luma'))).not.toContain('duplicate');
	});

	it('in a loop with Retry On Fail: what is done in a turn is not done again', async () => {
		if (!differs || !writes) return;
		let refused = 0;
		luma((_nth, sent) => (/~3[@"]/.test(JSON.stringify(sent)) && refused++ === 0 ? { status: 403, body: { message: 'Not now', code: null } } : undefined));
		const run = await execute(loop(varied, 4, 2, { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 }));
		expect(errorOf(run)).toBeUndefined();
		expect(askedFor()).toEqual(['0', '1', '2', '3', '3']);
		expect(turnsOf(run, 'Luma').map(from)).toEqual([each(0, 1), each(0, 1)]);
	});

	it('in a loop with Retry On Fail: what may have been done in a turn is not done again, and the turn before stays done', async () => {
		if (!differs || !writes) return;
		luma((_nth, sent) => (/~1[@"]/.test(JSON.stringify(sent)) ? { status: 502, body: { message: 'Bad gateway', code: null } } : undefined));
		const run = await execute(loop(varied, 3, 1, { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 }));
		expect(errorOf(run)?.message).toBe('Bad gateway');
		expect(askedFor()).toEqual(['0', '1']);
	});

	it('twice in a workflow, the second after the first: each does all, and finds the source of its items', async () => {
		if (takesFile) return;
		luma();
		const second = plain(resource, operation, "$('Source').item.json.n").varied;
		const run = await execute({
			types: { source: sourceOf(rows(3)) },
			nodes: [nodeOf('Source', 'source'), lumaOf('Luma', varied), lumaOf('Luma Again', second)],
			connections: { Source: to(['Luma']), Luma: to(['Luma Again']) },
		});
		expect(errorOf(run)).toBeUndefined();
		expect(received).toHaveLength((3 + 3 * perItem) * steps + 2 * shared);
		if (differs && writes) expect(askedFor()).toEqual(['0', '1', '2', '0', '1', '2']);
		expect(turnsOf(run, 'Luma Again').map(from)).toEqual([Array.from({ length: 3 * perItem }, (_, n) => Array<number>(perItem).fill(n)).flat()]);
	});

	it('several nodes with the same key: each does all of its own', async () => {
		luma();
		const names = ['Luma', 'Luma 2', 'Luma 3'];
		const run = await execute({
			types: { source: sourceOf(rows(3)) },
			nodes: [nodeOf('Source', 'source'), ...names.map((name) => lumaOf(name, varied))],
			connections: { Source: to(names) },
		});
		expect(errorOf(run)).toBeUndefined();
		expect(received).toHaveLength(9 * steps + 3 * shared);
		for (const name of names) expect(turnsOf(run, name).map(from)).toEqual([each(0, 1, 2)]);
	});

	it('beside a workflow that it calls and does not wait for: each does all of its own', async () => {
		luma();
		const calls: Array<Promise<IRun>> = [];
		const called = (items: IDataObject[]): Plan => ({ types: { source: sourceOf(items) }, nodes: [nodeOf('Source', 'source'), lumaOf('Luma', varied)], connections: { Source: to(['Luma']) } });
		const run = await execute({
			types: { source: sourceOf(rows(3)), call: callOf(called, calls) },
			nodes: [nodeOf('Source', 'source'), nodeOf('Call', 'call'), lumaOf('Luma', varied)],
			connections: { Source: to(['Call']), Call: to(['Luma']) },
		});
		const [sub] = await Promise.all(calls);
		for (const one of [run, sub]) {
			expect(errorOf(one)).toBeUndefined();
			expect(turnsOf(one, 'Luma').map(from)).toEqual([each(0, 1, 2)]);
		}
		expect(received).toHaveLength(6 * steps + 2 * shared);
		if (differs) expect(askedFor().sort()).toEqual(['0', '0', '1', '1', '2', '2']);
	});

	const three: Plan = { types: { source: sourceOf(rows(3)), after: typeOf('after', ['main'], async function (this: IExecuteFunctions) { return [this.getInputData()]; }) }, nodes: [nodeOf('Source', 'source'), lumaOf('Luma', varied), nodeOf('After', 'after')], connections: { Source: to(['Luma']), Luma: to(['After']) } };

	it('with pinned data: nothing is sent', async () => {
		const pinned = [{ json: { id: 'pinned' } }];
		const run = await execute({ ...three, start: (execution, workflow) => execution.run({ workflow, startNode: workflow.getNode('Source')!, pinData: { Luma: pinned } }) });
		expect(errorOf(run)).toBeUndefined();
		expect({ requests, received }).toEqual({ requests: [], received: [] });
		expect(turnsOf(run, 'After').map((items) => items.map(({ json }) => json))).toEqual([[{ id: 'pinned' }]]);
	});

	it('after pinned data: all its items are done', async () => {
		luma();
		const pinned = rows(3).map((json, n) => ({ json: { n, ...json }, binary: pixelFile }));
		const run = await execute({ ...three, start: (execution, workflow) => execution.run({ workflow, startNode: workflow.getNode('Source')!, pinData: { Source: pinned } }) });
		expect(errorOf(run)).toBeUndefined();
		expect(received).toHaveLength(3 * steps + shared);
		expect(turnsOf(run, 'Luma').map(from)).toEqual([each(0, 1, 2)]);
	});

	it('in part: it is done once when it is executed, and not when a node after it is', async () => {
		luma();
		const first = await execute(three);
		expect(received).toHaveLength(3 * steps + shared);
		const part = async (nodeName: string, dirty: string[]) =>
			await execute({ ...three, start: (execution, workflow) => execution.runPartialWorkflow2(workflow, first.data.resultData.runData, {}, dirty, { nodeName, mode: 'inclusive' }) });
		received.length = 0;
		later();
		const after = await part('After', ['After']);
		expect(errorOf(after)).toBeUndefined();
		expect(received).toEqual([]);
		const anew = await part('Luma', ['Luma']);
		expect(errorOf(anew)).toBeUndefined();
		expect(received).toHaveLength(3 * steps + shared);
		expect(turnsOf(anew, 'Luma').map(from)).toEqual([each(0, 1, 2)]);
	});
});
