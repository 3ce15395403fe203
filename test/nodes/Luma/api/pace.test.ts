import { clock } from '../../../../nodes/Luma/api/clock';
import { Pacer, pacerFor, TooLong } from '../../../../nodes/Luma/api/pace';
import { requests } from '../../../engine';
import { approve, guests, now, on, oneGuest, passTime, people, refusals, restoreTime, simulate, stopSimulators, waits } from './support';

beforeEach(passTime);
afterEach(async () => {
	restoreTime();
	await stopSimulators();
});

test.each([['reads', oneGuest], ['writes', approve]])('300 single %s under 100 a minute all come through, without a single 429', async (_, operation) => {
	const luma = await simulate({ rateLimit: { limit: 100 } });
	const { json, error, linked } = await on(luma, operation, { items: people(300), contract: false });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(300);
	expect(linked).toEqual(Array.from({ length: 300 }, (_unused, n) => n));
	expect(luma.requests).toHaveLength(300);
	expect(refusals(luma)).toBe(0);
	// Two full minutes have to pass; the third 100 go at once.
	expect(waits.reduce((sum, wait) => sum + wait, 0) / 120_000).toBeLessThan(1.1);
});

test('a key that others have used up costs one refusal, and all is done after the block', async () => {
	const luma = await simulate({ rateLimit: { limit: 20 } });
	for (let n = 0; n < 20; n += 1) await fetch(`${luma.url}/v1/users/get-self`, { headers: { 'x-luma-api-key': 'luma-simulator-calendar-key' } });
	const { json } = await on(luma, oneGuest, { items: people(30) });
	expect(json).toHaveLength(30);
	expect(refusals(luma)).toBe(1);
	expect(waits[0]).toBeGreaterThanOrEqual(60_000);
});

test('requests of others on the same key in the middle of a run lose nothing', async () => {
	const luma = await simulate({ rateLimit: { limit: 50 } });
	const other = async () => await fetch(`${luma.url}/v1/users/get-self`, { headers: { 'x-luma-api-key': 'luma-simulator-calendar-key' } });
	const [{ json }] = await Promise.all([on(luma, oneGuest, { items: people(120) }), ...Array.from({ length: 30 }, other)]);
	expect(json).toHaveLength(120);
});

test.each([
	['a date', () => new Date(now() + 90_000).toUTCString(), 89_000],
	['nothing', () => '', 60_000],
])('Retry-After may be %s', async (_, retryAfter, atLeast) => {
	const luma = await simulate();
	luma.fail({ status: 429, retryAfter: retryAfter() });
	const { json } = await on(luma, oneGuest, { items: people(1) });
	expect(json).toHaveLength(1);
	expect(waits).toHaveLength(1);
	expect(waits[0]).toBeGreaterThanOrEqual(atLeast);
});

describe('Max Wait on Rate Limit', () => {
	test('ends a wait that would be longer, at once and clearly', async () => {
		const luma = await simulate();
		luma.fail({ status: 429, retryAfter: 600 });
		const { error } = await on(luma, oneGuest, { items: people(1) });
		expect(error).toMatchObject({ message: "Luma's rate limit requires a wait of 601 seconds, but 'Max Wait on Rate Limit' allows only 300", httpCode: '429' });
		expect(error?.description).toContain("Increase 'Max Wait on Rate Limit' under 'Options'");
		expect(waits).toEqual([]);
	});

	test('adds up the waits of one request', async () => {
		const luma = await simulate();
		luma.fail({ status: 429, retryAfter: 60, times: Infinity });
		const { error } = await on(luma, { ...oneGuest, options: { maxWait: 150 } }, { items: people(1) });
		expect(error?.message).toMatch(/wait of 6\d seconds, but 'Max Wait on Rate Limit' allows only 150, of which 12\d have already passed/);
		expect(luma.requests).toHaveLength(3);
	});

	test('of a request that was refused late in a long run does not count its own run: 1,300 reads, one 429 at 1,250', async () => {
		const luma = await simulate({ rateLimit: { limit: 200 } });
		luma.fail({ status: 429, retryAfter: 60, skip: 1250 });
		const { json, error } = await on(luma, oneGuest, { items: [...people(1234), ...people(66)], contract: false, after: false });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1300);
		expect(refusals(luma)).toBe(1);
	});

	test('does not count the waits between tries', async () => {
		const luma = await simulate();
		luma.fail({ status: 503, times: 3 });
		const { json } = await on(luma, { ...oneGuest, options: { maxWait: 0 } }, { items: people(1) });
		expect(json).toHaveLength(1);
		expect(waits).toEqual([500, 1000, 2000]);
	});

	test('does not count the turns of other items, whose waits may add up to more', async () => {
		const luma = await simulate({ rateLimit: { limit: 10 } });
		const { json } = await on(luma, { ...oneGuest, options: { maxWait: 62 } }, { items: people(50) });
		expect(json).toHaveLength(50);
	});
});

