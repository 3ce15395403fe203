import nock from '../../nock';
import { baseUrl } from '../../engine';
import { clock } from '../../../nodes/Luma/api/clock';
import type { LumaTrigger } from '../../../nodes/LumaTrigger/LumaTrigger.node.ts';
import { apiKey, seed, startSimulator, type Simulator } from '../../simulator';
import { deliver, headersOf, now, v1, without } from './delivering';
import { logged, Published } from './support';

let simulator: Simulator;
let workflow: Published;

const event = { type: 'event.created', data: { id: 'evt-1', name: 'Evening' } };
const guest = { type: 'guest.updated', data: { id: 'gst-1', approval_status: 'waitlist', event: { id: 'evt-1' } } };

const published = async (parameters?: ConstructorParameters<typeof Published>[1]) => {
	const one = new Published(simulator, parameters);
	await one.publish();
	one.asked.length = 0;
	return one;
};

/** The node as another process has it, or this one after a restart. */
function inNewProcess(): LumaTrigger {
	let Node!: new () => LumaTrigger;
	jest.isolateModules(() => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		({ LumaTrigger: Node } = require('../../../nodes/LumaTrigger/LumaTrigger.node.ts') as { LumaTrigger: typeof Node });
	});
	return new Node();
}

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, webhooks: false });
});

beforeEach(async () => {
	simulator.reset();
	for (const id of ['evt-1', 'evt-2', 'evt-3']) simulator.addEvent({ id });
	workflow = await published();
	logged.length = 0;
});

afterAll(async () => await simulator.close());

const { now: realNow } = clock;

afterEach(() => {
	clock.now = realNow;
});

describe('a delivery', () => {
	it('starts the workflow with its data at the top level', async () => {
		const time = now() - 7;
		const all = await published({ eventTypes: ['*'], output: 'data' });
		const { status, item } = await deliver(all, event, { time, id: 'whd-7' });
		expect(status).toBe(200);
		expect(item).toEqual({ json: { type: 'event.created', deliveryId: 'whd-7', deliveredAt: new Date(time * 1000).toISOString(), id: 'evt-1', name: 'Evening' } });
	});

	it('or as it was delivered', async () => {
		const as = await published({ eventTypes: ['*'], output: 'delivery' });
		const { item } = await deliver(as, event);
		expect(item?.json).toEqual({ type: 'event.created', deliveryId: 'whd-1', deliveredAt: expect.any(String), data: event.data });
	});

	it('keeps type and deliveryId apart from fields of the same name', async () => {
		const { item } = await deliver(workflow, { type: 'event.created', data: { type: 'party', deliveryId: 'x', deliveredAt: 'y' } });
		expect(item?.json).toEqual({ type: 'event.created', deliveryId: 'whd-1', deliveredAt: expect.stringMatching(/Z$/) });
	});

	it('of a type or with data that Luma has not yet comes through', async () => {
		expect((await deliver(workflow, { type: 'raffle.won', data: ['a'] }, { id: '1' })).item?.json).toMatchObject({ type: 'raffle.won', data: ['a'] });
		expect((await deliver(workflow, { type: 'raffle.drawn' }, { id: '2' })).item?.json).toMatchObject({ type: 'raffle.drawn' });
	});

	it('is read from its bytes: spaces, escapes and letters of all kinds', async () => {
		const body = '{ "type" : "event.created",\n"data":{"name":"Fête \\u00e9 東京 😀"} }';
		expect((await deliver(workflow, body)).item?.json.name).toBe('Fête é 東京 😀');
	});

	it.each(['event.created', 'event.canceled', 'guest.registered', 'guest.refunded', 'ticket.registered', 'calendar.event.added', 'calendar.event.submitted', 'calendar.person.subscribed', 'calendar.person.unsubscribed'])('of type %s is taken as the simulator has it', async (type) => {
		const data = simulator.example(type);
		const all = await published({ eventTypes: ['*'], output: 'data' });
		const { item } = await deliver(all, { type, data });
		expect(item?.json).toMatchObject({ ...data, type });
		const simple = (await deliver(workflow, { type, data })).item!.json;
		expect(simple).toMatchObject({ type, id: (data as { id: string }).id });
		expect(Object.keys(simple).length).toBeLessThan(Object.keys(item!.json).length + 6);
	});
});

