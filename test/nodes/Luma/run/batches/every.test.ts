/** Every operation with a list in its body, in every way in which the list can be given: made from the node. */
import type { IDataObject, INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import { resources } from '../../../../../nodes/Luma/resources';
import { requests, run } from '../../../../engine';
import { plainCase } from '../../../../operations';
import { fieldsOf } from '../../support/description';
import { always, received, useLuma, type Answer, type Sent } from '../../support/luma';
import { from } from '../support';

useLuma();

const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const refused = (status: number, message = 'No') => ({ status, body: { message, code: null } });
const lost = refused(502, 'Bad gateway');

/** A way of giving a list. */
interface Way {
	way: string;
	/** Whether each input item is an entry; else one input item has the whole list. */
	single: boolean;
	/** @param most rows that are filled in, where no expression can give them */
	given: (most: number) => INodeParameters;
}

/** What a field of a list holds: an expression over `$json.ref` or `$json.list`, or rows of which each has one. */
function filled({ name, type }: INodeProperties, way: string, most: number): INodeParameters {
	if (way === 'inputItems') return { [name]: '={{ $json.ref }}' };
	if (type === 'json') return { [name]: '={{ $json.list.map((email) => ({ email })) }}' };
	if (type === 'fixedCollection') return { [name]: { [name.replace(/s$/, '')]: Array.from({ length: most }, (_, n) => ({ email: `={{ $json.list[${n}] }}` })) } };
	return { [name]: '={{ $json.list }}' };
}

const lists = resources.flatMap(({ name: resource, works }) =>
	Object.entries(works).flatMap(([operation, { batch }]) => {
		if (!batch) return [];
		const { parameters } = plainCase(resource, operation);
		const control = fieldsOf(resource, operation).find(({ name }) => name.endsWith('From'))!;
		const ways: Way[] = fieldsOf(resource, operation).flatMap((field) => {
			const [way] = (field.displayOptions?.show?.[control.name] ?? []) as string[];
			return field.required && way !== undefined ? [{ way, single: way === 'inputItems', given: (most: number) => ({ resource, operation, ...parameters, options: {}, [control.name]: way, ...filled(field, way, most) }) }] : [];
		});
		const path = plainCase(resource, operation).exchanges.find(({ method }) => method === 'POST')!.path;
		return ways.map((way) => ({ ...way, resource, operation, batch, path }));
	}),
);

it('finds the lists, each in all ways', () => {
	expect(lists.map(({ resource, operation, way }) => `${resource} ${operation}: ${way}`)).toEqual([
		'calendar addAdmins: list',
		'calendar addAdmins: inputItems',
		'contact import: fields',
		'contact import: json',
		'contact import: inputItems',
		...['apply', 'removeFromContacts'].flatMap((operation) => [`contactTag ${operation}: list`, `contactTag ${operation}: inputItems`]),
		...['apply', 'removeFromEvents'].flatMap((operation) => [`eventTag ${operation}: chosen`, `eventTag ${operation}: inputItems`]),
		...['add', 'sendInvites'].flatMap((operation) => ['fields', 'json', 'inputItems'].map((way) => `guest ${operation}: ${way}`)),
	]);
});

describe.each(lists.map((list) => [list.resource, list.operation, list.way, list] as const))('%s %s: %s', (_resource, _operation, _way, { single, given, batch, path }) => {
	const nameOf = (n: number) => (batch.by === 'event_id' ? `evt-row${n}` : `row${n}@example.com`);
	const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
	/** The rows in a request, by number. */
	const rowsIn = ({ body }: Sent): number[] => [...JSON.stringify(body).matchAll(/row(\d+)/gi)].map(([, n]) => Number(n));
	const sent = () => received.map(rowsIn);
	const luma = (respond: (rows: number[], nth: number) => Answer | undefined = () => undefined) => always('POST', path, (request, nth) => respond(rowsIn(request), nth) ?? { body: {} });
	const go = async (refs: string[], node: Partial<INode> = {}, options: INodeParameters = { batchSize: 5 }) =>
		await run({ ...given(refs.length), options }, { items: single ? refs.map((ref) => ({ ref })) : [{ list: refs }], node, after: false });
	/** What became of each row, in order. */
	const statuses = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.status);

	it('goes out in batches, doubles once, and each entry comes out', async () => {
		luma();
		const double = batch.by === 'event_id' ? nameOf(3) : nameOf(3).toUpperCase();
		const { error, items } = await go([...numbers(12).map(nameOf), double]);
		expect(error).toBeUndefined();
		expect(sent()).toEqual([numbers(5), [5, 6, 7, 8, 9], [10, 11]]);
		// A list that is chosen, or a text with commas, has no doubles to begin with.
		expect(statuses(items).slice(0, 12)).toEqual(Array(12).fill(batch.taken));
		expect(statuses(items).slice(12)).toEqual(items.length > 12 ? ['duplicate'] : []);
		expect(from(items).slice(0, 12)).toEqual(single ? numbers(12) : Array(12).fill(0));
	});

	it('without Batch Size as many go out as Luma is known to take', async () => {
		luma();
		const most = batch.most ?? 100;
		const { error } = await go(numbers(most + 1).map(nameOf), {}, {});
		expect(error).toBeUndefined();
		expect(sent().map((rows) => rows.length)).toEqual([most, 1]);
	});

	it('for all input items by expression goes out once, and says so', async () => {
		if (single) return;
		luma();
		const { error, items, run: finished } = await run(given(3), { items: numbers(4).map(() => ({ list: numbers(3).map(nameOf) })), after: false });
		expect(error).toBeUndefined();
		expect(sent()).toEqual([[0, 1, 2]]);
		expect(statuses(items)).toEqual([...Array<string>(3).fill(batch.taken), ...Array<string>(3).fill('duplicate')]);
		expect(from(items)).toEqual([0, 0, 0, 1, 2, 3]);
		expect(finished.data.resultData.runData.Luma[0].hints).toMatchObject([{ message: expect.stringMatching(/^4 input items returned the same list, .*Execute Once/) as string }]);
	});

	it('Retry On Fail: a batch that was taken is not sent again, one that was refused is', async () => {
		luma((_rows, nth) => (nth === 1 ? refused(403) : undefined));
		const { error, items } = await go(numbers(12).map(nameOf), again);
		expect(error).toBeUndefined();
		expect(sent()).toEqual([numbers(5), [5, 6, 7, 8, 9], [5, 6, 7, 8, 9], [10, 11]]);
		expect(statuses(items)).toEqual(Array(12).fill(batch.taken));
	});

	it('Retry On Fail: a batch of which nobody knows is not sent again, and says so', async () => {
		luma((_rows, nth) => (nth === 1 ? lost : undefined));
		const { error, items } = await go(numbers(12).map(nameOf), again);
		expect(items).toEqual([]);
		expect(sent()).toEqual([numbers(5), [5, 6, 7, 8, 9]]);
		expect(error?.description).toContain('Luma may have made the change anyway');
		expect(error?.description).toContain(`5 ${batch.taken}, 5 unknown, 2 not sent`);
	});

	it('Retry On Fail and an error output: what is unknown leaves there with what to do, and the others go out once', async () => {
		luma((rows) => (rows.includes(0) ? lost : undefined));
		const { error, items, errors } = await go(numbers(12).map(nameOf), { onError: 'continueErrorOutput', ...again });
		expect(error).toBeUndefined();
		expect(sent()).toEqual([numbers(5), [5, 6, 7, 8, 9], [10, 11]]);
		expect(items).toHaveLength(7);
		expect(errors).toHaveLength(5);
		for (const { json } of errors) {
			expect(Object.keys(json).sort()).toEqual(['error', single ? 'ref' : 'list', 'message', 'n'].sort());
			expect(json.message).toMatchObject({ status: 'unknown', uncertain: true, http_status: 502, advice: expect.stringContaining('Check in Luma') as string });
		}
	});

	it.each([400, 409, 413, 422])('%i for one of ten fails that one alone', async (status) => {
		luma((rows) => (rows.includes(6) ? refused(status) : undefined));
		const { error, items, errors } = await go(numbers(10).map(nameOf), { onError: 'continueErrorOutput' }, { batchSize: 10 });
		expect(error).toBeUndefined();
		expect(statuses(items)).toEqual(Array(9).fill(batch.taken));
		expect(errors.map(({ json }) => [json.error, (json.message as IDataObject).http_status])).toEqual([['No', status]]);
		expect(from(errors)).toEqual([single ? 6 : 0]);
		for (const n of numbers(10).filter((one) => one !== 6)) expect(sent().filter((rows) => rows.includes(n) && !rows.includes(6))).toHaveLength(1);
	});

	it('one that is bad means that nothing is sent, with Batching too', async () => {
		const bad = batch.by === 'event_id' ? 'tkt-1' : 'nobody@';
		const { error, items } = await run({ ...given(2), requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 70 } } } }, { items: single ? [nameOf(0), nameOf(1), bad].map((ref) => ({ ref })) : [{ list: [nameOf(0), nameOf(2)] }, { list: [nameOf(1), bad] }] });
		expect({ requests, received, items }).toEqual({ requests: [], received: [], items: [] });
		expect(error?.message).toContain(bad);
		expect(error?.context.itemIndex).toBe(single ? 2 : 1);
	});
});