test('few requests are in flight at once: four reads, and the writes of a run one by one', async () => {
	const spans: Array<{ from: number; to: number }> = [];
	const luma = await simulate({ rateLimit: { limit: 1000 }, delayMs: 15, onRequest: (_, ms) => spans.push({ from: performance.now() - ms, to: performance.now() }) });
	for (const [operation, most] of [[oneGuest, 4], [approve, 1]] as const) {
		spans.length = 0;
		await on(luma, operation, { items: people(20) });
		const together = Math.max(...spans.map(({ from }) => spans.filter((other) => other.from <= from && from < other.to).length));
		expect(together).toBe(most);
	}
});

test('input items go out in order', async () => {
	const luma = await simulate({ rateLimit: {} });
	await on(luma, approve, { items: people(50) });
	expect(luma.requests.map(({ body }) => (body as { guest_id: string }).guest_id)).toEqual(people(50).map(({ email }) => email));
	// Reads are several at once, each on a connection of its own, so only the order in which they leave is certain.
	await on(luma, oneGuest, { items: people(50) });
	expect(requests.map(({ qs }) => (qs as { id: string }).id)).toEqual(people(50).map(({ email }) => email));
});

test('after a failure that stops the node no further write is started, and the error says what was done', async () => {
	const luma = await simulate();
	luma.fail({ method: 'POST', status: 400, message: 'Not this one', skip: 6 });
	const { error } = await on(luma, approve, { items: people(20) });
	expect(error).toMatchObject({ message: 'Not this one', context: { itemIndex: 6 } });
	expect(error?.description).toContain("6 of 20 items were completed before this one, and 13 after it weren't started.");
	expect(luma.requests).toHaveLength(7);
});

test('with On Error = Continue the others are written', async () => {
	const luma = await simulate();
	luma.fail({ method: 'POST', status: 400, message: 'Not this one', skip: 6 });
	const { json } = await on(luma, approve, { items: people(20), node: { onError: 'continueRegularOutput' } });
	expect(json.filter(({ error }) => error === 'Not this one')).toHaveLength(1);
	expect(json.filter(({ success }) => success === true)).toHaveLength(19);
	expect(luma.requests).toHaveLength(20);
});

test('two executions with one key share its limit', async () => {
	const luma = await simulate({ rateLimit: { limit: 30 } });
	const both = await Promise.all([on(luma, oneGuest, { items: people(40) }), on(luma, guests({ returnAll: true }))]);
	expect(both.map(({ json }) => json.length)).toEqual([40, 1234]);
	expect(refusals(luma)).toBe(0);
});

