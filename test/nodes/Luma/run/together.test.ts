/** Several settings of a node at once, and a node that stands twice in a loop or is cancelled, for every operation. */
import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { clock } from '../../../../nodes/Luma/api/clock';
import { execute, lumaOf, nodeOf, run, sourceOf, typeOf, type Options } from '../../../engine';
import { plainCase } from '../../../operations';
import { operations } from '../support/description';
import { answer, received, useLuma, waits, type Sent } from '../support/luma';
import { from, plain } from './support';

useLuma();

const three = [0, 1, 2].map((n) => ({ name: `Row ${n}` }));
const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const batching = { requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 70 } } } };
const turn = async () => await new Promise((resolve) => setImmediate(resolve));
const refusal = { status: 403, body: { message: 'Not now', code: null } };
const lost = { status: 502, body: { message: 'Bad gateway', code: null } };

type Main = { main: Array<Array<{ node: string; type: 'main'; index: number }>> };
const to = (...outputs: string[][]): Main => ({ main: outputs.map((names) => names.map((node) => ({ node, type: 'main', index: 0 }))) });
const turnsOf = (finished: IRun, name: string): INodeExecutionData[][] => (finished.data.resultData.runData[name] ?? []).map(({ data }) => data?.main[0] ?? []);

describe.each(operations)('%s %s', (resource, operation) => {
	const { varied, differs, takesFile, writes, changes, steps, shared, perItem, luma, asked, askedFor } = plain(resource, operation);
	const { exchanges: [first] } = plainCase(resource, operation);
	const go = async (more: INodeParameters = {}, node: Partial<INode> = {}, options: Options = {}) => await run({ ...varied, ...more }, { items: three, node, ...options });
	const each = (...numbers: number[]) => numbers.flatMap((n) => Array<number>(perItem).fill(n));
	const isOf = (n: number, nth: number, sent: Sent) => (differs ? new RegExp(`~${n}[@"]`).test(JSON.stringify(sent)) : nth === n);

	it('Execute Once, Retry On Fail, Batching and an error output: the first item alone, again where it was refused', async () => {
		luma((nth) => (nth === 0 ? refusal : undefined));
		const { error, items, errors, linked } = await go(batching, { executeOnce: true, onError: 'continueErrorOutput', ...again });
		expect({ error, errors }).toEqual({ error: undefined, errors: [] });
		if (writes) expect(asked()).toHaveLength(2);
		if (differs) expect(new Set(askedFor())).toEqual(new Set(['0']));
		expect(from(items)).toEqual(each(0));
		expect(linked).toEqual(each(0));
	});

	it('Execute Once, Retry On Fail and an error output: an answer that is lost is not asked for again', async () => {
		if (!changes) return;
		luma(() => lost);
		const { items, errors } = await go(batching, { executeOnce: true, onError: 'continueErrorOutput', ...again });
		expect(asked()).toHaveLength(1);
		expect(items).toEqual([]);
		expect(from(errors)).toEqual([0]);
		expect(Object.keys(errors[0].json).sort()).toEqual(['error', 'message', 'n', 'name']);
		expect(errors[0].json.message).toMatchObject({ status: 'unknown', uncertain: true, http_status: 502 });
	});

	it('two executions at once, each with Retry On Fail and something refused: each does all of its own', async () => {
		const refused: number[] = [0, 0];
		luma((nth, sent) => (isOf(1, Math.floor(nth / 2), sent) && refused[0]++ < 2 ? refusal : undefined));
		const both = await Promise.all([go({}, again), go({}, again)]);
		for (const { error, items } of both) {
			expect(error).toBeUndefined();
			expect(from(items)).toEqual(each(0, 1, 2));
		}
		if (differs && writes) expect([...askedFor()].sort()).toEqual(['0', '0', '1', '1', '1', '1', '2', '2']);
	});

	it('twice in one loop: each of the two does its own item in each turn', async () => {
		if (takesFile) return;
		luma();
		const loop = typeOf('loop', ['main'], async function (this: IExecuteFunctions) {
			const kept = this.getContext('node') as { left?: INodeExecutionData[] };
			kept.left ??= [...this.getInputData()];
			const next = kept.left.splice(0, 1);
			return [[], next];
		});
		const looping = { ...loop, description: { ...loop.description, outputs: ['main', 'main'] } } as typeof loop;
		const second = plain(resource, operation, "$('Loop').item.json.n").varied;
		const finished = await execute({
			types: { source: sourceOf(three), loop: looping },
			nodes: [nodeOf('Source', 'source'), nodeOf('Loop', 'loop'), lumaOf('Luma', varied, again), lumaOf('Luma Again', second, { ...again, executeOnce: true })],
			connections: { Source: to(['Loop']), Loop: to([], ['Luma']), Luma: to(['Luma Again']), 'Luma Again': to(['Loop']) },
		});
		expect(finished.data.resultData.error).toBeUndefined();
		if (differs && writes) expect(askedFor()).toEqual(['0', '0', '1', '1', '2', '2']);
		expect(received).toHaveLength(6 * (steps + shared));
		for (const name of ['Luma', 'Luma Again']) expect(turnsOf(finished, name).map(from)).toEqual([each(0), each(0), each(0)]);
	});

	it.each([
		['the rate limit', undefined],
		['another try', 'continueRegularOutput'],
		['Batching', 'continueErrorOutput'],
	] as const)('cancelled while it waits for %s, On Error %s: nothing is sent any more, and no node after it runs', async (what, onError) => {
		let cancel = () => undefined as void;
		let before = -1;
		if (what === 'the rate limit') answer(first.method, first.path, { status: 429, body: { message: 'Too many', code: null }, headers: { 'retry-after': '7' } });
		if (what === 'another try') answer(first.method, first.path, { fault: 'ECONNREFUSED' });
		luma();
		jest.spyOn(clock, 'wait').mockImplementation(async (_milliseconds, signal) => {
			before = received.length;
			cancel();
			await turn();
			signal?.throwIfAborted();
		});
		// n8n itself hands on the input of a node that throws, where it is to go on, and then runs nothing any more.
		const { run: finished } = await go(what === 'Batching' ? batching : {}, { onError, ...again }, { onStart: (stop) => (cancel = stop) });
		await turn();
		expect(before).toBeGreaterThanOrEqual(0);
		expect(received).toHaveLength(before);
		expect(finished.data.resultData.runData).not.toHaveProperty('After');
	});

	it('Max Wait that is too short, and Continue: what waits too long fails by itself, and is certainly not done', async () => {
		luma((nth) => (nth === 1 ? { status: 429, body: { message: 'Too many', code: null }, headers: { 'retry-after': '70' } } : undefined));
		const { error, json } = await go({ options: { ...(varied.options as INodeParameters), maxWait: 5 } }, { onError: 'continueRegularOutput', ...again });
		expect(error).toBeUndefined();
		const failed = json.filter((one) => one.error);
		expect(failed.length).toBeGreaterThan(0);
		for (const one of failed) expect(one).toMatchObject({ status: 'error', http_status: 429 } as IDataObject);
		expect(waits).toEqual([]);
	});
});
