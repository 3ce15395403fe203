import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert';
import { apiKey, seed, startSimulator, type Simulator } from '../../simulator';
import type { Check } from '../check';
import { lumaCredential } from '../luma';
import { startN8n, type RunningN8n } from '../n8n';
import { quickExpressions } from '../settings';
import type { Context } from '../suite';
import { checkThousand } from '../trigger/load';
import { act, allExecutions, lumaTrigger, TRIGGER } from '../trigger/trigger';
import { until } from '../until';
import { before, n8nVersion } from '../versions';
import { chain } from '../workflow';

export const name = 'Luma Trigger';

const { conference, paid } = seed.events;

export async function run(context: Context, check: Check): Promise<void> {
	const n8n = await startN8n({ tarball: await context.tarball(), env: quickExpressions() });
	const simulator = await startSimulator({ rateLimit: false, retryMs: 200 });
	try {
		await checkLife(n8n, check, simulator);
		await checkGoing(n8n, check, simulator);
		await checkFields(n8n, check, simulator);
		await checkRefusals(n8n, check, simulator);
		await checkTestMode(n8n, check, simulator);
		await checkFailures(n8n, check, simulator);
		simulator.reset();
		const workflowId = await published(n8n, simulator);
		await checkThousand(n8n, check, simulator, workflowId);
		await n8n.deactivate(workflowId);
		await checkMove(n8n, check, simulator);
	} finally {
		await Promise.all([n8n.stop(), simulator.close()]);
	}
}

/** A published workflow of one Luma Trigger. */
async function published(n8n: RunningN8n, simulator: Simulator, parameters?: Parameters<typeof lumaTrigger>[1]): Promise<string> {
	const credential = await lumaCredential(n8n, simulator.url);
	const id = await n8n.createWorkflow(chain('On Luma', [lumaTrigger(credential, parameters)]));
	await n8n.activate(id);
	return id;
}

async function checkLife(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	const filters = { eventIds: [conference], guestStatuses: ['approved', 'pending_approval'] };
	let id = '';
	await check('publishing registers a webhook for the chosen types', async () => {
		id = await published(n8n, simulator, { eventTypes: ['guest.registered', 'event.updated'], filters });
		const [{ status, event_types, url }, ...others] = simulator.webhooks();
		deepStrictEqual({ status, event_types }, { status: 'active', event_types: ['guest.registered', 'event.updated'] });
		ok(url.startsWith(`${n8n.url}/webhook/`));
		deepStrictEqual(others, []);
	});
	await check('a guest registers, and the workflow runs with the guest', async () => {
		await act(simulator, '/v1/events/guests/add', { event_id: conference, guests: [{ email: 'new@example.com' }] });
		await simulator.delivered();
		const [execution] = await n8n.executions(id, 1);
		const [{ json }] = execution.orThrow().items(TRIGGER);
		strictEqual(json.type, 'guest.registered');
		strictEqual(json.user_email, 'new@example.com');
		strictEqual(json.event_id, conference);
		strictEqual(json.deliveryId, simulator.deliveries[0].id);
		ok(Math.abs(Date.parse(String(json.deliveredAt)) - Date.now()) < 60_000);
	});
	await check('what the filters exclude is acknowledged and starts nothing', async () => {
		await act(simulator, '/v1/events/guests/add', { event_id: paid, guests: [{ email: 'other@example.com' }] });
		await simulator.delivered();
		strictEqual(simulator.deliveries.length, 2);
		strictEqual(simulator.deliveries[1].attempts[0].status, 200);
		strictEqual((await allExecutions(n8n, id)).length, 1);
	});
	await check('after a restart of n8n a doubled delivery starts nothing, and a new one does', async () => {
		await n8n.restart();
		const deliver = async (webhookId: string) =>
			await until(
				// The address answers 404 until n8n has its workflows.
				async () => {
					const [{ status }] = await simulator.deliver('guest.registered', undefined, { id: webhookId });
					return status === 404 ? undefined : status;
				},
				() => new Error('n8n takes no deliveries'),
				60_000,
			);
		const [{ id: before }] = simulator.deliveries;
		strictEqual(await deliver(before), 200);
		strictEqual(await deliver('after-restart'), 200);
		const ids = (await n8n.executions(id, 2)).map((execution) => execution.orThrow().items(TRIGGER)[0].json.deliveryId);
		deepStrictEqual(ids.sort(), [before, 'after-restart'].sort());
	});
	await check('taking it offline deletes the webhook, one that is gone already too', async () => {
		await n8n.deactivate(id);
		deepStrictEqual(simulator.webhooks(), []);
		await n8n.activate(id);
		await act(simulator, '/v1/webhooks/delete', { id: simulator.webhooks()[0].id });
		await n8n.deactivate(id);
		deepStrictEqual(simulator.webhooks(), []);
	});
}

