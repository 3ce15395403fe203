/** How a request is handed to n8n's helper, and what the settings of `send` are told. */
import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse, INode } from 'n8n-workflow';
import { baseUrlOf } from '../../../../nodes/Luma/api/baseUrl';
import { call } from '../../../../nodes/Luma/api/call';
import { clock } from '../../../../nodes/Luma/api/clock';
import { Pacer, TooLong } from '../../../../nodes/Luma/api/pace';
import { keyOf, send, type Context } from '../../../../nodes/Luma/api/send';

const real = { ...clock };
let passed = 0;
beforeEach(() => {
	passed = 0;
	const start = Date.now();
	clock.now = () => start + passed;
	clock.wait = async (milliseconds) => await Promise.resolve(void (passed += milliseconds));
	clock.random = () => 0.5;
});
afterEach(() => {
	Object.assign(clock, real);
	jest.restoreAllMocks();
});

/** Each test has a key of its own, so that none waits for another. */
let keys = 0;

/** A context whose helper gives these answers one after the other; the last one stays. */
function luma(...answers: Array<Partial<IN8nHttpFullResponse> | Error>) {
	const sent: IHttpRequestOptions[] = [];
	const logged: string[] = [];
	const apiKey = `key ${(keys += 1)}`;
	const context = {
		getCredentials: jest.fn(async () => await Promise.resolve({ apiKey: ` ${apiKey}\n`, baseUrl: ' https://luma.example// ' })),
		getNode: () => ({ name: 'Luma', type: 'luma' }) as INode,
		logger: { info: (line: string) => void logged.push(line) },
		helpers: {
			async httpRequestWithAuthentication(type: string, options: IHttpRequestOptions) {
				expect(type).toBe('lumaApi');
				sent.push({ ...options, headers: { ...options.headers } });
				options.headers!['x-luma-api-key'] = apiKey;
				const answer = answers.length > 1 ? answers.shift()! : answers[0];
				if (answer instanceof Error) throw answer;
				return await Promise.resolve({ statusCode: 200, headers: {}, body: {}, ...answer });
			},
		},
	};
	return { context: context as unknown as Context & typeof context, sent, logged, apiKey };
}

const get: IHttpRequestOptions = { method: 'GET', url: '/v1/events/get', baseURL: 'https://luma.example' };
const down = { statusCode: 503, body: { message: 'Down' } };
const blocked = { statusCode: 429, headers: { 'retry-after': '60' }, body: {} };

test.each([
	[false, "The node didn't send the request again. Check in Luma before you run the node again. Luma is temporarily unavailable."],
	[true, 'Making it again does no harm. Luma is temporarily unavailable. The node tried 4 times.'],
])('says of a write that may have happened what is true of it (repeatable: %s)', async (repeatable, words) => {
	const { context } = luma(down);
	const failed = send(context, { method: 'POST', url: '/v1/webhooks/delete', baseURL: 'https://luma.example', body: { id: 'wh-1' } }, { tries: 4, maxWait: 0, repeatable });
	await expect(failed).rejects.toMatchObject({ description: `Luma may have made the change anyway. ${words}` });
});

test.each([
	[undefined, 60_000],
	[0, 60_000],
	[1, 1],
	[250, 250],
	[60_000, 60_000],
	[300_000, 300_000],
	[600_000, 600_000],
])('a timeout of %p is one of %i ms', async (timeout, milliseconds) => {
	const { context, sent } = luma({});
	await send(context, { ...get, timeout });
	expect(sent[0].timeout).toBe(milliseconds);
});

test('a request follows no redirect, takes every status as an answer, and repeats what is several', async () => {
	const { context, sent } = luma({});
	const headers = { 'x-own': '1' };
	await send(context, { ...get, qs: { a: [1, 2] }, headers, proxy: 'http://proxy' as never });
	expect(sent).toEqual([{ ...get, qs: { a: [1, 2] }, headers: { 'x-own': '1' }, proxy: 'http://proxy', timeout: 60_000, json: true, arrayFormat: 'repeat', disableFollowRedirect: true, returnFullResponse: true, ignoreHttpStatusErrors: true }]);
	// n8n's helper writes the key into the headers it gets.
	expect(headers).toEqual({ 'x-own': '1' });
});

