import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { seed, startSimulator, type Simulator } from '../../simulator';
import { checkExample } from '../bulk/example';
import { say, type Check } from '../check';
import type { Credential } from '../editor';
import { byId, luma, LUMA, lumaCredential } from '../luma';
import type { RunningN8n } from '../n8n';
import type { Context } from '../suite';
import { node, withInput } from '../workflow';

export const name = 'Guests from input items';

const { conference } = seed.events;

const people = (count: number) => Array.from({ length: count }, (_, n) => ({ email: `new${n}@example.com`, name: `New ${n}` }));

const emailsOf = (simulator: Simulator) => simulator.guests(conference).map(({ user_email }) => user_email).filter((email) => email.startsWith('new'));

const fromItems: INodeParameters = { eventId: byId(conference), guestsFrom: 'inputItems' };

/** Each input item with a list of its own. */
const asJson: INodeParameters = { eventId: byId(conference), guestsFrom: 'json', guestsJson: '={{ [{ email: $json.email, name: $json.name }] }}' };

export async function run(context: Context, check: Check): Promise<void> {
	const n8n = await context.n8n();
	const simulator = await startSimulator({ rateLimit: false });
	const limited = await startSimulator({ rateLimit: { limit: 5, windowMs: 1500, blockMs: 1500 } });
	try {
		const credential = await lumaCredential(n8n, simulator.url);
		await checkSizes(n8n, check, simulator, credential);
		await checkFailures(n8n, check, simulator, credential);
		await checkLimit(n8n, check, limited);
		await checkExample(n8n, check, simulator);
	} finally {
		await Promise.all([simulator.close(), limited.close()]);
	}
}

/** Runs the node on input items, and a node after it that looks for the input item of each that comes out. */
async function execute(n8n: RunningN8n, credential: Credential, operation: string, rows: IDataObject[], parameters: INodeParameters, extra: Partial<INode> = {}) {
	const linked = node('After', 'n8n-nodes-base.set', { mode: 'raw', jsonOutput: "={{ { email: $('Start').item.json.email } }}" }, { typeVersion: 3.4 });
	return await n8n.runWorkflow(withInput('Guests', rows, [luma(credential, 'guest', operation, parameters, extra), ...(rows.length <= 1000 ? [linked] : [])]));
}

async function checkSizes(n8n: RunningN8n, check: Check, simulator: Simulator, credential: Credential): Promise<void> {
	for (const [operation, status, count, requests] of [
		['sendInvites', 'invited', 1, 1],
		['sendInvites', 'invited', 1000, 10],
		['add', 'added', 999, 10],
		['sendInvites', 'invited', 10_000, 100],
	] as const) {
		await check(`guest: ${operation} of ${count} items in ${requests} requests`, async () => {
			simulator.reset();
			const rows = people(count);
			const execution = (await execute(n8n, credential, operation, rows, fromItems)).orThrow();
			deepStrictEqual(
				execution.items(LUMA).map(({ json, pairedItem }) => ({ json, pairedItem })),
				rows.map((row, item) => ({ json: { ...row, event_id: conference, status }, pairedItem: { item } })),
			);
			if (count <= 1000) deepStrictEqual(execution.items('After').map(({ json }) => json.email), rows.map(({ email }) => email));
			deepStrictEqual(emailsOf(simulator), rows.map(({ email }) => email));
			strictEqual(simulator.requests.length, requests);
			deepStrictEqual(execution.hints(LUMA), []);
			const [{ executionTime }] = execution.runs(LUMA);
			say(`    ${count} items in ${executionTime} ms`);
			if (count <= 1000) ok(executionTime < 5000);
		});
	}
	await check('1,000 items, each with its guest as JSON, in 10 requests too', async () => {
		simulator.reset();
		const execution = (await execute(n8n, credential, 'sendInvites', people(1000), asJson)).orThrow();
		strictEqual(execution.items(LUMA).length, 1000);
		strictEqual(simulator.requests.length, 10);
	});
}

