import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { garbled, saying } from '../../garbled';
import { samples } from '../../operations';
import { changes } from '../../operations/parts/case';
import { titleOf } from '../../operations/parts/sample';
import { seed, type Simulator } from '../../simulator';
import type { Check } from '../check';
import type { Execution } from '../execution';
import { byId, byLink, luma, LUMA, lumaCredential } from '../luma';
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
		await checkItems(stage);
		await checkWrites(stage);
		await checkReads(stage);
		await checkGarbled(stage);
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

/** Several items, of which one is lost or refused: n8n runs the node anew from the first one. */
async function checkItems({ n8n, check, simulator, credential }: Stage): Promise<void> {
	const three = [0, 1, 2].map((n) => ({ name: `Event ${n}`, email: `new${n}@example.com` }));
	const execute = async (resource: string, operation: string, parameters: INodeParameters, items: IDataObject[] = three, more: Partial<INode> = {}) => await n8n.runWorkflow(withInput('Items', items, [luma(credential, resource, operation, parameters, { ...retryOnFail, ...more })]));
	const sentTo = (path: string) => simulator.requests.filter((request) => request.path === path).map(({ body }) => body as IDataObject);

	await check('three events with Retry On Fail, the answer to the second lost: none is created twice', async () => {
		simulator.reset();
		simulator.fail({ path: '/v1/events/create', skip: 1, status: 502, handled: true });
		const execution = await execute('event', 'create', { eventName: '={{ $json.name }}', startAt: '2027-09-01T19:00:00Z', timezone: 'UTC', options: { returnIdOnly: true } });
		strictEqual(execution.status, 'error');
		deepStrictEqual(sentTo('/v1/events/create').map(({ name: called }) => called), ['Event 0', 'Event 1']);
		match(String(execution.error?.description), /1 of 3 items were completed before this one, and 1 after it weren't started/);
	});
	await check('three invites as JSON with Retry On Fail, the answer to the third lost: nobody is mailed twice', async () => {
		simulator.reset();
		simulator.fail({ path: '/v1/events/guests/send-invites', skip: 2, status: 504, handled: true });
		// Each of them in a request of its own, by its message.
		const parameters = { eventId: byId(conference), guestsFrom: 'json', guestsJson: '={{ [{ email: $json.email }] }}', additionalFields: { message: '={{ $json.name }}' } };
		const execution = await execute('guest', 'sendInvites', parameters);
		strictEqual(execution.status, 'error');
		deepStrictEqual([...timesMailed(simulator).values()], [1, 1, 1]);
	});
	for (const onError of [undefined, 'continueRegularOutput'] as const) {
		await check(`a guest who comes twice, the event by its URL, with Retry On Fail${onError ? ' and On Error: Continue' : ''}: mailed once, where another is refused`, async () => {
			simulator.reset();
			const path = '/v1/events/guests/update-status';
			// With Continue, n8n runs the node again where its first item has failed.
			simulator.fail({ path, skip: onError ? 0 : 1, status: 403, message: 'Not now' });
			const guests = onError ? ['guest2@example.com', 'guest1@example.com', 'guest1@example.com'] : ['guest1@example.com', 'guest2@example.com', 'guest1@example.com'];
			const execution = (await execute('guest', 'updateStatus', { eventId: byLink('https://luma.com/summer-conference'), guestId: byId('={{ $json.guest }}'), guestStatus: 'waitlist' }, guests.map((guest) => ({ guest })), { onError })).orThrow();
			deepStrictEqual(sentTo(path).map(({ guest_id }) => guest_id).filter((guest) => guest === 'guest1@example.com').length, 1);
			deepStrictEqual(execution.items(LUMA).map(({ json }) => json.duplicate_of_item), [undefined, undefined, onError ? 1 : 0]);
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

/** An answer that n8n's request helper cannot make sense of: what each version of n8n makes of such an error differs. */
async function checkGarbled({ n8n, check }: Stage): Promise<void> {
	for (const [what, bytes] of Object.entries(garbled)) {
		for (const operation of ['updateStatus', 'sendInvites']) {
			await check(`guest: ${operation} with Retry On Fail, answered by ${what}: it is not sent again`, async () => {
				let asked = 0;
				const server = saying(bytes, () => (asked += 1));
				await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
				try {
					const credential = await lumaCredential(n8n, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
					// Older n8n waits for good for an answer that can't be unpacked, until the node gives it up: 30 seconds after the timeout.
					const parameters = { eventId: byId(conference), guestId: byId('guest1@example.com'), guestStatus: 'waitlist', guestsFrom: 'inputItems', requestOptions: { timeout: 2000 } };
					const execution = await n8n.runWorkflow(withInput('Garbled', people(1), [luma(credential, 'guest', operation, parameters, retryOnFail)]));
					strictEqual(execution.status, 'error');
					match(`${execution.error?.message} ${execution.error?.description}`, /(can't be read|didn't respond within 2 seconds).* Luma may have made the change anyway/);
					strictEqual(asked, 1);
				} finally {
					await new Promise((resolve) => server.close(resolve));
				}
			});
		}
	}
}