test('each further try is told, a wait for the rate limit is told in milliseconds', async () => {
	const { context, sent, logged, apiKey } = luma(down, blocked, down, { body: { id: 'evt-1' } });
	const [retried, waited] = [jest.fn(), jest.fn()];
	expect(await send(context, get, { tries: 3, maxWait: 100_000, retried, waited })).toEqual({ id: 'evt-1' });
	expect(sent).toHaveLength(4);
	expect(retried).toHaveBeenCalledTimes(2);
	expect(waited.mock.calls).toEqual([[60_250]]);
	expect(passed).toBe(500 + 60_250 + 1000);
	expect(logged).toEqual([
		'Luma: GET /v1/events/get got HTTP 503; try 2 of 3 in 500 ms',
		'Luma: GET /v1/events/get was refused by the rate limit and will be sent again after the block',
		'Luma: GET /v1/events/get waits 61 s for the rate limit',
		'Luma: GET /v1/events/get got HTTP 503; try 3 of 3 in 1000 ms',
	]);
	expect(logged.join()).not.toContain(apiKey);
});

test('the last try is not told', async () => {
	const { context } = luma(down);
	const retried = jest.fn();
	await expect(send(context, get, { tries: 2, maxWait: 0, retried })).rejects.toThrow('Down');
	expect(retried).toHaveBeenCalledTimes(1);
});

test('a fault that names the key is logged without it', async () => {
	const { context, logged, apiKey } = luma(Object.assign(new Error('no'), { code: 'E?' }), {});
	jest.spyOn(context.helpers, 'httpRequestWithAuthentication').mockRejectedValueOnce(Object.assign(new Error('no'), { code: `E ${apiKey} ${apiKey}` }));
	await send(context, get, { tries: 3, maxWait: 0 });
	expect(logged[0]).toBe('Luma: GET /v1/events/get got E … …; try 2 of 3 in 500 ms');
});

test('what Max Wait allows is one sum over all waits of a request', async () => {
	const { context, sent } = luma(blocked);
	await expect(send(context, get, { tries: 4, maxWait: 130_000 })).rejects.toThrow("Luma's rate limit requires a wait of 62 seconds, but 'Max Wait on Rate Limit' allows only 130, of which 122 have already passed");
	expect(sent).toHaveLength(3);
});

test('the waits for the limit of a path count with those for the key, and by default there is time for both', async () => {
	const { context } = luma({});
	const acquire = jest.spyOn(Pacer.prototype, 'acquire').mockResolvedValueOnce(299_000).mockResolvedValueOnce(new TooLong(60_000));
	const blast: IHttpRequestOptions = { method: 'POST', url: '/v1/events/blasts/create', baseURL: 'https://luma.example' };
	await expect(send(context, blast, { tries: 1, maxWait: 300_000 })).rejects.toThrow("requires a wait of 60 seconds, but 'Max Wait on Rate Limit' allows only 300, of which 299 have already passed");
	acquire.mockReset().mockResolvedValueOnce(299_000).mockResolvedValueOnce(60_000);
	await send(context, blast);
	expect(acquire.mock.calls.map(([, { maxWait }]) => maxWait)).toEqual([600_000, 301_000]);
});

test('what a request had waited before it gave up counts too', async () => {
	const { context } = luma({});
	jest.spyOn(Pacer.prototype, 'acquire').mockResolvedValue(new TooLong(60_000, 30_000));
	await expect(send(context, get, { tries: 1, maxWait: 70_000 })).rejects.toThrow("requires a wait of 60 seconds, but 'Max Wait on Rate Limit' allows only 70, of which 30 have already passed");
});

test('a request that n8n never ends is given up half a minute after its timeout, and a write may have happened', async () => {
	const { context } = luma({});
	const [never, real] = [new Promise(() => undefined), AbortSignal.timeout.bind(AbortSignal)];
	const deadline = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => real(5));
	jest.spyOn(context.helpers, 'httpRequestWithAuthentication').mockReturnValue(never as never);
	const failed = send(context, { ...get, method: 'POST', timeout: 10_000 }, { tries: 4, maxWait: 0 });
	await expect(failed).rejects.toMatchObject({ message: "Luma didn't respond within 10 seconds", description: expect.stringContaining('Luma may have made the change anyway.') as string });
	expect(deadline.mock.calls).toEqual([[40_000]]);
});

