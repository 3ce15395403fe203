/** On Error: one error item for each input item that failed, linked to it, and the others go on. */
import { sleep, type IDataObject, type INode, type INodeExecutionData } from 'n8n-workflow';
import { execute, lumaOf, nodeOf, requests, run, sourceOf, typeOf } from '../../../engine';
import nock from '../../../nock';
import { byId } from '../../../operations/parts/case';
import { answer, received, useLuma, type Sent } from '../support/luma';

useLuma();

type OnError = NonNullable<INode['onError']>;

const five = Array.from({ length: 5 }, () => ({}));
const read = { resource: 'guest', operation: 'get', eventId: byId('evt-1'), guestId: byId('={{ "gst-" + $json.n }}') };
const write = { ...read, operation: 'updateStatus' };

/** Guests of which Luma does not have some. */
function guests(missing: number[], method: 'GET' | 'POST', path: string, times: number) {
	const guest = ({ query, body }: Sent) => (query?.id ?? (body as IDataObject).guest_id) as string;
	for (let item = 0; item < times; item += 1) {
		// Reads go out several at a time, but each item asks once.
		answer(method, path, missing.includes(item) ? { status: 404, body: (sent: Sent) => ({ message: `There is no ${guest(sent)}`, code: null }) } : { body: (sent: Sent) => ({ id: guest(sent) }) });
	}
}

const messages = (items: INodeExecutionData[]) => items.map(({ json }) => json.error);
const origins = (items: INodeExecutionData[]) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

describe.each<[string, number[]]>([
	['the first', [0]],
	['a middle one', [2]],
	['the last', [4]],
	['several', [1, 2, 4]],
	['all', [0, 1, 2, 3, 4]],
])('%s of five fails', (_what, missing) => {
	const good = [0, 1, 2, 3, 4].filter((item) => !missing.includes(item));

	it.each<[string, typeof read, 'GET' | 'POST', string]>([
		['read', read, 'GET', '/v1/events/guests/get'],
		['written', write, 'POST', '/v1/events/guests/update-status'],
	])('Continue, when %s', async (_kind, parameters, method, path) => {
		guests(missing, method, path, 5);
		const { items, linked, error } = await run(parameters, { items: five, node: { onError: 'continueRegularOutput' } });
		expect(error).toBeUndefined();
		expect(received).toHaveLength(5);
		expect(origins(items)).toEqual([0, 1, 2, 3, 4]);
		expect(linked).toEqual([0, 1, 2, 3, 4]);
		expect(messages(items)).toEqual([0, 1, 2, 3, 4].map((item) => (missing.includes(item) ? `There is no gst-${item}` : undefined)));
	});

	it.each<[string, typeof read, 'GET' | 'POST', string]>([
		['read', read, 'GET', '/v1/events/guests/get'],
		['written', write, 'POST', '/v1/events/guests/update-status'],
	])('Continue (using error output), when %s', async (_kind, parameters, method, path) => {
		guests(missing, method, path, 5);
		const { items, errors, linked, error } = await run(parameters, { items: five, node: { onError: 'continueErrorOutput' } });
		expect(error).toBeUndefined();
		expect(origins(items)).toEqual(good);
		expect(linked).toEqual(good);
		expect(origins(errors)).toEqual(missing);
		expect(messages(errors)).toEqual(missing.map((item) => `There is no gst-${item}`));
	});

	it('Stop, when read: nothing is said of what was completed, since nothing was changed', async () => {
		for (let item = 0; item < 5; item += 1) answer('GET', '/v1/events/guests/get', { status: 403, body: { message: 'No', code: null } });
		const { error } = await run(read, { items: five });
		nock.cleanAll();
		expect(error!.description).not.toContain('completed before this one');
	});

	it('Stop, when written: the ones before it are done, none after it is started', async () => {
		guests([missing[0]], 'POST', '/v1/events/guests/update-status', missing[0] + 1);
		const { items, error } = await run(write, { items: five });
		expect(items).toEqual([]);
		expect(received).toHaveLength(missing[0] + 1);
		expect(error).toMatchObject({ message: `There is no gst-${missing[0]}`, context: { itemIndex: missing[0] } });
		expect(error!.description).toContain(`${missing[0]} of 5 items were completed before this one`);
	});
});

describe('a field that is bad for one item of three', () => {
	const three = [{ start: '2027-06-15T09:00' }, { start: 'next week' }, { start: '2027-06-16T09:00' }];
	const create = { resource: 'event', operation: 'create', eventName: 'Summer Conference', startAt: '={{ $json.start }}', timezone: 'UTC', options: { returnIdOnly: true } };

	it('Stop: nothing at all is sent', async () => {
		const { error, items } = await run(create, { items: three });
		expect(requests).toEqual([]);
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: 'Start: "next week" is not a date', context: { itemIndex: 1 } });
	});

	it.each<OnError>(['continueRegularOutput', 'continueErrorOutput'])('%s: the others are sent', async (onError) => {
		answer('POST', '/v1/events/create', { body: { id: 'evt-1' } }, 2);
		const { items, errors } = await run(create, { items: three, node: { onError } });
		const failed = onError === 'continueErrorOutput' ? errors : items.filter(({ json }) => json.error);
		expect(messages(failed)).toEqual(['Start: "next week" is not a date']);
		expect(origins(failed)).toEqual([1]);
		expect(items).toHaveLength(onError === 'continueErrorOutput' ? 2 : 3);
	});
});