it('says once that Luma delivers to an address that n8n has left', async () => {
	const { url } = workflow;
	workflow.address = 'https://moved.example.com';
	for (const id of ['1', '2']) expect((await deliver(workflow, event, { id })).status).toBe(200);
	const line = `Luma delivers to ${url}, but the webhook URL of this node is now ${workflow.url}. Unpublish the workflow and publish it again`;
	expect(logged.filter((one) => one.includes(line))).toHaveLength(1);
});

it('says nothing of the address in test mode, where n8n tells another one', async () => {
	workflow.address = 'https://moved.example.com';
	workflow.mode = 'manual';
	expect((await deliver(workflow, event)).status).toBe(200);
	expect(logged.filter((one) => one.includes('is now'))).toEqual([]);
});

it('that cannot be judged fails, and its next try does not wait for it', async () => {
	workflow.set({ eventTypes: ['*'], filters: { guestStatuses: '={{ "no such status" }}' } });
	for (let tries = 0; tries < 2; tries += 1) expect(await deliver(workflow, guest, { id: 'same' })).toMatchObject({ status: 500, body: { message: expect.stringContaining('Guest Statuses') } });
	workflow.set({ eventTypes: ['*'] });
	expect((await deliver(workflow, guest, { id: 'same' })).item).toBeDefined();
});

describe('filters', () => {
	const filtered = async (filters: object, deliveries: object[]) => {
		const one = await published({ eventTypes: ['*'], filters: filters as never });
		const started: boolean[] = [];
		for (const [index, what] of deliveries.entries()) {
			const { status, item } = await deliver(one, what, { id: String(index) });
			expect(status).toBe(200);
			started.push(item !== undefined);
		}
		return started;
	};
	const person = { type: 'calendar.person.subscribed', data: { id: 'usr-1' } };

	it('let through what is about one of the events, or about none', async () => {
		const deliveries = [event, guest, { type: 'event.updated', data: { id: 'evt-2' } }, { type: 'ticket.registered', data: { id: 'gst-2', event: { id: 'evt-2' } } }, { type: 'calendar.event.added', data: { id: 'evt-3' } }, person];
		expect(await filtered({ eventIds: ['evt-1'] }, deliveries)).toEqual([true, true, false, false, false, true]);
		expect(await filtered({ eventIds: ['evt-1', 'evt-3'] }, deliveries)).toEqual([true, true, false, false, true, true]);
		expect(await filtered({ eventIds: [] }, deliveries)).toEqual([true, true, true, true, true, true]);
	});

	it('let through guests of one of the statuses, and what is no guest', async () => {
		const approved = { type: 'guest.registered', data: { id: 'gst-2', approval_status: 'approved', event: { id: 'evt-1' } } };
		expect(await filtered({ guestStatuses: ['approved'] }, [approved, guest, event, person])).toEqual([true, false, true, true]);
		expect(await filtered({ guestStatuses: ['approved', 'waitlist'], eventIds: ['evt-2'] }, [approved, guest, person])).toEqual([false, false, true]);
	});

	it('offer the events of the calendar', async () => {
		const { requests } = simulator;
		requests.length = 0;
		const events = await workflow.options('getEvents');
		expect(events).toContainEqual(expect.objectContaining({ name: 'Summer Conference (15 Jun 2027, 09:00)', value: seed.events.conference }));
		// The coming ones and the past ones are two lists.
		expect(requests.length).toBeLessThanOrEqual(Math.ceil(events.length / 100) + 1);
	});
});

