/** The operations that see all items at once send just what n8n's own routing would. */
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import { Luma } from '../../../../../nodes/Luma/Luma.node';
import { asRun, requests, run, type Options } from '../../../../engine';
import { casesOf } from '../../cases';
import { byId, post, type Case } from '../../support/case';
import { answer, received, useLuma } from '../../support/luma';

useLuma();

const routedType = () => asRun({ description: new Luma().description } as INodeType);

const path = { add: '/v1/events/guests/add', sendInvites: '/v1/events/guests/send-invites' };

/** What left the node, by routing or not: all that n8n's HTTP helper gets to see, the key included. */
async function sent(parameters: INodeParameters, exchanges: Case['exchanges'], options: Options) {
	const from = received.length;
	for (const exchange of exchanges) answer(exchange.method, exchange.path, exchange.answer);
	const { json, items, linked, errors, error } = await run({ resource: 'guest', ...parameters }, options);
	return {
		requests: requests.map(({ method, url, baseURL, headers, qs, body, timeout, proxy, skipSslCertificateValidation }) => ({ method, url, baseURL, headers, qs, body, timeout, proxy, skipSslCertificateValidation })),
		received: received.slice(from),
		output: { json, links: items.map(({ pairedItem }) => pairedItem), linked, errors: errors.map((item) => item.json) },
		// But for its class: n8n's routing makes a NodeApiError of every error.
		error: error && { message: error.message, description: error.description, item: error.context.itemIndex },
	};
}

async function bothWays(parameters: INodeParameters, exchanges: Case['exchanges'], options: Options = {}) {
	const bulk = await sent(parameters, exchanges, options);
	const routed = await sent(parameters, exchanges, { ...options, nodeType: routedType() });
	return { bulk, routed };
}

for (const operation of ['add', 'sendInvites'] as const) {
	describe(operation, () => {
		for (const { what, parameters, exchanges, inputs = 1, timezone } of casesOf('guest', operation)) {
			if (inputs > 1) continue;
			it(what, async () => {
				const { bulk, routed } = await bothWays({ operation, ...parameters }, exchanges, { timezone });
				expect(bulk.requests).toEqual(routed.requests);
				expect(bulk.received).toEqual(routed.received);
				// As an agent's tool the node has no other items to speak of: it answers for its one guest like the other ways do.
				if (parameters.guestsFrom === 'inputItems') expect(routed.output.json).toMatchObject([{ success: true, event_id: 'evt-1' }]);
				else expect(bulk.output).toEqual(routed.output);
			});
		}

		const guest = { guestsFrom: 'json', guestsJson: '={{ [{ email: $json.email }] }}' };
		const several: IDataObject[] = [{ email: 'guest1@example.com' }, { email: 'guest2@example.com' }, { email: 'guest3@example.com' }];
		const one = (email: unknown) => post(path[operation], { event_id: 'evt-1', guests: [{ email }] } as IDataObject, { skipped: [] });

		it('several input items', async () => {
			const { bulk, routed } = await bothWays({ operation, eventId: byId('evt-1'), ...guest }, several.map(({ email }) => one(email)), { items: several });
			expect(bulk).toEqual(routed);
			expect(bulk.output.linked).toEqual([0, 1, 2]);
		});

		it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)('a bad item among them, %s', async (onError) => {
			const items = [several[0], { email: 'nobody' }, several[2]];
			const exchanges = onError === 'stopWorkflow' ? [] : [one(items[0].email), one(items[2].email)];
			const { bulk, routed } = await bothWays({ operation, eventId: byId('evt-1'), ...guest }, exchanges, { items, node: { onError } });
			expect(bulk).toEqual(routed);
		});

		it.each(['stopWorkflow', 'continueRegularOutput'] as const)('an expression that fails for one, %s', async (onError) => {
			const eventId = byId("={{ $json.email === 'guest2@example.com' ? $('Nowhere').item : 'evt-1' }}");
			const exchanges = onError === 'stopWorkflow' ? [] : [one(several[0].email), one(several[2].email)];
			const { bulk, routed } = await bothWays({ operation, eventId, ...guest }, exchanges, { items: several, node: { onError } });
			expect(bulk.received).toEqual(routed.received);
			expect(bulk.output.json).toEqual(routed.output.json);
			expect(bulk.error).toEqual(routed.error);
		});

		it.each([
			['a timeout', { timeout: 1234 }],
			['a proxy', { proxy: 'http://127.0.0.1:9' }],
			['a proxy with a password', { proxy: 'https://someone:p%40ss@127.0.0.1:9' }],
			['certificates that are not checked', { allowUnauthorizedCerts: true }],
		])('%s under Request Options', async (_what, requestOptions) => {
			const proxied = 'proxy' in requestOptions;
			const { bulk, routed } = await bothWays({ operation, eventId: byId('evt-1'), ...guest, requestOptions, options: { maxTries: 1 } }, proxied ? [] : [one(several[0].email)], { items: [several[0]] });
			expect(bulk.requests).toEqual(routed.requests);
			expect(bulk.requests).toHaveLength(1);
		});

		it('Batching under Request Options', async () => {
			const batching = { batch: { batchSize: 2, batchInterval: 60 } };
			answer('POST', path[operation], {}, 3);
			const from = performance.now();
			await run({ resource: 'guest', operation, eventId: byId('evt-1'), ...guest, requestOptions: { batching } }, { items: several });
			expect(performance.now() - from).toBeGreaterThan(55);
			expect(received).toHaveLength(3);
		});

		it('a proxy that is none', async () => {
			const { error } = await run({ resource: 'guest', operation, eventId: byId('evt-1'), ...guest, requestOptions: { proxy: 'nowhere' } }, { items: several });
			expect(error?.message).toBe('The proxy is not valid');
			expect(requests).toEqual([]);
		});
	});
}
