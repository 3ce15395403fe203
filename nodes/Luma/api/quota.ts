import { clock } from './clock';
import { retryAfter, type Headers } from './rateLimit';

/** So many requests in so many milliseconds. */
interface Most {
	requests: number;
	windowMs: number;
}

/** Paths that Luma bounds by themselves, beside its limit for a key: ten new blasts in five minutes (its blasts page). */
const QUOTAS: Record<string, Most> = { '/v1/events/blasts/create': { requests: 10, windowMs: 300_000 } };

/** How long a refusal holds at least, in milliseconds: one that says it is over is not asked again at once. */
const LEAST_MS = 1000;

export const quotaOf = (path: string): Most | undefined => QUOTAS[path];

/** What is known of a bound of that kind: when the last requests were taken. Luma's answers say nothing of it but 429. */
export class Quota {
	/** Requests go one at a time: until one is answered nobody knows whether it counts. */
	readonly tight = true;

	/** When the last ones were answered, in milliseconds since 1970, the oldest first; Luma has counted them a little before. */
	private taken: number[] = [];

	private blockedUntil = 0;

	constructor(private readonly most: Most) {}

	/** Whether all that is known of it has passed. */
	get over(): boolean {
		return clock.now() > Math.max(this.blockedUntil, (this.taken.at(-1) ?? 0) + this.most.windowMs);
	}

	/** How long no request may go, in milliseconds. */
	forbids(): number {
		const { requests, windowMs } = this.most;
		const full = this.taken.length >= requests ? this.taken[this.taken.length - requests] + windowMs : 0;
		return Math.max(0, full - clock.now(), this.blockedUntil - clock.now());
	}

	/** A request that goes is counted when it is known what became of it. */
	spend() {}

	/** Takes note of a request that counts; or, by a 429, of others that Luma knows of and this process does not. */
	learn(status: number, headers: Headers) {
		if (status === 429) this.blockedUntil = clock.now() + Math.max(LEAST_MS, retryAfter(headers) ?? this.most.windowMs);
		else this.taken = [...this.taken.slice(1 - this.most.requests), clock.now()];
	}
}