describe('a signature', () => {
	const body = Buffer.from(JSON.stringify(event));
	const signedWith = async (signature: string | undefined) => {
		const headers = without(headersOf(body, {}), 'webhook-signature');
		return await workflow.deliver(body, { ...headers, ...(signature !== undefined && { 'webhook-signature': signature }) });
	};
	const right = (time = now()) => v1(String(workflow.kept.secret), time, body);
	const wrong = 'ab'.repeat(32);

	it('holds when one of several v1 does, whatever else is there', async () => {
		const time = now();
		const digest = right(time);
		const signatures = [`t=${time},v1=${wrong},v1=${digest}`, `v1=${digest}, t=${time}`, `t=${time},v0=x,v1=zz,v1=${digest.toUpperCase()},v2=y`];
		for (const signature of signatures) expect((await signedWith(signature)).status).toBe(200);
	});

	it.each([
		['is missing', undefined, 'it has no Webhook-Signature'],
		['is empty', '', 'it has no Webhook-Signature'],
		['is text', 'nonsense', 'is not in the form t=…,v1=…'],
		['has no time', `v1=${wrong}`, 'is not in the form'],
		['has two times', `t=1,t=${now()},v1=${wrong}`, 'is not in the form'],
		['has a time that is none', `t=soon,v1=${wrong}`, 'is not in the form'],
		['has a time of 13 digits', `t=${now()}000,v1=${wrong}`, 'is not in the form'],
		['has no v1', `t=${now()}`, 'is not in the form'],
		['has a v1 that is too short', `t=${now()},v1=abcd`, 'is not in the form'],
		['does not match', `t=${now()},v1=${wrong}`, 'does not match the secret of this webhook'],
	])('that %s is refused with 401, and the log says why', async (_what, signature, reason) => {
		const { status, body: answer, item } = await signedWith(signature);
		expect(status).toBe(401);
		expect(item).toBeUndefined();
		expect(answer?.message).toMatch(/^Refused: /);
		expect(answer?.message).toContain(reason);
		const line = logged.find((text) => text.includes('Luma Trigger "Luma Trigger" refused a delivery (Webhook-Id whd-1) with 401'));
		expect(line).toContain(reason);
		expect(logged.join('\n')).not.toContain(String(workflow.kept.secret));
		expect(logged.join('\n')).not.toContain(apiKey);
	});

	it.each([
		[-300, 200],
		[-301, 401],
		[300, 200],
		[301, 401],
	])('of %i seconds from now is answered with %i', async (offset, status) => {
		const time = now();
		clock.now = () => time * 1000 + 999;
		const result = await deliver(workflow, event, { time: time + offset });
		expect(result.status).toBe(status);
		if (status === 401) expect(result.body?.message).toMatch(/signed \d+ seconds (ago|in the future).*the limit is 300 seconds/);
	});

	it('of another body does not hold', async () => {
		const other = Buffer.from(JSON.stringify({ ...event, extra: 1 }));
		expect((await workflow.deliver(other, headersOf(body, { secret: String(workflow.kept.secret) }))).status).toBe(401);
	});

	it('that does not hold has the log say which headers came, by their names alone', async () => {
		await workflow.deliver(body, { 'content-type': 'application/json', 'x-luma-signature': 'sha256=abc', authorization: 'Bearer hidden' });
		const line = logged.find((text) => text.includes('refused'));
		expect(line).toContain('(headers: content-type, x-luma-signature, authorization)');
		expect(line).not.toMatch(/sha256|hidden/);
		await workflow.deliver(body, { 'content-type': 'application/json', ...Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`x-${n}-\n`, ''])) });
		const long = logged.at(-1)!;
		expect(long).not.toContain('\n');
		expect(long.length).toBeLessThan(600);
	});

	it('cannot write lines of its own into the log', async () => {
		await deliver(workflow, event, { secret: 'wrong', id: `x\nforged line ${'y'.repeat(500)}` });
		const lines = logged.filter((text) => text.includes('refused'));
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toContain('\n');
		expect(lines[0].length).toBeLessThan(300);
	});
});