describe('a pacer', () => {
	const window = (remaining: number, seconds: number) => ({ status: 200, headers: { 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': String(Math.ceil(now() / 1000) + seconds) } });

	test('is one for each key and address, and is forgotten when nothing is under way and no window runs', async () => {
		const one = pacerFor('https://a', 'key');
		await one.acquire('read', { maxWait: 0 });
		expect(pacerFor('https://a', 'other')).not.toBe(one);
		expect(pacerFor('https://a', 'key')).toBe(one);
		one.release('read', window(5, 60));
		pacerFor('https://b', 'key');
		expect(pacerFor('https://a', 'key')).toBe(one);
		await clock.wait(62_000);
		expect(pacerFor('https://a', 'key')).not.toBe(one);
	});

	test('is not forgotten while a window that has just ended is not trusted yet', async () => {
		const pacer = pacerFor('https://a', 'used up');
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', { status: 200, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '10' } });
		await clock.wait(10_100);
		expect(await pacerFor('https://a', 'used up').acquire('read', { maxWait: 1000 })).toBeGreaterThan(0);
	});

	test.each([
		['seconds since 1970', () => String(Math.ceil(now() / 1000) + 30)],
		['milliseconds since 1970', () => String(now() + 30_000)],
		['seconds from now', () => '30'],
		['a date', () => new Date(now() + 30_000).toISOString()],
	])('understands X-RateLimit-Reset in %s', async (_, reset) => {
		const pacer = new Pacer();
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', { status: 200, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset() } });
		const refused = await pacer.acquire('read', { maxWait: 20_000 });
		expect(refused).toBeInstanceOf(TooLong);
		expect((refused as TooLong).milliseconds / 1000).toBeCloseTo(30.5, -0.5);
		expect(await pacer.acquire('read', { maxWait: 40_000 })).toBeGreaterThan(29_000);
	});

	test('counts by Luma\'s clock where that differs from ours', async () => {
		const pacer = new Pacer();
		const theirs = now() + 3_600_000;
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', { status: 200, headers: { date: new Date(theirs).toUTCString(), 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(theirs / 1000) + 10) } });
		expect(await pacer.acquire('read', { maxWait: 20_000 })).toBeGreaterThan(9_000);
	});

	test('waits longer after it was refused right after an announced end', async () => {
		const pacer = new Pacer();
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', window(0, 10));
		await pacer.acquire('read', { maxWait: 60_000 });
		pacer.release('read', { status: 429, headers: { 'retry-after': '10' } });
		expect(await pacer.acquire('read', { maxWait: 60_000 })).toBeGreaterThanOrEqual(11_000);
	});

	const turn = async () => await new Promise((resolve) => setImmediate(resolve));

	/** Asks for a number of requests at once. @returns how many may go */
	async function atOnce(pacer: Pacer, kind: 'read' | 'write', count: number): Promise<number> {
		const went = jest.fn();
		for (let n = 0; n < count; n += 1) void pacer.acquire(kind, { maxWait: 0 }).then(went);
		await turn();
		return went.mock.calls.length;
	}

	test.each([['read', 4], ['write', 2]] as const)('lets a few %ss of all executions go at once', async (kind, most) => {
		const pacer = new Pacer();
		await pacer.acquire(kind, { maxWait: 0 });
		pacer.release(kind, window(100, 60));
		expect(await atOnce(pacer, kind, 9)).toBe(most);
	});

	test.each([[8, 1], [9, 2]])('with %i left in the window, which others may take too, lets %i go before it knows more', async (left, go) => {
		const pacer = new Pacer();
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', window(left, 60));
		expect(await atOnce(pacer, 'read', 9)).toBe(go);
	});

	test('is as careful as before where a proxy on the way answers, which knows of no limit', async () => {
		const pacer = new Pacer();
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', window(5, 60));
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', { status: 502, headers: {} });
		expect(await atOnce(pacer, 'read', 9)).toBe(1);
	});

	test('takes the lowest of the counts of a window, since answers can overtake each other', async () => {
		const pacer = new Pacer();
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', window(50, 60));
		await Promise.all([pacer.acquire('read', { maxWait: 0 }), pacer.acquire('read', { maxWait: 0 })]);
		pacer.release('read', window(0, 60));
		pacer.release('read', window(1, 60));
		expect(await pacer.acquire('read', { maxWait: 0 })).toBeInstanceOf(TooLong);
	});

	test('counts what is under way against a new window', async () => {
		const pacer = new Pacer();
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', window(50, 60));
		await Promise.all([1, 2, 3].map(async () => await pacer.acquire('read', { maxWait: 0 })));
		pacer.release('read', window(2, 120));
		expect(await pacer.acquire('read', { maxWait: 0 })).toBeInstanceOf(TooLong);
	});

	test('waits out a minute where Retry-After is there but empty', async () => {
		const pacer = new Pacer();
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', { status: 429, headers: { 'retry-after': '' } });
		expect(await pacer.acquire('read', { maxWait: 300_000 })).toBeGreaterThanOrEqual(60_000);
	});

	test('does not limit where the server does not count', async () => {
		const pacer = new Pacer();
		await pacer.acquire('read', { maxWait: 0 });
		pacer.release('read', { status: 200, headers: {} });
		for (let n = 0; n < 4; n += 1) expect(await pacer.acquire('read', { maxWait: 0 })).toBe(0);
		const fifth = jest.fn();
		void pacer.acquire('read', { maxWait: 0 }).then(fifth);
		await turn();
		expect(fifth).not.toHaveBeenCalled();
		pacer.release('read', { status: 200, headers: {} });
		await turn();
		expect(fifth).toHaveBeenCalled();
	});
});
