import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seed } from './index';
import { problemsOfWebhook, webhookTypes } from './openapi';
import {
	simulator,
	restart,
	get,
	post,
	all,
	oneEvent,
	emails,
	withOpenApi,
	useSimulator,
} from './testing';

const { conference, paid } = seed.events;

useSimulator();

describe('webhooks', () => {
	interface Received {
		headers: IncomingHttpHeaders;
		body: string;
	}

	const received: Received[] = [];
	let statuses: number[] = [];
	let receiverUrl = '';
	const receiver = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', () => {
			received.push({ headers: request.headers, body });
			response.writeHead(statuses.shift() ?? 200).end();
		});
	});

	beforeAll(async () => {
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
		receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
	});

	afterAll(async () => {
		await new Promise((resolve) => {
			receiver.close(resolve);
			receiver.closeAllConnections();
		});
	});

	beforeEach(async () => {
		received.length = 0;
		statuses = [];
		await restart({ retryMs: 5 });
	});

	const register = (event_types: string[] = ['*'], url = receiverUrl) =>
		post('/v2/webhooks/create', { url, event_types });
	const types = () => received.map(({ body }) => JSON.parse(body).type).sort();

	it('registers one webhook for each URL, pauses, lists and deletes', async () => {
		const { body } = await register(['event.created']);
		expect(body).toMatchObject({ status: 'active', event_types: ['event.created'] });
		expect(body.secret).toMatch(/^whsec_/);
		expect((await register()).body.message).toContain('exists already');
		expect((await get('/v2/webhooks/get', { id: body.id })).body).toEqual(body);
		const update = { id: body.id, status: 'paused', event_types: ['*'] };
		expect((await post('/v2/webhooks/update', update)).body).toEqual({ ...body, ...update });
		expect((await all('/v1/webhooks/list', { pagination_limit: 1 })).entries).toEqual([{ ...body, ...update }]);
		expect((await post('/v1/webhooks/delete', { id: body.id })).body).toEqual({});
		expect((await post('/v1/webhooks/delete', { id: body.id })).status).toBe(404);
		expect(simulator.webhooks()).toEqual([]);
	});

	it.each([
		['ftp://example.com/hook', ['*'], 'url must match pattern'],
		['https://example.com/hook', [], 'event_types must NOT have fewer than 1 items'],
		['https://example.com/hook', ['guest.deleted'], 'event_types[0] must be one of'],
	])('refuses %s for %j', async (url, event_types, message) => {
		const { status, body } = await register(event_types, url);
		expect(status).toBe(400);
		expect(body.message).toContain(message);
	});

	it('refuses addresses inside a network when asked to', async () => {
		await restart({ refusePrivateUrls: true });
		const inside = ['http://localhost:5678/hook', 'https://10.1.2.3/hook', 'https://[::1]/hook', 'https://n8n/hook'];
		for (const url of inside) expect((await register(['*'], url)).status).toBe(400);
		expect((await register(['*'], 'https://n8n.example.com/hook')).status).toBe(200);
	});

	it('signs the raw body with the whole secret', async () => {
		const { secret } = (await register()).body;
		const [result] = await simulator.deliver('guest.registered');
		expect(result).toMatchObject({ status: 200, attempts: 1 });
		const [{ headers, body }] = received;
		const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['webhook-signature'])) ?? [];
		expect(signature).toBe(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'));
		expect(headers['webhook-timestamp']).toBe(time);
		expect(Math.abs(Date.now() / 1000 - Number(time))).toBeLessThan(5);
		expect(JSON.parse(body)).toEqual({ type: 'guest.registered', data: simulator.example('guest.registered') });
	});

	it('repeats up to three times under the same id', async () => {
		await register();
		statuses = [500, 404, 302];
		expect(await simulator.deliver('event.updated')).toMatchObject([{ status: 200, attempts: 4 }]);
		expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
		statuses = [500, 500, 500, 500];
		expect(await simulator.deliver('event.updated')).toMatchObject([{ status: 500, attempts: 4 }]);
		expect(simulator.deliveries.map(({ attempts }) => attempts.map(({ status }) => status))).toEqual([
			[500, 404, 302, 200],
			[500, 500, 500, 500],
		]);
	});

	it('gives up on a receiver that is not there', async () => {
		await register(['*'], 'http://127.0.0.1:1/hook');
		expect(await simulator.deliver('event.updated')).toMatchObject([{ status: 0, attempts: 4 }]);
	});

	it('forges', async () => {
		const { secret } = (await register()).body;
		const sign = (time: unknown, body: string) =>
			createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
		statuses = [401, 401, 401, 401];
		for (const forge of ['wrongSecret', 'oldTimestamp', 'noSignature', 'malformed'] as const) {
			expect(await simulator.deliver('event.updated', {}, { forge })).toMatchObject([{ status: 401, attempts: 1 }]);
		}
		const [wrong, old, none, malformed] = received.map(({ headers, body }) => {
			const time = headers['webhook-timestamp'];
			return { time, signature: headers['webhook-signature'], right: `t=${time},v1=${sign(time, body)}` };
		});
		expect(wrong.signature).not.toBe(wrong.right);
		expect(old.signature).toBe(old.right);
		expect(Date.now() / 1000 - Number(old.time)).toBeGreaterThan(300);
		expect(none.signature).toBeUndefined();
		expect(malformed.signature).toBe('nonsense');
	});

	it('sends another body, id and headers when given', async () => {
		await register();
		await simulator.deliver('event.updated', {}, { id: 'whd-1', body: 'not JSON', headers: { 'X-More': '1' } });
		expect(received).toMatchObject([
			{ body: 'not JSON', headers: { 'webhook-id': 'whd-1', 'x-more': '1' } },
		]);
	});

	it('tells of what happens, to active registrations of the type', async () => {
		await register(['guest.registered', 'ticket.registered', 'guest.updated', 'guest.refunded']);
		const others = await register(['event.created'], `${receiverUrl}/events`);
		const ticket = { event_ticket_type_id: seed.ticketTypes.standard };
		await post('/v1/events/guests/add', { event_id: conference, guests: emails('a'), tickets: [ticket, ticket] });
		await simulator.delivered();
		expect(types()).toEqual(['guest.registered', 'guest.updated', 'ticket.registered', 'ticket.registered']);
		received.length = 0;
		await post('/v1/events/guests/update-status', { event_id: paid, guest_id: seed.guests.paid, status: 'declined', should_refund: true });
		await post('/v1/events/create', oneEvent);
		await post('/v2/webhooks/update', { id: others.body.id, status: 'paused' });
		await post('/v1/events/create', oneEvent);
		await simulator.delivered();
		expect(types()).toEqual(['event.created', 'guest.refunded', 'guest.updated']);
	});

	it('stays silent when told to', async () => {
		await restart({ webhooks: false });
		await register();
		await post('/v1/events/create', oneEvent);
		await simulator.delivered();
		expect(simulator.deliveries).toEqual([]);
		await simulator.deliver('event.created');
		expect(types()).toEqual(['event.created']);
	});

	withOpenApi('sends data as the document has it', async () => {
		await register();
		for (const type of webhookTypes) await simulator.deliver(type);
		await post('/v1/events/guests/add', { event_id: conference, guests: emails('a') });
		const { body } = await post('/v1/events/create', oneEvent);
		await post('/v1/events/update', { event_id: body.id, name: 'Other' });
		const { cancellation_token } = (await post('/v1/events/cancel/request', { event_id: body.id })).body;
		await post('/v1/events/cancel', { event_id: body.id, cancellation_token });
		await post('/v1/events/guests/update-status', { event_id: paid, guest_id: seed.guests.paid, status: 'waitlist', should_refund: true });
		await simulator.delivered();
		expect(received).toHaveLength(11 + 3 + 4 + 2);
		const bodies = received.map(({ body: text }) => JSON.parse(text));
		expect(bodies.flatMap((one) => problemsOfWebhook(one.type, one))).toEqual([]);
	});
});
