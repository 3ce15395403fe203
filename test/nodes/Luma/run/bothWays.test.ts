/**
 * Every operation both ways: as n8n runs it, with all items at once, and as n8n's own routing brings one item alone
 * (older agents, nested ones). Requests, answers and errors are alike; it fails when n8n's routing changes.
 */
import type { INodeParameters, INodePropertyOptions, INodeType } from 'n8n-workflow';
import { Luma } from '../../../../nodes/Luma/Luma.node';
import { asRun, requests, run, type Options } from '../../../engine';
import { casesOf, plainCase } from '../../../operations';
import type { Case } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { answer, later, received, useLuma, type Answer } from '../support/luma';
import { from, plain as plainOf } from './support';

useLuma();

const routedType = () => asRun({ description: new Luma().description } as INodeType);

/** What left the node and what came out: all that n8n's HTTP helper gets to see, the key included. */
async function sent(parameters: INodeParameters, exchanges: Case['exchanges'], options: Options) {
	const from = received.length;
	for (const exchange of exchanges) answer(exchange.method, exchange.path, exchange.answer);
	const { json, items, linked, errors, error } = await run(parameters, options);
	return {
		requests: requests.map(({ method, url, baseURL, headers, qs, body, timeout, proxy, skipSslCertificateValidation }) => ({ method, url, baseURL, headers, qs, body, timeout, proxy, skipSslCertificateValidation })),
		received: received.slice(from),
		output: { json, links: items.map(({ pairedItem }) => pairedItem), linked, errors: errors.map((item) => item.json) },
		// But for its class: n8n's routing makes a NodeApiError of every error.
		error: error && { message: error.message, description: error.description, item: error.context.itemIndex },
	};
}

async function bothWays(parameters: INodeParameters, exchanges: Case['exchanges'], options: Options = {}) {
	const all = await sent(parameters, exchanges, options);
	later();
	const alone = await sent(parameters, exchanges, { ...options, nodeType: routedType() });
	expect(alone).toEqual(all);
	return all;
}

const refusals: Array<[string, Answer, number]> = [
	['a refusal', { status: 400, body: { message: 'No', code: null } }, 1],
	['a wait that is too long', { status: 429, headers: { 'retry-after': '1000' } }, 1],
];