/** Guests who are going, check in, or leave; n8n is restarted in between. */
async function checkGoing(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	simulator.reset();
	const waiting = simulator.guests(conference).find(({ approval_status }) => approval_status === 'waitlist')!;
	const add = async (name: string, approval_status = 'approved') => await act(simulator, '/v1/events/guests/add', { event_id: conference, guests: [{ email: `${name}@example.com` }], approval_status });
	const set = async (guest_id: string, status: string) => await act(simulator, '/v1/events/guests/update-status', { event_id: conference, guest_id, status });
	/** What has started, in alphabetical order: n8n answers a delivery first, and starts runs in the order that it comes to. */
	const started = async (id: string, count: number) => {
		await simulator.delivered();
		const runs = await n8n.executions(id, count);
		return runs.map((run) => run.orThrow().items(TRIGGER)[0].json).map(({ type, user_email }) => [type, user_email]).sort();
	};
	let id = '';
	const expected: string[][] = [];
	await check('Guest Going starts for who registers, is approved, or waited before it was published, once each', async () => {
		id = await published(n8n, simulator, { eventTypes: ['guest.going', 'guest.left'], filters: { eventIds: [conference] } });
		deepStrictEqual(simulator.webhooks()[0].event_types, ['guest.registered', 'guest.updated', 'guest.refunded']);
		await add('going');
		await simulator.delivered();
		await add('pending', 'pending_approval');
		await simulator.delivered();
		for (const guest of ['pending@example.com', waiting.user_email]) {
			await set(guest, 'approved');
			await simulator.delivered();
		}
		expected.push(...['going@example.com', 'pending@example.com', waiting.user_email].map((email) => ['guest.going', email]));
		deepStrictEqual(await started(id, 3), expected.sort());
	});
	await check('after a restart who is going is known; who leaves starts Guest Left, and coming back starts nothing', async () => {
		await add('late', 'waitlist');
		await simulator.delivered();
		await n8n.restart();
		// The address answers 404 until n8n has its workflows.
		await until(
			async () => ((await simulator.deliver('guest.updated', undefined, { forge: 'noSignature' }))[0].status === 401 ? true : undefined),
			() => new Error('n8n takes no deliveries'),
			60_000,
		);
		for (const [guest, status] of [['going', 'approved'], ['late', 'approved'], ['going', 'declined'], ['going', 'approved']]) {
			await set(`${guest}@example.com`, status);
			await simulator.delivered();
		}
		expected.push(['guest.going', 'late@example.com'], ['guest.left', 'going@example.com']);
		deepStrictEqual(await started(id, 5), expected.sort());
		strictEqual((await allExecutions(n8n, id)).length, 5);
		await n8n.deactivate(id);
	});
	await check('a registration and its ticket start one run where that is chosen', async () => {
		simulator.reset();
		id = await published(n8n, simulator, { eventTypes: ['guest.registered', 'ticket.registered'], options: { onePerPerson: true } });
		await add('one');
		deepStrictEqual(await started(id, 1), [['guest.registered', 'one@example.com']]);
		strictEqual((await allExecutions(n8n, id)).length, 1);
		await n8n.deactivate(id);
	});
}

