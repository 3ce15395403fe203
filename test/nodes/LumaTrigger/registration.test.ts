import nock from '../../nock';
import { baseUrl } from '../../engine';
import { apiKey, startSimulator, type Simulator, type SimulatorOptions } from '../../simulator';
import { clock } from '../../../nodes/Luma/api/clock';
import { deliver } from './delivering';
import { logged, Published } from './support';

let simulator: Simulator;

async function simulate(options: SimulatorOptions = {}): Promise<void> {
	await simulator?.close();
	simulator = await startSimulator({ rateLimit: false, webhooks: false, ...options });
}

const { wait: realWait, random: realRandom } = clock;

/** Milliseconds that the node has waited before it tried again. */
const waits: number[] = [];

beforeEach(async () => {
	waits.length = 0;
	logged.length = 0;
	clock.wait = async (milliseconds) => void waits.push(milliseconds);
	clock.random = () => 0.5;
	await simulate();
});

afterEach(() => {
	Object.assign(clock, { wait: realWait, random: realRandom });
	nock.cleanAll();
});

afterAll(async () => await simulator.close());

async function ask(path: string, body: object) {
	const response = await fetch(simulator.url + path, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify(body) });
	return (await response.json()) as { id: string; secret: string };
}

describe('publishing', () => {
	it('registers the address of the node for the chosen types, and keeps id and secret', async () => {
		const workflow = new Published(simulator, { eventTypes: ['guest.registered', 'event.updated'] });
		await workflow.publish();
		const [{ id, secret, ...webhook }] = simulator.webhooks();
		expect(webhook).toMatchObject({ url: workflow.url, event_types: ['guest.registered', 'event.updated'], status: 'active' });
		expect(workflow.kept).toEqual({ webhookId: id, webhookUrl: workflow.url, secret });
	});

	it('asks for all types where All is chosen, alone or among others', async () => {
		await new Published(simulator, { eventTypes: ['event.created', '*'] }).publish();
		expect(simulator.webhooks()[0].event_types).toEqual(['*']);
	});

	it('fails where nothing is chosen, and says so', async () => {
		await expect(new Published(simulator, { eventTypes: [] }).publish()).rejects.toThrow("Choose at least one option in 'Trigger On'");
		expect(simulator.webhooks()).toEqual([]);
	});

	it('takes over what is registered for its address, however many pages down', async () => {
		const workflow = new Published(simulator, { eventTypes: ['guest.registered'] });
		for (let other = 0; other < 230; other += 1) await ask('/v2/webhooks/create', { url: `https://example.com/${other}`, event_types: ['*'] });
		const { id, secret } = await ask('/v2/webhooks/create', { url: workflow.url, event_types: ['*'] });
		await ask('/v2/webhooks/update', { id, status: 'paused' });
		await workflow.publish();
		expect(workflow.asked).toEqual([...Array<string>(3).fill('GET /v1/webhooks/list'), 'POST /v2/webhooks/update']);
		expect(simulator.webhooks().find(({ url }) => url === workflow.url)).toMatchObject({ id, event_types: ['guest.registered'], status: 'active' });
		expect(workflow.kept).toEqual({ webhookId: id, webhookUrl: workflow.url, secret });
		expect(simulator.webhooks()).toHaveLength(231);
	});

	it('changes nothing at Luma where all is in line', async () => {
		const workflow = new Published(simulator, { eventTypes: ['event.updated', 'guest.registered'] });
		await ask('/v2/webhooks/create', { url: workflow.url, event_types: ['guest.registered', 'event.updated'] });
		await workflow.publish();
		expect(workflow.asked).toEqual(['GET /v1/webhooks/list']);
	});

	it('leaves one webhook where Luma has several for the address', async () => {
		const workflow = new Published({ url: baseUrl });
		const webhook = { url: workflow.url, event_types: ['*'], status: 'active', secret: 'whsec_1', created_at: '2026-10-01T08:00:00.000Z' };
		const entries = [{ ...webhook, id: 'wh-1' }, { ...webhook, id: 'wh-2' }];
		const luma = nock(baseUrl).get(/list/).reply(200, { entries, has_more: false }).post('/v1/webhooks/delete', { id: 'wh-2' }).reply(200, {});
		await workflow.publish();
		expect(workflow.kept.webhookId).toBe('wh-1');
		luma.done();
	});

	it('names in the log the webhook of an address that n8n has left, since it may be that of another n8n', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		const [{ id, url }] = simulator.webhooks();
		workflow.address = 'https://moved.example.com';
		await workflow.publish();
		expect(simulator.webhooks().map((webhook) => webhook.url)).toEqual([url, workflow.url]);
		expect(workflow.kept.webhookUrl).toBe(workflow.url);
		expect(logged.join('\n')).toContain(`the webhook ${id} for ${url} is left in Luma, because the webhook URL of this node is ${workflow.url}. If no other n8n uses it, delete it in Luma.`);
	});

	it.each([
		['an empty list of types', { event_types: [] }],
		['no types', { event_types: null }],
		['types twice', { event_types: ['guest.registered', 'guest.registered'] }],
		['more types', { event_types: ['guest.registered', 'event.updated', 'event.created'] }],
		['a status that is no status', { status: null }],
	])('brings a webhook in line that has %s', async (_what, odd) => {
		const workflow = new Published({ url: baseUrl }, { eventTypes: ['guest.registered', 'event.updated'] });
		const webhook = { id: 'wh-1', url: workflow.url, event_types: ['guest.registered', 'event.updated'], status: 'active', secret: 'whsec_1' };
		const luma = nock(baseUrl).get(/list/).reply(200, { entries: [{ ...webhook, ...odd }], has_more: false }).post('/v2/webhooks/update', { id: 'wh-1', event_types: webhook.event_types, status: 'active' }).reply(200, webhook);
		await workflow.publish();
		expect(workflow.kept).toEqual({ webhookId: 'wh-1', webhookUrl: workflow.url, secret: 'whsec_1' });
		luma.done();
	});

	it('knows its address however Luma writes it', async () => {
		const workflow = new Published({ url: baseUrl }, undefined, 'https://N8N.example.com:443');
		const entries = [{ id: 'wh-0', url: null }, { id: 'wh-1', url: 'https://n8n.example.com/webhook/webhook-id/webhook', event_types: ['*'], status: 'active', secret: 'whsec_1' }];
		const luma = nock(baseUrl).get(/list/).times(2).reply(200, { entries, has_more: false });
		await workflow.publish();
		await workflow.publish();
		expect(workflow.kept.webhookId).toBe('wh-1');
		luma.done();
	});
});

