/** What the tests of requests share: a simulator, time that passes by itself, and the operations they use. */
import type { INodeParameters } from 'n8n-workflow';
import { clock } from '../../../../nodes/Luma/api/clock';
import { run, type Options, type Result } from '../../../engine';
import { apiKey, seed, startSimulator, type Simulator, type SimulatorOptions } from '../../../simulator';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Waits since the last `passTime`, in milliseconds, in the order in which they began. */
export const waits: number[] = [];

let offset = 0;

/** Now, for the node and for a simulator that shares its clock. */
export const now = () => Date.now() + offset;

/** Lets requests that are under way arrive, before time passes: the simulators run in this process, so turns of its loop are what they need. */
async function settled(): Promise<void> {
	const traffic = () => started.reduce((sum, { requests }) => sum + requests.filter(({ status }) => status !== undefined).length + requests.length, 0);
	for (let [before, quiet] = [traffic(), 0]; quiet < 6; ) {
		await new Promise((resolve) => setTimeout(resolve, 10));
		quiet = traffic() === before ? quiet + 1 : 0;
		before = traffic();
	}
}

/** Makes every wait of the node end at once, with its time passed on the clock. */
export function passTime(): void {
	offset = 0;
	waits.length = 0;
	clock.now = now;
	clock.random = () => 0.5;
	clock.wait = async (milliseconds, signal) => {
		signal?.throwIfAborted();
		waits.push(milliseconds);
		const until = now() + milliseconds;
		await settled();
		signal?.throwIfAborted();
		offset += Math.max(0, until - now());
	};
}

const real = { ...clock };

export function restoreTime(): void {
	Object.assign(clock, real);
}

const started: Simulator[] = [];

/** A simulator on the node's clock, without a rate limit if none is asked for. */
export async function simulate(options: SimulatorOptions = {}): Promise<Simulator> {
	const simulator = await startSimulator({ rateLimit: false, now, ...options });
	started.push(simulator);
	return simulator;
}

export async function stopSimulators(): Promise<void> {
	await Promise.all(started.splice(0).map(async (simulator) => await simulator.close()));
}

/** The event with 1,234 guests. */
export const conference = seed.events.conference;

/** Runs an operation against a simulator. */
export async function on(simulator: Pick<Simulator, 'url'>, parameters: INodeParameters, { credentials, ...options }: Options = {}): Promise<Result> {
	return await run({ eventId: byId(conference), ...parameters }, { credentials: { baseUrl: simulator.url, apiKey, ...credentials }, ...options });
}

/** Get Many Guests of the conference. */
export const guests = (parameters: INodeParameters = {}): INodeParameters => ({ resource: 'guest', operation: 'getAll', simplify: false, ...parameters });

/** Get Guest, one for each input item. */
export const oneGuest: INodeParameters = { resource: 'guest', operation: 'get', guestId: byId('={{ $json.email }}'), simplify: false };

/** Update Status, one for each input item. */
export const approve: INodeParameters = { resource: 'guest', operation: 'updateStatus', guestId: byId('={{ $json.email }}'), guestStatus: 'approved' };

export const people = (count: number) => Array.from({ length: count }, (_, n) => ({ email: `guest${n + 1}@example.com` }));

/** The paths and queries a simulator was sent, in short. */
export const asked = (simulator: Simulator) => simulator.requests.map(({ query }) => ({ limit: query.pagination_limit, cursor: query.pagination_cursor !== undefined }));

/** Requests that were refused for the rate limit. */
export const refusals = (simulator: Simulator) => simulator.requests.filter(({ status }) => status === 429).length;
