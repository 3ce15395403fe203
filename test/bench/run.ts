/**
 * `npm run bench`: how fast the node is, side by side with a bare loop and with n8n's own pagination, in one run on this machine.
 * Everything stays on loopback. `-- --rounds 5 --window 30 --limited-rounds 5` are the defaults; `-- --write` puts the tables into docs/benchmark.md.
 * `-- --only filters` measures the filters of guest lists alone, `-- --only contacts` the import of contacts, `-- --only items`
 * the work by input items, and `--beside <folder>` the node of another checkout with it.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Child } from './child';
import type { Measured, Task } from './client';
import { packaging } from './packaging';
import { byFilters } from './filters';
import { byItems } from './items';
import { machine, mb, median, ms, table, writeFigures } from './report';
import { ways, type Way } from './ways';

const { values: flags } = parseArgs({
	options: {
		rounds: { type: 'string', default: '5' },
		'limited-rounds': { type: 'string', default: '5' },
		window: { type: 'string', default: '30' },
		sizes: { type: 'string', default: '1000,10000,50000,100000' },
		write: { type: 'boolean', default: false },
		only: { type: 'string' },
		beside: { type: 'string' },
	},
});
const rounds = Number(flags.rounds);
const limitedRounds = Number(flags['limited-rounds']);
const windowMs = Number(flags.window) * 1000;
const sizes = flags.sizes.split(',').map(Number);

type Counts = Array<{ requests: number; refused: number }>;

/** What the ways are compared with. */
const against = ['bare loop', "n8n's HTTP helper", 'generic pagination'] as const;

/** How many times as long a way took, in each round by itself: what else the machine did then, all ways felt. */
const compared = (way: Way, walls: Map<Way, number[]>) => against.map((other) => `${median(walls.get(way)!.map((wall, round) => wall / walls.get(other)![round])).toFixed(2)} ×`);

async function reading(): Promise<string> {
	const server = new Child('server.ts');
	const clients = new Map<Way, Child>(ways.map((way) => [way, new Child('client.ts')]));
	const { url, apiKey, events } = await server.ask<{ url: string; apiKey: string; events: string[] }>({ start: { rateLimit: false }, guests: sizes });
	const rows: string[][] = [];
	const walls: Array<Map<Way, number[]>> = [];
	for (const [at, size] of sizes.entries()) {
		const measured = new Map<Way, Array<Measured & { requests: number }>>(ways.map((way) => [way, []]));
		// The first round warms up every process and is not counted.
		for (let round = 0; round <= rounds; round += 1) {
			// Each way comes first in turn.
			for (const way of [...ways.slice(round % ways.length), ...ways.slice(0, round % ways.length)]) {
				const result = await clients.get(way)!.ask<Measured>({ way, url, apiKey, eventId: events[at] } satisfies Task);
				const [{ requests }] = await server.ask<Counts>({ count: true });
				if (result.items !== size) throw new Error(`${way} read ${result.items} of ${size}: ${result.error}`);
				if (round > 0) measured.get(way)!.push({ ...result, requests });
			}
		}
		walls.push(new Map(ways.map((way) => [way, measured.get(way)!.map(({ wall }) => wall)])));
		for (const way of ways) {
			const all = measured.get(way)!;
			rows.push([
				`${size.toLocaleString('en')} guests, ${way}`, ms(median(walls[at].get(way)!)), ...compared(way, walls[at]),
				ms(median(all.map(({ cpu }) => cpu))), mb(Math.max(...all.map(({ memory }) => memory))), String(median(all.map(({ requests }) => requests))),
			]);
			console.error(rows[rows.length - 1].join('  '));
		}
	}
	for (const child of [server, ...clients.values()]) child.stop();
	const [first, last] = [walls[0], walls[walls.length - 1]];
	const further = new Map(ways.map((way) => [way, last.get(way)!.map((wall, round) => wall - first.get(way)![round])]));
	const guests = sizes[sizes.length - 1] - sizes[0];
	return [
		table(['Return All', 'Wall time', ...against.map((way) => `to ${way}`), 'CPU time', 'Peak memory', 'Requests'], rows),
		table(
			['Beyond the fixed start', 'Each further page', ...against.map((way) => `to ${way}`)],
			ways.map((way) => [way, `${(median(further.get(way)!) / (guests / 100)).toFixed(2)} ms`, ...compared(way, further)]),
		),
	].join('\n\n');
}

async function limited(): Promise<string> {
	const count = 1000;
	const limit = 200;
	// A full window can be spent at once, so the last requests may go when all windows but the last have passed.
	const best = (Math.ceil(count / limit) - 1) * windowMs;
	const kinds = ['read', 'write'] as const;
	const results = new Map<string, Array<Measured & Counts[number]>>(kinds.map((kind) => [kind, []]));
	for (let round = 0; round < limitedRounds; round += 1) {
		// Reads and writes at the same time, each with a simulator and a key of its own: both mostly wait.
		await Promise.all(
			kinds.map(async (kind) => {
				const [server, client] = [new Child('server.ts'), new Child('client.ts')];
				const { url, apiKey } = await server.ask<{ url: string; apiKey: string }>({ start: { rateLimit: { limit, windowMs, blockMs: windowMs } } });
				const result = await client.ask<Measured>({ way: 'this node', url, apiKey, single: { kind, count } } satisfies Task);
				const [counts] = await server.ask<Counts>({ count: true });
				results.get(kind)!.push({ ...result, ...counts });
				for (const child of [server, client]) child.stop();
				console.error(`${kind}s, round ${round + 1}: ${ms(result.wall)}, ${counts.refused} refused, ${count - result.items} lost ${result.error ?? ''}`);
			}),
		);
	}
	return table(
		[`1,000 items, ${limit} requests in ${windowMs / 1000} s`, 'Wall time', 'best possible', 'ratio', 'Requests', '429s, most in a round', 'Items lost'],
		kinds.map((kind) => {
			const all = results.get(kind)!;
			const wall = median(all.map((one) => one.wall));
			return [
				`single ${kind}s`, ms(wall), ms(best), `${(wall / best).toFixed(3)} ×`, String(median(all.map(({ requests }) => requests))),
				String(Math.max(...all.map(({ refused }) => refused))), String(all.reduce((lost, { items }) => lost + count - items, 0)),
			];
		}),
	);
}

