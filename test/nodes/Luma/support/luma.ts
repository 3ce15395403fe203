/** A Luma that answers what a test tells it, over nock, and keeps what it was sent. */
import type { Body } from 'nock';
import { clock } from '../../../../nodes/Luma/api/clock';
import { breaches } from '../../../contract/document';
import { baseUrl } from '../../../engine';
import nock from '../../../nock';

export interface Sent {
	method: 'GET' | 'POST' | 'PUT';
	path: string;
	/** As it stood in the address: text, or a list where a name was repeated. */
	query?: Record<string, string | string[]>;
	body?: unknown;
}

export interface Answer {
	status?: number;
	/** Goes out as JSON; a text goes out as it is; a function makes it from the request. */
	body?: unknown;
	headers?: Record<string, string>;
	/** No answer at all: the code of a connection fault. */
	fault?: string;
}

/** What Luma was sent since the test began. */
export const received: Sent[] = [];
/** The headers of each of them. */
export const headers: Array<Record<string, unknown>> = [];
/** The waits of the node, in milliseconds. */
export const waits: number[] = [];

function queryOf(search: URLSearchParams): Pick<Sent, 'query'> {
	const names = [...new Set(search.keys())];
	if (names.length === 0) return {};
	return { query: Object.fromEntries(names.map((name) => [name, search.getAll(name).length > 1 ? search.getAll(name) : search.get(name)!])) };
}

/** A file as the tests know it: nock has what is no text in hexadecimal digits. */
const sizeOf = (sent: unknown) => `(${String(sent).length / 2} bytes)`;

/** Makes Luma answer the next request to a path, or the next ones. */
export function answer(method: Sent['method'], path: string, { status = 200, body = {}, headers: extra, fault }: Answer = {}, times = 1): void {
	const interceptor = nock(baseUrl).intercept(path, method).query(true).times(times);
	if (fault) {
		interceptor.replyWithError(Object.assign(new Error(`connection fault ${fault}`), { code: fault }));
		return;
	}
	interceptor.reply(
		status,
		function (uri, sent) {
			const url = new URL(uri, baseUrl);
			const request: Sent = { method, path: url.pathname, ...queryOf(url.searchParams), ...(sent !== '' && { body: method === 'PUT' ? sizeOf(sent) : sent }) };
			received.push(request);
			headers.push(this.req.headers as Record<string, unknown>);
			return (typeof body === 'function' ? (body as (request: Sent) => unknown)(request) : body) as Body;
		},
		{ 'content-type': typeof body === 'string' ? 'text/html' : 'application/json', ...extra },
	);
}

/** Makes Luma answer all requests to a path, or to those like it, by what they are and which one it is, from 0. */
export function always(method: Sent['method'], path: string | RegExp, respond: (sent: Sent, nth: number) => Answer): void {
	let nth = 0;
	nock(baseUrl)
		.intercept(path, method)
		.query(true)
		.optionally()
		.reply(function (uri, sent) {
			const url = new URL(uri, baseUrl);
			const request: Sent = { method, path: url.pathname, ...queryOf(url.searchParams), ...(sent !== '' && { body: method === 'PUT' ? sizeOf(sent) : sent }) };
			received.push(request);
			headers.push(this.req.headers as Record<string, unknown>);
			const { status = 200, body = {}, headers: extra } = respond(request, nth++);
			return [status, body as Body, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json', ...extra }];
		})
		.persist();
}

/** Time of the node's clock; it moves only when the node waits. */
let now = Date.parse('2027-01-01T00:00:00Z');

/** Lets time pass, so that what the node has learned of the rate limit no longer holds. */
export const later = () => void (now += 3_600_000);

/** For a test file: no network, a Luma that forgets between tests, and waits that take no time. */
export function useLuma(): void {
	beforeAll(() => nock.disableNetConnect());
	beforeEach(() => {
		for (const record of [received, headers, waits, breaches]) record.length = 0;
		jest.spyOn(clock, 'now').mockImplementation(() => now);
		jest.spyOn(clock, 'random').mockReturnValue(0.5);
		jest.spyOn(clock, 'wait').mockImplementation(async (milliseconds, signal) => {
			signal?.throwIfAborted();
			waits.push(milliseconds);
			now += milliseconds;
		});
	});
	afterEach(() => {
		// What was learned in one test must not hold up the next one.
		later();
		jest.restoreAllMocks();
		const unused = nock.pendingMocks();
		nock.cleanAll();
		expect({ unused, breaches }).toEqual({ unused: [], breaches: [] });
	});
	afterAll(() => nock.enableNetConnect());
}
