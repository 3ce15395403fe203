import { apiKey, startSimulator, type Exchange, type Simulator, type SimulatorOptions } from './index';
import { available } from '../contract/load';
import { problemsOfAnswer } from './openapi';

/** What the simulator's own tests share: one simulator at a time, each of its answers checked against Luma's document. */

/* eslint-disable @typescript-eslint/no-explicit-any -- tests look into answers freely */

export interface Answer {
	status: number;
	headers: Headers;
	body: any;
}

export type Parameters = Record<string, unknown>;

/** Skips a test that needs Luma's OpenAPI document where that is not there. */
export const withOpenApi = available ? it : it.skip;

export const guestsList = '/v1/events/guests/list';
export const eventsList = '/v1/calendars/events/list';
export const seedEvents = 129;
export const oneEvent = {
	name: 'Launch',
	start_at: '2027-10-01T18:00:00+02:00',
	timezone: 'Europe/Berlin',
};
export const emails = (...names: string[]) =>
	names.map((name) => ({ email: `${name}@example.com` }));

export let simulator: Simulator;
let exchanges: Exchange[] = [];

/** In place of the one that runs; without a rate limit unless asked for. */
export async function restart(options: SimulatorOptions = {}): Promise<void> {
	await simulator?.close();
	simulator = await startSimulator({ rateLimit: false, ...options });
	exchanges = [];
	simulator.onExchange = (exchange) => exchanges.push(exchange);
}

/** All JSON answers since the start. */
export const answered = () => exchanges;

/** Calls of a test file: a fresh simulator for each test. */
export function useSimulator(options?: SimulatorOptions): void {
	beforeEach(() => restart(options));
	afterEach(() => {
		expect(available ? exchanges.flatMap(problemsOfAnswer) : []).toEqual([]);
	});
	afterAll(() => simulator.close());
}

export async function send(
	method: string,
	path: string,
	body?: string,
	headers: Record<string, string> = { 'x-luma-api-key': apiKey },
): Promise<Answer> {
	const response = await fetch(simulator.url + path, { method, body, headers });
	return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Lists are sent as repeated parameters. */
export function get(path: string, parameters: Parameters = {}, headers?: Record<string, string>) {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(parameters)) {
		for (const one of [value].flat()) query.append(name, String(one));
	}
	return send('GET', query.size ? `${path}?${query}` : path, undefined, headers);
}

export const post = (path: string, parameters: Parameters, headers?: Record<string, string>) =>
	send('POST', path, JSON.stringify(parameters), headers);

/** All entries of a paged list, and how many pages they took. */
export async function all(path: string, parameters: Parameters = {}) {
	const entries: any[] = [];
	let pages = 0;
	let cursor: string | undefined;
	do {
		const given = cursor ? { ...parameters, pagination_cursor: cursor } : parameters;
		const { status, body } = await get(path, given);
		expect(status).toBe(200);
		entries.push(...body.entries);
		expect('next_cursor' in body).toBe(body.has_more);
		cursor = body.next_cursor;
		pages += 1;
	} while (cursor);
	return { entries, pages };
}
