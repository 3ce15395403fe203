/** One way of reading a guest list, in a process of its own: measures wall time, CPU time and memory of each round. */
import { existsSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeParameters, INodeProperties, INodePropertyOptions, INodeType, IVersionedNodeType } from 'n8n-workflow';
import type { Way } from './ways';

export interface Task {
	way: Way;
	url: string;
	apiKey: string;
	/** The event whose guests are read. */
	eventId?: string;
	/** Which of them, where it is not all. */
	list?: INodeParameters;
	/** Single requests, one for each input item, in place of a list. */
	single?: { kind: 'read' | 'write'; count: number };
	/** Invites of many input items: many in one request (Input Items), or each in its own. */
	invites?: { guestsFrom: 'inputItems' | 'json'; count: number };
	/** So many contacts imported from input items. */
	contacts?: number;
	/** The folder of the other checkout. */
	beside?: string;
	/** The folder of an installed n8n, for its own nodes. */
	n8n?: string;
}

export interface Measured {
	wall: number;
	cpu: number;
	/** Peak of resident memory during the round, in bytes. */
	memory: number;
	items: number;
	error?: string;
}

const id = (value: string) => ({ __rl: true, mode: 'id', value });

/** The least that can be done: pages of 100, nothing checked, over one connection that is kept or, as n8n's HTTP helper does, over a new one each time. */
async function bareLoop({ way, url, apiKey, eventId }: Task): Promise<number> {
	const agent = new http.Agent({ keepAlive: way === 'bare loop', maxSockets: 1 });
	const items: IDataObject[] = [];
	for (let cursor: string | undefined = ''; cursor !== undefined; ) {
		const query = `event_id=${eventId}&pagination_limit=100${cursor && `&pagination_cursor=${encodeURIComponent(cursor)}`}`;
		const page = await new Promise<{ entries: IDataObject[]; next_cursor?: string }>((resolve, reject) => {
			http.get(`${url}/v1/events/guests/list?${query}`, { agent, headers: { 'x-luma-api-key': apiKey } }, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
			}).on('error', reject);
		});
		items.push(...page.entries);
		cursor = page.next_cursor;
	}
	agent.destroy();
	return items.length;
}

/** The same operation with n8n's own `generic` pagination, as declarative nodes usually have it. */
function withGenericPagination(node: INodeType, eventId: string): INodeType {
	const routing = {
		request: { method: 'GET' as const, url: '/v1/events/guests/list' },
		operations: {
			pagination: {
				type: 'generic' as const,
				properties: {
					continue: '={{ $response.body.has_more }}',
					request: { qs: { event_id: eventId, pagination_limit: 100, pagination_cursor: '={{ $response.body?.next_cursor }}' } },
				},
			},
		},
		output: { postReceive: [{ type: 'rootProperty' as const, properties: { property: 'entries' } }] },
	};
	const properties = node.description.properties.map((property): INodeProperties =>
		property.name === 'operation' ? { ...property, options: (property.options as INodePropertyOptions[]).map((option) => ({ ...option, routing })) } : property,
	);
	return { description: { ...node.description, properties } } as INodeType;
}

/** The least that any node can do: n8n's HTTP helper in a loop, nothing checked, nothing paced. */
function helperAlone(node: INodeType, eventId: string): INodeType {
	return {
		description: node.description,
		async execute(this: IExecuteFunctions) {
			const items: INodeExecutionData[] = [];
			const { baseUrl } = await this.getCredentials<{ baseUrl: string }>('lumaApi');
			for (let cursor: string | undefined = ''; cursor !== undefined; ) {
				const page = (await this.helpers.httpRequestWithAuthentication.call(this, 'lumaApi', {
					baseURL: baseUrl,
					url: '/v1/events/guests/list',
					qs: { event_id: eventId, pagination_limit: 100, ...(cursor && { pagination_cursor: cursor }) },
					json: true,
				})) as { entries: IDataObject[]; next_cursor?: string };
				for (const json of page.entries) items.push({ json, pairedItem: { item: 0 } });
				cursor = page.next_cursor;
			}
			return [items];
		},
	} as Partial<INodeType> as INodeType;
}

/** What one request asks for, and the fields of this package's node for the same. */
const single = {
	read: { method: 'GET', path: '/v1/events/guests/get', sent: { event_id: 'evt-conference', id: '={{ $json.email }}' }, operation: 'get', fields: {} },
	write: { method: 'POST', path: '/v1/events/guests/update-status', sent: { event_id: 'evt-conference', guest_id: '={{ $json.email }}', status: 'approved' }, operation: 'updateStatus', fields: { guestStatus: 'approved', status: 'approved' } },
} as const;