describe('a secret that Luma lists as empty', () => {
	const webhook = (workflow: Published) => ({ id: 'wh-1', url: workflow.url, event_types: ['*'], status: 'active', secret: '' });

	it('leaves the one that is known', async () => {
		const workflow = new Published({ url: baseUrl });
		workflow.static = { 'node:Luma Trigger': { webhookId: 'wh-1', webhookUrl: workflow.url, secret: 'whsec_known' } };
		const luma = nock(baseUrl).get(/list/).reply(200, { entries: [webhook(workflow)], has_more: false });
		await workflow.publish();
		expect(workflow.kept.secret).toBe('whsec_known');
		luma.done();
	});

	it('has the webhook made anew where none is known, since Luma tells it then', async () => {
		const workflow = new Published({ url: baseUrl });
		const luma = nock(baseUrl)
			.get(/list/).reply(200, { entries: [webhook(workflow)], has_more: false })
			.post('/v1/webhooks/delete', { id: 'wh-1' }).reply(200, {})
			.post('/v2/webhooks/create').reply(200, { ...webhook(workflow), id: 'wh-2', secret: 'whsec_2' });
		await workflow.publish();
		expect(workflow.kept).toEqual({ webhookId: 'wh-2', webhookUrl: workflow.url, secret: 'whsec_2' });
		luma.done();
	});
});

it('does not take the secret of a webhook that is gone for that of another one at the same address', async () => {
	const workflow = new Published({ url: baseUrl });
	workflow.static = { 'node:Luma Trigger': { webhookId: 'wh-gone', webhookUrl: workflow.url, secret: 'whsec_gone' } };
	const other = { id: 'wh-1', url: workflow.url, event_types: ['*'], status: 'active', secret: null };
	const luma = nock(baseUrl)
		.get(/list/).reply(200, { entries: [other], has_more: false })
		.post('/v1/webhooks/delete', { id: 'wh-1' }).reply(200, {})
		.post('/v2/webhooks/create').reply(200, { ...other, id: 'wh-2', secret: 'whsec_2' });
	await workflow.publish();
	expect(workflow.kept).toEqual({ webhookId: 'wh-2', webhookUrl: workflow.url, secret: 'whsec_2' });
	luma.done();
});

