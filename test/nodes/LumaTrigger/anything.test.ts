import fc, { runs } from '../../properties';
import { startSimulator, type Simulator } from '../../simulator';
import { now, v1 } from './delivering';
import { Published } from './support';

const RUNS = 10_000;

let simulator: Simulator;
let workflow: Published;

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, webhooks: false });
	workflow = new Published(simulator);
	await workflow.publish();
});

afterAll(async () => await simulator.close());

const json = fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)));
const envelope = fc.record({ type: fc.oneof(fc.string(), fc.constantFrom('guest.registered', '*', ''), fc.jsonValue()), data: fc.jsonValue() }, { requiredKeys: [] }).map((value) => Buffer.from(JSON.stringify(value)));
const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
const bodies = fc.oneof(bytes, json, envelope, envelope.map((body) => body.subarray(0, -1)), fc.constantFrom('{"__proto__":{"type":"x"},"type":"y"}', '{"type":"x","data":{"__proto__":1,"constructor":2,"toJSON":3}}', '[]', 'null').map((text) => Buffer.from(text)));

/** How a delivery is signed: rightly, or in one of the ways it may be wrong. */
const signatures = fc.oneof(
	fc.record({ kind: fc.constant('right' as const) }),
	fc.record({ kind: fc.constant('forged' as const), secret: fc.string(), offset: fc.integer({ min: -400, max: 400 }) }),
	fc.record({ kind: fc.constant('old' as const), offset: fc.oneof(fc.integer({ min: 302, max: 1e9 }), fc.integer({ min: -1e9, max: -302 })) }),
	fc.record({ kind: fc.constant('other body' as const), other: bytes }),
	fc.record({ kind: fc.constant('text' as const), text: fc.oneof(fc.string(), fc.stringMatching(/^t=\d{0,14}(,v1=[0-9a-f]{0,70}){0,3}$/)) }),
	fc.record({ kind: fc.constant('several headers' as const), list: fc.array(fc.string()) }),
	fc.record({ kind: fc.constant('none' as const) }),
);

function signatureHeader(how: typeof signatures extends fc.Arbitrary<infer T> ? T : never, body: Buffer, secret: string): string | string[] | undefined {
	const time = now();
	switch (how.kind) {
		case 'right':
			return `t=${time},v1=${v1(secret, time, body)}`;
		case 'forged':
			return `t=${time + how.offset},v1=${v1(how.secret, time + how.offset, body)}`;
		case 'old':
			return `t=${time + how.offset},v1=${v1(secret, time + how.offset, body)}`;
		case 'other body':
			return how.other.equals(body) ? undefined : `t=${time},v1=${v1(secret, time, how.other)}`;
		case 'text':
			return how.text;
		case 'several headers':
			return how.list;
		case 'none':
			return undefined;
	}
}

const isDelivery = (body: Buffer) => {
	try {
		const { type } = JSON.parse(body.toString()) as { type?: unknown };
		return typeof type === 'string' && type !== '' && !body.toString().startsWith('[');
	} catch {
		return false;
	}
};

it(`nothing that is not signed starts the workflow, and nothing makes the node throw: ${RUNS} bodies and headers`, async () => {
	const secret = String(workflow.kept.secret);
	let run = 0;
	const counts = { started: 0, refused: 0 };
	await fc.assert(
		fc.asyncProperty(
			bodies,
			signatures,
			fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
			fc.oneof({ weight: 4, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: fc.string() }),
			fc.option(fc.string()),
			async (body, how, more, type, length) => {
				run += 1;
				const signature = signatureHeader(how, body, secret);
				const headers = { ...more, 'content-type': type, 'webhook-id': `whd-${run}`, ...(signature !== undefined && { 'webhook-signature': signature }), ...(length !== null && { 'content-length': length }) };
				const { status, item } = await workflow.deliver(body, headers);
				const tooLong = Number(length) > 1024 * 1024;
				const starts = how.kind === 'right' && type.split(';')[0].trim().toLowerCase() === 'application/json' && !tooLong && isDelivery(body);
				expect(item !== undefined).toBe(starts);
				if (starts) expect(status).toBe(200);
				else expect(status >= 400 && status < 500).toBe(true);
				counts[starts ? 'started' : 'refused'] += 1;
			},
		),
		{ numRuns: runs(RUNS) },
	);
	// The property says nothing if one side never happens.
	expect(counts.started).toBeGreaterThan(100);
	expect(counts.refused).toBeGreaterThan(1000);
	expect(workflow.asked.filter((request) => request.includes('list')).length).toBeLessThan(10);
});
