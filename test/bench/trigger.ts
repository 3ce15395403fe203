/**
 * `npm run bench:trigger`: how fast deliveries are answered, by the node alone and by a real n8n with it, side by side with n8n's own
 * Webhook node. `-- --rounds 5 --seconds 10` are the defaults; `-- --node` leaves n8n away; `-- --write` puts the tables into docs/benchmark.md.
 */
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { lumaCredential } from '../n8n/luma';
import { startN8n, type RunningN8n } from '../n8n/n8n';
import { packPackage } from '../n8n/pack';
import { lumaTrigger } from '../n8n/trigger/trigger';
import { chain, node } from '../n8n/workflow';
import { deliver } from '../nodes/LumaTrigger/delivering';
import { Published } from '../nodes/LumaTrigger/support';
import { noGuests, waits, type Guests } from '../../nodes/LumaTrigger/guestFacts';
import { Polling } from '../nodes/LumaPollingTrigger/support';
import { apiKey, seed, startSimulator } from '../simulator';
import { machine, median, table, writeFigures } from './report';

const { values: flags } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '10' }, write: { type: 'boolean', default: false }, node: { type: 'boolean', default: false } } });
const rounds = Number(flags.rounds);
const seconds = Number(flags.seconds);

const RATES = [10, 25, 50];

const share = (values: number[], of: number) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))];

/** How long 2,000 deliveries take a node that a further 2,000 have warmed up: n8n-core's contexts, no n8n around it. */
async function timed(workflow: Published, delivery: (number: number) => object): Promise<string[]> {
	const times: number[] = [];
	for (let number = 0; number < 4000; number += 1) {
		const what = delivery(number);
		const from = performance.now();
		const { status, item } = await deliver(workflow, what, { id: `delivery-${number}` });
		if (status !== 200 || item === undefined) throw new Error(`Answered ${status}, and started nothing`);
		// The first ones fill the record and warm up.
		if (number >= 2000) times.push(performance.now() - from);
	}
	return [0.5, 0.95, 0.99].map((of) => `${share(times, of).toFixed(2)} ms`);
}

const GUESTS = 20_000;

/** The node's own time for a delivery, with records that are full. */
async function alone(): Promise<string[][]> {
	const simulator = await startSimulator({ rateLimit: false });
	const [guest] = simulator.guests(seed.events.conference);
	const registered = new Published(simulator);
	await registered.publish();
	const rows = [['2,000 deliveries, 1,000 remembered', ...(await timed(registered, () => ({ type: 'guest.registered', data: guest })))]];

	// An event with 20,000 guests who wait for approval, one after the other approved.
	const id = simulator.addEvent({});
	const going = new Published(simulator, { eventTypes: ['guest.going'], filters: { eventIds: [id] } });
	await going.publish();
	const kept = going.kept as unknown as { guests: { since: number; events: Record<string, Guests> } };
	const event = { id, end_at: new Date(Date.now() + 1e9).toISOString() };
	let waiting = noGuests(kept.guests.since);
	for (let number = 0; number < GUESTS; number += 1) waiting = waits(waiting, `gst-${number}`);
	kept.guests.events[event.id] = waiting;
	rows.push([`Guest Going, 2,000 approvals of ${GUESTS.toLocaleString('en')} who wait (${Math.round(JSON.stringify(going.static).length / 1024)} kB of static data)`, ...(await timed(going, (number) => ({ type: 'guest.updated', data: { ...guest, id: `gst-${number * 5}`, approval_status: 'approved', event } })))]);
	await simulator.close();
	return rows;
}

/** What a poll asks of Luma: events without news, and with some. */
async function polls(): Promise<string[][]> {
	const simulator = await startSimulator({ rateLimit: false, webhooks: false });
	const day = 24 * 60 * 60_000;
	const at = (days: number) => new Date(Date.now() + days * day).toISOString();
	const events = Array.from({ length: 30 }, () => simulator.addEvent({ start_at: at(1), end_at: at(2), created_at: at(-30), guests: 500 }));
	const rows: string[][] = [];
	for (const triggerOn of ['guest.registered', 'guest.going']) {
		const polling = new Polling(simulator, { triggerOn, options: { daysAhead: 3 } });
		const poll = async () => {
			polling.asked.length = 0;
			const from = performance.now();
			const found = await polling.poll();
			return `${polling.asked.length} in ${Math.round(performance.now() - from)} ms${found.length > 0 ? `, ${found.length} found` : ''}`;
		};
		const cells = [await poll(), await poll()];
		for (const [number, event_id] of events.slice(0, 10).entries()) {
			const guests = Array.from({ length: 5 }, (_, guest) => ({ email: `${triggerOn}${number}-${guest}@example.com` }));
			await fetch(`${simulator.url}/v1/events/guests/add`, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify({ event_id, guests }) });
		}
		rows.push([triggerOn === 'guest.going' ? 'Guest Going' : 'Guest Registered', ...cells, await poll()]);
	}
	await simulator.close();
	return rows;
}

