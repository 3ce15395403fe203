import type { Fault, RecordedRequest } from './types';

interface Queued {
	fault: Fault;
	skip: number;
	times: number;
}

/** The faults that wait for a matching request; the first one that matches and has nothing to skip is used up. */
export class Faults {
	private queue: Queued[] = [];

	add(fault: Fault): void {
		this.queue.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
	}

	take(request: RecordedRequest): Fault | undefined {
		for (const queued of this.queue) {
			if (!matches(queued.fault, request) || queued.times <= 0) continue;
			if (queued.skip > 0) {
				queued.skip -= 1;
				continue;
			}
			queued.times -= 1;
			return queued.fault;
		}
		return undefined;
	}

	clear(): void {
		this.queue = [];
	}
}

function matches({ method, path }: Fault, request: RecordedRequest): boolean {
	if (method && method.toUpperCase() !== request.method) return false;
	if (path === undefined) return true;
	return typeof path === 'string' ? path === request.path : path.test(request.path);
}

/** Whether the work of the request is done although its answer is spoiled. */
export function isHandled({ kind, status, handled }: Fault): boolean {
	if (handled !== undefined) return handled;
	return kind === undefined ? status === undefined : !['reset', 'timeout', 'html'].includes(kind);
}

/** What goes over the wire; `silent` says nothing and keeps the connection, `destroyed` tears it down. */
export interface Reply {
	status: number;
	type?: string;
	headers?: Record<string, string>;
	/** Present when the answer is JSON by intention. */
	body?: object;
	text?: string;
	nothing?: 'silent' | 'destroyed';
}

const messages: Record<number, string> = {
	429: 'Too many requests. Try again later.',
	500: 'Internal server error.',
	502: 'Bad gateway.',
	503: 'Service unavailable.',
	504: 'Gateway timeout.',
};

const page = (status: number) =>
	`<!doctype html><html><head><title>${status}</title></head><body><h1>Luma is taking a break</h1></body></html>`;

/**
 * What the fault makes of an answer.
 * @param reply the true answer; undefined when the request was not handled
 * @param now milliseconds
 */
export function spoil(
	fault: Fault,
	request: RecordedRequest,
	reply: Reply | undefined,
	now: number,
): Reply {
	const status = fault.status ?? 200;
	const headers = { ...retryHeaders(fault, now), ...(fault.location !== undefined && { location: fault.location }) };
	switch (fault.kind) {
		case 'reset':
		case 'resetAfterHandling':
			return { status, nothing: 'destroyed' };
		case 'timeout':
			return { status, nothing: 'silent' };
		case 'html':
			return { status, headers, type: 'text/html; charset=utf-8', text: page(status) };
		case 'empty':
			return { status, headers, text: '' };
		case 'cutOff': {
			const whole = JSON.stringify(reply?.body ?? {});
			return { status, headers, text: whole.slice(0, Math.floor(whole.length / 2)) };
		}
		case 'repeatCursor':
		case 'noCursor':
			return { status, headers, body: endless(fault.kind, request, reply?.body ?? {}) };
	}
	if (fault.status === undefined && reply) return reply;
	const message = fault.message ?? messages[status] ?? 'Simulated failure.';
	return { status, headers, body: { message, code: null } };
}

const firstCursor = 'first-cursor';

function endless(kind: 'repeatCursor' | 'noCursor', request: RecordedRequest, body: object): object {
	const { next_cursor, ...rest } = body as { next_cursor?: string };
	if (kind === 'noCursor') return { ...rest, has_more: true };
	const cursor = request.query.pagination_cursor ?? next_cursor ?? firstCursor;
	return { ...rest, has_more: true, next_cursor: cursor };
}

function retryHeaders({ status, retryAfter }: Fault, now: number): Record<string, string> {
	const seconds = retryAfter ?? (status === 429 ? 1 : '');
	if (seconds === '') return {};
	return {
		'Retry-After': String(seconds),
		...(status === 429 && typeof seconds === 'number'
			? {
					'X-RateLimit-Remaining': '0',
					'X-RateLimit-Reset': String(Math.ceil(now / 1000 + seconds)),
				}
			: {}),
	};
}
