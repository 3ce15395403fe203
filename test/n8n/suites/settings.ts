import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { samples } from '../../operations';
import { changes } from '../../operations/parts/case';
import { expected, recorded, titleOf } from '../../operations/parts/sample';
import { seed, startSimulator, type Simulator } from '../../simulator';
import type { Check } from '../check';
import type { Execution } from '../execution';
import { byId, luma, LUMA, lumaCredential } from '../luma';
import type { RunningN8n } from '../n8n';
import { onStage, type Stage } from '../stage';
import type { Context } from '../suite';
import { until } from '../until';
import { withInput } from '../workflow';

export const name = 'The settings of the node, and many items';

const { conference } = seed.events;
const event = { eventId: byId(conference) };
const addPath = '/v1/events/guests/add';

export async function run(context: Context, check: Check): Promise<void> {
	await onStage(context, check, async (stage) => {
		await checkExecuteOnce(stage);
		await checkLists(stage);
		await checkRefusals(stage);
		await checkRequestOptions(stage);
		await checkRateLimit(stage.n8n, check);
	});
}

const people = (count: number) => Array.from({ length: count }, (_, n) => ({ email: `new${n}@example.com`, name: `New ${n}` }));

async function execute({ n8n, simulator, credential }: Stage, [resource, operation]: [string, string], parameters: INodeParameters, items: IDataObject[], node: Partial<INode> = {}): Promise<Execution> {
	simulator.requests.length = 0;
	return await n8n.runWorkflow(withInput('Settings', items, [luma(credential, resource, operation, { ...event, ...parameters }, node)]));
}

const writes = ({ requests }: Simulator) => requests.filter(({ method }) => method === 'POST');
const guestsIn = ({ body }: { body: unknown }) => (body as { guests: IDataObject[] }).guests.map(({ email }) => email);

