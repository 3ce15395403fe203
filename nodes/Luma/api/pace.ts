import { clock } from './clock';
import { numberIn, retryAfter, untilReset, type Headers } from './rateLimit';

export type Kind = 'read' | 'write';

/** A wait that is longer than the person allows, in milliseconds. */
export class TooLong {
	constructor(readonly milliseconds: number) {}
}

/**
 * Requests in flight at once for one key. Writes of one execution go one after the other anyway; these bounds are
 * for all executions together. More reads do not help: 200 a minute, or 500 for an organization, is the ceiling.
 */
const IN_FLIGHT: Record<Kind, number> = { read: 4, write: 2 };

/** When so few requests are left in the window, other users of the key may take them too: one at a time. */
const SCARCE = 8;

/** The block that follows a 429, when the answer does not say (Luma's rate-limits page: one minute). */
const BLOCK_MS = 60_000;

/** How long after the announced end of a window or block to go on. */
const MARGIN_MS = 250;

/** The same, once Luma has refused a request just after an announced end: it may cut the seconds off. */
const WIDE_MARGIN_MS = 1250;

type Waiter = { kind: Kind; maxWait: number; waited: number; go: () => void; giveUp: (tooLong: TooLong) => void; paused?: (milliseconds: number) => void };

/**
 * Keeps all requests of one API key in this process within Luma's limits: few in flight, none that the
 * rate-limit headers say would be refused, none during a block. First come, first served.
 */
export class Pacer {
	private readonly queue: Waiter[] = [];

	private readonly inFlight: Record<Kind, number> = { read: 0, write: 0 };

	/** Requests that the window still allows; unknown before the first answer and after a window or block has ended. */
	private left?: number;

	/** Whether the server counts at all, once it has answered. */
	private counts?: boolean;

	private windowEnds = 0;

	private blockedUntil = 0;

	private margin = MARGIN_MS;

	private pumping = false;

	private pause?: AbortController;

	/** Whether nothing is under way and nothing is known that still matters. */
	get idle(): boolean {
		const { read, write } = this.inFlight;
		return this.queue.length === 0 && read + write === 0 && clock.now() > Math.max(this.windowEnds, this.blockedUntil);
	}

	/**
	 * Waits until a request may go.
	 * @param maxWait milliseconds that a single pause may last
	 * @param paused told, for the request that is next, how long a pause will be
	 * @returns milliseconds that Luma's limits (not other requests) made it wait, or TooLong when it may not go
	 * @throws the signal's reason when it is aborted
	 */
	async acquire(kind: Kind, maxWait: number, signal?: AbortSignal, paused?: (milliseconds: number) => void): Promise<number | TooLong> {
		signal?.throwIfAborted();
		if (this.forbidden() > maxWait) return new TooLong(this.forbidden());
		return await new Promise<number | TooLong>((resolve, reject) => {
			const settle = (act: () => void) => {
				signal?.removeEventListener('abort', abort);
				act();
			};
			const waiter: Waiter = {
				kind,
				maxWait,
				waited: 0,
				paused,
				go: () => settle(() => resolve(waiter.waited)),
				giveUp: (tooLong) => settle(() => resolve(tooLong)),
			};
			const abort = () => {
				this.queue.splice(this.queue.indexOf(waiter), 1);
				if (this.queue.length === 0) this.pause?.abort();
				settle(() => reject(signal!.reason as Error));
			};
			signal?.addEventListener('abort', abort);
			this.queue.push(waiter);
			void this.pump();
		});
	}

	/** Takes note of an answer, or of a request that got none. Each request that was let go ends here. */
	release(kind: Kind, answer?: { status: number; headers: Headers }) {
		this.inFlight[kind] -= 1;
		if (answer) this.learn(answer.status, answer.headers);
		void this.pump();
	}

	private learn(status: number, headers: Headers) {
		const now = clock.now();
		if (status === 429) {
			if (Math.abs(now - Math.max(this.windowEnds, this.blockedUntil)) < 2000) this.margin = WIDE_MARGIN_MS;
			this.blockedUntil = Math.max(this.blockedUntil, now + (retryAfter(headers) ?? untilReset(headers) ?? BLOCK_MS) + this.margin);
			this.left = undefined;
			this.counts = undefined;
			return;
		}
		const remaining = numberIn(headers['x-ratelimit-remaining']);
		const reset = untilReset(headers);
		this.counts = remaining !== undefined && reset !== undefined;
		if (remaining === undefined || reset === undefined) return;
		const sameWindow = this.left !== undefined && Math.abs(now + reset - this.windowEnds) < 1500;
		// Answers can arrive out of order; within a window the lowest count is the latest.
		this.left = sameWindow ? Math.min(this.left!, remaining) : remaining - this.inFlight.read - this.inFlight.write;
		this.windowEnds = Math.max(sameWindow ? this.windowEnds : 0, now + reset);
	}

	/** How long the limits forbid a request, in milliseconds. */
	private forbidden(): number {
		const now = clock.now();
		if (this.blockedUntil > now) return this.blockedUntil - now;
		if (this.left === undefined) return 0;
		const ends = this.windowEnds + this.margin - now;
		if (ends <= 0) this.left = undefined;
		else if (this.left <= 0) return ends;
		return 0;
	}

	private crowded(kind: Kind): boolean {
		const { read, write } = this.inFlight;
		// What Luma allows is not known until the first answer; a burst could run into a block.
		const careful = this.counts === undefined || (this.counts && (this.left === undefined || this.left < SCARCE));
		return careful ? read + write > 0 : this.inFlight[kind] >= IN_FLIGHT[kind];
	}

	private async pump() {
		if (this.pumping) return;
		this.pumping = true;
		while (this.queue.length > 0) {
			const pause = this.forbidden();
			if (pause > 0) {
				await this.hold(pause);
				continue;
			}
			const next = this.queue.findIndex(({ kind }) => !this.crowded(kind));
			if (next < 0) break;
			const [waiter] = this.queue.splice(next, 1);
			this.inFlight[waiter.kind] += 1;
			if (this.left !== undefined) this.left -= 1;
			waiter.go();
		}
		this.pumping = false;
	}

	private async hold(milliseconds: number) {
		for (const waiter of this.queue.filter(({ maxWait }) => maxWait < milliseconds)) {
			this.queue.splice(this.queue.indexOf(waiter), 1);
			waiter.giveUp(new TooLong(milliseconds));
		}
		if (this.queue.length === 0) return;
		this.queue[0].paused?.(milliseconds);
		const from = clock.now();
		this.pause = new AbortController();
		// It ends early only when everybody who waited has gone.
		await clock.wait(milliseconds, this.pause.signal).catch(() => undefined);
		this.pause = undefined;
		for (const waiter of this.queue) waiter.waited += clock.now() - from;
	}
}

const pacers = new Map<string, Pacer>();

/** The pacer of an API key at an address, shared by every execution and node in this process. */
export function pacerFor(baseUrl: string, apiKey: string): Pacer {
	for (const [key, pacer] of pacers) if (pacer.idle) pacers.delete(key);
	const key = `${baseUrl} ${apiKey}`;
	const pacer = pacers.get(key) ?? new Pacer();
	pacers.set(key, pacer);
	return pacer;
}