describe('a secret that has changed at Luma', () => {
	const renewed = async () => {
		const [{ id, event_types }] = simulator.webhooks();
		await fetch(`${simulator.url}/v1/webhooks/delete`, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify({ id }) });
		const made = await fetch(`${simulator.url}/v2/webhooks/create`, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify({ url: workflow.url, event_types }) });
		return ((await made.json()) as { secret: string }).secret;
	};

	it('is fetched once, and kept', async () => {
		const secret = await renewed();
		const many = await Promise.all(Array.from({ length: 20 }, async (_, n) => await deliver(workflow, event, { secret, id: String(n) })));
		expect(many.map(({ status }) => status)).toEqual(Array(20).fill(200));
		expect(workflow.asked).toEqual(['GET /v1/webhooks/list']);
		expect(workflow.kept.secret).toBe(secret);
	});

	it('holds in this process also where n8n has stored the old one over it', async () => {
		const old = workflow.kept.secret;
		const secret = await renewed();
		await deliver(workflow, event, { secret, id: '1' });
		workflow.kept.secret = old;
		expect((await deliver(workflow, event, { secret, id: '2' })).status).toBe(200);
		expect(workflow.asked).toHaveLength(1);
		expect(workflow.kept.secret).toBe(secret);
	});

	it('is asked for once a minute at most, whatever comes', async () => {
		for (let n = 0; n < 50; n += 1) await deliver(workflow, event, { secret: `wrong-${n}` });
		expect(workflow.asked).toHaveLength(1);
		clock.now = () => realNow() + 61_000;
		const later = { time: now() + 61 };
		await Promise.all([deliver(workflow, event, { secret: 'wrong', ...later }), deliver(workflow, event, { secret: 'wrong', ...later })]);
		expect(workflow.asked).toHaveLength(2);
	});

	it('is not asked for by what no secret could make right', async () => {
		await deliver(workflow, event, { headers: { 'webhook-signature': 'nonsense' } });
		await deliver(workflow, event, { secret: 'wrong', time: now() - 1000 });
		await deliver(workflow, event, { secret: 'wrong', headers: { 'content-type': 'text/plain' } });
		expect(workflow.asked).toEqual([]);
	});

	it('leads to a refusal where Luma does not tell it, or has no such webhook', async () => {
		simulator.fail({ path: '/v1/webhooks/list', status: 500, message: 'Something broke.' });
		expect((await deliver(workflow, event, { secret: 'wrong' })).status).toBe(401);
		expect(logged.join('\n')).toContain("couldn't get the webhook secret from Luma: Something broke.");
		expect(workflow.asked).toHaveLength(1);
		clock.now = () => realNow() + 61_000;
		simulator.reset();
		expect((await deliver(workflow, event, { secret: 'wrong', time: now() + 61 })).status).toBe(401);
	});

	it('is that of its own webhook, where Luma has several for the address', async () => {
		const url = workflow.url;
		const own = { id: String(workflow.kept.webhookId), url, event_types: ['*'], status: 'active', created_at: '2026-10-01T08:00:00.000Z', secret: 'whsec_own' };
		const one = new Published({ url: baseUrl });
		one.static = structuredClone(workflow.static);
		nock(baseUrl).get('/v1/webhooks/list').query(true).reply(200, { entries: [{ ...own, id: 'wh-other', secret: 'whsec_other' }, own], has_more: false }).persist();
		expect((await deliver(one, event, { secret: 'whsec_own', id: '1' })).status).toBe(200);
		expect((await deliver(one, event, { secret: 'whsec_other', id: '2' })).status).toBe(401);
		nock.cleanAll();
	});

	it('ends with its webhook, also where Luma has told it before', async () => {
		const old = await renewed();
		await deliver(workflow, event, { secret: old, id: '1' });
		await workflow.unpublish();
		await workflow.publish();
		expect((await deliver(workflow, event, { secret: old, id: '2' })).status).toBe(401);
		expect((await deliver(workflow, event, { id: '3' })).status).toBe(200);
	});

	it('is fetched where n8n could not save it', async () => {
		const secret = String(workflow.kept.secret);
		workflow.static = {};
		expect((await deliver(workflow, event, { secret })).item).toBeDefined();
		expect(workflow.kept.secret).toBe(secret);
	});
});

it('what is signed wrongly is refused before the webhook is registered too', async () => {
	const one = new Published(simulator);
	expect((await deliver(one, event, { secret: 'wrong' })).status).toBe(401);
});

it('a delivery in test mode starts the workflow beside the one that is published', async () => {
	const one = await published();
	expect((await deliver(one, event, { id: 'both' })).item).toBeDefined();
	const secret = one.kept.secret;
	one.static = { 'node:Luma Trigger': { ...one.kept, secret, handled: undefined as never } };
	one.mode = 'manual';
	expect((await deliver(one, event, { id: 'both' })).item).toBeDefined();
	expect((await deliver(one, event, { id: 'both' })).item).toBeUndefined();
});

