/** The settings that every node has in n8n, for every operation: what goes out, what comes out, and nothing twice. */
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { requests, run, type Options } from '../../../engine';
import { byLink } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { received, useLuma, waits, type Sent } from '../support/luma';
import { from, plain } from './support';

useLuma();

const three = [0, 1, 2].map((n) => ({ name: `Row ${n}` }));

describe.each(operations)('%s %s', (resource, operation) => {
	const { varied, differs, writes, changes, steps, shared, perItem, luma, asked, askedFor } = plain(resource, operation);

	const go = async (more: INodeParameters = {}, node: Partial<INode> = {}, options: Options = {}) => await run({ ...varied, ...more, options: { ...(varied.options as INodeParameters), ...(more.options as INodeParameters) } }, { items: three, node, ...options });
	const each = (...numbers: number[]) => numbers.flatMap((n) => Array<number>(perItem).fill(n));

	it('three items: each is done once, in order where it writes, and linked', async () => {
		luma();
		const { error, items, linked } = await go();
		expect(error).toBeUndefined();
		expect(received).toHaveLength(3 * steps + shared);
		if (differs) expect(askedFor().sort()).toEqual(['0', '1', '2']);
		if (differs && writes) expect(askedFor()).toEqual(['0', '1', '2']);
		expect(from(items)).toEqual(each(0, 1, 2));
		expect(linked).toEqual(each(0, 1, 2));
	});

	it('Execute Once: the first item alone', async () => {
		luma();
		const { error, items, linked } = await go({}, { executeOnce: true });
		expect(error).toBeUndefined();
		expect(received).toHaveLength(steps + shared);
		if (differs) expect(asked()[0]).toMatch(/~0[@"]/);
		expect(from(items)).toEqual(each(0));
		expect(linked).toEqual(each(0));
	});

	const bad = { options: { maxTries: '={{ $json.n === 1 ? 0 : 4 }}' } };
	const wrong = 'Max Tries: 0 is not a whole number of 1 or more';

	it.each([undefined, { batching: { batch: { batchSize: 1, batchInterval: 60 } } }])('one bad item stops all, with Batching %j', async (requestOptions) => {
		const { error, items } = await go({ ...bad, ...(requestOptions && { requestOptions }) });
		expect({ requests, received, items }).toEqual({ requests: [], received: [], items: [] });
		expect(error).toMatchObject({ message: wrong, context: { itemIndex: 1 }, description: expect.stringContaining('Nothing was sent.') as string });
	});

	it('one bad item stops all, before an event is looked up by its URL', async () => {
		if (!('eventId' in varied)) return;
		const { error } = await go({ ...bad, eventId: byLink('https://luma.com/summer-conference') });
		expect({ requests, received }).toEqual({ requests: [], received: [] });
		expect(error?.message).toBe(wrong);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)('one bad item, %s: the others are done, and it keeps the fields of its input', async (onError) => {
		luma();
		const { error, items, errors, linked } = await go(bad, { onError });
		expect(error).toBeUndefined();
		expect(received).toHaveLength(2 * steps + shared);
		const failed = onError === 'continueErrorOutput' ? errors : items.filter(({ json }) => json.error);
		expect(failed).toHaveLength(1);
		expect(failed[0].json).toMatchObject({ n: 1, name: 'Row 1', error: wrong });
		expect(onError === 'continueErrorOutput' ? failed[0].json.message : failed[0].json).toMatchObject({ status: 'error' });
		expect(from(failed)).toEqual([1]);
		expect(linked).toEqual(onError === 'continueErrorOutput' ? each(0, 2) : [...each(0), 1, ...each(2)]);
	});

	const unreadable = "={{ $('Nowhere').item.json.n }}";
	const batch = (batchSize: string) => ({ requestOptions: { batching: { batch: { batchSize, batchInterval: 70 } } } });

	// n8n hands on the input, as if all were well, where a node fails as a whole.
	describe.each(['continueRegularOutput', 'continueErrorOutput'] as const)('%s: each item says so', (onError) => {
		it.each<[string, INodeParameters, Options]>([
			['a Batching that is none', batch('={{ "some" }}'), {}],
			['a Batching that n8n cannot evaluate', batch(unreadable), {}],
			['a Timeout that n8n cannot evaluate', { requestOptions: { timeout: unreadable } }, {}],
			['a proxy that is none', { requestOptions: { proxy: 'nowhere' } }, {}],
			['a Max Tries that n8n cannot evaluate', { options: { maxTries: unreadable } }, {}],
			['Batch Size that is none', { options: { batchSize: 'many' } }, {}],
			['no credential', {}, { node: { credentials: undefined } }],
		])('%s', async (what, more, { node }) => {
			if (what.startsWith('Batch Size') && !fieldsOf(resource, operation).some(({ options = [] }) => options.some(({ name }) => name === 'batchSize'))) return;
			const { error, items, errors } = await go(more, { onError, ...node });
			expect({ error, requests, received }).toEqual({ error: undefined, requests: [], received: [] });
			const failed = onError === 'continueErrorOutput' ? errors : items;
			expect(failed.map(({ json }) => json)).toEqual([0, 1, 2].map((n) => expect.objectContaining({ n, error: expect.any(String) as string }) as unknown));
			expect(from(failed)).toEqual([0, 1, 2]);
		});

		it.each<[string, INodeParameters]>([
			['Batching', batch('={{ $json.n === 0 ? "some" : 2 }}')],
			['Batching', batch(`={{ $json.n === 0 ? $('Nowhere').item.json.n : 2 }}`)],
			['Batch Size', { options: { batchSize: '={{ $json.n === 0 ? 0 : 1 }}' } }],
		])('%s that is bad in the first item: the others are done', async (what, more) => {
			if (what === 'Batch Size' && !fieldsOf(resource, operation).some(({ options = [] }) => options.some(({ name }) => name === 'batchSize'))) return;
			luma();
			const { error, items, errors } = await go(more, { onError });
			expect(error).toBeUndefined();
			expect(received).toHaveLength(2 * steps + shared);
			const failed = onError === 'continueErrorOutput' ? errors : items.filter(({ json }) => json.error);
			expect(from(failed)).toEqual([0]);
			expect(from(items.filter(({ json }) => !json.error))).toEqual(each(1, 2));
		});
	});

	const refusal = { status: 403, body: { message: 'Not now', code: null } };
	/** Whether a request is that of an item; where items do not differ, the first requests are those of the first items. */
	const isOf = (n: number, nth: number, sent: Sent) => (differs ? new RegExp(`~${n}[@"]`).test(JSON.stringify(sent)) : nth === n);
	const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	it('Retry On Fail: what is done is not sent again, and what was refused is', async () => {
		let refused = 0;
		luma((nth, sent) => (isOf(1, nth, sent) && refused++ === 0 ? refusal : undefined));
		const { error, items } = await go({}, again);
		expect(error).toBeUndefined();
		expect(from(items)).toEqual(each(0, 1, 2));
		if (!writes) return;
		expect(asked()).toHaveLength(4);
		if (!differs) return;
		const counts = new Map<string, number>();
		for (const one of asked()) counts.set(one, (counts.get(one) ?? 0) + 1);
		expect([...counts].map(([one, count]) => [/~(\d)[@"]/.exec(one)?.[1], count])).toEqual([['0', 1], ['1', 2], ['2', 1]]);
	});

	const lost = { status: 502, body: { message: 'Internal error', code: null } };

	it('Retry On Fail: what may have been done is not sent again, and says so', async () => {
		if (!changes) return;
		luma((nth, sent) => (isOf(1, nth, sent) ? lost : undefined));
		const { error, items } = await go({}, again);
		expect(items).toEqual([]);
		expect(asked()).toHaveLength(2);
		expect(error?.description).toContain("Luma may have made the change anyway. The node didn't send the request again.");
		// Not at once, and not in a few minutes: after a look at Luma.
		expect(error?.description?.match(/run the node again/gi)).toEqual(['run the node again']);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)('an answer that is lost, %s: the item says that Luma may have done it', async (onError) => {
		if (!changes) return;
		luma((nth, sent) => (isOf(1, nth, sent) ? lost : undefined));
		const { items, errors } = await go({}, { onError, ...again });
		expect(asked()).toHaveLength(3);
		const failed = onError === 'continueErrorOutput' ? errors : items.filter(({ json }) => json.error);
		expect(failed).toHaveLength(1);
		// n8n up to 2.35 takes an item for the error output only when it has nothing else than these two, beside the input's fields.
		if (onError === 'continueErrorOutput') expect(Object.keys(failed[0].json).sort()).toEqual(['error', 'message', 'n', 'name']);
		const details = (onError === 'continueErrorOutput' ? failed[0].json.message : failed[0].json) as IDataObject;
		expect(failed[0].json).toMatchObject({ n: 1, name: 'Row 1', error: expect.stringContaining('Internal error') as string });
		expect(details).toMatchObject({ status: 'unknown', uncertain: true, http_status: 502, advice: expect.stringContaining('Luma may have made the change') as string });
	});

	it('Retry On Fail with Continue, where the first item fails: the others are not done again', async () => {
		if (!writes) return;
		let refused = 0;
		luma((nth, sent) => (isOf(0, nth, sent) && refused++ === 0 ? refusal : undefined));
		const { items, error } = await go({}, { onError: 'continueRegularOutput', ...again });
		expect(error).toBeUndefined();
		expect(items.filter(({ json }) => json.error)).toEqual([]);
		expect(asked()).toHaveLength(4);
		if (differs) expect(askedFor()).toEqual(['0', '1', '2', '0']);
	});

	it('Batching: a pause after every two items', async () => {
		luma();
		const { error, items } = await go({ requestOptions: { batching: { batch: { batchSize: 2, batchInterval: 70 } } } });
		expect(error).toBeUndefined();
		expect(from(items)).toEqual(each(0, 1, 2));
		expect(waits).toEqual([70]);
	});

	it.each([
		[-1, []],
		[0, [70, 70]],
		['={{ "2" }}', [70]],
	])('Batching: of %j items, as its field says', async (batchSize, pauses) => {
		luma();
		const { error, items } = await go({ requestOptions: { batching: { batch: { batchSize, batchInterval: 70 } } } });
		expect(error).toBeUndefined();
		expect(from(items)).toEqual(each(0, 1, 2));
		// The guests of three items whose events differ are three requests too.
		expect(waits).toEqual(pauses);
	});

	it('Batching without a pause: nothing is waited for', async () => {
		luma();
		const { error } = await go({ requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 0 } } } });
		expect(error).toBeUndefined();
		expect(waits).toEqual([]);
	});

	it.each([{ batchSize: 1.5 }, { batchSize: '={{ "some" }}' }, { batchInterval: '={{ "long" }}' }])('Batching: %j is refused before anything is sent', async (batch) => {
		const { error, items } = await go({ requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 70, ...batch } } } });
		expect({ requests, received, items }).toEqual({ requests: [], received: [], items: [] });
		expect(error?.message).toMatch(/is not a whole number/);
	});

	it('two executions at once: each has all its items', async () => {
		luma();
		const both = await Promise.all([go(), go()]);
		for (const { error, items } of both) {
			expect(error).toBeUndefined();
			expect(from(items)).toEqual(each(0, 1, 2));
		}
		expect(received).toHaveLength(6 * steps + 2 * shared);
	});
});
