/** Input items that become guests, through the engine against the simulator. */
import type { IDataObject, INode, INodeParameters, NodeExecutionHint } from 'n8n-workflow';
import { clock } from '../../../../../nodes/Luma/api/clock';
import { run, type Options, type Result } from '../../../../engine';
import { apiKey, seed, startSimulator, type RecordedRequest, type Simulator, type SimulatorOptions } from '../../../../simulator';

export const conference = seed.events.conference;
export const meetup = 'evt-meetup-6';
export const addPath = '/v1/events/guests/add';
export const invitePath = '/v1/events/guests/send-invites';

/** Resource locators, as the editor fills them in. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
export const byLink = (value: string) => ({ __rl: true, mode: 'url', value });

export let simulator: Simulator;

/** Time of the node and of the simulator; it moves only when the node waits. */
let now = Date.parse('2027-01-01T00:00:00Z');
export const waits: number[] = [];

/** For a test file: one simulator, as new for each test, and waits that take no time. */
export function useSimulator(options: SimulatorOptions = {}): void {
	beforeAll(async () => {
		simulator = await startSimulator({ now: () => now, rateLimit: false, ...options });
	});
	beforeEach(() => {
		simulator.reset();
		waits.length = 0;
		jest.spyOn(clock, 'now').mockImplementation(() => now);
		jest.spyOn(clock, 'wait').mockImplementation(async (milliseconds, signal) => {
			signal?.throwIfAborted();
			waits.push(milliseconds);
			now += milliseconds;
		});
	});
	afterEach(() => {
		now += 3_600_000;
		jest.restoreAllMocks();
	});
	afterAll(async () => await simulator.close());
}

/** New people, numbered from 0. */
export const people = (count: number, more: (n: number) => IDataObject = () => ({})): IDataObject[] =>
	Array.from({ length: count }, (_, n) => ({ email: `new${n}@example.com`, name: `New ${n}`, ...more(n) }));

/** Addresses that pass the node's check and that Luma refuses. */
export const refusedEmail = (n: number) => `new..${n}@example.com`;

export interface Done extends Result {
	hints: NodeExecutionHint[];
	/** What came out for each item: status, or what the item says. */
	statuses: unknown[];
}

/** Runs an operation with Guests From: Input Items, unless told otherwise. */
export async function bulk(operation: 'add' | 'sendInvites' | 'updateStatus', items: IDataObject[], parameters: INodeParameters = {}, node: Partial<INode> = {}, more: Options = {}): Promise<Done> {
	const given = { resource: 'guest', operation, guestsFrom: 'inputItems', eventId: byId(conference), ...parameters };
	const result = await run(given, { items, node, credentials: { baseUrl: simulator.url, apiKey }, ...more });
	const [task] = result.run.data.resultData.runData.Luma ?? [];
	return { ...result, hints: task?.hints ?? [], statuses: result.json.map(({ status }) => status) };
}

export const invite = async (...more: Parameters<typeof bulk> extends [unknown, ...infer Rest] ? Rest : never) => await bulk('sendInvites', ...more);

export const add = async (...more: Parameters<typeof bulk> extends [unknown, ...infer Rest] ? Rest : never) => await bulk('add', ...more);

/** Writes that reached the simulator. */
export const writes = () => simulator.requests.filter(({ method }) => method === 'POST');

/** The addresses in a request. */
export const emailsOf = ({ body }: RecordedRequest) => (body as { guests: Array<{ email: string }> }).guests.map(({ email }) => email);

/** Addresses of an event's guests that are not from the seed. */
export const newcomers = (eventId: string = conference) =>
	simulator
		.guests(eventId)
		.map(({ user_email }) => user_email)
		.filter((email) => /^new/.test(email));

/** Runs that go on after errors, and give the failed items as they are or at the error output. */
export const goesOn: Partial<INode> = { onError: 'continueRegularOutput' };
export const errorOutput: Partial<INode> = { onError: 'continueErrorOutput' };
