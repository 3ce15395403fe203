import { clock } from './clock';
import { Limit } from './limit';
import { Queues } from './queues';
import { Quota, quotaOf } from './quota';
import type { Headers } from './rateLimit';

export type Kind = 'read' | 'write';

/** A wait that is longer than the person allows, in milliseconds: what it would be, and what had passed before it. */
export class TooLong {
	constructor(
		readonly milliseconds: number,
		readonly waited = 0,
	) {}
}

/** How a request waits. */
export interface Manner {
	/** Milliseconds that the limits may make it wait. */
	maxWait: number;
	/** Whose request it is; without one it stands in a queue of its own. */
	queue?: object;
	/** Goes before all others. */
	first?: boolean;
	/** When it is aborted, the request waits no longer. */
	signal?: AbortSignal;
	/** Told how long a pause will be, once the request waits for nothing else. */
	paused?: (milliseconds: number) => void;
}

interface Waiter extends Required<Pick<Manner, 'maxWait' | 'queue' | 'first'>>, Pick<Manner, 'paused'> {
	kind: Kind;
	headSince?: number;
	/** Milliseconds that the limits have made it wait. */
	waited: number;
	settle: (outcome: number | TooLong) => void;
}

/**
 * Requests in flight at once for one key. Writes of one execution go one after the other anyway; these bounds are
 * for all executions together. More reads do not help: 200 a minute, or 500 for an organization, is the ceiling.
 */
const IN_FLIGHT: Record<Kind, number> = { read: 4, write: 2 };

/**
 * Keeps all requests of one API key in this process within Luma's limits: few in flight, none that the
 * rate-limit headers say would be refused, none during a block. Executions take turns.
 */
export class Pacer {
	private readonly waiting = new Queues<Waiter>(() => clock.now());

	private readonly inFlight: Record<Kind, number> = { read: 0, write: 0 };

	private pumping = false;

	/** What ends the pause that they wait for. */
	private pause?: AbortController;

	private pausedSince = 0;

	/** @param limit what tells how long no request may go, and learns it from the answers */
	constructor(private readonly limit: Limit | Quota = new Limit()) {}

	/** Whether nothing is under way and nothing is known that still matters. */
	get idle(): boolean {
		return this.waiting.empty && this.underWay === 0 && this.limit.over;
	}

	private get underWay(): number {
		return this.inFlight.read + this.inFlight.write;
	}

	/**
	 * Waits until a request may go.
	 * @returns milliseconds that Luma's limits (not other requests) made it wait, or TooLong when it may not go
	 * @throws the signal's reason when it is aborted
	 */
	async acquire(kind: Kind, { maxWait, queue = {}, first = false, signal, paused }: Manner): Promise<number | TooLong> {
		signal?.throwIfAborted();
		return await new Promise<number | TooLong>((resolve, reject) => {
			const abort = () => {
				this.waiting.leave(waiter);
				if (this.pause) this.giveUp(this.limit.forbids());
				reject(signal!.reason as Error);
			};
			const settle = (outcome: number | TooLong) => {
				signal?.removeEventListener('abort', abort);
				resolve(outcome);
			};
			const waiter: Waiter = { kind, maxWait, queue, first, paused, waited: 0, settle };
			signal?.addEventListener('abort', abort, { once: true });
			this.waiting.join(waiter);
			if (this.pause) this.joinPause(waiter);
			void this.pump();
		});
	}

	/** Takes note of an answer, or of a request that got none. Each request that was let go ends here. */
	release(kind: Kind, answer?: { status: number; headers: Headers }) {
		this.inFlight[kind] -= 1;
		if (answer) this.limit.learn(answer.status, answer.headers, this.underWay);
		// The pause may have become a longer one.
		if (this.pause) this.giveUp(this.limit.forbids());
		void this.pump();
	}

	private crowded(kind: Kind): boolean {
		return this.limit.tight ? this.underWay > 0 : this.inFlight[kind] >= IN_FLIGHT[kind];
	}

	/** Lets go whoever may. */
	private async pump() {
		if (this.pumping) return;
		this.pumping = true;
		while (!this.waiting.empty) {
			const milliseconds = this.limit.forbids();
			if (milliseconds > 0) {
				await this.hold(milliseconds);
				continue;
			}
			const next = this.waiting.next(({ kind }) => !this.crowded(kind));
			if (!next) break;
			this.inFlight[next.kind] += 1;
			this.limit.spend();
			next.settle(next.waited);
		}
		this.pumping = false;
	}

	/** Waits until the limits allow a request again, with all who are willing. */
	private async hold(milliseconds: number) {
		this.giveUp(milliseconds);
		if (this.waiting.empty) return;
		for (const { paused } of this.waiting.heads) paused?.(milliseconds);
		this.pausedSince = clock.now();
		this.pause = new AbortController();
		// It ends early only when everybody who waited has gone.
		await clock.wait(milliseconds, this.pause.signal).catch(() => undefined);
		for (const head of this.waiting.heads) head.waited = this.waitedBy(head);
		this.pause = undefined;
	}

	/** One that comes while the others wait already. */
	private joinPause(waiter: Waiter) {
		const milliseconds = this.limit.forbids();
		this.giveUp(milliseconds);
		if (this.waiting.heads.includes(waiter)) waiter.paused?.(milliseconds);
	}

	/** Sends away those at the head of their queues who are not willing to wait so much longer. */
	private giveUp(milliseconds: number) {
		const tooLong = this.waiting.drop((head) => this.waitedBy(head) + milliseconds > head.maxWait);
		for (const waiter of tooLong) waiter.settle(new TooLong(milliseconds, this.waitedBy(waiter)));
		if (this.waiting.empty) this.pause?.abort();
	}

	/** Milliseconds that the limits have made one wait that is, or was, at the head of its queue. */
	private waitedBy({ waited, headSince = 0 }: Waiter): number {
		return this.pause ? waited + clock.now() - Math.max(this.pausedSince, headSince) : waited;
	}
}

const pacers = new Map<string, Pacer>();

function kept(key: string, make: () => Pacer): Pacer {
	for (const [known, pacer] of pacers) if (pacer.idle) pacers.delete(known);
	const pacer = pacers.get(key) ?? make();
	pacers.set(key, pacer);
	return pacer;
}

/** The pacer of an API key at an address, shared by every execution and node in this process. */
export const pacerFor = (baseUrl: string, apiKey: string): Pacer => kept(`${baseUrl} ${apiKey}`, () => new Pacer());

/** The pacer of a path that Luma bounds by itself, beside the one of the key; undefined for all others. */
export function ownPacerFor(baseUrl: string, apiKey: string, path: string): Pacer | undefined {
	const most = quotaOf(path);
	return most && kept(`${baseUrl} ${apiKey} ${path}`, () => new Pacer(new Quota(most)));
}
