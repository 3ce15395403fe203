import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { seed, startSimulator, type Simulator } from '../../simulator';
import type { Check } from '../check';
import type { Credential } from '../editor';
import type { Execution } from '../execution';
import { byId, credentialsFor, luma, LUMA, type CredentialFor } from '../luma';
import type { RunningN8n } from '../n8n';
import { samples } from '../../operations';
import { titleOf } from '../../operations/parts/sample';
import type { Context } from '../suite';
import { withInput } from '../workflow';

export const name = 'What failed leaves by the error output, and says why';

const { conference } = seed.events;

/** Luma's words in the refusals of these checks. */
const REFUSAL = 'Refused by the test';

export async function run(context: Context, check: Check): Promise<void> {
	const n8n = await context.n8n();
	const simulator = await startSimulator({ rateLimit: false, registered: [seed.webhook] });
	try {
		const credentialFor = await credentialsFor(n8n, simulator.url);
		const credential = credentialFor({});
		await checkOperations(n8n, check, simulator, credentialFor);
		await checkItems(n8n, check, simulator, credential);
		await checkRows(n8n, check, simulator, credential);
	} finally {
		await simulator.close();
	}
}

/** The input items that some output items come from. */
const origins = (items: INodeExecutionData[]) => [...new Set(items.map(({ pairedItem }) => (typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined)))];

/** Every operation, refused by Luma. */
async function checkOperations(n8n: RunningN8n, check: Check, simulator: Simulator, credentialFor: CredentialFor): Promise<void> {
	for (const one of samples) {
		// What is written, or where nothing is, what is read in the end.
		const path = one.decides ?? (one.sent.findLast(({ method }) => method === 'POST') ?? one.sent.at(-1)!).path;
		const execute = async (onError: INode['onError']): Promise<Execution> => {
			simulator.reset();
			simulator.fail({ path, status: 400, message: REFUSAL, times: Infinity });
			const node = luma(credentialFor(one), one.resource, one.operation, one.parameters, { onError });
			return (await n8n.runWorkflow(withInput('Refused', [{ row: 0 }], [node]))).orThrow();
		};
		const assertFailed = (failed: INodeExecutionData[]): void => {
			ok(failed.length > 0);
			for (const { json } of failed) match(String(json.error), new RegExp(REFUSAL));
			deepStrictEqual(origins(failed), [0]);
		};
		await check(`${titleOf(one)}: the error output`, async () => {
			const execution = await execute('continueErrorOutput');
			assertFailed(execution.items(LUMA, 1));
			deepStrictEqual(execution.items(LUMA, 0), []);
		});
		await check(`${titleOf(one)}: On Error: Continue`, async () => assertFailed((await execute('continueRegularOutput')).items(LUMA)));
	}
}

/** Items of which one fails, in an operation that writes and in one that reads. */
async function checkItems(n8n: RunningN8n, check: Check, simulator: Simulator, credential: Credential): Promise<void> {
	for (const [operation, parameters] of [
		['updateStatus', { guestStatus: 'waitlist' }],
		['get', {}],
	] as const) {
		await check(`guest: ${operation} of three: the one that failed leaves by the error output, the others by the other`, async () => {
			simulator.reset();
			const rows = ['guest1@example.com', 'nobody@example.com', 'guest3@example.com'].map((email) => ({ email }));
			const fields = { eventId: byId(conference), guestId: byId('={{ $json.email }}'), ...parameters };
			const execution = (await n8n.runWorkflow(withInput('Items', rows, [luma(credential, 'guest', operation, fields, { onError: 'continueErrorOutput' })]))).orThrow();
			const [done, failed] = [execution.items(LUMA, 0), execution.items(LUMA, 1)];
			deepStrictEqual([origins(done), origins(failed)], [[0, 2], [1]]);
			match(String(failed[0].json.error), /nobody@example\.com/);
		});
	}
}

/** Rows that share requests, of which Luma refuses one and one cannot be sent at all. */
async function checkRows(n8n: RunningN8n, check: Check, simulator: Simulator, credential: Credential): Promise<void> {
	const rows = Array.from({ length: 5 }, (_, n) => ({ email: `new${n}@example.com` }));
	rows[1].email = 'new1';
	rows[3].email = 'new..3@example.com';
	for (const operation of ['add', 'sendInvites']) {
		await check(`guest: ${operation} from input items: failed rows leave by the error output, each with its reason, the others by the other`, async () => {
			simulator.reset();
			const node = luma(credential, 'guest', operation, { eventId: byId(conference), guestsFrom: 'inputItems' }, { onError: 'continueErrorOutput' });
			const execution = (await n8n.runWorkflow(withInput('Rows', rows, [node]))).orThrow();
			const [done, failed] = [execution.items(LUMA, 0), execution.items(LUMA, 1)];
			deepStrictEqual([origins(done), origins(failed)], [[0, 2, 4], [1, 3]]);
			match(String(failed[0].json.error), /Email: "new1" is not an email address/);
			for (const { json } of failed) strictEqual(typeof json.error, 'string');
		});
	}
}