describe('a secret that is empty', () => {
	const emptied = async (secret: unknown) => {
		const url = 'https://n8n.example.com/webhook/webhook-id/webhook';
		const webhook = { id: 'wh-1', url, event_types: ['*'], status: 'active', created_at: '2026-10-01T08:00:00.000Z', secret };
		nock(baseUrl).get('/v1/webhooks/list').query(true).reply(200, { entries: [webhook], has_more: false }).persist();
		nock(baseUrl).post('/v1/webhooks/delete').reply(200, {}).persist();
		nock(baseUrl).post('/v2/webhooks/create').reply(200, webhook).persist();
		const one = new Published({ url: baseUrl });
		await one.publish();
		return one;
	};

	afterEach(() => nock.cleanAll());

	it.each([[''], [' '], [null], [undefined], [7]])('at Luma (%j) is none: what is signed with it is refused, and the log says so', async (secret) => {
		const one = await emptied(secret);
		expect(one.kept.secret).toBeUndefined();
		expect(logged.join('\n')).toContain("Luma has given no secret for the webhook wh-1, so its deliveries can't be checked and are refused.");
		for (const key of ['', ' ', 'null', 'undefined', '7']) expect(await deliver(one, event, { secret: key })).toMatchObject({ status: 401, item: undefined });
		expect(logged.join('\n')).toContain('Luma lists no secret for the webhook wh-1');
		expect(logged.join('\n')).toContain('with 401: Luma has given no secret for this webhook');
	});

	it.each([[''], [' '], [null], [7]])('in what n8n has stored (%j) is none', async (secret) => {
		const right = String(workflow.kept.secret);
		workflow.kept.secret = secret;
		simulator.fail({ path: '/v1/webhooks/list', status: 500 });
		for (const key of ['', ' ']) expect((await deliver(workflow, event, { secret: key })).status).toBe(401);
		clock.now = () => realNow() + 61_000;
		expect((await deliver(workflow, event, { secret: right, time: now() + 61 })).status).toBe(200);
	});
});

describe('a type that was not chosen', () => {
	it('starts nothing, signed as it may be', async () => {
		const one = await published({ eventTypes: ['guest.registered', 'event.updated'] });
		for (const [type, starts] of [['guest.registered', true], ['event.updated', true], ['guest.updated', false], ['event.created', false], ['*', false], ['raffle.won', false]] as const) {
			const { status, body, item } = await deliver(one, { type, data: {} }, { id: type });
			expect([status, body?.message, item !== undefined]).toEqual([200, starts ? 'Started' : 'Not chosen', starts]);
		}
	});

	it('is none where all are chosen beside others, by expression too', async () => {
		const one = await published({ eventTypes: '={{ ["guest.registered", "*"] }} ' });
		expect((await deliver(one, event)).item).toBeDefined();
	});
});