test('one try is not counted in words', async () => {
	const { context } = luma(down);
	await expect(send(context, get, { tries: 1, maxWait: 0 })).rejects.toMatchObject({ description: expect.not.stringContaining('tried') as string });
});

test('an execution and its haste are handed to the pacer', async () => {
	const acquire = jest.spyOn(Pacer.prototype, 'acquire');
	const { context } = luma({});
	const [queue, { signal }] = [{}, new AbortController()];
	await send(context, get, { tries: 1, maxWait: 7, queue, first: true, signal });
	await send(context, { ...get, method: 'POST' });
	await send(context, { url: '/v1/events/get', baseURL: 'https://luma.example' });
	expect(acquire.mock.calls.map(([kind, { maxWait, queue: own, first, signal: cancel }]) => [kind, maxWait, own, first, cancel])).toEqual([
		['read', 7, queue, true, signal],
		['write', 300_000, undefined, undefined, undefined],
		['read', 300_000, undefined, undefined, undefined],
	]);
});

test('a call of the editor or the trigger goes first, to the address of the credential', async () => {
	const acquire = jest.spyOn(Pacer.prototype, 'acquire');
	const { context, sent } = luma({ body: { ok: true } });
	expect(await call(context, 'GET', '/v1/a', { b: 1 }, { timeout: 5 })).toEqual({ ok: true });
	await call(context, 'POST', '/v1/a', { b: 1 }, { first: false, tries: 1, maxWait: 3 });
	expect(sent).toMatchObject([
		{ method: 'GET', baseURL: 'https://luma.example', url: '/v1/a', qs: { b: 1 }, timeout: 5 },
		{ method: 'POST', baseURL: 'https://luma.example', url: '/v1/a', body: { b: 1 }, timeout: 60_000 },
	]);
	expect(acquire.mock.calls.map(([, { first, maxWait }]) => [first, maxWait])).toEqual([[true, 300_000], [false, 3]]);
});

test('the key is asked for once, or not at all where it is known', async () => {
	const { context, apiKey } = luma({});
	expect(await keyOf(context)).toBe(apiKey);
	context.getCredentials.mockClear();
	await send(context, get);
	expect(context.getCredentials).toHaveBeenCalledTimes(1);
	await send(context, get, { tries: 1, maxWait: 0, apiKey: async () => await Promise.resolve('known') });
	expect(context.getCredentials).toHaveBeenCalledTimes(1);
});

test('a request that is cancelled under way ends with the reason, without another try', async () => {
	const { context } = luma({});
	const cancelling = new AbortController();
	jest.spyOn(context.helpers, 'httpRequestWithAuthentication').mockImplementation(async () => {
		cancelling.abort(new Error('Cancelled'));
		throw await Promise.resolve(new Error('aborted'));
	});
	await expect(send(context, { ...get, method: 'POST' }, { tries: 4, maxWait: 0, signal: cancelling.signal })).rejects.toThrow('Cancelled');
	expect(context.helpers.httpRequestWithAuthentication).toHaveBeenCalledTimes(1);
});

test.each<[IDataObject, string]>([
	[{ baseUrl: 'https://luma.example' }, 'https://luma.example'],
	[{ baseUrl: ' https://luma.example/api// \n' }, 'https://luma.example/api'],
	[{ baseUrl: '' }, 'https://public-api.luma.com'],
	[{ baseUrl: null }, 'https://public-api.luma.com'],
	[{}, 'https://public-api.luma.com'],
])('the address of %j is %p', (credential, url) => {
	expect(baseUrlOf(credential)).toBe(url);
});

test.each(['', '  ', '\u200b', undefined, null])('without a key nothing is sent: %j', async (apiKey) => {
	const { context, sent } = luma({});
	context.getCredentials.mockResolvedValue({ apiKey, baseUrl: 'https://luma.example' } as never);
	await expect(send(context, { ...get, method: 'POST' })).rejects.toMatchObject({
		message: 'The credential has no API key',
		description: expect.stringMatching(/^The request wasn't sent\. Open the credential, fill in 'API Key'/) as string,
	});
	expect(sent).toEqual([]);
});