/** n8n's own HTTP Request node with the same credential, and its fields for the same request. */
function httpRequest({ url, n8n, single: asked }: Task): { nodeType: INodeType; node: object; parameters: INodeParameters } {
	const require = createRequire(join(n8n!, 'package.json'));
	const { HttpRequest } = require('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js') as { HttpRequest: new () => IVersionedNodeType };
	const all = new HttpRequest();
	const { method, path, sent } = single[asked!.kind];
	const parameters = Object.entries(sent).map(([name, value]) => ({ name, value }));
	return {
		nodeType: all.getNodeType(all.currentVersion),
		node: { type: 'n8n-nodes-base.httpRequest', typeVersion: all.currentVersion },
		parameters: {
			method, url: `${url}${path}`, authentication: 'predefinedCredentialType', nodeCredentialType: 'lumaApi',
			...(method === 'GET' ? { sendQuery: true, queryParameters: { parameters } } : { sendBody: true, bodyParameters: { parameters } }),
		},
	};
}

/** The node of another checkout: as it is written, or as it is built. */
async function nodeIn(folder: string): Promise<INodeType> {
	const source = join(folder, 'nodes/Luma/Luma.node.ts');
	const { Luma } = (await import(existsSync(source) ? source : join(folder, 'dist/nodes/Luma/Luma.node.js'))) as { Luma: new () => INodeType };
	return new Luma();
}

async function work(task: Task): Promise<{ items: number; error?: string }> {
	if (task.way.startsWith('bare loop')) return { items: await bareLoop(task) };
	const { asRun, run } = await import('../engine');
	const { Luma } = await import('../../nodes/Luma/Luma.node.ts');
	const node = task.way === 'the other checkout' ? await nodeIn(task.beside!) : new Luma();
	const types: Partial<Record<Way, () => INodeType>> = {
		"n8n's HTTP helper": () => helperAlone(node, task.eventId!),
		'generic pagination': () => asRun(withGenericPagination(node, task.eventId!)),
	};
	const nodeType = types[task.way]?.() ?? asRun(node);
	const common = { credentials: { baseUrl: task.url, apiKey: task.apiKey }, after: false, contract: false, nodeType };
	const people = (count: number) => Array.from({ length: count }, (_, n) => ({ email: `new${n + 1}@example.com`, name: `New ${n + 1}` }));
	const invite: INodeParameters = { resource: 'guest', operation: 'sendInvites', eventId: id('evt-conference'), guestsFrom: task.invites?.guestsFrom ?? '', guestsJson: '={{ [{ email: $json.email, name: $json.name }] }}' };
	const contacts: INodeParameters = { resource: 'contact', operation: 'import', contactsFrom: 'inputItems' };
	const one = (): INodeParameters => {
		const { operation, fields } = single[task.single!.kind];
		return { resource: 'guest', operation, eventId: id('evt-conference'), guestId: id('={{ $json.email }}'), ...fields };
	};
	const guests = () => Array.from({ length: task.single!.count }, (_, n) => ({ email: `guest${n + 1}@example.com` }));
	const all: INodeParameters = { resource: 'guest', operation: 'getAll', eventId: id(task.eventId ?? ''), returnAll: true, simplify: false, ...task.list };
	const { parameters, ...other } = task.way === "n8n's HTTP Request" ? httpRequest(task) : { parameters: task.single ? one() : task.invites ? invite : task.contacts ? contacts : all };
	const items = task.single ? guests() : task.invites ? people(task.invites.count) : task.contacts ? people(task.contacts) : undefined;
	const result = await run(parameters, { ...common, ...other, items });
	return { items: result.items.length, error: result.error?.message };
}

// When the bench is broken off, this ends with it.
process.on('disconnect', () => process.exit());
process.on('message', (task: Task) => {
	void (async () => {
		global.gc?.();
		let memory = process.memoryUsage.rss();
		const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 20);
		const [from, cpu] = [performance.now(), process.cpuUsage()];
		const done = await work(task).catch((error: Error) => ({ items: 0, error: error.message }));
		const wall = performance.now() - from;
		const { user, system } = process.cpuUsage(cpu);
		clearInterval(watch);
		memory = Math.max(memory, process.memoryUsage.rss());
		process.send!({ wall, cpu: (user + system) / 1000, memory, ...done } satisfies Measured);
	})();
});