describe('Signature: Off', () => {
	it('starts the workflow whatever the signature, once; publishing says so in the log', async () => {
		const one = await published({ eventTypes: ['*'], options: { signature: 'off' } });
		expect(logged.join('\n')).toContain(`Signature is off, so anyone who knows ${one.url} can start the workflow.`);
		const body = Buffer.from(JSON.stringify(event));
		const headers = headersOf(body, {});
		for (const [id, signature] of Object.entries({ none: undefined, nonsense: 'nonsense', wrong: headers['webhook-signature'] })) {
			const sent = { ...without(headers, 'webhook-signature'), 'webhook-id': id, ...(signature !== undefined && { 'webhook-signature': signature }) };
			expect((await one.deliver(body, sent)).item?.json).toMatchObject({ ...event.data, deliveryId: id, deliveredAt: expect.stringMatching(/Z$/) });
			expect((await one.deliver(body, sent)).item).toBeUndefined();
		}
		expect(one.asked).toEqual([]);
	});

	it('still refuses what is no delivery', async () => {
		const one = await published({ eventTypes: ['*'], options: { signature: 'off' } });
		expect((await deliver(one, '{}')).status).toBe(400);
		expect((await deliver(one, event, { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
	});

	it('by expression with a blank is read as Off, Required as Required', async () => {
		const off = await published({ eventTypes: ['*'], options: { signature: '={{ "off" }} ' } });
		expect((await deliver(off, event, { secret: 'wrong' })).status).toBe(200);
		for (const signature of ['required', '={{ "Required" }} ', '', null]) {
			const required = await published({ eventTypes: ['*'], options: { signature } });
			expect((await deliver(required, event, { secret: 'wrong' })).status).toBe(401);
		}
	});
});

describe('a body that is no delivery', () => {
	const large = JSON.stringify({ type: 'event.created', data: 'x'.repeat(1024 * 1024) });

	it.each([
		['not JSON', '{"type":', 400],
		['empty', '', 400],
		['null', 'null', 400],
		['a list', '[{"type":"event.created"}]', 400],
		['text', '"event.created"', 400],
		['without a type', '{"data":{}}', 400],
		['of a type that is no text', '{"type":7,"data":{}}', 400],
		['over 1 MB', large, 413],
	])('(%s) is refused, signed as it may be', async (_what, body, status) => {
		const result = await deliver(workflow, body);
		expect(result.status).toBe(status);
		expect(result.item).toBeUndefined();
		expect(logged.join('\n')).toContain(`with ${status}:`);
		// Only what is signed gets past the 401.
		if (status === 400) expect((await deliver(workflow, body, { secret: 'wrong' })).status).toBe(401);
	});

	it('is refused by its length alone, unread', async () => {
		const body = Buffer.from('x');
		expect((await workflow.deliver(body, { ...headersOf(body, {}), 'content-length': '1048577' })).status).toBe(413);
		const long = Buffer.from(large);
		expect((await workflow.deliver(long, without(headersOf(long, { secret: String(workflow.kept.secret) }), 'content-length'))).status).toBe(413);
	});

	it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/jsonp', ''])('is refused with the content type "%s"', async (type) => {
		expect((await deliver(workflow, event, { headers: { 'content-type': type } })).status).toBe(415);
	});

	it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset=UTF-8'])('may have the content type "%s"', async (type) => {
		expect((await deliver(workflow, event, { headers: { 'content-type': type } })).status).toBe(200);
	});
});

