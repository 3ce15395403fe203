/** What takes too long for every run of the tests: large numbers, other processes, and growth of memory. */
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { apiKey } from '../../../simulator';
import { approve, guests, on, oneGuest, passTime, people, refusals, restoreTime, simulate, stopSimulators, waits } from './support';

beforeEach(passTime);
afterEach(async () => {
	restoreTime();
	await stopSimulators();
});

test('300,000 guests come in one go, in bounded memory; where n8n takes no more than 100,000, they can be read in parts', async () => {
	const luma = await simulate();
	const eventId = { __rl: true, mode: 'id', value: luma.addEvent({ guests: 300_000 }) };
	// Links and the document's judgement would take most of the time.
	const heavy = { credentials: { baseUrl: luma.url, apiKey }, after: false, contract: false };
	global.gc!();
	const before = process.memoryUsage().heapUsed;
	const all = await on(luma, guests({ eventId, returnAll: true }), heavy);
	expect(all.error).toBeUndefined();
	expect(all.items).toHaveLength(300_000);
	expect(new Set(all.json.map(({ id }) => id)).size).toBe(300_000);
	expect(all.items[299_999].pairedItem).toEqual({ item: 0 });
	expect(luma.requests.splice(0)).toHaveLength(3000);
	global.gc!();
	const each = (process.memoryUsage().heapUsed - before) / 300_000;
	console.info(`300,000 guests hold ${Math.round(each)} bytes each`);
	// Twice what n8n was seen to hold of each.
	expect(each).toBeLessThan(1500);
	all.items.length = all.json.length = 0;

	const seen = new Set<unknown>();
	let paginationCursor: string | undefined = '';
	let rounds = 0;
	for (; paginationCursor !== undefined; rounds += 1) {
		const { json } = await on(luma, guests({ eventId, limit: 100_000, options: { output: 'pages', paginationCursor } }), heavy);
		const entries = json.flatMap((page) => page.entries as Array<{ id: string }>);
		for (const { id } of entries) seen.add(id);
		expect(entries.length).toBe(100_000);
		paginationCursor = json[json.length - 1].next_cursor as string | undefined;
	}
	expect(rounds).toBe(3);
	expect(seen.size).toBe(300_000);
});

test.each([['reads', oneGuest], ['writes', approve]])('1,000 single %s under 200 a minute all come through, without a single 429', async (_, operation) => {
	const luma = await simulate({ rateLimit: {} });
	const { json, error, linked } = await on(luma, operation, { items: people(1000), contract: false });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(1000);
	expect(linked).toEqual(Array.from({ length: 1000 }, (_unused, n) => n));
	expect(luma.requests).toHaveLength(1000);
	expect(refusals(luma)).toBe(0);
	// Four full minutes have to pass; the fifth 200 go at once.
	expect(waits.reduce((sum, wait) => sum + wait, 0) / 240_000).toBeLessThan(1.1);
});

test('three processes with one key each back off by what Luma answers, and all finish', async () => {
	const luma = await simulate({ rateLimit: { limit: 40, windowMs: 3000, blockMs: 3000 }, now: Date.now });
	const counts = await Promise.all(
		[0, 1, 2].map(
			async () =>
				await new Promise<number>((done, failed) => {
					const child = fork(resolve(__dirname, 'process.ts'), [luma.url, '60'], { execArgv: ['--import', 'tsx'] });
					child.once('message', (count) => done(count as number));
					child.once('exit', (code) => code !== 0 && failed(new Error(`It ended with ${code}`)));
				}),
		),
	);
	expect(counts).toEqual([60, 60, 60]);
	expect(luma.requests.filter(({ status }) => status === 200)).toHaveLength(180);
	console.info(`Three processes: ${refusals(luma)} refusals among ${luma.requests.length} requests`);
});

test('20,000 requests leave no memory behind', async () => {
	const luma = await simulate();
	const used = async (rounds: number) => {
		for (let round = 0; round < rounds; round += 1) {
			const { json } = await on(luma, guests({ eventId, limit: 20_000 }), { after: false, contract: false });
			expect(json).toHaveLength(20_000);
			// The simulator keeps what it is sent.
			luma.requests.length = 0;
		}
		global.gc!();
		return process.memoryUsage().heapUsed / 2 ** 20;
	};
	const eventId = { __rl: true, mode: 'id', value: luma.addEvent({ guests: 20_000 }) };
	const [before, after] = [await used(20), await used(80)];
	console.info(`Heap after 4,000 requests ${before.toFixed(1)} MB, after 20,000 requests ${after.toFixed(1)} MB`);
	expect(after - before).toBeLessThan(10);
});
