import { deepStrictEqual, match, strictEqual } from 'node:assert';
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { seed, startSimulator, type Simulator } from '../../simulator';
import type { Check } from '../check';
import type { Credential } from '../editor';
import type { Execution } from '../execution';
import { byId, luma, LUMA, lumaCredential } from '../luma';
import type { RunningN8n } from '../n8n';
import { cases, titleOf } from '../operations/cases';
import type { Context } from '../suite';
import { withInput } from '../workflow';

export const name = 'What failed leaves by the error output, and says why';

const { conference } = seed.events;

/** Luma's words in the refusals of these checks. */
const REFUSAL = 'Refused by the test';

export async function run(context: Context, check: Check): Promise<void> {
	const n8n = await context.n8n();
	const simulator = await startSimulator({ rateLimit: false });
	try {
		const credential = await lumaCredential(n8n, simulator.url);
		await checkOperations(n8n, check, simulator, credential);
		await checkRows(n8n, check, simulator, credential);
	} finally {
		await simulator.close();
	}
}

/** The input items that some output items come from. */
const origins = (items: INodeExecutionData[]) => [...new Set(items.map(({ pairedItem }) => (typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined)))];

/** Every operation on two items, of which Luma refuses one: the one that comes first, as reads may go out together. */
async function checkOperations(n8n: RunningN8n, check: Check, simulator: Simulator, credential: Credential): Promise<void> {
	for (const one of cases) {
		const execute = async (onError: INode['onError']): Promise<Execution> => {
			simulator.reset();
			simulator.fail({ path: one.sent.at(-1)!.path, status: 400, message: REFUSAL });
			const node = luma(credential, one.resource, one.operation, one.parameters, { onError });
			return (await n8n.runWorkflow(withInput('Refused', [{ row: 0 }, { row: 1 }], [node]))).orThrow();
		};
		const assertOneFailed = (failed: INodeExecutionData[], done: INodeExecutionData[]): void => {
			strictEqual(failed.length, 1);
			match(String(failed[0].json.error), new RegExp(REFUSAL));
			deepStrictEqual([...origins(failed), ...origins(done)].sort(), [0, 1]);
		};
		await check(`${titleOf(one)}: the error output`, async () => {
			const execution = await execute('continueErrorOutput');
			assertOneFailed(execution.items(LUMA, 1), execution.items(LUMA, 0));
		});
		await check(`${titleOf(one)}: On Error: Continue`, async () => {
			const items = (await execute('continueRegularOutput')).items(LUMA);
			assertOneFailed(items.filter(({ json }) => 'error' in json), items.filter(({ json }) => !('error' in json)));
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
