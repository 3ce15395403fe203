/** The simulator answers as Luma's document says, to all that the node asks: every operation, run through n8n's engine. */
import { apiKey, seed, startSimulator, type Exchange, type Simulator } from '../simulator';
import { run } from '../engine';
import { CURSOR } from '../n8n/operations/case';
import { cases } from '../n8n/operations/cases';
import { casesOf } from '../nodes/Luma/cases';
import { operations } from '../nodes/Luma/support/description';
import { available, checkAnswer, documentPath } from './document';

const exchanges: Exchange[] = [];
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, registered: [seed.webhook] });
	simulator.onExchange = (exchange) => exchanges.push(structuredClone(exchange));
});
afterAll(async () => await simulator.close());

/** Requests as the simulator has recorded them; what is in a cursor is its own business. */
const recorded = () =>
	simulator.requests.map(({ method, path, query, body }) => {
		const { pagination_cursor: cursor, ...rest } = query;
		return method === 'GET' ? { method, path, query: cursor === undefined ? rest : { ...rest, pagination_cursor: CURSOR } } : { method, path, body };
	});

it.each(cases.map((one): [string, typeof one] => [`${one.resource} ${one.operation} ${one.what ?? ''}`, one]))('%s', async (_what, { resource, operation, parameters, sent, items }) => {
	simulator.reset();
	const { error, json, linked } = await run({ resource, operation, ...parameters }, { credentials: { apiKey, baseUrl: simulator.url } });
	expect(error?.message).toBeUndefined();
	expect(recorded()).toEqual(sent);
	expect(json).toMatchObject(items(simulator));
	expect(linked).toEqual(json.map(() => 0));
});

it('all operations have run; write one for the simulator in test/n8n/operations/<resource>.ts', () => {
	const run = new Set(cases.map(({ resource, operation }) => `${resource} ${operation}`));
	expect(operations.map((one) => one.join(' ')).filter((one) => !run.has(one))).toEqual([]);
});

/** Every address that the node sends to, by its own tests. */
const addresses = [...new Set(operations.flatMap((one) => casesOf(...one).flatMap(({ exchanges: all }) => all.map(({ method, path }) => `${method} ${path}`))))];

const withDocument = available ? it : it.skip;
withDocument.each(addresses)(`%s is answered as Luma's document says${available ? '' : ` (skipped: no document at ${documentPath})`}`, (address) => {
	const answers = exchanges.filter(({ method, path, status }) => `${method} ${path}` === address && status === 200);
	expect(answers.length).toBeGreaterThan(0);
	for (const { method, path, responseBody } of answers) checkAnswer(method, path, responseBody);
});