describe('a copy of the workflow, exported and imported, static data and all', () => {
	const copyOf = (original: Published) => {
		const copy = new Published(simulator, undefined, 'https://staging.example.com');
		copy.static = structuredClone(original.static);
		return copy;
	};
	const urls = () => simulator.webhooks().map(({ url }) => url).sort();

	it('leaves the webhook of the original, published and taken offline', async () => {
		const original = new Published(simulator);
		await original.publish();
		const copy = copyOf(original);
		await copy.publish();
		expect(urls()).toEqual([original.url, copy.url].sort());
		await copy.unpublish();
		expect(urls()).toEqual([original.url]);
		expect((await deliver(original, { type: 'event.created', data: {} })).item).toBeDefined();
	});

	it('also when it was never published here, or publishing it failed', async () => {
		const original = new Published(simulator);
		await original.publish();
		await copyOf(original).unpublish();
		expect(urls()).toEqual([original.url]);
		simulator.fail({ path: '/v2/webhooks/create', status: 403, message: 'No access.' });
		const copy = copyOf(original);
		await expect(copy.publish()).rejects.toThrow('No access');
		expect(urls()).toEqual([original.url]);
		await copy.publish();
		expect(urls()).toEqual([original.url, copy.url].sort());
	});
});

describe('taking offline', () => {
	it('deletes the webhook and forgets it', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		workflow.asked.length = 0;
		await workflow.unpublish();
		expect(simulator.webhooks()).toEqual([]);
		expect(workflow.kept).toEqual({});
		expect(workflow.asked).toEqual(['POST /v1/webhooks/delete']);
	});

	it('is content with a webhook that is gone already', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		await ask('/v1/webhooks/delete', { id: simulator.webhooks()[0].id });
		await workflow.unpublish();
		expect(workflow.kept).toEqual({});
	});

	it('deletes what has its address where the webhook of its id is gone', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		await ask('/v1/webhooks/delete', { id: simulator.webhooks()[0].id });
		await ask('/v2/webhooks/create', { url: workflow.url, event_types: ['*'] });
		await workflow.unpublish();
		expect(simulator.webhooks()).toEqual([]);
	});

	it('finds the webhook by its address where n8n could not save its id', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		workflow.static = {};
		await workflow.unpublish();
		expect(simulator.webhooks()).toEqual([]);
	});

	it.each([
		['503', { status: 503 }],
		['a lost answer', { kind: 'resetAfterHandling' }],
		['a lost request', { kind: 'reset' }],
		['a damaged answer', { kind: 'cutOff' }],
	] as const)('tries again after %s, three times', async (_what, fault) => {
		for (const times of [1, 3]) {
			const workflow = new Published(simulator);
			await workflow.publish();
			simulator.fail({ path: '/v1/webhooks/delete', ...fault, times });
			await workflow.unpublish();
			expect(simulator.webhooks()).toEqual([]);
			expect(workflow.kept).toEqual({});
			simulator.reset();
		}
		expect(waits.slice(0, 1)).toEqual([500]);
	});

	it('names what is left in the log in the end, and fails; the next publication leaves one webhook, the next taking offline none', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		const [{ id, url }] = simulator.webhooks();
		simulator.fail({ path: '/v1/webhooks/delete', status: 500, message: 'Something broke.', times: 4 });
		await expect(workflow.unpublish()).rejects.toThrow('Something broke');
		expect(waits).toEqual([500, 1000, 2000]);
		expect(logged.join('\n')).toContain(`the webhook ${id} for ${url} could not be deleted and is still in Luma: Something broke. Publishing the workflow again takes it over or deletes it.`);
		await workflow.publish();
		expect(simulator.webhooks().map((webhook) => webhook.id)).toEqual([id]);
		await workflow.unpublish();
		expect(simulator.webhooks()).toEqual([]);
	});

	it.each([403, 307, 400])('does not try a refusal again: %i', async (status) => {
		const workflow = new Published(simulator);
		await workflow.publish();
		simulator.fail({ path: '/v1/webhooks/delete', status, message: 'No access.' });
		await expect(workflow.unpublish()).rejects.toThrow('No access');
		expect(waits).toEqual([]);
		expect(logged.join('\n')).toContain('is still in Luma: No access.');
	});
});