async function checkFailures(n8n: RunningN8n, check: Check, simulator: Simulator, credential: Credential): Promise<void> {
	const rows = people(250);
	rows[0].email = 'new0';
	rows[120].email = 'new..120@example.com';
	rows[249].email = 'NEW248@example.com';
	const batchSize = { ...fromItems, options: { batchSize: 50 } };
	/** What became of each row when the fourth of five batches was lost. */
	const status = (item: number) => (item === 0 || item === 120 ? 'error' : item === 249 ? 'duplicate' : item >= 151 && item <= 200 ? 'unknown' : 'invited');
	const lose = () => {
		simulator.reset();
		// The third batch takes some requests more, until the refused row is alone.
		simulator.fail({ path: '/v1/events/guests/send-invites', skip: 15, kind: 'resetAfterHandling' });
	};
	const kept = rows.filter((_, item) => ['invited', 'unknown'].includes(status(item))).map(({ email }) => email);

	await check('a bad row, a refused one, a double and a lost batch: each row says what became of it', async () => {
		lose();
		const execution = (await execute(n8n, credential, 'sendInvites', rows, batchSize, { onError: 'continueRegularOutput' })).orThrow();
		const items = execution.items(LUMA);
		deepStrictEqual(items.map(({ json }) => json.status), rows.map((_, item) => status(item)));
		deepStrictEqual(execution.items('After').map(({ json }) => json.email), rows.map(({ email }) => email));
		match(String(items[151].json.reason), /Luma may have made the change anyway\. The node didn't send the request again\.$/);
		deepStrictEqual(emailsOf(simulator).sort(), [...kept].sort());
	});
	await check('the same with an error output: failed rows go there, with the fields of their input', async () => {
		lose();
		const execution = (await execute(n8n, credential, 'sendInvites', rows, batchSize, { onError: 'continueErrorOutput' })).orThrow();
		const failed = rows.map((_, item) => item).filter((item) => ['error', 'unknown'].includes(status(item)));
		deepStrictEqual(
			execution.items(LUMA, 1).map(({ json, pairedItem }) => [json.email, (json.message as IDataObject).status, typeof json.error, pairedItem]),
			failed.map((item) => [rows[item].email, status(item), 'string', { item }]),
		);
		strictEqual(execution.items(LUMA).length, rows.length - failed.length);
	});
	await check('a bad row stops the node before anything is sent', async () => {
		simulator.reset();
		const execution = await execute(n8n, credential, 'sendInvites', rows, batchSize);
		strictEqual(execution.status, 'error');
		strictEqual(execution.error?.message, 'Email: "new0" is not an email address');
		match(String(execution.error?.description), /Nothing was sent\. To send the other items anyway, set 'On Error'/);
		strictEqual(simulator.requests.length, 0);
	});
	await check('a lost batch stops the node, also with Retry On Fail; the error says what was done and what not', async () => {
		simulator.reset();
		simulator.fail({ path: '/v1/events/guests/send-invites', skip: 1, kind: 'reset' });
		const execution = await execute(n8n, credential, 'sendInvites', people(250), fromItems, { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
		strictEqual(execution.status, 'error');
		match(String(execution.error?.description), /Of 250 items: 100 invited, 100 unknown, 50 not sent\. Items by status: unknown \(100–199\), not sent \(200–249\)\./);
		strictEqual(simulator.requests.length, 2);
	});
}

async function checkLimit(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	const credential = await lumaCredential(n8n, simulator.url);
	const allAnswered = () => simulator.requests.every(({ status }) => status === 200);
	await check('batches keep to the rate limit, and a hint says how long they waited', async () => {
		const execution = (await execute(n8n, credential, 'sendInvites', people(24), { ...fromItems, options: { batchSize: 2 } })).orThrow();
		strictEqual(emailsOf(simulator).length, 24);
		ok(allAnswered());
		match(execution.hints(LUMA)[0].message, /^The node waited \d+ seconds in total for Luma's rate limit\.$/);
	});
	await check('guest: updateStatus keeps to it too, one linked item for each', async () => {
		simulator.reset();
		const rows = Array.from({ length: 12 }, (_, n) => ({ email: `guest${n + 1}@example.com` }));
		const parameters = { eventId: byId(conference), guestId: byId('={{ $json.email }}'), guestStatus: 'waitlist' };
		const execution = (await execute(n8n, credential, 'updateStatus', rows, parameters)).orThrow();
		deepStrictEqual(
			execution.items(LUMA).map(({ json, pairedItem }) => ({ json, pairedItem })),
			rows.map(({ email }, item) => ({ json: { success: true, event_id: conference, guest_id: email, status: 'waitlist', email }, pairedItem: { item } })),
		);
		ok(allAnswered());
	});
}
