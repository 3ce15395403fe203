import nock from '../../nock';
import { baseUrl } from '../../engine';
import { apiKey, startSimulator, type Simulator, type SimulatorOptions } from '../../simulator';
import { deliver } from './delivering';
import { Published } from './support';

let simulator: Simulator;

async function simulate(options: SimulatorOptions = {}): Promise<void> {
	await simulator?.close();
	simulator = await startSimulator({ rateLimit: false, webhooks: false, ...options });
}

beforeEach(async () => await simulate());

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

	it('asks for all types where All Events is chosen, alone or among others', async () => {
		await new Published(simulator, { eventTypes: ['event.created', '*'] }).publish();
		expect(simulator.webhooks()[0].event_types).toEqual(['*']);
	});

	it('fails where nothing is chosen, and says so', async () => {
		await expect(new Published(simulator, { eventTypes: [] }).publish()).rejects.toThrow('Trigger On: choose at least one kind of event');
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

	it('deletes the webhook of an address that n8n has left', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		workflow.address = 'https://moved.example.com';
		await workflow.publish();
		expect(simulator.webhooks().map(({ url }) => url)).toEqual(['https://moved.example.com/webhook/webhook-id/webhook']);
	});
});

describe('taking offline', () => {
	it('deletes the webhook and forgets it', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		await workflow.unpublish();
		expect(simulator.webhooks()).toEqual([]);
		expect(workflow.kept).toEqual({});
	});

	it('is content with a webhook that is gone already', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		await ask('/v1/webhooks/delete', { id: simulator.webhooks()[0].id });
		await workflow.unpublish();
		expect(workflow.kept).toEqual({});
	});

	it('finds the webhook by its address where n8n could not save its id', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		workflow.static = {};
		await workflow.unpublish();
		expect(simulator.webhooks()).toEqual([]);
	});

	it('fails where Luma does, so that n8n tries again', async () => {
		const workflow = new Published(simulator);
		await workflow.publish();
		simulator.fail({ path: '/v1/webhooks/delete', status: 500, message: 'Something broke.' });
		await expect(workflow.unpublish()).rejects.toThrow('Something broke');
		await workflow.unpublish();
		expect(simulator.webhooks()).toEqual([]);
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
			await expect(workflow.publish()).rejects.toThrow(/Luma cannot reach this n8n.*WEBHOOK_URL/s);
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
		await expect(new Published(simulator).publish()).rejects.toThrow(/You are not signed in\. Luma does not know the API key\. Check it in the credential/);
	});
});