describe('while it registers the webhook, Luma may try the address', () => {
	const ping = async (workflow: Published, body: string, headers: Record<string, string>) => {
		let status = 0;
		nock(baseUrl).get(/list/).reply(200, { entries: [], has_more: false });
		nock(baseUrl)
			.post('/v2/webhooks/create')
			.reply(async () => {
				({ status } = await workflow.deliver(Buffer.from(body), headers));
				return status < 300 ? [200, { id: 'wh-1', secret: 'whsec_1' }] : [400, { message: 'Could not verify the url.' }];
			});
		await workflow.publish();
		return status;
	};

	it.each([
		['with nothing', '', {}],
		['with JSON', '{"type":"ping"}', { 'content-type': 'application/json' }],
		['with an empty object', '{}', { 'content-type': 'application/json' }],
		['with text', 'ping', { 'content-type': 'text/plain' }],
	])('%s, unsigned: it gets a 200, starts nothing, and the workflow is published', async (_what, body, headers) => {
		for (const parameters of [{ eventTypes: ['guest.registered'] }, { eventTypes: ['guest.registered'], options: { signature: 'off' } }]) {
			const workflow = new Published({ url: baseUrl }, parameters);
			expect(await ping(workflow, body, headers)).toBe(200);
			expect(workflow.kept.webhookId).toBe('wh-1');
			expect((await workflow.deliver(Buffer.from(''), {})).status).toBe(415);
		}
	});

	it('also where n8n still has the id of a webhook that is gone', async () => {
		const workflow = new Published({ url: baseUrl });
		workflow.static = { 'node:Luma Trigger': { webhookId: 'wh-0', webhookUrl: workflow.url, secret: 'whsec_0' } };
		expect(await ping(workflow, '{}', { 'content-type': 'application/json' })).toBe(200);
		expect((await workflow.deliver(Buffer.from('{"type":"event.created"}'), { 'content-type': 'application/json' })).status).toBe(401);
	});
});