async function checkExecuteOnce(bench: Stage): Promise<void> {
	const { n8n, check, simulator, credentialFor } = bench;
	const cases: Array<[string, [string, string], INodeParameters]> = [
		['guest: get', ['guest', 'get'], { guestId: byId('={{ $json.guest }}') }],
		['guest: updateStatus', ['guest', 'updateStatus'], { guestId: byId('={{ $json.guest }}'), guestStatus: 'approved' }],
		['event: create', ['event', 'create'], { eventName: '={{ $json.name }}', startAt: '2027-09-01T19:00:00Z', timezone: 'UTC' }],
		['guest: add from input items', ['guest', 'add'], { guestsFrom: 'inputItems' }],
	];
	// Of each resource one, what it writes first.
	const ofResource = new Map(samples.map((one) => [one.resource, one]));
	for (const one of samples.toReversed()) if (one.sent.some(changes)) ofResource.set(one.resource, one);
	for (const one of ofResource.values()) {
		await check(`Execute Once, ${titleOf(one)}, with Retry On Fail: three items are done as one`, async () => {
			simulator.reset();
			const node = luma(credentialFor(one), one.resource, one.operation, one.parameters, { executeOnce: true, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
			const items = (await n8n.runWorkflow(withInput('Once', [{}, {}, {}], [node]))).orThrow().items(LUMA);
			deepStrictEqual(recorded(simulator), expected(one));
			ok(items.length > 0);
			for (const { pairedItem } of items) deepStrictEqual(pairedItem, { item: 0 });
		});
	}
	for (const [what, operation, parameters] of cases) {
		await check(`Execute Once, ${what}: the first of three items is done, and comes out`, async () => {
			simulator.reset();
			const items = people(3).map((person, n) => ({ ...person, guest: `guest${n + 1}@example.com` }));
			const execution = (await execute(bench, operation, parameters, items, { executeOnce: true })).orThrow();
			strictEqual(execution.items(LUMA).length, 1);
			ok(simulator.requests.length > 0);
			deepStrictEqual(execution.items(LUMA)[0].pairedItem, { item: 0 });
		});
	}
}

async function checkLists(bench: Stage): Promise<void> {
	const { check, simulator } = bench;
	await check('a list for all items by expression goes out once, however many items there are', async () => {
		simulator.reset();
		const list = { guestsFrom: 'json', guestsJson: '={{ $input.all().map(({ json }) => ({ email: json.email })) }}' };
		const execution = (await execute(bench, ['guest', 'sendInvites'], list, people(20))).orThrow();
		deepStrictEqual(writes(simulator).flatMap(guestsIn), people(20).map(({ email }) => email));
		strictEqual(execution.items(LUMA).filter(({ json }) => json.status === 'invited').length, 20);
		match(execution.hints(LUMA).map(({ message }) => message).join(), /Execute Once/);
	});
	await check('1,000 guests as JSON go out in batches, doubles once', async () => {
		simulator.reset();
		const guests = [...people(1000), { email: 'NEW0@example.com' }];
		const execution = (await execute(bench, ['guest', 'add'], { guestsFrom: 'json', guestsJson: JSON.stringify(guests) }, [{}])).orThrow();
		strictEqual(writes(simulator).length, 10);
		const items = execution.items(LUMA);
		deepStrictEqual([items.length, items[1000].json.status], [1001, 'duplicate']);
	});
	await check('a 409 for one guest of ten fails that one', async () => {
		simulator.reset();
		simulator.fail({ path: addPath, status: 409, message: 'Already there' });
		const execution = (await execute(bench, ['guest', 'add'], { guestsFrom: 'inputItems' }, people(10), { onError: 'continueRegularOutput' })).orThrow();
		strictEqual(execution.items(LUMA).filter(({ json }) => json.status === 'added').length, 10);
		strictEqual(writes(simulator).length, 3);
	});
}

async function checkRefusals(bench: Stage): Promise<void> {
	const { check, simulator } = bench;
	const get = { guestId: byId('guest1@example.com') };
	await check("a firewall's page is not taken for Luma's refusal", async () => {
		simulator.reset();
		simulator.fail({ path: '/v1/events/guests/get', status: 403, kind: 'html' });
		const execution = await execute(bench, ['guest', 'get'], get, [{}]);
		strictEqual(execution.status, 'error');
		ok(!/Luma Plus/.test(`${execution.error?.message} ${execution.error?.description}`));
	});
	for (const kind of ['html', 'cutOff', 'empty'] as const) {
		await check(`an answer that cannot be read (${kind}) is read again`, async () => {
			simulator.reset();
			simulator.fail({ path: '/v1/events/guests/get', kind });
			strictEqual((await execute(bench, ['guest', 'get'], get, [{}])).orThrow().items(LUMA).length, 1);
			strictEqual(simulator.requests.length, 2);
		});
	}
	for (const status of [408, 520, 521, 522, 523, 524]) {
		await check(`a read that is answered by ${status} is read again`, async () => {
			simulator.reset();
			simulator.fail({ path: '/v1/events/guests/get', status });
			strictEqual((await execute(bench, ['guest', 'get'], get, [{}])).orThrow().items(LUMA).length, 1);
			strictEqual(simulator.requests.length, 2);
		});
	}
	await check('On Error: Continue tells what may have happened, beside the fields of the input', async () => {
		simulator.reset();
		simulator.fail({ path: '/v1/events/guests/update-status', status: 500 });
		const execution = (await execute(bench, ['guest', 'updateStatus'], { guestId: byId('={{ $json.guest }}'), guestStatus: 'approved' }, [{ guest: 'guest1@example.com', row: 7 }], { onError: 'continueRegularOutput' })).orThrow();
		const [{ json }] = execution.items(LUMA);
		deepStrictEqual([json.row, json.status, json.uncertain, json.http_status], [7, 'unknown', true, 500]);
		match(String(json.advice), /may have made the change/);
	});
}

async function checkRequestOptions(bench: Stage): Promise<void> {
	const { check, simulator } = bench;
	const guests = people(3).map((_, n) => ({ guest: `guest${n + 1}@example.com` }));
	await check('with Batching one bad item means that nothing is sent', async () => {
		simulator.reset();
		const status = { guestId: byId('={{ $json.guest }}'), guestStatus: '={{ $json.guest.startsWith("guest2") ? "nonsense" : "approved" }}' };
		const execution = await execute(bench, ['guest', 'updateStatus'], { ...status, requestOptions: { batching: { batch: { batchSize: 1, batchInterval: 100 } } } }, guests);
		strictEqual(execution.status, 'error');
		match(String(execution.error?.message), /"nonsense" is not one of/);
		strictEqual(simulator.requests.length, 0);
	});
	for (const [what, parameters] of [
		['a Batching', { requestOptions: { batching: { batch: { batchSize: "={{ $('Nowhere').item.json.n }}", batchInterval: 100 } } } }],
		['a Timeout', { requestOptions: { timeout: "={{ $('Nowhere').item.json.n }}" } }],
		['a Batch Size', { options: { batchSize: '={{ $json.n }}' } }],
	] as Array<[string, INodeParameters]>) {
		await check(`${what} that is none, with On Error: Continue: each item says so, and n8n does not hand on the input as done`, async () => {
			simulator.reset();
			const execution = (await execute(bench, ['guest', 'add'], { guestsFrom: 'inputItems', ...parameters }, people(2).map((one) => ({ ...one, n: 0 })), { onError: 'continueErrorOutput' })).orThrow();
			strictEqual(simulator.requests.length, 0);
			deepStrictEqual([execution.items(LUMA, 0).length, execution.items(LUMA, 1).map(({ json }) => [json.email, typeof json.error])], [0, people(2).map(({ email }) => [email, 'string'])]);
		});
	}
	await check('a Timeout counts as it is set', async () => {
		simulator.reset();
		simulator.fail({ path: addPath, delayMs: 3000 });
		const execution = await execute(bench, ['guest', 'add'], { guestsFrom: 'inputItems', requestOptions: { timeout: 300 } }, people(1), { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
		strictEqual(execution.error?.message, "Luma didn't respond within 0.3 seconds");
		match(String(execution.error?.description), /Luma may have made the change anyway/);
		strictEqual(writes(simulator).length, 1);
	});
	await check('a proxy that is none is refused, and nothing goes out without it', async () => {
		simulator.reset();
		const execution = await execute(bench, ['guest', 'add'], { guestsFrom: 'inputItems', requestOptions: { proxy: 'proxy.example.com:3128' } }, people(1));
		strictEqual(execution.status, 'error');
		match(String(execution.error?.message), /is not a proxy/);
		strictEqual(simulator.requests.length, 0);
	});
}

/** Of all requests one late one is refused once: everything waits, nothing is lost. */
async function checkRateLimit(n8n: RunningN8n, check: Check): Promise<void> {
	// So few that a busy machine meets the limit too.
	const simulator = await startSimulator({ rateLimit: { limit: 10, windowMs: 1000, blockMs: 1000 } });
	try {
		const credential = await lumaCredential(n8n, simulator.url);
		const bench = { n8n, check, simulator, credential, credentialFor: () => credential };
		await check('80 reads, ten a second, one of the last refused for the rate limit: all come out', async () => {
			simulator.fail({ path: '/v1/events/guests/get', skip: 75, status: 429, retryAfter: 1 });
			const items = Array.from({ length: 80 }, (_, n) => ({ guest: `guest${n + 1}@example.com` }));
			// Less than all the waiting of the run together.
			const execution = (await execute(bench, ['guest', 'get'], { guestId: byId('={{ $json.guest }}'), options: { maxWait: 5 } }, items)).orThrow();
			strictEqual(execution.items(LUMA).length, 80);
		});
		await check('while an execution has 60 reads to do, a list of the editor and a read of another execution do not wait for its end', async () => {
			simulator.reset();
			const get = luma(credential, 'guest', 'get', { ...event, guestId: byId('={{ $json.guest }}') });
			const items = Array.from({ length: 60 }, (_, n) => ({ guest: `guest${n + 1}@example.com` }));
			const long = n8n.runWorkflow(withInput('Long', items, [get]));
			await until(async () => (simulator.requests.length > 0 ? true : undefined), () => new Error('Nothing was sent'), 30_000);
			const [events, short] = await Promise.all([n8n.list(get, 'eventId', 'searchEvents'), n8n.runWorkflow(withInput('Short', [{}], [luma(credential, 'event', 'get', event)]))]);
			ok(events.length > 0);
			strictEqual(short.orThrow().items(LUMA).length, 1);
			strictEqual((await long).orThrow().items(LUMA).length, 60);
			const paths = simulator.requests.map(({ path }) => path);
			for (const path of ['/v1/calendars/events/list', '/v1/events/get']) ok(paths.indexOf(path) > 0 && paths.indexOf(path) < paths.lastIndexOf('/v1/events/guests/get'));
		});
	} finally {
		await simulator.close();
	}
}