type Send = (id: string) => Promise<number>;

/** Sends at a rate for some seconds. @returns how long each answer took, and n8n's processor time for one, in milliseconds */
async function load(n8n: RunningN8n, send: Send, rate: number): Promise<{ answers: number[]; cpu: number }> {
	const [start, before] = [performance.now(), n8n.cpu];
	const answers = await Promise.all(
		Array.from({ length: rate * seconds }, async (_, slot) => {
			await sleep(start + (slot * 1000) / rate - performance.now());
			return await send(randomUUID());
		}),
	);
	// n8n answers before it runs.
	await sleep(2000);
	return { answers, cpu: (n8n.cpu - before) / answers.length };
}

async function real(): Promise<string> {
	const n8n = await startN8n({ tarball: await packPackage(), env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } });
	const simulator = await startSimulator({ rateLimit: false });
	const webhook = node('Webhook', 'n8n-nodes-base.webhook', { httpMethod: 'POST', path: 'bench', responseMode: 'onReceived', options: {} }, { typeVersion: 2, webhookId: randomUUID() });
	for (const nodes of [[lumaTrigger(await lumaCredential(n8n, simulator.url))], [webhook]]) await n8n.activate(await n8n.createWorkflow(chain('Bench', nodes)));
	const guest = { type: 'guest.registered', data: simulator.guests(seed.events.conference)[0] };
	const ways: Record<string, Send> = {
		'Luma Trigger': async (id) => {
			const [{ ms, status }] = await simulator.deliver(guest.type, guest.data, { id });
			if (status !== 200) throw new Error(`Answered ${status}`);
			return ms;
		},
		"n8n's Webhook": async () => {
			const from = performance.now();
			const response = await fetch(`${n8n.url}/webhook/bench`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(guest) });
			await response.arrayBuffer();
			if (!response.ok) throw new Error(`Answered ${response.status}`);
			return performance.now() - from;
		},
	};
	const rows: string[][] = [];
	for (const rate of RATES) {
		const measured = new Map(Object.keys(ways).map((way) => [way, [] as Array<Awaited<ReturnType<typeof load>>>]));
		// The first round warms up and is not counted.
		for (let round = 0; round <= rounds; round += 1) {
			for (const [way, send] of Object.entries(ways)) {
				const one = await load(n8n, send, rate);
				if (round > 0) measured.get(way)!.push(one);
			}
		}
		for (const [way, all] of measured) {
			const within = (of: number) => `${Math.round(median(all.map(({ answers }) => share(answers, of))))} ms`;
			const cpu = median(all.map((one) => one.cpu));
			rows.push([`${rate} a second, ${way}`, within(0.5), within(0.95), within(1), `${cpu.toFixed(1)} ms`, `${Math.round(cpu * rate / 10)} %`]);
			console.error(rows[rows.length - 1].join('  '));
		}
	}
	await Promise.all([n8n.stop(), simulator.close()]);
	return table(['Real n8n', 'Half within', '95 of 100', 'All', "n8n's processor time for one", 'of one core'], rows);
}

async function main() {
	const parts = [
		`Machine: ${machine()}; load before ${loadavg()[0].toFixed(1)}. Medians of ${rounds} rounds of ${seconds} s after one to warm up; the two take turns. Every delivery starts a run, in one n8n with SQLite and \`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true\`.`,
		table(['A delivery, the node alone', 'Half within', '95 of 100', '99 of 100'], await alone()),
		table(['Requests of a poll, 30 events of 500 guests', 'First poll', 'Without news', '50 new guests at 10 events'], await polls()),
		...(flags.node ? [] : [await real()]),
	];
	console.log(parts.join('\n\n'));
	if (flags.write) writeFigures('figures of the trigger', parts);
	process.exit(0);
}

main().catch((error: Error) => {
	console.error(error);
	process.exit(1);
});
