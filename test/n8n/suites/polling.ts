import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert';
import type { INodeParameters } from 'n8n-workflow';
import { seed, startSimulator, type Simulator } from '../../simulator';
import type { Check } from '../check';
import { lumaCredential } from '../luma';
import { startN8n, type RunningN8n } from '../n8n';
import { quickExpressions } from '../settings';
import type { Context } from '../suite';
import { act, allExecutions } from '../trigger/trigger';
import { until } from '../until';
import { chain, node } from '../workflow';

export const name = 'Luma Polling Trigger';

const POLLING = 'Luma Polling Trigger';

const { conference } = seed.events;

/** n8n polls every minute at the most. */
const NEXT_POLL_MS = 100_000;

export async function run(context: Context, check: Check): Promise<void> {
	const n8n = await startN8n({ tarball: await context.tarball(), env: quickExpressions() });
	const simulator = await startSimulator({ rateLimit: false, webhooks: false });
	try {
		await checkPolls(n8n, check, simulator);
		await checkManual(n8n, check, simulator);
	} finally {
		await Promise.all([n8n.stop(), simulator.close()]);
	}
}

async function stored(n8n: RunningN8n, simulator: Simulator, parameters: INodeParameters): Promise<string> {
	const { id, name: credential } = await lumaCredential(n8n, simulator.url);
	const trigger = node(POLLING, 'n8n-nodes-luma.lumaPollingTrigger', { pollTimes: { item: [{ mode: 'everyMinute' }] }, ...parameters }, { credentials: { lumaApi: { id, name: credential } } });
	return await n8n.createWorkflow(chain('On Luma, asked', [trigger]));
}

async function checkPolls(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	const add = async (name: string, approval_status = 'approved') => await act(simulator, '/v1/events/guests/add', { event_id: conference, guests: [{ email: `${name}@example.com` }], approval_status });
	const approve = async (name: string) => await act(simulator, '/v1/events/guests/update-status', { event_id: conference, guest_id: `${name}@example.com`, status: 'approved' });
	const found = async (id: string, count: number) => (await n8n.executions(id, count, NEXT_POLL_MS)).map((run) => run.orThrow().items(POLLING).map(({ json }) => [json.type, json.user_email, json.event_name]));
	let id = '';
	const expected: string[][][] = [];
	await check('a publication starts from now, and n8n finds by its own schedule who is going since', async () => {
		id = await stored(n8n, simulator, { triggerOn: 'guest.going', eventsToWatch: 'chosen', eventIds: [conference] });
		await n8n.activate(id);
		await until(async () => (simulator.requests.some(({ path }) => path.includes('guests/list')) ? true : undefined), () => new Error('n8n has not polled'), NEXT_POLL_MS);
		await add('pending', 'pending_approval');
		await add('going');
		expected.push([['guest.going', 'going@example.com', 'Summer Conference']]);
		deepStrictEqual(await found(id, 1), expected);
	});
	await check('after a restart of n8n who is going is known, and who was approved meanwhile is found', async () => {
		await approve('pending');
		await n8n.restart();
		expected.push([['guest.going', 'pending@example.com', 'Summer Conference']]);
		deepStrictEqual(await found(id, 2), expected);
	});
	await check('a poll that fails starts nothing, and the next one finds what it would have found', async () => {
		simulator.fail({ path: '/v1/events/guests/list', status: 400, message: 'Something is broken' });
		await add('later');
		expected.push([['guest.going', 'later@example.com', 'Summer Conference']]);
		const runs = await until(
			async () => {
				const all = await n8n.executions(id, 3, NEXT_POLL_MS);
				return all.some((one) => one.status === 'success' && !expected.slice(0, 2).some(([[, email]]) => one.items(POLLING)[0]?.json.user_email === email)) ? all : undefined;
			},
			() => new Error('The guest is not found'),
			2 * NEXT_POLL_MS,
		);
		const well = runs.filter(({ status }) => status === 'success').map((run) => run.items(POLLING).map(({ json }) => json.user_email));
		deepStrictEqual(well, expected.map((items) => items.map(([, email]) => email)));
	});
	await check('unpublished, it asks nothing', async () => {
		await n8n.deactivate(id);
		const asked = simulator.requests.length;
		const runs = (await allExecutions(n8n, id)).length;
		await add('unheard');
		await new Promise((resolve) => setTimeout(resolve, 2000));
		// The guest was added.
		strictEqual(simulator.requests.length, asked + 1);
		strictEqual((await allExecutions(n8n, id)).length, runs);
	});
	await check('published again, it goes on where it stopped', async () => {
		await n8n.activate(id);
		const runs = (await allExecutions(n8n, id)).length;
		const items = await until(
			async () => {
				const all = await n8n.executions(id, Math.max(runs, 4), NEXT_POLL_MS);
				const last = all[all.length - 1].items(POLLING);
				return last[0]?.json.user_email === 'unheard@example.com' ? last : undefined;
			},
			() => new Error('The guest is not found'),
			NEXT_POLL_MS,
		);
		strictEqual(items.length, 1);
		await n8n.deactivate(id);
	});
}

async function checkManual(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	simulator.reset();
	await check('by hand it shows the latest few, simplified, and notes nothing', async () => {
		const id = await stored(n8n, simulator, { triggerOn: 'guest.registered', eventsToWatch: 'chosen', eventIds: [conference] });
		for (let time = 1; time <= 2; time += 1) {
			const items = (await n8n.run(id, POLLING)).orThrow().items(POLLING);
			strictEqual(items.length, 3);
			ok(items.every(({ json }) => json.event_id === conference && json.type === 'guest.registered' && typeof json.user_email === 'string'));
		}
	});
	await check('what is wrong with a field is said when the workflow is published', async () => {
		const id = await stored(n8n, simulator, { triggerOn: 'guest.registered', eventsToWatch: 'chosen', eventIds: ['evt-none'] });
		await rejects(async () => await n8n.activate(id), (error: Error) => {
			match(error.message, /evt-none/);
			return true;
		});
	});
}
