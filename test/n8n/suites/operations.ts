import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { samples } from '../../operations';
import { expected, recorded, titleOf, type Sample } from '../../operations/parts/sample';
import { apiKey, organizationKey, seed, startSimulator, type Simulator } from '../../simulator';
import type { Check } from '../check';
import { assertContains } from '../contains';
import type { Credential } from '../editor';
import { needing } from '../features';
import { checkFiles } from '../files';
import { byId, credentialsFor, luma, LUMA, lumaCredential } from '../luma';
import type { RunningN8n } from '../n8n';
import type { Context } from '../suite';
import { node, withInput } from '../workflow';

export const name = 'Operations';

const { conference } = seed.events;
const wrongKey = 'luma-simulator-wrong-key';
const unknownEvent = 'evt-unknown';

/** A window of Luma's rate limit is a minute; a test waits less. */
const rateLimit = { limit: 150, windowMs: 3000, blockMs: 3000 };
const manyItems = 300;

export async function run(context: Context, check: Check): Promise<void> {
	const n8n = await context.n8n();
	const simulator = await startSimulator({ rateLimit: false, registered: [seed.webhook] });
	const limited = await startSimulator({ rateLimit });
	try {
		const credentialFor = await credentialsFor(n8n, simulator.url);
		const credential = credentialFor({});
		await checkCredential(n8n, check, simulator, credential);
		await checkCustomCall(n8n, check, simulator);
		for (const one of samples) {
			await check(titleOf(one), async () => await checkOperation(n8n, simulator, credentialFor(one), one));
		}
		await checkFiles(n8n, check, simulator, credential);
		await checkSecret(n8n, check, simulator, credential);
		await checkMany(n8n, check, simulator, credential);
		await checkLimit(n8n, check, limited);
		await checkFailure(n8n, check, simulator, credential);
	} finally {
		await Promise.all([simulator.close(), limited.close()]);
	}
}

async function checkCredential(
	n8n: RunningN8n,
	check: Check,
	simulator: Simulator,
	credential: Credential,
): Promise<void> {
	await check('the credential passes its test', async () => {
		deepStrictEqual((await n8n.testCredential(credential)).status, 'OK');
		deepStrictEqual(recorded(simulator), [{ method: 'GET', path: '/v1/calendars/events/list', query: { pagination_limit: '1' } }]);
	});
	await check("a wrong key's test fails and says why", async () => {
		const wrong = await lumaCredential(n8n, simulator.url, wrongKey);
		const { status, message } = await n8n.testCredential(wrong);
		strictEqual(status, 'Error');
		match(message, /Unauthorized|key/i);
	});
}

/** What Luma adds tomorrow is asked for with n8n's own node and the same credential. */
async function checkCustomCall(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	/** Luma's answer, and the request with the calendar that it named. */
	const call = async ({ id, name }: Credential, path: string) => {
		simulator.reset();
		const request = node(
			'HTTP Request',
			'n8n-nodes-base.httpRequest',
			{ url: `${simulator.url}${path}`, authentication: 'predefinedCredentialType', nodeCredentialType: 'lumaApi', options: {} },
			{ typeVersion: 4.2, credentials: { lumaApi: { id, name } } },
		);
		const execution = (await n8n.runWorkflow(withInput('Custom call', [{}], [request]))).orThrow();
		const requests = simulator.requests.map(({ method, path: asked, authorized, headers }) => [method, asked, authorized, headers['x-luma-calendar-id']]);
		return { answer: execution.items(request.name).map(({ json }) => json), requests };
	};
	const self = '/v1/users/get-self';
	await check("n8n's HTTP Request node with the credential gives Luma's answer, and its request has the key", async () => {
		const { answer, requests } = await call(await lumaCredential(n8n, simulator.url), self);
		assertContains(answer, [{ id: 'usr-host', email: 'host@example.com', name: 'Simulator Host' }]);
		deepStrictEqual(requests, [['GET', self, true, undefined]]);
	});
	await check("n8n's HTTP Request node with the credential of an organization names the calendar, except about the organization", async () => {
		const calendarId = seed.calendars.second;
		const organization = await n8n.createCredential('Luma simulator', 'lumaApi', { apiKey: organizationKey, calendarId, baseUrl: simulator.url });
		const [ofCalendar, ofOrganization] = ['/v1/calendars/get', '/v1/organizations/calendars/list'];
		const { answer, requests } = await call(organization, ofCalendar);
		assertContains(answer, [{ id: calendarId }]);
		deepStrictEqual(requests, [['GET', ofCalendar, true, calendarId]]);
		deepStrictEqual((await call(organization, ofOrganization)).requests, [['GET', ofOrganization, true, undefined]]);
	});
}

