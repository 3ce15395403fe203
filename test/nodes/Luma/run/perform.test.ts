/** What ends a run before its end: an item that stops the node, and a person who cancels. */
import type { IDataObject, IExecuteSingleFunctions, INodeParameters } from 'n8n-workflow';
import { Luma } from '../../../../nodes/Luma/Luma.node';
import { clock } from '../../../../nodes/Luma/api/clock';
import { Pacer } from '../../../../nodes/Luma/api/pace';
import { Item } from '../../../../nodes/Luma/run/item';
import { performEach } from '../../../../nodes/Luma/run/perform';
import { pool } from '../../../../nodes/Luma/run/pool';
import { newRun } from '../../../../nodes/Luma/run/run';
import { run } from '../../../engine';
import { byId } from '../../../operations/parts/case';
import { operations } from '../support/description';
import { always, received, useLuma } from '../support/luma';

useLuma();

const get: INodeParameters = { resource: 'guest', operation: 'get', eventId: byId('evt-1'), guestId: byId('=gst-{{ $json.n }}') };
const turn = async () => await new Promise((resolve) => setImmediate(resolve));

it('the first item that fails ends the waits of those beside it: they are not sent', async () => {
	jest.spyOn(clock, 'wait').mockImplementation(async (_milliseconds, signal) => {
		for (let n = 0; n < 5; n += 1) await turn();
		signal?.throwIfAborted();
	});
	const soon = String(clock.now() / 1000 + 60);
	always('GET', '/v1/events/guests/get', () => ({ status: 403, body: { message: 'No', code: null }, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': soon } }));
	const { error } = await run(get, { items: [{}, {}, {}, {}] });
	expect(error).toMatchObject({ message: 'No', context: { itemIndex: 0 } });
	expect(received).toHaveLength(1);
});

it('Retry On Fail asks nothing for what is done: a tag that is deleted can no longer be found by its name', async () => {
	const left = new Set(['A', 'B']);
	let refused = 0;
	always('GET', '/v1/calendars/contact-tags/list', () => ({ body: { entries: [...left].map((name) => ({ id: `tag-${name}`, name })), has_more: false } }));
	always('POST', '/v1/calendars/contact-tags/delete', ({ body }) => {
		const { tag_id: id } = body as { tag_id: string };
		if (id === 'tag-B' && refused++ === 0) return { status: 403, body: { message: 'Not now', code: null } };
		left.delete(id.slice(4));
		return {};
	});
	const items = [...left].map((tag) => ({ tag }));
	const { error, json } = await run({ resource: 'contactTag', operation: 'delete', contactTagId: byId('={{ $json.tag }}') }, { items, node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(2);
	expect([left.size, refused]).toEqual([0, 2]);
});

it('all requests of an execution wait in one queue, those of another in another; an error names its item', async () => {
	const acquire = jest.spyOn(Pacer.prototype, 'acquire');
	always('GET', '/v1/events/guests/get', ({ query }) => (query!.id === 'gst-2' ? { status: 403, body: { message: 'No', code: null } } : { body: { id: 'gst-1' } }));
	const [one, other] = await Promise.all([run(get, { items: [{}, {}] }), run(get, { items: [{}, {}, {}] })]);
	expect(one.error).toBeUndefined();
	expect(other.error).toMatchObject({ message: 'No', context: { itemIndex: 2 } });
	const queues = acquire.mock.calls.map(([, { queue }]) => queue);
	expect(queues.length).toBeGreaterThan(3);
	expect(queues).not.toContain(undefined);
	expect(new Set(queues).size).toBe(2);
});

it('the credential is asked for its key once', async () => {
	const getCredentials = jest.fn(async () => await Promise.resolve({ apiKey: ' key ' }));
	const shared = newRun({ getCredentials: getCredentials as never, getExecutionCancelSignal: () => undefined });
	expect(await Promise.all([shared.apiKey(), shared.apiKey()])).toEqual(['key', 'key']);
	expect(getCredentials).toHaveBeenCalledTimes(1);
});

/** The context of an item, as far as the run looks at it. */
const contextOf = (index: number, goesOn: boolean) =>
	({ continueOnFail: () => goesOn, getNode: () => ({ name: 'Luma' }), getNodeParameter: () => ({}), getItemIndex: () => index, getInputData: () => ({ json: {} }) }) as unknown as IExecuteSingleFunctions;

it.each([false, true])('a cancelled run ends with what cancelled it, and gives no item for it; goes on after errors: %j', async (goesOn) => {
	for (const method of ['GET', 'POST'] as const) {
		const person = new AbortController();
		const shared = newRun({ getCredentials: jest.fn(), getExecutionCancelSignal: () => person.signal });
		const items = [0, 1].map((index) => new Item(contextOf(index, goesOn), { url: '/', method, qs: {}, body: {} }));
		const begun: number[] = [];
		const perform = async ({ index }: Item): Promise<IDataObject[]> => {
			begun.push(index);
			person.abort(new Error('cancelled'));
			throw new Error('The connection was closed');
		};
		await expect(performEach(shared, items.slice(1), { perform }, undefined)).rejects.toThrow();
		expect(begun).toEqual([1]);
	}
});

it.each(operations)('%s %s without input items gives none', async (resource, operation) => {
	const { [resource]: of } = new Luma().customOperations!;
	expect(await of[operation].call({ getInputData: () => [] } as never)).toEqual([[]]);
});

describe('a pool', () => {
	it('begins nothing after a failure, lets what is under way come to its end, and gives the failure that is first in order', async () => {
		const [begun, ended]: [number[], number[]] = [[], []];
		const act = async (one: number) => {
			begun.push(one);
			for (let n = 0; n < 5 - one; n += 1) await turn();
			if (one === 1 || one === 2) throw new Error(`of ${one}`);
			ended.push(one);
		};
		await expect(pool([0, 1, 2, 3, 4, 5, 6, 7], 4, act)).rejects.toThrow('of 1');
		// The shortest is done first, and another begins in its place before the first failure.
		expect(begun).toEqual([0, 1, 2, 3, 4]);
		expect(ended.sort()).toEqual([0, 3, 4]);
	});

	it('begins nothing once it is cancelled', async () => {
		const person = new AbortController();
		const begun: number[] = [];
		const act = async (one: number) => {
			begun.push(one);
			if (one === 1) person.abort(new Error('cancelled'));
		};
		await expect(pool([0, 1, 2, 3], 1, act, person.signal)).rejects.toThrow('cancelled');
		expect(begun).toEqual([0, 1]);
	});

	it('lets others work in between', async () => {
		let others = 0;
		const watch = setInterval(() => (others += 1), 0);
		await pool(Array.from({ length: 5000 }, (_, n) => n), 1, () => {
			for (const end = performance.now() + 0.02; performance.now() < end; );
		});
		clearInterval(watch);
		expect(others).toBeGreaterThan(5);
	});
});