/** n8n gets another public address while a workflow is published. */
async function checkMove(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	await check('after a start with another WEBHOOK_URL the node finds out, and the log says what to do about what is in Luma', async () => {
		simulator.reset();
		const workflowId = await published(n8n, simulator);
		const [{ id, url }] = simulator.webhooks();
		const moved = n8n.url.replace('127.0.0.1', 'localhost');
		await n8n.restart({ WEBHOOK_URL: `${moved}/` });
		await until(
			async () => ((await simulator.deliver('event.updated'))[0].status === 200 ? true : undefined),
			() => new Error('n8n takes no deliveries'),
			60_000,
		);
		const urls = () => simulator.webhooks().map((webhook) => webhook.url);
		const now = url.replace(n8n.url, moved);
		// n8n 2.41 leaves what is published as it is when it starts.
		if (before(n8nVersion(), '2.41')) {
			// It takes deliveries before it has gone through what is published.
			await until(async () => (urls().includes(now) ? true : undefined), () => new Error('The new address is not registered'), 60_000);
			deepStrictEqual(urls(), [url, now]);
			await n8n.logged(`the webhook ${id} for ${url} is left in Luma`);
		} else {
			await n8n.logged(`Luma delivers to ${url}, but the webhook URL of this node is now ${now}. Unpublish the workflow and publish it again`);
			await n8n.deactivate(workflowId);
			await n8n.activate(workflowId);
			deepStrictEqual(urls(), [url, now]);
		}
		await n8n.deactivate(workflowId);
		deepStrictEqual(urls(), [url]);
	});
}

async function checkFields(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	simulator.reset();
	await check('Trigger On and filters by expressions with a blank behind them', async () => {
		const filters = { eventIds: `={{ ["${seed.events.past}", "${conference}"] }} `, guestStatuses: '={{ ["approved"] }} ' };
		const id = await published(n8n, simulator, { eventTypes: '={{ ["guest.registered", "event.updated"] }} ', filters });
		deepStrictEqual(simulator.webhooks()[0].event_types, ['guest.registered', 'event.updated']);
		for (const event_id of [paid, conference]) await act(simulator, '/v1/events/guests/add', { event_id, guests: [{ email: `${event_id}@example.com` }] });
		await simulator.delivered();
		const [execution] = await n8n.executions(id, 1);
		strictEqual(execution.orThrow().items(TRIGGER)[0].json.event_id, conference);
		await n8n.deactivate(id);
	});
	await check('what is no choice, and an event that Luma does not have, is refused by name when the workflow is published', async () => {
		await rejects(async () => await published(n8n, simulator, { eventTypes: ['guest.deleted'] }), /Trigger On: "guest\.deleted" is not one of \*, calendar\.event\.added,/);
		await rejects(async () => await published(n8n, simulator, { eventTypes: ['*'], filters: { eventIds: [conference, 'evt-none'] } }), /Event Names or IDs: Luma has no event "evt-none" that this API key can access\. Under 'Filters', remove/);
		deepStrictEqual(simulator.webhooks(), []);
	});
	await check('with the signature off a delivery without one starts the workflow, once', async () => {
		const id = await published(n8n, simulator, { eventTypes: ['*'], options: { signature: 'off' } });
		for (let time = 1; time <= 2; time += 1) {
			const [{ status }] = await simulator.deliver('event.updated', undefined, { id: 'unsigned', forge: 'noSignature' });
			strictEqual(status, 200);
		}
		const [execution] = await n8n.executions(id, 1);
		strictEqual(execution.orThrow().items(TRIGGER)[0].json.deliveryId, 'unsigned');
		strictEqual((await allExecutions(n8n, id)).length, 1);
		await n8n.logged('Signature is off, so anyone who knows');
		await n8n.deactivate(id);
	});
}