describe('an expression that fails for one item of three', () => {
	const three = [{}, {}, {}];
	const missing = { ...write, guestStatus: '={{ $json.n === 1 ? $json.missing.deep : "approved" }}' };
	const throwing = { ...write, guestStatus: '={{ $json.n === 1 ? $("Nowhere").item.json.status : "approved" }}' };

	it.each([
		['gives nothing', missing, 'Status is required'],
		['throws', throwing, "Referenced node doesn't exist"],
	])('%s. Stop: nothing at all is sent', async (_what, parameters, message) => {
		const { error } = await run(parameters, { items: three });
		// n8n ends the run without waiting for the other items, which must not send anything afterwards either.
		await sleep(50);
		expect(requests).toEqual([]);
		expect(error).toMatchObject({ message, context: { itemIndex: 1 } });
	});

	it.each([
		['gives nothing', missing, 'Status is required'],
		['throws', throwing, "Referenced node doesn't exist"],
	])('%s. Continue: the others are sent', async (_what, parameters, message) => {
		answer('POST', '/v1/events/guests/update-status', {}, 2);
		const { items, linked } = await run(parameters, { items: three, node: { onError: 'continueRegularOutput' } });
		expect(received.map(({ body }) => (body as IDataObject).guest_id)).toEqual(['gst-0', 'gst-2']);
		expect(messages(items)).toEqual([undefined, message, undefined]);
		expect(linked).toEqual([0, 1, 2]);
	});

	it.each([
		['gives nothing', missing, 'Status is required'],
		['throws', throwing, "Referenced node doesn't exist"],
	])('%s. Error output: the others are sent', async (_what, parameters, message) => {
		answer('POST', '/v1/events/guests/update-status', {}, 2);
		const { items, errors } = await run(parameters, { items: three, node: { onError: 'continueErrorOutput' } });
		expect(origins(items)).toEqual([0, 2]);
		expect(messages(errors)).toEqual([message]);
		// What throws is caught by n8n's routing before the node hears of it, and n8n links that item to none.
		if (parameters === missing) expect(origins(errors)).toEqual([1]);
	});
});


it('behind a node whose items have no links, such as a Code node, each goes to its output, with its fields', async () => {
	guests([1], 'POST', '/v1/events/guests/update-status', 2);
	const code = typeOf('code', ['main'], async () => await Promise.resolve([[0, 1].map((n) => ({ json: { n, note: `Row ${n}` } }))]));
	const { data } = await execute({
		nodes: [nodeOf('Source', 'source'), nodeOf('Code', 'code'), lumaOf('Luma', write, { onError: 'continueErrorOutput' })],
		connections: { Source: { main: [[{ node: 'Code', type: 'main', index: 0 }]] }, Code: { main: [[{ node: 'Luma', type: 'main', index: 0 }]] } },
		types: { source: sourceOf(five), code },
	});
	const [good, failed] = data.resultData.runData.Luma[0].data!.main.map((items) => items!.map(({ json }) => json));
	expect(good.map(({ guest_id }) => guest_id)).toEqual(['gst-0']);
	expect(failed).toEqual([expect.objectContaining({ n: 1, note: 'Row 1', error: 'There is no gst-1' })]);
});

it.each<OnError>(['continueRegularOutput', 'continueErrorOutput'])('a list that breaks, %s: its item has the cursor to go on from', async (onError) => {
	const list = { resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), returnAll: true };
	for (const n of [1, 2, 3]) answer('GET', '/v1/events/guests/list', { body: { entries: [{ id: `gst-${n}` }], has_more: true, next_cursor: `c${n}` } });
	answer('GET', '/v1/events/guests/list', { status: 400, body: { message: 'No', code: null } });
	const { json, errors } = await run(list, { node: { onError } });
	const [failed] = onError === 'continueErrorOutput' ? errors.map((item) => item.json) : json;
	expect(onError === 'continueErrorOutput' ? failed.message : failed).toMatchObject({ status: 'error', cursor: 'c3', advice: expect.stringContaining('3 items were already read') as string });
});

it.each(['public-api.luma.com', 'https://', 'http://luma.invalid'])('the Base URL %j, which leads nowhere, is said on the error output', async (baseUrl) => {
	const { items, errors, error } = await run(read, { credentials: { baseUrl }, node: { onError: 'continueErrorOutput' } });
	expect(error).toBeUndefined();
	expect([items, origins(errors)]).toEqual([[], [0]]);
	expect(errors[0].json).toMatchObject({ n: 0, error: expect.stringContaining('The connection to Luma failed') as string });
});
