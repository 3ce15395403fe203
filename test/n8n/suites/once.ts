import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { INode } from 'n8n-workflow';
import { samples } from '../../operations';
import { changes } from '../../operations/parts/case';
import { titleOf } from '../../operations/parts/sample';
import { seed, type Simulator } from '../../simulator';
import type { Check } from '../check';
import type { Execution } from '../execution';
import { byId, luma, LUMA } from '../luma';
import { onStage, type Stage } from '../stage';
import type { Context } from '../suite';
import { withInput } from '../workflow';

export const name = 'Nothing is done twice, whatever gets lost';

const { conference } = seed.events;

/** n8n runs the node anew when it fails, from its first item on. */
const retryOnFail: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

/** Ways to lose an answer; Luma has done the work in all but the first. What n8n says of them differs by its version. */
const LOST = ['reset', 'resetAfterHandling', 'cutOff', 'empty'] as const;

export async function run(context: Context, check: Check): Promise<void> {
	await onStage(context, check, async (stage) => {
		await checkMails(stage);
		await checkWrites(stage);
		await checkReads(stage);
	});
}

const people = (count: number) => Array.from({ length: count }, (_, n) => ({ email: `new${n}@example.com`, name: `New ${n}` }));

/** How often each person was in a request. */
function timesMailed(simulator: Simulator): Map<string, number> {
	const times = new Map<string, number>();
	for (const { body } of simulator.requests) {
		for (const { email } of (body as { guests?: Array<{ email: string }> }).guests ?? []) times.set(email, (times.get(email) ?? 0) + 1);
	}
	return times;
}

/** 250 people in three requests, of which the answer to the second gets lost. */
async function mail({ n8n, simulator, credential }: Stage, operation: string, path: string, kind: (typeof LOST)[number], extra: Partial<INode>): Promise<Execution> {
	simulator.reset();
	simulator.fail({ path, skip: 1, kind });
	const parameters = { eventId: byId(conference), guestsFrom: 'inputItems' };
	const execution = await n8n.runWorkflow(withInput('Mails', people(250), [luma(credential, 'guest', operation, parameters, { ...retryOnFail, ...extra })]));
	deepStrictEqual([...timesMailed(simulator)].filter(([, times]) => times > 1), []);
	return execution;
}

async function checkMails(bench: Stage): Promise<void> {
	for (const [operation, path] of [
		['sendInvites', '/v1/events/guests/send-invites'],
		['add', '/v1/events/guests/add'],
	]) {
		for (const kind of LOST) {
			await bench.check(`guest: ${operation} from input items with Retry On Fail, the second of three answers lost (${kind}): the run stops, and says who may have been mailed`, async () => {
				const execution = await mail(bench, operation, path, kind, {});
				strictEqual(execution.status, 'error');
				match(`${execution.error?.message} ${execution.error?.description}`, /100 unknown, 50 not sent\..* unknown \(100–199\), not sent \(200–249\)/);
				strictEqual(timesMailed(bench.simulator).size, 200);
			});
		}
		await bench.check(`guest: ${operation} from input items with Retry On Fail and On Error: Continue, the second of three answers lost: the others go out`, async () => {
			const execution = await mail(bench, operation, path, 'resetAfterHandling', { onError: 'continueRegularOutput' });
			const unknown = execution.orThrow().items(LUMA).map(({ json }, item) => ({ item, status: json.status })).filter(({ status }) => status === 'unknown');
			deepStrictEqual(unknown.map(({ item }) => item), Array.from({ length: 100 }, (_, n) => 100 + n));
			strictEqual(timesMailed(bench.simulator).size, 250);
		});
	}
}

/** Every operation that writes: its last request, or the one that decides, gets through to Luma; the answer to it does not come back. */
async function checkWrites({ n8n, check, simulator, credentialFor }: Stage): Promise<void> {
	for (const one of samples) {
		const path = one.decides ?? one.sent.findLast(changes)?.path;
		if (path === undefined) continue;
		await check(`${titleOf(one)} with Retry On Fail, its answer lost: it is not sent again`, async () => {
			simulator.reset();
			simulator.fail({ path, kind: 'resetAfterHandling' });
			const execution = await n8n.runWorkflow(withInput('Once', [{}], [luma(credentialFor(one), one.resource, one.operation, one.parameters, retryOnFail)]));
			strictEqual(execution.status, 'error');
			strictEqual(simulator.requests.filter((request) => request.path === path).length, 1);
			match(`${execution.error?.message} ${execution.error?.description}`, /Luma may have made the change anyway/);
		});
	}
}

/** Every operation that reads: what breaks is read again. */
async function checkReads({ n8n, check, simulator, credentialFor }: Stage): Promise<void> {
	for (const one of samples.filter(({ sent }) => sent.every(({ method }) => method === 'GET'))) {
		await check(`${titleOf(one)}: a connection that breaks is tried again`, async () => {
			simulator.reset();
			simulator.fail({ path: one.sent[0].path, kind: 'reset' });
			const execution = await n8n.runWorkflow(withInput('Again', [{}], [luma(credentialFor(one), one.resource, one.operation, one.parameters)]));
			ok(execution.orThrow().items(LUMA).length > 0);
			strictEqual(simulator.requests.length, one.sent.length + 1);
		});
	}
}