describe('once', () => {
	it('a repeat is answered with 200 and starts nothing', async () => {
		expect((await deliver(workflow, event)).item).toBeDefined();
		const repeat = await deliver(workflow, event, { time: now() + 2 });
		expect(repeat).toEqual({ status: 200, body: { message: 'Already handled' }, item: undefined });
		expect((await deliver(workflow, event, { id: 'whd-2' })).item).toBeDefined();
	});

	it('also after a restart of n8n, and in a process beside this one', async () => {
		await deliver(workflow, event);
		workflow.type = inNewProcess();
		expect((await deliver(workflow, event)).item).toBeUndefined();
		await deliver(workflow, event, { id: 'whd-2' });
		workflow.type = inNewProcess();
		for (const id of ['whd-1', 'whd-2']) expect((await deliver(workflow, event, { id })).item).toBeUndefined();
		expect((await deliver(workflow, event, { id: 'whd-3' })).item).toBeDefined();
	});

	it('also after it was published anew', async () => {
		await deliver(workflow, event);
		await workflow.unpublish();
		await workflow.publish();
		workflow.type = inNewProcess();
		expect((await deliver(workflow, event)).item).toBeUndefined();
	});

	it('also when another part of the workflow stores old static data over it', async () => {
		const before = structuredClone(workflow.static);
		await deliver(workflow, event);
		workflow.static = before;
		expect((await deliver(workflow, event)).item).toBeUndefined();
		await deliver(workflow, event, { id: 'whd-2' });
		workflow.type = inNewProcess();
		expect((await deliver(workflow, event)).item).toBeUndefined();
	});

	it('also when many come at the same moment: the last one stored has them all', async () => {
		let run = () => {};
		const beforeRun = new Promise<void>((resolve) => (run = resolve));
		const all = Promise.all(Array.from({ length: 20 }, async (_, n) => await deliver(workflow, event, { id: String(n) }, { beforeRun })));
		run();
		expect((await all).every(({ item }) => item)).toBe(true);
		workflow.type = inNewProcess();
		for (let n = 0; n < 20; n += 1) expect((await deliver(workflow, event, { id: String(n) })).item).toBeUndefined();
	});

	it('a double that comes while the first is on its way waits for it', async () => {
		let run = () => {};
		const beforeRun = new Promise<void>((resolve) => (run = resolve));
		const first = deliver(workflow, event, {}, { beforeRun });
		const doubles = [deliver(workflow, event), deliver(workflow, event)];
		run();
		expect((await first).item).toBeDefined();
		expect((await Promise.all(doubles)).map(({ status, item }) => [status, item])).toEqual([[200, undefined], [200, undefined]]);
	});

	it('a delivery that n8n could not run may come again, once', async () => {
		let fail = () => {};
		const beforeRun = new Promise<void>((resolve) => (fail = resolve));
		const first = deliver(workflow, event, {}, { beforeRun, runFails: true });
		const doubles = [deliver(workflow, event), deliver(workflow, event)];
		fail();
		expect(await first).toMatchObject({ status: 500, item: undefined });
		expect((await Promise.all(doubles)).filter(({ item }) => item)).toHaveLength(1);
		expect((await deliver(workflow, event)).item).toBeUndefined();
	});

	it.each([true, 'early'] as const)('a delivery whose sender hung up (%s) has its run all the same', async (hungUp) => {
		let run = () => {};
		const beforeRun = new Promise<void>((resolve) => (run = resolve));
		const first = deliver(workflow, event, {}, { hungUp, beforeRun });
		await new Promise((resolve) => setImmediate(resolve));
		expect((await deliver(workflow, event)).item).toBeUndefined();
		run();
		expect((await first).item).toBeDefined();
	});

	it('without a Webhook-Id a repeat is known by its body', async () => {
		const body = Buffer.from(JSON.stringify(event));
		const headers = without(headersOf(body, { secret: String(workflow.kept.secret) }), 'webhook-id');
		expect((await workflow.deliver(body, headers)).item?.json.deliveryId).toBeNull();
		expect((await workflow.deliver(body, headers)).item).toBeUndefined();
	});

	describe('without a Webhook-Id', () => {
		const state = (approval_status: string, id = 'gst-1') => ({ type: 'guest.updated', data: { id, approval_status } });
		const send = async (what: object, one = workflow) => {
			const body = Buffer.from(JSON.stringify(what));
			return (await one.deliver(body, without(headersOf(body, { secret: String(one.kept.secret) }), 'webhook-id'))).item !== undefined;
		};
		const all = async (deliveries: object[], one = workflow) => {
			const started: boolean[] = [];
			for (const what of deliveries) started.push(await send(what, one));
			return started;
		};

		it('a guest who comes back to a state is a new delivery; a repeat of the last one is none', async () => {
			const [a, b] = [state('approved'), state('declined')];
			expect(await all([a, a, b, b, a, a, b])).toEqual([true, false, true, false, true, false, true]);
		});

		it('others do not come between a guest and the repeat', async () => {
			const repeated = [state('approved'), state('approved', 'gst-2'), { ...state('approved'), type: 'guest.registered' }, { type: 'event.updated', data: { id: 'evt-1' } }];
			expect(await all([...repeated, ...repeated])).toEqual([true, true, true, true, false, false, false, false]);
		});

		it('two tickets of a guest are two things', async () => {
			const ticket = (id: string) => ({ type: 'ticket.registered', data: { id: 'gst-1', event_ticket: { id } } });
			expect(await all([ticket('tkt-1'), ticket('tkt-2'), ticket('tkt-1'), ticket('tkt-2')])).toEqual([true, true, false, false]);
		});

		it('also what the filters exclude comes between', async () => {
			const one = await published({ eventTypes: ['*'], filters: { guestStatuses: ['approved'] } });
			const [a, b] = [state('approved'), state('declined')];
			expect(await all([a, b, a, a], one)).toEqual([true, false, true, false]);
		});

		it('what was last is known after a restart', async () => {
			const [a, b] = [state('approved'), state('declined')];
			await all([a, b]);
			workflow.type = inNewProcess();
			expect(await all([b, a])).toEqual([false, true]);
		});

		it.each(['', ' '])('a Webhook-Id of "%s" is none', async (id) => {
			const [a, b] = [state('approved'), state('declined')];
			const started = [];
			for (const what of [a, b, a]) started.push((await deliver(workflow, what, { id })).item?.json.deliveryId);
			expect(started).toEqual([null, null, null]);
		});
	});

	it('what the filters exclude, and what is refused, is not recorded', async () => {
		await deliver(workflow, event, { secret: 'wrong' });
		await deliver(workflow, '{}');
		expect(workflow.kept.handled).toBeUndefined();
		expect((await deliver(workflow, event)).item).toBeDefined();
	});
});
