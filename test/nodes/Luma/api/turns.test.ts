/** Executions that share a key: whose turn it is, what counts as waiting, and who gives up. */
import { clock } from '../../../../nodes/Luma/api/clock';
import { Pacer, TooLong, type Manner } from '../../../../nodes/Luma/api/pace';

const real = { ...clock };
afterEach(() => void Object.assign(clock, real));

/** Time that passes only in waits, and those end at once. */
let passed = 0;
beforeEach(() => {
	const start = Date.now();
	passed = 0;
	clock.now = () => start + passed;
	clock.wait = async (milliseconds) => await Promise.resolve(void (passed += milliseconds));
});
const turn = async () => await new Promise((resolve) => setImmediate(resolve));
const soon = () => String(Math.ceil(clock.now() / 1000) + 60);
const left = (remaining: number, reset = soon()) => ({ status: 200, headers: { 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': reset } });

/** Asks for the request of an execution; what becomes of it stands in `went`. */
let went: string[] = [];
let outcomes: Record<string, number | TooLong | Error> = {};
const ask = (pacer: Pacer, name: string, manner: Partial<Manner> = {}) =>
	void pacer.acquire('read', { maxWait: 300_000, ...manner }).then(
		(outcome) => {
			outcomes[name] = outcome;
			if (!(outcome instanceof TooLong)) went.push(name);
		},
		(error: Error) => (outcomes[name] = error),
	);

/** A pacer with one request under way, behind which all others wait. */
async function busy(): Promise<Pacer> {
	went = [];
	outcomes = {};
	const pacer = new Pacer();
	await pacer.acquire('read', { maxWait: 0 });
	return pacer;
}

/** Answers whatever is under way, one after the other, as long as something is; `answered` says how many have been answered. */
async function answerAll(pacer: Pacer, answer: () => Parameters<Pacer['release']>[1], answered = 0) {
	for (; answered <= went.length; answered += 1) {
		pacer.release('read', answer());
		await turn();
	}
}

test('take turns, each in its own order', async () => {
	const pacer = await busy();
	const [a, b, c] = [{}, {}, {}];
	for (const name of ['a1', 'a2', 'a3']) ask(pacer, name, { queue: a });
	for (const name of ['b1', 'b2']) ask(pacer, name, { queue: b });
	for (const name of ['c1', 'c2', 'c3', 'c4']) ask(pacer, name, { queue: c });
	await answerAll(pacer, () => undefined);
	expect(went).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'c3', 'c4']);
});

test('one read behind 500 of another waits for one of them, not for 500', async () => {
	const pacer = await busy();
	const queue = {};
	for (let n = 0; n < 500; n += 1) ask(pacer, `long ${n}`, { queue });
	ask(pacer, 'short', { queue: {} });
	await answerAll(pacer, () => left(1000));
	expect(went).toHaveLength(501);
	expect(went.indexOf('short')).toBe(1);
});

test('a request of no execution has its turn too', async () => {
	const pacer = await busy();
	const queue = {};
	for (let n = 0; n < 5; n += 1) ask(pacer, `long ${n}`, { queue });
	ask(pacer, 'alone 1');
	ask(pacer, 'alone 2');
	await answerAll(pacer, () => undefined);
	expect(went.slice(0, 4)).toEqual(['long 0', 'alone 1', 'alone 2', 'long 1']);
});

test('a list of the editor goes before them all', async () => {
	const pacer = await busy();
	for (const queue of [{}, {}, {}]) for (let n = 0; n < 5; n += 1) ask(pacer, 'long', { queue });
	ask(pacer, 'list', { first: true });
	ask(pacer, 'next page', { first: true });
	await answerAll(pacer, () => undefined);
	expect(went.slice(0, 3)).toEqual(['list', 'next page', 'long']);
});

test('a request waits from when it is the next of its own execution', async () => {
	const pacer = await busy();
	const queue = {};
	// One request a minute.
	for (let n = 0; n < 5; n += 1) ask(pacer, `own ${n}`, { queue, maxWait: 62_000 });
	await answerAll(pacer, () => left(0));
	expect(went).toHaveLength(5);
	for (const waited of Object.values(outcomes)) expect((waited as number) / 1000).toBeCloseTo(60, -1);
});

test('a request waits while others use up what the limits allow', async () => {
	const pacer = await busy();
	for (let n = 0; n < 4; n += 1) ask(pacer, `of ${n}`, { queue: {}, maxWait: 130_000 });
	await answerAll(pacer, () => left(0));
	expect(went).toEqual(['of 0', 'of 1']);
	const [, , third] = Object.values(outcomes) as TooLong[];
	expect(third).toBeInstanceOf(TooLong);
	expect(third.waited / 1000).toBeCloseTo(120, -1);
	expect(third.milliseconds / 1000).toBeCloseTo(60, -1);
});

test('whoever will not wait so long is told at once, and those behind may', async () => {
	const pacer = await busy();
	const queue = {};
	ask(pacer, 'impatient 1', { queue, maxWait: 1000 });
	ask(pacer, 'impatient 2', { queue, maxWait: 0 });
	ask(pacer, 'patient', { queue });
	ask(pacer, 'impatient 3', { queue, maxWait: 1000 });
	ask(pacer, 'other', { queue: {}, maxWait: 59_000 });
	pacer.release('read', { status: 429, headers: { 'retry-after': '60' } });
	await turn();
	expect(Object.keys(outcomes)).toEqual(['impatient 1', 'other', 'impatient 2', 'patient']);
	await answerAll(pacer, () => undefined, 1);
	// The pause is over when it comes to the head.
	expect(went).toEqual(['patient', 'impatient 3']);
});

test('without Max Wait a request goes where no limit forbids it', async () => {
	const pacer = await busy();
	const queue = {};
	for (let n = 0; n < 3; n += 1) ask(pacer, `n ${n}`, { queue, maxWait: 0 });
	await answerAll(pacer, () => left(50));
	expect(Object.values(outcomes)).toEqual([0, 0, 0]);
});

describe('in a pause', () => {
	/** The clock's wait, which ends when the test says so. */
	let end: () => void;
	beforeEach(() => {
		clock.wait = async (_, signal) =>
			await new Promise<void>((resolve, reject) => {
				end = resolve;
				signal?.addEventListener('abort', () => reject(signal.reason as Error));
			});
	});
	const blocked = { status: 429, headers: { 'retry-after': '60' } };

	test('one that comes later is told and waits for the rest', async () => {
		const pacer = await busy();
		const told: Array<[string, number]> = [];
		const paused = (name: string) => (ms: number) => void told.push([name, ms]);
		const queue = {};
		ask(pacer, 'a1', { queue, paused: paused('a1') });
		ask(pacer, 'a2', { queue, paused: paused('a2') });
		pacer.release('read', blocked);
		passed = 40_000;
		ask(pacer, 'late', { queue: {}, maxWait: 21_000, paused: paused('late') });
		ask(pacer, 'late and impatient', { queue: {}, maxWait: 20_000, paused: paused('never') });
		ask(pacer, 'a3', { queue, maxWait: 0, paused: paused('a3') });
		await turn();
		expect(outcomes).toEqual({ 'late and impatient': new TooLong(20_250) });
		passed = 60_250;
		end();
		await turn();
		await answerAll(pacer, () => undefined, 1);
		expect(outcomes).toMatchObject({ a1: 60_250, a2: 0, late: 20_250, a3: 0 });
		expect(told).toEqual([['a1', 60_250], ['late', 20_250]]);
	});

	test('whoever is cancelled goes, wherever it stands, and the one behind it waits the rest', async () => {
		const pacer = await busy();
		const [head, middle] = [new AbortController(), new AbortController()];
		const queue = {};
		ask(pacer, 'a1', { queue, signal: head.signal });
		ask(pacer, 'a2', { queue, signal: middle.signal });
		ask(pacer, 'a3', { queue });
		ask(pacer, 'a4', { queue });
		ask(pacer, 'b1', { queue: {}, maxWait: 61_000 });
		pacer.release('read', blocked);
		passed = 10_000;
		middle.abort(new Error('Cancelled'));
		head.abort(new Error('Cancelled'));
		await turn();
		expect(outcomes).toEqual({ a1: new Error('Cancelled'), a2: new Error('Cancelled') });
		passed = 60_250;
		end();
		await turn();
		await answerAll(pacer, () => undefined, 1);
		expect(outcomes).toMatchObject({ a3: 50_250, b1: 60_250, a4: 0 });
	});

	test('whoever comes to the head of a queue since another was cancelled may give up', async () => {
		const pacer = await busy();
		const cancelling = new AbortController();
		const queue = {};
		ask(pacer, 'a1', { queue, signal: cancelling.signal });
		ask(pacer, 'a2', { queue, maxWait: 1000 });
		ask(pacer, 'a3', { queue, maxWait: 51_000 });
		pacer.release('read', blocked);
		passed = 10_000;
		cancelling.abort(new Error('Cancelled'));
		await turn();
		expect(outcomes).toEqual({ a1: new Error('Cancelled'), a2: new TooLong(50_250) });
	});

	test('whoever will not wait longer gives up as soon as it becomes longer', async () => {
		const pacer = await busy();
		pacer.release('read', left(1000));
		for (const name of ['1', '2', '3', '4']) ask(pacer, `under way ${name}`);
		await turn();
		ask(pacer, 'a1', { queue: {}, maxWait: 120_000 });
		ask(pacer, 'b1', { queue: {}, maxWait: 70_000 });
		ask(pacer, 'c1', { queue: {}, maxWait: 130_000 });
		pacer.release('read', blocked);
		await turn();
		passed = 1000;
		ask(pacer, 'late', { queue: {}, maxWait: 60_000 });
		pacer.release('read', { status: 429, headers: { 'retry-after': '120' } });
		await turn();
		expect(outcomes).toMatchObject({ a1: new TooLong(120_250, 1000), b1: new TooLong(120_250, 1000), late: new TooLong(120_250, 0) });
		expect(outcomes).not.toHaveProperty('c1');
	});

	test('it ends when all give up, and whoever comes then is judged anew', async () => {
		const pacer = await busy();
		ask(pacer, 'a1', { maxWait: 61_000 });
		pacer.release('read', blocked);
		await turn();
		const cancelling = new AbortController();
		ask(pacer, 'b1', { maxWait: 61_000, signal: cancelling.signal });
		cancelling.abort(new Error('Cancelled'));
		expect(pacer.idle).toBe(false);
		end();
		passed = 60_250;
		await turn();
		expect(outcomes).toMatchObject({ a1: 60_250, b1: new Error('Cancelled') });
	});

	test('it ends when all are cancelled, and nothing is left', async () => {
		const pacer = await busy();
		const cancelling = new AbortController();
		for (const queue of [{}, {}, undefined]) for (let n = 0; n < 3; n += 1) ask(pacer, `${n}`, { queue, signal: cancelling.signal });
		pacer.release('read', blocked);
		expect(pacer.idle).toBe(false);
		cancelling.abort(new Error('Cancelled'));
		await turn();
		passed = 61_000;
		expect(pacer.idle).toBe(true);
		ask(pacer, 'later');
		await turn();
		expect(went).toEqual(['later']);
	});
});

test('one whose turn it is cannot be cancelled out of the queue a second time', async () => {
	const pacer = await busy();
	const cancelling = new AbortController();
	const queue = {};
	ask(pacer, 'a1', { queue, signal: cancelling.signal });
	ask(pacer, 'a2', { queue });
	pacer.release('read');
	await turn();
	cancelling.abort(new Error('Cancelled'));
	await answerAll(pacer, () => undefined, 1);
	expect(went).toEqual(['a1', 'a2']);
});

test('one that is cancelled already does not wait', async () => {
	const pacer = await busy();
	await expect(pacer.acquire('read', { maxWait: 0, signal: AbortSignal.abort(new Error('Cancelled')) })).rejects.toThrow('Cancelled');
	pacer.release('read');
	expect(pacer.idle).toBe(true);
});