describe('when publishing fails', () => {
	it.each([
		['is lost', { kind: 'resetAfterHandling' }],
		['is damaged', { kind: 'cutOff', handled: true }],
		['is an error although it was done', { status: 502, handled: true }],
	] as const)('uses the webhook that Luma has made where the answer %s', async (_what, fault) => {
		simulator.fail({ path: '/v2/webhooks/create', ...fault });
		const workflow = new Published(simulator);
		await workflow.publish();
		expect(simulator.webhooks()).toHaveLength(1);
		expect(workflow.kept.webhookId).toBe(simulator.webhooks()[0].id);
		expect((await deliver(workflow, { type: 'event.created', data: {} })).item).toBeDefined();
	});

	it.each(['httpCode', 'nothing'])('uses it also in an n8n whose errors have no cause, and tell of a lost connection by %s', async (by) => {
		simulator.fail({ path: '/v2/webhooks/create', kind: 'resetAfterHandling' });
		const workflow = new Published(simulator);
		workflow.failsWith = (error) => Object.assign(error, { cause: undefined, code: undefined, httpCode: by === 'httpCode' ? 'ECONNRESET' : null });
		await workflow.publish();
		expect(simulator.webhooks()).toHaveLength(1);
		expect(workflow.kept.webhookId).toBe(simulator.webhooks()[0].id);
		simulator.fail({ path: '/v1/webhooks/delete', kind: 'resetAfterHandling' });
		await workflow.unpublish();
		expect(simulator.webhooks()).toEqual([]);
	});

	it('uses the webhook that Luma has made where the answer has no ID', async () => {
		const workflow = new Published({ url: baseUrl });
		const webhook = { id: 'wh-1', url: workflow.url, event_types: ['*'], status: 'active', secret: 'whsec_1' };
		const luma = nock(baseUrl)
			.get(/list/).reply(200, { entries: [], has_more: false })
			.post('/v2/webhooks/create').reply(200, {})
			.get(/list/).reply(200, { entries: [webhook], has_more: false });
		await workflow.publish();
		expect(workflow.kept).toEqual({ webhookId: 'wh-1', webhookUrl: workflow.url, secret: 'whsec_1' });
		luma.done();
	});

	it('shows the secret of no webhook that Luma has not named', async () => {
		const luma = nock(baseUrl)
			.get(/list/).reply(200, { entries: [], has_more: false }).persist()
			.post('/v2/webhooks/create').reply(200, { secret: 'whsec_1', status: 'active' });
		const error = await new Published({ url: baseUrl }).publish().catch((thrown: Error) => thrown);
		expect(error).toMatchObject({ message: expect.stringMatching(/^Luma responded without the ID of the new webhook/) as string });
		expect(JSON.stringify({ ...(error as Error) })).not.toContain('whsec_1');
		luma.done();
		nock.cleanAll();
	});

	it.each([
		['url must be a public address.', true],
		['Invalid URL', true],
		['Webhook URL is not reachable', true],
		['The host could not be resolved', true],
		['event_types: expected array', false],
		['You need to give a calendar in x-luma-calendar-id.', false],
		['Missing API key', false],
		['A webhook with this url exists already.', false],
		['Too many webhooks', false],
	])('Luma says "%s": advice about the address: %j', async (message, advice) => {
		simulator.fail({ path: '/v2/webhooks/create', status: 400, message });
		const error = await new Published(simulator).publish().catch((thrown: Error) => thrown.message);
		expect(error).toContain(message.replace(/\.$/, ''));
		expect(String(error).includes('WEBHOOK_URL')).toBe(advice);
	});

	it('leaves nothing behind where even that cannot be found out', async () => {
		simulator.fail({ path: '/v2/webhooks/create', kind: 'resetAfterHandling' });
		simulator.fail({ path: '/v1/webhooks/list', skip: 1, status: 403, message: 'No access.' });
		await expect(new Published(simulator).publish()).rejects.toThrow('No access');
		expect(simulator.webhooks()).toEqual([]);
	});

	it('deletes a webhook that it could not bring in line', async () => {
		const workflow = new Published(simulator);
		await ask('/v2/webhooks/create', { url: workflow.url, event_types: ['event.created'] });
		simulator.fail({ path: '/v2/webhooks/update', status: 500 });
		await expect(workflow.publish()).rejects.toThrow();
		expect(simulator.webhooks()).toEqual([]);
	});

	it('says what to set where Luma refuses the address', async () => {
		await simulate({ refusePrivateUrls: true });
		const workflow = new Published(simulator, undefined, 'http://localhost:5678');
		await expect(workflow.publish()).rejects.toThrow(/url must be a public address.*http:\/\/localhost:5678\/webhook\/.*WEBHOOK_URL.*https/s);
	});

	it('says so before it asks Luma for what cannot work', async () => {
		const inside = ['http://localhost:5678', 'http://127.0.0.1', 'https://10.1.2.3', 'http://192.168.0.7:5678', 'http://172.20.0.2', 'http://n8n:5678', 'https://n8n.local', 'http://[::1]:5678', 'http://[fd00::1]'];
		for (const address of inside) {
			const lists = nock(baseUrl).get(/list/).times(2).reply(200, { entries: [], has_more: false });
			const workflow = new Published({ url: baseUrl }, undefined, address);
			await expect(workflow.publish()).rejects.toThrow(/Luma can't reach this n8n instance\..*WEBHOOK_URL/s);
			lists.done();
		}
	});

	it.each(['https://n8n.example.com', 'http://203.0.113.5:5678', 'https://10.example.com', 'https://localhost.example.com', 'http://[2001:db8::1]'])('lets %s through', async (address) => {
		const luma = nock(baseUrl).get(/list/).reply(200, { entries: [], has_more: false }).post('/v2/webhooks/create').reply(200, { id: 'wh-1', url: address, secret: 'whsec_1' });
		await new Published({ url: baseUrl }, undefined, address).publish();
		luma.done();
	});

	it('says what to do about a key that Luma does not know, in the message', async () => {
		simulator.fail({ status: 401, message: 'You are not signed in.', times: 2 });
		await expect(new Published(simulator).publish()).rejects.toThrow(/You are not signed in\. Luma doesn't recognize the API key in the credential\. Copy it again/);
	});
});
