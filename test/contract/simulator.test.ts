/** The simulator answers as Luma's document says, to all that the node asks: every operation, run through n8n's engine. */
import { seed, startSimulator, type Exchange, type Simulator } from '../simulator';
import { routes } from '../simulator/routes';
import { run } from '../engine';
import { casesOf, samples } from '../operations';
import { expected, keyFor, recorded, titleOf, type Sample } from '../operations/parts/sample';
import { operations } from '../nodes/Luma/support/description';
import { checkAnswer } from './document';
import { available, skipped } from './load';

const exchanges: Exchange[] = [];
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, registered: [seed.webhook] });
	simulator.onExchange = (exchange) => exchanges.push(structuredClone(exchange));
});
afterAll(async () => await simulator.close());

it.each(samples.map((one): [string, Sample] => [titleOf(one), one]))('%s', async (_what, sample) => {
	const { resource, operation, parameters, items } = sample;
	simulator.reset();
	const { error, json, linked } = await run({ resource, operation, ...parameters }, { credentials: { apiKey: keyFor(sample), baseUrl: simulator.url } });
	expect(error?.message).toBeUndefined();
	expect(recorded(simulator)).toEqual(expected(sample));
	expect(json).toMatchObject(items(simulator));
	expect(linked).toEqual(json.map(() => 0));
});

/** Every address that the node sends to, by its own tests. */
const addresses = [...new Set(operations.flatMap((one) => casesOf(...one).flatMap(({ exchanges: all }) => all.filter(({ method }) => method !== 'PUT').map(({ method, path }) => `${method} ${path}`))))];

it('the simulator has a route for each of them', () => {
	const there = routes.map(({ method, path }) => `${method} ${path}`);
	expect(addresses.filter((address) => !there.includes(address)).map((address) => `${address} has no route: write it in a file of test/simulator/routes/, and list it in test/simulator/routes/index.ts`)).toEqual([]);
});

const withDocument = available ? it : it.skip;
withDocument.each(addresses)(`%s is answered as Luma's document says${skipped}`, (address) => {
	const answers = exchanges.filter(({ method, path, status }) => `${method} ${path}` === address && status === 200);
	expect(answers.length).toBeGreaterThan(0);
	for (const { method, path, responseBody } of answers) checkAnswer(method, path, responseBody);
});