async function checkOperation(
	n8n: RunningN8n,
	simulator: Simulator,
	credential: Credential,
	sample: Sample,
): Promise<void> {
	const { resource, operation, parameters, items } = sample;
	simulator.reset();
	const execution = await n8n.runWorkflow(
		withInput(`${resource}: ${operation}`, [{}], [luma(credential, resource, operation, parameters)]),
	);
	const output = execution.orThrow().items(LUMA);
	deepStrictEqual(recorded(simulator), expected(sample));
	assertContains(
		output.map(({ json }) => json),
		items(simulator),
	);
	for (const { pairedItem } of output) deepStrictEqual(pairedItem, { item: 0 });
}

/** Who runs the endpoint of a webhook gets its secret; who looks at the execution does not, where n8n sees to that. */
async function checkSecret(n8n: RunningN8n, check: Check, simulator: Simulator, credential: Credential): Promise<void> {
	const { id, secret } = seed.webhook;
	const after = node('After', 'n8n-nodes-base.set', { mode: 'raw', jsonOutput: "={{ { length: $('Luma').item.json.secret.length } }}" }, { typeVersion: 3.4 });
	const run = async () => {
		simulator.reset();
		return (await n8n.runWorkflow(withInput('Secret', [{}], [luma(credential, 'webhook', 'get', { webhookId: byId(id), options: { includeSecret: true } }), after]))).orThrow();
	};
	await check('webhook: get with Include Secret gives it to the node behind', async () => {
		deepStrictEqual((await run()).items(after.name).map(({ json }) => json), [{ length: secret.length }]);
	});
	await needing('hiddenFields', check)('webhook: get with Include Secret shows it in no execution', async () => {
		ok(!(await run()).text.includes(secret));
	});
}

async function checkMany(
	n8n: RunningN8n,
	check: Check,
	simulator: Simulator,
	credential: Credential,
): Promise<void> {
	await check('guest: getAll returns all of 1,234 guests', async () => {
		simulator.reset();
		const all = luma(credential, 'guest', 'getAll', { eventId: byId(conference), returnAll: true });
		const execution = await n8n.runWorkflow(withInput('All guests', [{}], [all]));
		const output = execution.orThrow().items(LUMA);
		strictEqual(output.length, 1234);
		deepStrictEqual(
			output.map(({ json }) => json.id),
			simulator.guests(conference).map(({ id }) => id),
		);
		strictEqual(simulator.requests.length, 13);
	});
}

async function checkLimit(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	const credential = await lumaCredential(n8n, simulator.url);
	await check(`${manyItems} items through guest: get, all linked, within the rate limit`, async () => {
		const numbers = Array.from({ length: manyItems }, (_, index) => ({ number: index + 1 }));
		const guestId = byId('=guest{{ $json.number }}@example.com');
		const after = node(
			'After',
			'n8n-nodes-base.set',
			{
				mode: 'raw',
				jsonOutput:
					"={{ { number: $('Start').item.json.number, email: $('Luma').item.json.user_email } }}",
			},
			{ typeVersion: 3.4 },
		);
		const get = luma(credential, 'guest', 'get', { eventId: byId(conference), guestId });
		const execution = await n8n.runWorkflow(withInput('Many items', numbers, [get, after]));
		execution.orThrow();
		deepStrictEqual(
			execution.items(LUMA).map(({ pairedItem }) => pairedItem),
			numbers.map((_, item) => ({ item })),
		);
		deepStrictEqual(
			execution.items(after.name).map(({ json }) => json),
			numbers.map(({ number }) => ({ number, email: `guest${number}@example.com` })),
		);
		strictEqual(simulator.requests.length, manyItems);
		ok(simulator.requests.every(({ status }) => status === 200));
	});
}

async function checkFailure(
	n8n: RunningN8n,
	check: Check,
	simulator: Simulator,
	credential: Credential,
): Promise<void> {
	await check('an unknown event: the error names it, and no key is to be seen', async () => {
		const get = (one: Credential) => luma(one, 'event', 'get', { eventId: byId(unknownEvent) });
		const execution = await n8n.runWorkflow(withInput('Unknown', [{}], [get(credential)]));
		strictEqual(execution.status, 'error');
		const { message, description } = execution.error ?? {};
		match(`${message} ${description}`, new RegExp(unknownEvent));

		const wrong = await lumaCredential(n8n, simulator.url, wrongKey);
		const refused = await n8n.runWorkflow(withInput('Refused', [{}], [get(wrong)]));
		strictEqual(refused.status, 'error');
		for (const key of [apiKey, wrongKey]) {
			for (const text of [execution.text, refused.text, n8n.log]) ok(!text.includes(key));
		}
	});
}
