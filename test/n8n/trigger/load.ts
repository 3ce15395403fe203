import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryResult, Simulator } from '../../simulator';
import { say, type Check } from '../check';
import type { Editor } from '../editor';
import { isSettled } from '../execution';
import { until } from '../until';
import { allExecutions, TRIGGER } from './trigger';

const DELIVERIES = 1000;

const PER_SECOND = 50;

const WARM_UP = 100;

const WARMING = 'warm-up';

const FORGERIES = ['wrongSecret', 'oldTimestamp', 'noSignature', 'malformed'] as const;

/** Until the last of the runs has ended; n8n answers before it runs. */
const RUNS_END_MS = 120_000;

/** Executions that are read at once. */
const AT_ONCE = 8;

interface Sent {
	kind: 'first' | 'forged' | 'repeat';
	/** Webhook-Id. */
	id: string;
}

/** 800 deliveries, 100 forged ones and 100 repeats, mixed; a repeat comes 2 s or more after its first. */
function plan(): Sent[] {
	const sent: Sent[] = [];
	const firsts: string[] = [];
	let repeats = 0;
	for (let slot = 0; slot < DELIVERIES; slot += 1) {
		if (slot % 10 === 5) sent.push({ kind: 'forged', id: `forged-${slot}` });
		else if (slot >= 150 && slot % 7 === 0 && repeats < 100) sent.push({ kind: 'repeat', id: firsts[repeats++] });
		else {
			const id = `delivery-${firsts.length + 1}`;
			firsts.push(id);
			sent.push({ kind: 'first', id });
		}
	}
	return sent;
}

interface Answered extends Sent {
	result: DeliveryResult;
}

/** Has the simulator deliver the plan to its one registration, 50 a second, and waits for all answers. */
async function deliverAll(simulator: Simulator, sent: Sent[]): Promise<Answered[]> {
	const start = performance.now();
	return await Promise.all(
		sent.map(async ({ kind, id }, slot) => {
			await sleep(start + (slot * 1000) / PER_SECOND - performance.now());
			const forge = kind === 'forged' ? FORGERIES[Math.floor(slot / 10) % FORGERIES.length] : undefined;
			const [result] = await simulator.deliver('guest.registered', undefined, { id, forge });
			return { kind, id, result };
		}),
	);
}

/** How long the answers took: the given shares of them, in whole milliseconds. */
function percentiles(answers: Answered[], ...shares: number[]): number[] {
	const sorted = answers.map(({ result }) => result.ms).sort((a, b) => a - b);
	return shares.map((share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]));
}

/** The Webhook-Ids of all runs of a workflow, once all have ended well. */
async function idsOfRuns(n8n: Editor, workflowId: string): Promise<string[]> {
	const runs = await until(
		async () => {
			const all = await allExecutions(n8n, workflowId);
			return all.every(({ status }) => isSettled(status)) ? all : undefined;
		},
		() => new Error('Runs are still under way'),
		RUNS_END_MS,
	);
	const ids: string[] = [];
	for (let at = 0; at < runs.length; at += AT_ONCE) {
		const some = runs.slice(at, at + AT_ONCE).map(async ({ id }) => (await n8n.execution(id)).orThrow());
		ids.push(...(await Promise.all(some)).map((run) => String(run.items(TRIGGER)[0].json.deliveryId)));
	}
	return ids;
}

/** Deliveries one after the other, in which an n8n that has just started compiles what it needs. */
async function warmUp(simulator: Simulator): Promise<void> {
	for (let delivery = 1; delivery <= WARM_UP; delivery += 1) {
		await simulator.deliver('guest.registered', undefined, { id: `${WARMING}-${delivery}` });
	}
}

/**
 * The 1,000 deliveries against a published workflow of nothing but a Luma Trigger, counted. How long answers take is said,
 * not judged: it depends on the machine.
 */
export async function checkThousand(n8n: Editor, check: Check, simulator: Simulator, workflowId: string): Promise<void> {
	await warmUp(simulator);
	const sent = plan();
	const asked = simulator.requests.length;
	const start = Date.now();
	const [load] = loadavg();
	let answers: Answered[] = [];
	await check('1,000 deliveries at 50 a second: each gets its answer', async () => {
		answers = await deliverAll(simulator, sent);
		const [half, most, all] = percentiles(answers, 0.5, 0.95, 1);
		say(`    answered within ${half} ms (half), ${most} ms (95 of 100), ${all} ms (all); load before: ${load.toFixed(1)}`);
		const wrong = answers.filter(({ kind, result }) => result.status !== (kind === 'forged' ? 401 : 200) || result.attempts !== 1);
		deepStrictEqual(wrong, []);
	});
	await check('100 forged and 100 repeated ones among them start nothing, none is lost: exactly 800 runs', async () => {
		const ids = (await idsOfRuns(n8n, workflowId)).filter((id) => !id.startsWith(WARMING));
		const firsts = sent.filter(({ kind }) => kind === 'first').map(({ id }) => id);
		strictEqual(ids.length, 800);
		deepStrictEqual(new Set(ids), new Set(firsts));
	});
	await check('forged deliveries make at most one request to Luma a minute', () => {
		ok(simulator.requests.length - asked <= 1 + Math.floor((Date.now() - start) / 60_000));
	});
}
