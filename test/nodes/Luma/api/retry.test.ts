import nock from '../../../nock';
import { logged, run } from '../../../engine';
import type { Fault } from '../../../simulator';
import { approve, conference, guests, on, oneGuest, passTime, people, restoreTime, simulate, stopSimulators, waits } from './support';

beforeEach(passTime);
afterEach(async () => {
	restoreTime();
	nock.cleanAll();
	await stopSimulators();
});

// Loading it already stands in the way of the connections of whatever runs next in this process.
afterAll(() => nock.restore());

const statuses: Fault[] = [429, 500, 502, 503, 504].map((status) => ({ status }));
const connections: Fault[] = [{ kind: 'reset' }, { kind: 'resetAfterHandling' }];
const faults = [...statuses, ...connections].map((fault): [string, Fault] => [fault.kind ?? String(fault.status), fault]);
const shortTimeout = { requestOptions: { timeout: 1000 } };

describe.each(faults)('%s', (_, fault) => {
	test.each([['first', 0], ['a middle', 6], ['the last', 12]])('on %s page costs nothing but a moment', async (_page, skip) => {
		const luma = await simulate();
		luma.fail({ ...fault, skip });
		const { json, error } = await on(luma, guests({ returnAll: true }));
		expect(error).toBeUndefined();
		expect(new Set(json.map(({ id }) => id)).size).toBe(1234);
		expect(luma.requests).toHaveLength(14);
		expect(waits).toHaveLength(1);
	});
});

test.each([['first', 0], ['a middle', 6], ['the last', 12]])('an answer that never comes on %s page is asked for again', async (_page, skip) => {
	const luma = await simulate();
	luma.fail({ kind: 'timeout', skip });
	const { json } = await on(luma, guests({ returnAll: true, ...shortTimeout }));
	expect(new Set(json.map(({ id }) => id)).size).toBe(1234);
	expect(luma.requests).toHaveLength(14);
});

