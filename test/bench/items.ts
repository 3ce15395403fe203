/** Work by input items, and very many guests: beside n8n's own HTTP Request node and, where one is named, the node of another checkout. */
import { installN8n } from '../n8n/install';
import { Child } from './child';
import type { Measured, Task } from './client';
import { mb, median, ms, table } from './report';
import type { Way } from './ways';

/** Guests of the one large event. */
const VERY_MANY = 300_000;

type Answered = Measured & { name: string };

/** Each way in a process of its own, in turn, one of them first each time; the first round warms up. `from` says what a way is compared with. */
async function inTurn(names: Way[], rounds: number, server: Child, task: (way: Way) => Task): Promise<Map<Way, Answered[]>> {
	const clients = new Map(names.map((name) => [name, new Child('client.ts')]));
	const measured = new Map<Way, Answered[]>(names.map((name) => [name, []]));
	for (let round = 0; round <= rounds; round += 1) {
		for (const name of [...names.slice(round % names.length), ...names.slice(0, round % names.length)]) {
			const result = await clients.get(name)!.ask<Measured>(task(name));
			await server.ask({ count: true });
			if (round > 0) measured.get(name)!.push({ ...result, name });
		}
	}
	for (const client of clients.values()) client.stop();
	return measured;
}

/** A row for each way: time, and how many times as long as this node took in the same round. */
function rowsOf(what: string, measured: Map<Way, Answered[]>, wanted: number, each: number): string[][] {
	const own = measured.get('this node')!;
	return [...measured].map(([way, all]) => {
		const broken = all.find(({ items }) => items !== wanted);
		if (broken) return [`${what}, ${way}`, `does not: ${broken.error ?? `${broken.items} items`}`, '', '', ''];
		const time = (of: (one: Measured) => number) => (each > 1 ? `${(median(all.map(of)) / each).toFixed(2)} ms` : ms(median(all.map(of))));
		const ratio = median(own.map(({ wall }, round) => wall / all[round].wall));
		return [`${what}, ${way}`, time(({ wall }) => wall), time(({ cpu }) => cpu), way === 'this node' ? '' : `${ratio.toFixed(2)} ×`, mb(Math.max(...all.map(({ memory }) => memory)))];
	});
}

/** @param beside the folder of another checkout */
export async function byItems(rounds: number, beside?: string): Promise<string[]> {
	const { folder: n8n } = await installN8n((text) => console.error(text));
	const server = new Child('server.ts');
	const { url, apiKey, events: [eventId] } = await server.ask<{ url: string; apiKey: string; events: string[] }>({ start: { rateLimit: false }, guests: [VERY_MANY] });
	const common = { url, apiKey, beside, n8n };
	const other: Way[] = beside ? ['the other checkout'] : [];
	const head = (what: string, time: string) => [what, time, `CPU time${time.endsWith('item') ? ' an item' : ''}`, 'this node to it', 'Peak memory'];

	const single: string[][] = [];
	for (const [what, kind] of [['1,000 Get Guest', 'read'], ['1,000 Update Status', 'write']] as const) {
		const measured = await inTurn(['this node', "n8n's HTTP Request", ...other], rounds, server, (way) => ({ ...common, way, single: { kind, count: 1000 } }));
		single.push(...rowsOf(what, measured, 1000, 1000));
	}
	const invites = await inTurn(['this node', ...other], rounds, server, (way) => ({ ...common, way, invites: { guestsFrom: 'inputItems', count: 10_000 } }));
	const many = await inTurn(["n8n's HTTP helper", 'this node', ...other], 1, server, (way) => ({ ...common, way, eventId }));
	server.stop();
	return [
		table(head('Without a limit', 'Time an item'), single),
		table(head('Send Invites from Input Items', 'Wall time'), rowsOf('10,000 rows', invites, 10_000, 1)),
		table(head('Return All', 'Wall time'), rowsOf(`${VERY_MANY.toLocaleString('en')} guests`, many, VERY_MANY, 1)),
	];
}