describe.each(operations)('%s %s', (resource, operation) => {
	const plain = plainCase(resource, operation);
	const { shared = 0 } = plain;
	const before = plain.exchanges.slice(0, shared);

	for (const { what, parameters, exchanges, inputs = 1, timezone, timed, refused } of casesOf(resource, operation)) {
		if (inputs > 1 || timed) continue;
		it(what, async () => {
			const { error } = await bothWays({ resource, operation, ...parameters }, exchanges, { timezone });
			expect(error?.message).toBe(refused);
		});
	}

	// Nobody can choose it in the editor, but a program or a model that writes workflows may think so.
	const fixed = fieldsOf(resource, operation).filter(({ type, noDataExpression, options }) => type === 'options' && noDataExpression && options);
	for (const { name, displayName, options, displayOptions } of fixed) {
		const showing = Object.fromEntries(Object.entries(displayOptions!.show!).filter(([control]) => !['resource', 'operation'].includes(control)).map(([control, allowed]) => [control, allowed![0]])) as INodeParameters;
		const values = (options as INodePropertyOptions[]).map(({ value }) => value);
		it.each(['no such choice', '={{ "no such choice" }}', `={{ "${String(values[0])}" }}`, 17])(`${displayName} with %j`, async (value) => {
			const { error, output } = await bothWays({ resource, operation, ...plain.parameters, ...showing, [name]: value }, []);
			// n8n itself takes the equals sign off an expression where there is to be none.
			const shown = typeof value === 'string' ? `"${value.replace(/^=/, '')}"` : value;
			expect(error).toMatchObject({ message: `${displayName}: ${shown} is not one of ${values.join(', ')}` });
			if (String(value).startsWith('=')) expect(error!.description).toMatch(/takes no expression/);
			expect(output.json).toEqual([]);
		});
	}

	it('under another name', async () => {
		const { error } = await bothWays({ resource, operation: `${operation}_it`, ...plain.parameters }, []);
		expect(error?.message).toMatch(new RegExp(`^Operation: "${operation}_it" is not one of .*${operation}`));
	});

	// An agent hands its tool one item a call, whatever came in.
	it('three items by n8n\'s routing: each is done, and linked', async () => {
		const { varied, differs, steps, shared: once, perItem, luma, askedFor } = plainOf(resource, operation);
		luma();
		const { error, items } = await run(varied, { items: [{}, {}, {}], nodeType: routedType() });
		expect(error).toBeUndefined();
		// Each asks for itself what all could share.
		expect(received).toHaveLength(3 * (steps + once));
		if (differs) expect(askedFor().sort()).toEqual(['0', '1', '2']);
		expect(from(items).sort()).toEqual([0, 1, 2].flatMap((n) => Array<number>(perItem).fill(n)));
	});

	it.each(refusals)('%s', async (_what, refusal, times) => {
		const { method, path } = plain.exchanges[shared];
		const { error } = await bothWays({ resource, operation, ...plain.parameters }, [...before, ...Array.from({ length: times }, () => ({ method, path, answer: refusal }))]);
		expect(error?.description).toContain(`${method} ${path}`);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)('a refusal, %s', async (onError) => {
		const { method, path } = plain.exchanges[shared];
		const { output, error } = await bothWays({ resource, operation, ...plain.parameters }, [...before, { method, path, answer: refusals[0][1] }], { node: { onError } });
		expect(error).toBeUndefined();
		expect([...output.json, ...output.errors]).toEqual([expect.objectContaining({ n: 0, error: 'No' })]);
	});

	it('an option that is none: nothing is sent', async () => {
		const { error } = await bothWays({ resource, operation, ...plain.parameters, options: { maxTries: 0 } }, []);
		expect(error?.message).toMatch(/^Max Tries: 0 is not/);
		expect(requests).toEqual([]);
	});

	it.each(['nowhere', 'proxy.example.com:3128', 'socks5://127.0.0.1:9', 'http://'])('the proxy "%s", which is none: nothing is sent', async (proxy) => {
		const parameters = { resource, operation, ...plain.parameters, requestOptions: { proxy } };
		const all = await sent(parameters, [], {});
		expect(all).toMatchObject({ requests: [], received: [], error: { message: `"${proxy}" is not a proxy URL` } });
		// Of some of them n8n's routing says so itself, in its own words.
		const alone = await sent(parameters, [], { nodeType: routedType() });
		expect(alone).toMatchObject({ requests: [], received: [], error: { message: expect.stringMatching(/proxy/) as string } });
	});

	it.each([
		['a timeout', { timeout: 1234 }],
		['a timeout of five minutes, which is also what n8n fills in for none', { timeout: 300_000 }],
		['a proxy', { proxy: 'http://127.0.0.1:9' }],
		['a proxy with a password', { proxy: 'https://someone:p%40ss@127.0.0.1:9' }],
		['certificates that are not checked', { allowUnauthorizedCerts: true }],
		['certificates that are checked', { allowUnauthorizedCerts: false }],
	] as Array<[string, { timeout?: number; proxy?: string; allowUnauthorizedCerts?: boolean }]>)('%s under Request Options', async (_what, requestOptions) => {
		const proxied = 'proxy' in requestOptions;
		const { requests: made } = await bothWays({ resource, operation, ...plain.parameters, requestOptions, options: { maxTries: 1 } }, proxied ? [] : plain.exchanges);
		expect(made.length).toBeGreaterThan(0);
		for (const request of made) {
			expect(request.timeout).toBe(requestOptions.timeout ?? 60_000);
			expect(request.proxy !== undefined).toBe(proxied);
			expect(request.skipSslCertificateValidation === true).toBe(requestOptions.allowUnauthorizedCerts === true);
		}
	});
});

describe('very many items of one input item', () => {
	const parameters = { resource: 'guest', operation: 'getAll', ...plainCase('guest', 'getAll').parameters, returnAll: true, simplify: false };
	const many = async (count: number, options: Options = {}) => {
		answer('GET', '/v1/events/guests/list', { body: { entries: Array.from({ length: count }, (_, n) => ({ id: n })), has_more: false } });
		return await run(parameters, { after: false, contract: false, ...options });
	};

	it('come out, with all items at once: more than 100,000', async () => {
		const { error, items } = await many(130_000);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(130_000);
		expect(items[129_999]).toEqual({ json: { id: 129_999 }, pairedItem: { item: 0 } });
	});

	it('come out alone too, up to 100,000', async () => {
		const { error, items } = await many(100_000, { nodeType: routedType() });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(100_000);
	});

	it('are an error alone beyond that, before n8n would lose them', async () => {
		const { error, items } = await many(100_001, { nodeType: routedType() });
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: expect.stringContaining('100,000') as string, description: expect.stringContaining('Limit') as string, context: { itemIndex: 0 } });
	});
});