async function checkRefusals(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	simulator.reset();
	const id = await published(n8n, simulator);
	const [{ url, secret }] = simulator.webhooks();
	const deliver = async (how: Parameters<Simulator['deliver']>[2]) => (await simulator.deliver('event.updated', undefined, how))[0].status;

	await check('forged deliveries get a 401, and the log says why, without secrets', async () => {
		const forgeries = { wrongSecret: /does not match the secret/, oldTimestamp: /was signed 60\d seconds ago, and the limit is 300 seconds/, noSignature: /has no Webhook-Signature/, malformed: /is not in the form t=…,v1=…/ };
		for (const [forge, reason] of Object.entries(forgeries)) {
			const webhookId = `forged-${forge}`;
			strictEqual(await deliver({ id: webhookId, forge: forge as keyof typeof forgeries }), 401);
			const line = await n8n.logged(webhookId);
			match(line, reason);
			match(line, /\(headers: .*content-type.*\)$/);
		}
		for (const hidden of [secret, apiKey]) ok(!n8n.log.includes(hidden));
	});
	await check('bodies that are no deliveries get a 4xx, signed or not', async () => {
		const large = JSON.stringify({ type: 'event.updated', data: 'x'.repeat(1024 * 1024) });
		// n8n itself answers 422 to what does not parse.
		for (const [body, status] of [['{', 422], ['[]', 400], ['null', 400], ['{}', 400], ['{"type":""}', 400], ['', 400], [large, 413]] as const) {
			strictEqual(await deliver({ body }), status, body.slice(0, 20));
		}
		const form = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n';
		for (const [type, body, status] of [['application/json', '{}', 401], ['application/json', large, 413], ['text/xml', '<a/>', 415], ['multipart/form-data; boundary=x', form, 415]] as const) {
			const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
			strictEqual(response.status, status, type);
			match(((await response.json()) as { message: string }).message, /^Refused: /);
		}
	});
	await check("a body over n8n's own limit of 16 MB does not reach the node", async () => {
		const body = JSON.stringify('x'.repeat(17 * 1024 * 1024));
		const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
		ok(response.status >= 400);
	});
	await check('none of them started the workflow, and n8n goes on', async () => {
		deepStrictEqual(await allExecutions(n8n, id), []);
		strictEqual(await deliver({ id: 'genuine' }), 200);
		await n8n.executions(id, 1);
		await n8n.deactivate(id);
	});
}

/** "Listen for test event" in the editor. */
async function checkTestMode(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	simulator.reset();
	const id = await published(n8n, simulator);
	await check('listening for a test event takes a delivery beside the published workflow', async () => {
		strictEqual((await n8n.startFrom(id, TRIGGER)).waitingForWebhook, true);
		const [, { url }] = simulator.webhooks();
		ok(url.startsWith(`${n8n.url}/webhook-test/`));
		const results = await simulator.deliver('event.created', undefined, { id: 'test' });
		deepStrictEqual(results.map(({ status }) => status), [200, 200]);
		const executions = await n8n.executions(id, 2);
		deepStrictEqual(executions.map((execution) => execution.orThrow().items(TRIGGER)[0].json.deliveryId), ['test', 'test']);
	});
	await check('after it only the webhook of the published workflow is left', async () => {
		const urls = await until(
			async () => {
				const all = simulator.webhooks().map(({ url }) => url);
				return all.length === 1 ? all : undefined;
			},
			() => new Error('The webhook of test mode is left behind'),
			10_000,
		);
		ok(urls[0].startsWith(`${n8n.url}/webhook/`));
		await n8n.deactivate(id);
	});
}

async function checkFailures(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	await check('a lost answer to the registration leaves no second webhook', async () => {
		simulator.reset();
		simulator.fail({ path: '/v2/webhooks/create', kind: 'resetAfterHandling' });
		const id = await published(n8n, simulator);
		strictEqual(simulator.webhooks().length, 1);
		await n8n.deactivate(id);
		deepStrictEqual(simulator.webhooks(), []);
	});
	await check('taking it offline while Luma has hiccups leaves nothing there', async () => {
		simulator.reset();
		const id = await published(n8n, simulator);
		simulator.fail({ path: '/v1/webhooks/delete', status: 503, times: 2 });
		await n8n.deactivate(id);
		deepStrictEqual(simulator.webhooks(), []);
	});
	await check('without a public address publishing fails and says what to set', async () => {
		const strict = await startSimulator({ rateLimit: false, refusePrivateUrls: true });
		try {
			await rejects(async () => await published(n8n, strict), /public address.*WEBHOOK_URL/s);
			deepStrictEqual(strict.webhooks(), []);
		} finally {
			await strict.close();
		}
	});
}