test.each([0, 1, 2])('a connection that is refused before page %i is made again', async (skip) => {
	const page = (n: number) => {
		const scope = nock('https://public-api.luma.com');
		const query = { event_id: conference, pagination_limit: '100', ...(n > 0 && { pagination_cursor: `c${n}` }) };
		if (n === skip) scope.get('/v1/events/guests/list').query(query).replyWithError(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
		scope.get('/v1/events/guests/list').query(query).reply(200, { entries: [{ id: `gst-${n}` }], has_more: n < 2, next_cursor: n < 2 ? `c${n + 1}` : undefined });
	};
	[0, 1, 2].forEach(page);
	const { json, error } = await run({ eventId: { __rl: true, mode: 'id', value: conference }, ...guests({ returnAll: true }) });
	expect(error).toBeUndefined();
	expect(json).toEqual([{ id: 'gst-0' }, { id: 'gst-1' }, { id: 'gst-2' }]);
	expect(waits).toEqual([500]);
	expect(nock.isDone()).toBe(true);
});

test('a read is tried four times, with waits that grow', async () => {
	const luma = await simulate();
	luma.fail({ status: 503, message: 'Down for a while', times: Infinity });
	const { error } = await on(luma, oneGuest, { items: people(1) });
	expect(error).toMatchObject({ message: 'Down for a while', httpCode: '503' });
	expect(error?.description).toContain('The node tried 4 times.');
	expect(luma.requests).toHaveLength(4);
	expect(waits).toEqual([500, 1000, 2000]);
});

test('Max Tries says how often', async () => {
	const luma = await simulate();
	luma.fail({ kind: 'reset', times: Infinity });
	const { error } = await on(luma, { ...oneGuest, options: { maxTries: 2 } }, { items: people(1) });
	expect(error?.message).toBe('The connection to Luma failed (ECONNRESET)');
	expect(luma.requests).toHaveLength(2);
	await on(luma, { ...oneGuest, options: { maxTries: 1 } }, { items: people(1) });
	expect(luma.requests).toHaveLength(3);
});

test('a refusal for the rate limit is not counted as a try', async () => {
	const luma = await simulate();
	luma.fail({ status: 429, retryAfter: 1 });
	luma.fail({ status: 503 });
	const { json, error } = await on(luma, { ...oneGuest, options: { maxTries: 2 } }, { items: people(1) });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(1);
	expect(luma.requests.map(({ status }) => status)).toEqual([429, 503, 200]);
});

test('without an answer a request ends after the time that n8n\'s Request Options allow', async () => {
	const luma = await simulate();
	luma.fail({ kind: 'timeout', times: Infinity });
	const { error } = await on(luma, { ...oneGuest, ...shortTimeout, options: { maxTries: 1 } }, { items: people(1) });
	expect(error?.message).toBe("Luma didn't respond within 1 second");
});

test('an address where nobody listens is tried again, for reads and writes alike', async () => {
	const luma = await simulate();
	await luma.close();
	for (const operation of [oneGuest, approve]) {
		waits.length = 0;
		const { error } = await on(luma, operation, { items: people(1) });
		expect(error?.message).toBe('The connection to Luma failed (ECONNREFUSED)');
		expect(error?.description).not.toContain('may have done');
		expect(waits).toHaveLength(3);
	}
});

describe('a write', () => {
	const mails = async (fault: Fault, parameters = {}) => {
		const luma = await simulate();
		luma.fail(fault);
		const guest = { guest: [{ email: 'new@example.com' }] };
		const result = await on(luma, { resource: 'guest', operation: 'add', guests: guest, ...parameters });
		const mailed = luma.guests(conference).filter(({ user_email }) => user_email === 'new@example.com').reduce((sum, { mails: count }) => sum + count, 0);
		return { ...result, mailed, requests: luma.requests.length };
	};

	test('goes again after a 429, since nothing happened', async () => {
		const { error, mailed, requests } = await mails({ status: 429, retryAfter: 60 });
		expect({ error, mailed, requests }).toEqual({ error: undefined, mailed: 1, requests: 2 });
		expect(waits[0]).toBeGreaterThanOrEqual(60_000);
	});

	test.each<[string, Fault, object]>([
		['500', { status: 500, handled: true }, {}],
		['502', { status: 502, handled: true }, {}],
		['503', { status: 503, handled: true }, {}],
		['504', { status: 504, handled: true }, {}],
		['a reset', { kind: 'resetAfterHandling' }, {}],
		['no answer', { kind: 'timeout', handled: true }, shortTimeout],
		['a web page', { kind: 'html', handled: true }, {}],
		['an answer cut off', { kind: 'cutOff', handled: true }, {}],
		['an empty answer', { kind: 'empty', handled: true }, {}],
	])('never goes again after %s, and the error says that Luma may have done it', async (_, fault, parameters) => {
		const { error, mailed, requests } = await mails(fault, parameters);
		expect({ mailed, requests }).toEqual({ mailed: 1, requests: 1 });
		expect(error?.description).toContain("Luma may have made the change anyway. The node didn't send the request again.");
		expect(waits).toEqual([]);
	});

	test('that Luma refused has certainly not happened', async () => {
		const { error, mailed } = await mails({ status: 400, message: 'No' });
		expect(error?.message).toBe('No');
		expect(error?.description).not.toContain('may have done');
		expect(mailed).toBe(0);
	});
});

test('the log says what was tried again, without the key and without a guest', async () => {
	const luma = await simulate();
	luma.fail({ status: 503 });
	luma.fail({ status: 429, retryAfter: 60, skip: 1 });
	await on(luma, oneGuest, { items: people(2) });
	const lines = logged.filter((line) => line.includes('Luma: '));
	expect(lines).toEqual(expect.arrayContaining([
		expect.stringContaining('GET /v1/events/guests/get got HTTP 503; try 2 of 4 in 500 ms'),
		expect.stringContaining('GET /v1/events/guests/get was refused by the rate limit and will be sent again after the block'),
		expect.stringContaining('GET /v1/events/guests/get waits 61 s for the rate limit'),
	]));
	expect(lines.join()).not.toMatch(/luma-simulator|@example|guest1/);
});
