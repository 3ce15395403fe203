import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiKey, calendarOf, checkKey, isKnownKey, organizationKey } from './access';
import { answerPage } from './console/control';
import { Deliverer } from './deliveries';
import { badRequest, LumaError } from './errors';
import { exampleData } from './examples';
import { Faults, isHandled, spoil, type Reply } from './faults';
import { RateLimiter } from './rateLimit';
import type { Emit, Route, World } from './route';
import { routes } from './routes';
import { fillWithSeed } from './seed';
import { Store } from './store';
import type { Fault, RecordedRequest, Simulator, SimulatorOptions } from './types';
import { calendarEventData, eventData, guestData } from './webhookData';

const keyHeader = 'x-luma-api-key';

/** Starts a small Luma on loopback. Close it when done. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const { now = Date.now, pageCap = 100, maxGuestsPerCall, refusePrivateUrls } = options;
	const limiter = new RateLimiter(options.rateLimit ?? {}, now);
	const faults = new Faults();
	const timers = new Set<NodeJS.Timeout>();
	const deliverer = new Deliverer(options.retryMs);
	const deliver: Simulator['deliver'] = (type, data, how) =>
		deliverer.deliver(world.store.webhooks.values(), type, data ?? simulator.example(type), how);
	const emit = options.webhooks === false ? mute : telling(deliver, () => world.store.webhooks.size > 0);
	let world = freshWorld();

	function freshWorld(): World {
		const store = new Store(now);
		fillWithSeed(store);
		for (const webhook of options.registered ?? []) store.webhooks.set(webhook.id, structuredClone(webhook));
		return { store, now, emit, pageCap, maxGuestsPerCall, refusePrivateUrls, url: () => simulator.url };
	}

	const server = createServer((incoming, response) => {
		receive(incoming, response).catch((error: Error) => response.destroy(error));
	});
	// A client that keeps a connection must not meet the server closing it at the same moment.
	server.keepAliveTimeout = 120_000;

	async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const started = performance.now();
		if (options.page && show(incoming, response)) return;
		const key = incoming.headers[keyHeader];
		const request = await read(incoming, now());
		simulator.requests.push(request);
		response.on('close', () => options.onRequest?.(request, performance.now() - started));

		const headers: Record<string, string> = {};
		let fault: Fault | undefined;
		let reply: Reply | undefined;
		try {
			const isUpload = request.method === 'PUT' && request.path.startsWith(uploadsPath);
			if (!isUpload) {
				Object.assign(headers, limiter.take(String(key), key === organizationKey));
				checkKey(key);
			}
			fault = faults.take(request);
			if (!fault || isHandled(fault)) {
				reply = isUpload ? takeFile(world, request, key) : { status: 200, body: handle(world, request, key) };
			}
		} catch (error) {
			reply = errorReply(error);
		}
		const final = fault ? spoil(fault, request, reply, now()) : (reply as Reply);
		const delay = (options.delayMs ?? 0) + (fault?.delayMs ?? 0);
		const send = () => write(response, request, { ...final, headers: { ...headers, ...final.headers } });
		if (delay === 0) return send();
		const timer = setTimeout(() => {
			timers.delete(timer);
			send();
		}, delay);
		timers.add(timer);
	}

	/** Answers the page that a person looks at. @returns false for what is Luma's */
	function show(incoming: IncomingMessage, response: ServerResponse): boolean {
		const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
		const call = (path: string, body: object) => handle(world, { at: now(), method: 'POST', path, query: {}, body, headers: {}, authorized: true }, apiKey);
		const reply = answerPage({ world, requests: simulator.requests, call, fail: simulator.fail }, incoming.method ?? 'GET', pathname, searchParams.get('event'));
		if (!reply) return false;
		response.writeHead(reply.status, { 'Content-Type': reply.type ?? 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
		response.end(reply.text ?? JSON.stringify(reply.body));
		return true;
	}

	function write(response: ServerResponse, request: RecordedRequest, reply: Reply): void {
		if (reply.nothing === 'silent') return;
		if (reply.nothing === 'destroyed') {
			response.destroy();
			return;
		}
		request.status = reply.status;
		const text = reply.text ?? JSON.stringify(reply.body);
		response.writeHead(reply.status, {
			// Like the rate-limit headers by the simulator's clock: clients compare the two.
			Date: new Date(now()).toUTCString(),
			'Content-Type': reply.type ?? 'application/json; charset=utf-8',
			'Content-Length': Buffer.byteLength(text),
			...reply.headers,
		});
		response.end(text);
		if (reply.body && simulator.onExchange) {
			const { method, path, query, body: requestBody } = request;
			// Parsed from the text: what the simulator holds goes on changing.
			const responseBody: unknown = JSON.parse(text);
			simulator.onExchange({ method, path, query, requestBody, status: reply.status, responseBody });
		}
	}

	const simulator: Simulator = {
		url: '',
		requests: [],
		fail: (fault) => faults.add(fault),
		addEvent: (event = {}) => world.store.addEvent(event).fields.id,
		guests: (eventId) => structuredClone(world.store.event(eventId).guests.all()),
		events: () => [...world.store.events.values()].map(({ fields }) => structuredClone(fields)),
		ticketTypes: (eventId) => structuredClone(world.store.event(eventId).ticketTypes),
		webhooks: () => structuredClone([...world.store.webhooks.values()]),
		deliveries: deliverer.records,
		deliver,
		example: (type) => exampleData(world.store, type),
		delivered: () => deliverer.delivered(),
		reset() {
			world = freshWorld();
			simulator.requests.length = 0;
			deliverer.records.length = 0;
			faults.clear();
			limiter.reset();
		},
		async close() {
			timers.forEach((timer) => clearTimeout(timer));
			deliverer.close();
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	simulator.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return simulator;
}

const mute: Emit = { event() {}, guest() {} };

/** Tells the webhooks, if there are any, what has happened, without waiting for them. */
function telling(deliver: Simulator['deliver'], isHeard: () => boolean): Emit {
	return {
		event(type, stored) {
			if (!isHeard()) return;
			void deliver(type, eventData(stored));
			if (type === 'event.created') void deliver('calendar.event.added', calendarEventData(stored));
		},
		guest(type, stored, guest, extra) {
			if (isHeard()) void deliver(type, guestData(stored, guest, extra));
		},
	};
}

async function read(incoming: IncomingMessage, at: number): Promise<RecordedRequest> {
	const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
	const query: RecordedRequest['query'] = {};
	for (const [name, value] of searchParams) {
		query[name] = name in query ? [query[name], value].flat() : value;
	}
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of incoming) {
		size += (chunk as Buffer).length;
		if (incoming.method !== 'PUT') chunks.push(chunk as Buffer);
	}
	const { [keyHeader]: key, ...headers } = incoming.headers;
	return {
		at,
		method: incoming.method ?? 'GET',
		path: pathname,
		query,
		// Of a file only how large it is.
		body: incoming.method === 'PUT' ? `(${size} bytes)` : parseBody(Buffer.concat(chunks).toString()),
		headers,
		authorized: isKnownKey(key),
	};
}

const uploadsPath = '/uploads/';

/** The server of the images, which is not Luma's API: it knows no keys, takes a file once, and wants to be told what it is. */
function takeFile({ store }: World, { path, query, body, headers }: RecordedRequest, key: unknown): Reply {
	const id = path.slice(uploadsPath.length);
	const upload = store.uploads.get(id);
	const size = Number(/^\((\d+) bytes\)$/.exec(String(body))?.[1] ?? 0);
	const refused = [
		[key !== undefined, 400, 'The API key does not belong here'],
		[!upload || query.signature !== `secret-of-${id}`, 403, 'SignatureDoesNotMatch'],
		[upload?.size !== undefined, 403, 'Used already'],
		[headers['content-type'] !== upload?.content_type, 403, 'SignatureDoesNotMatch'],
		[Number(headers['content-length']) !== size, 411, 'MissingContentLength'],
	].find(([wrong]) => wrong) as [boolean, number, string] | undefined;
	if (refused) return { status: refused[1], type: 'application/xml', text: `<Error><Code>${refused[2]}</Code></Error>` };
	upload!.size = size;
	return { status: 200, text: '' };
}

function parseBody(text: string): unknown {
	if (!text) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

const routesByPath = new Map<string, Route>(routes.map((route) => [route.path, route]));

function handle(world: World, request: RecordedRequest, key: string | string[] | undefined): object {
	const { method, path, query, body, headers } = request;
	const found = findRoute(method, path);
	const calendar = calendarOf(key, path, headers['x-luma-calendar-id'], world.store.calendars.map(({ id }) => id));
	if (typeof body === 'string') throw badRequest('The body is not valid JSON.');
	return found.handle({ ...world, calendar }, query, body);
}

function findRoute(method: string, path: string): Route {
	const found = routesByPath.get(path);
	if (!found) throw new LumaError(404, `There is no ${path}.`);
	if (found.method !== method) throw new LumaError(405, `${path} does not take ${method}.`);
	return found;
}

function errorReply(error: unknown): Reply {
	if (error instanceof LumaError) {
		const { status, message, headers } = error;
		return { status, headers, body: { message, code: null } };
	}
	// A mistake of the simulator itself: loud, so that it is not taken for a fault that was asked for.
	const message = `The simulator failed: ${error instanceof Error ? error.stack : String(error)}`;
	return { status: 500, body: { message, code: null } };
}
