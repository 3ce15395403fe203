import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { seed, startSimulator, type Simulator } from '../../simulator';
import { say, type Check } from '../check';
import { lumaCredential } from '../luma';
import { startN8n, type RunningN8n } from '../n8n';
import { startBalancer, type Balancer } from '../queueBalancer';
import { missingPackages, startQueueServices } from '../queueServices';
import { quickExpressions } from '../settings';
import type { Context } from '../suite';
import { checkThousand } from '../trigger/load';
import { act, allExecutions, lumaTrigger, TRIGGER } from '../trigger/trigger';
import { until } from '../until';
import { chain } from '../workflow';

export const name = 'Luma Trigger in queue mode';

const WORKERS = 2;

export async function run(context: Context, check: Check): Promise<void> {
	const missing = missingPackages();
	if (missing.length > 0) {
		const advice = `Queue mode needs Redis and PostgreSQL (Debian: apt-get install ${missing.join(' ')})`;
		if (process.env.CI) throw new Error(advice);
		return say(`  not tried. ${advice}`);
	}
	const services = await startQueueServices();
	const balancer = await startBalancer();
	const simulator = await startSimulator({ rateLimit: false });
	let n8n: RunningN8n | undefined;
	try {
		n8n = await startN8n({
			tarball: await context.tarball(),
			env: {
				...services.env,
				WEBHOOK_URL: balancer.url,
				N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
				// Up to 1.100 at least, a worker does not take it from the user folder that it shares with the main process.
				N8N_ENCRYPTION_KEY: 'the-same-in-all-processes',
				...quickExpressions(),
			},
		});
		const { url } = await n8n.startHelper('webhook');
		balancer.targets.push(url);
		for (let worker = 0; worker < WORKERS; worker += 1) await n8n.startHelper('worker');
		await checkQueue(n8n, check, simulator, balancer);
	} finally {
		await n8n?.stop();
		await Promise.all([simulator.close(), balancer.close(), services.stop()]);
	}
}

async function checkQueue(n8n: RunningN8n, check: Check, simulator: Simulator, balancer: Balancer): Promise<void> {
	let workflowId = '';
	await check('the main process registers the address of the webhook processes', async () => {
		const credential = await lumaCredential(n8n, simulator.url);
		workflowId = await n8n.createWorkflow(chain('On Luma', [lumaTrigger(credential)]));
		await n8n.activate(workflowId);
		const [{ url }] = simulator.webhooks();
		ok(url.startsWith(`${balancer.url}/webhook/`));
		// A webhook process answers 404 until it has heard of the workflow.
		await until(
			async () => ((await simulator.deliver('event.updated', undefined, { forge: 'noSignature' }))[0].status === 401 ? true : undefined),
			() => new Error('The webhook process does not know the workflow'),
			30_000,
		);
	});
	await checkThousand(n8n, check, simulator, workflowId);
	await check('a webhook process that starts anew knows what was handled', async () => {
		// After many at once n8n may save their records in another order; the next delivery saves all that the process knows.
		await simulator.deliver('guest.registered', undefined, { id: 'after-many' });
		const { url } = await n8n.startHelper('webhook');
		balancer.targets.splice(0, balancer.targets.length, url);
		const before = (await allExecutions(n8n, workflowId)).length;
		for (const id of ['delivery-1', 'delivery-400', 'delivery-800']) {
			strictEqual((await simulator.deliver('guest.registered', undefined, { id }))[0].status, 200);
		}
		strictEqual((await allExecutions(n8n, workflowId)).length, before);
	});
	await check('two webhook processes start Guest Going once for each guest, who waited too', async () => {
		await n8n.deactivate(workflowId);
		const credential = await lumaCredential(n8n, simulator.url);
		const id = await n8n.createWorkflow(chain('On guests going', [lumaTrigger(credential, { eventTypes: ['guest.going'], filters: { eventIds: [seed.events.conference] } })]));
		await n8n.activate(id);
		const { url } = await n8n.startHelper('webhook');
		balancer.targets.push(url);
		// Each of the two answers 404 until it has heard of the workflow.
		for (let inTurn = 0; inTurn < 6; inTurn += 1) {
			await until(
				async () => ((await simulator.deliver('guest.updated', undefined, { forge: 'noSignature' }))[0].status === 401 ? true : undefined),
				() => new Error('The webhook process does not know the workflow'),
				30_000,
			);
		}
		const emails = (kind: string) => Array.from({ length: 20 }, (_, guest) => `${kind}${guest}@example.com`);
		const event_id = seed.events.conference;
		const add = async (kind: string, approval_status: string) =>
			await Promise.all(emails(kind).map(async (email) => await act(simulator, '/v1/events/guests/add', { event_id, guests: [{ email }], approval_status })));
		await Promise.all([add('going', 'approved'), add('waiting', 'pending_approval')]);
		await simulator.delivered();
		// One that was written over is made good by the process's next delivery, or by the guest's next change after ten seconds.
		await new Promise((resolve) => setTimeout(resolve, 12_000));
		await Promise.all(emails('waiting').map(async (guest_id) => await act(simulator, '/v1/events/guests/update-status', { event_id, guest_id, status: 'approved' })));
		await simulator.delivered();
		const runs = await n8n.executions(id, 40);
		const started = runs.map((run) => String(run.orThrow().items(TRIGGER)[0].json.user_email)).sort();
		deepStrictEqual(started, [...emails('going'), ...emails('waiting')].sort());
		await n8n.deactivate(id);
	});
}