/** 1,000 and 10,000 people as input items, against as many requests of one each. */
async function inviting(): Promise<string> {
	const rows: string[][] = [];
	// Where each process warms up, before what is counted.
	const practice = new Child('server.ts');
	const elsewhere = await practice.ask<{ url: string; apiKey: string }>({ start: { rateLimit: false } });
	const runs = [
		['1,000, each in a request of its own', { guestsFrom: 'json', count: 1000 }],
		['1,000 from Input Items', { guestsFrom: 'inputItems', count: 1000 }],
		['10,000 from Input Items', { guestsFrom: 'inputItems', count: 10_000 }],
	] as const;
	for (const [what, invites] of runs) {
		const walls = new Map<boolean, number[]>([[false, []], [true, []]]);
		let requests = 0;
		for (const isLimited of walls.keys()) {
			// One by one, each window is waited for; a single round says it.
			const times = isLimited && invites.guestsFrom === 'json' ? 1 : rounds;
			for (let round = 0; round < times; round += 1) {
				const [server, client] = [new Child('server.ts'), new Child('client.ts')];
				const { url, apiKey } = await server.ask<{ url: string; apiKey: string }>({ start: { rateLimit: isLimited && { limit: 200, windowMs, blockMs: windowMs } } });
				await client.ask<Measured>({ way: 'this node', ...elsewhere, invites: { ...invites, count: 10 } } satisfies Task);
				const result = await client.ask<Measured>({ way: 'this node', url, apiKey, invites } satisfies Task);
				if (result.items !== invites.count) throw new Error(`${what}: ${result.items} items: ${result.error}`);
				[{ requests }] = await server.ask<Counts>({ count: true });
				walls.get(isLimited)!.push(result.wall);
				for (const child of [server, client]) child.stop();
			}
		}
		rows.push([what, String(requests), ms(median(walls.get(false)!)), ms(median(walls.get(true)!))]);
		console.error(rows[rows.length - 1].join('  '));
	}
	practice.stop();
	return table(['Send Invites', 'Requests', 'Wall time, no limit', `200 requests in ${windowMs / 1000} s`], rows);
}

/** Contacts as input items, up to as many as a calendar may have. */
async function importing(): Promise<string> {
	const rows: string[][] = [];
	for (const count of [10_000, 100_000]) {
		const [server, client] = [new Child('server.ts'), new Child('client.ts')];
		const { url, apiKey } = await server.ask<{ url: string; apiKey: string }>({ start: { rateLimit: false } });
		await client.ask<Measured>({ way: 'this node', url, apiKey, contacts: 10 } satisfies Task);
		await server.ask<Counts>({ count: true });
		const { items, error, wall, cpu, memory } = await client.ask<Measured>({ way: 'this node', url, apiKey, contacts: count } satisfies Task);
		if (items !== count) throw new Error(`${count} contacts: ${items} items: ${error}`);
		const [{ requests }] = await server.ask<Counts>({ count: true });
		rows.push([`${count.toLocaleString('en')} contacts`, String(requests), ms(wall), ms(cpu), mb(memory)]);
		console.error(rows[rows.length - 1].join('  '));
		for (const child of [server, client]) child.stop();
	}
	return table(['Import Contacts from Input Items', 'Requests', 'Wall time, no limit', 'CPU time', 'Peak memory'], rows);
}

const of = `Medians of ${rounds} rounds after one to warm up, of times and of each round's ratios; memory is the highest of all rounds.`;

/** The figures, by the marks between which they stand. */
const parts: Record<string, () => Promise<string[]>> = {
	figures: async () => [
		`Machine: ${machine()}. ${of} Limited work: medians of ${limitedRounds} rounds.`,
		await reading(),
		await limited(),
		await inviting(),
		table(['The package', ''], await packaging()),
	],
	'figures of contacts': async () => [`Machine: ${machine()}; load before ${loadavg()[0].toFixed(1)}. One round.`, await importing()],
	'figures of filters': async () => [`Machine: ${machine()}. Medians of ${rounds} rounds after one to warm up.`, ...(await byFilters(rounds))],
	'figures of items': async () => [`Machine: ${machine()}; load before ${loadavg()[0].toFixed(1)}. ${of} Of very many guests one round.`, ...(await byItems(rounds, flags.beside))],
};

async function main() {
	for (const [part, measure] of Object.entries(parts)) {
		if (flags.only && part !== `figures of ${flags.only}`) continue;
		const texts = await measure();
		console.log(texts.join('\n\n'));
		if (flags.write) writeFigures(part, texts);
	}
}

main().catch((error: Error) => {
	console.error(error);
	Child.stopAll();
	process.exitCode = 1;
});
