import { LumaError } from './errors';
import type { RateLimitOptions } from './types';

interface Usage {
	windowEnd: number;
	count: number;
	blockedUntil?: number;
}

const defaults = { calendar: 200, organization: 500, windowMs: 60_000, blockMs: 60_000 };
const seconds = (ms: number) => Math.ceil(ms / 1000);

/**
 * Counts requests for each key in fixed windows: a window starts with the first request after the one
 * before has ended, and going over the limit blocks the key. Numbers and headers: Luma's rate-limits page.
 */
export class RateLimiter {
	private readonly usage = new Map<string, Usage>();

	constructor(
		private readonly options: RateLimitOptions | false,
		private readonly now: () => number,
	) {}

	/** Counts a request and returns the headers for its answer; throws the 429. */
	take(key: string, isOrganization: boolean): Record<string, string> {
		if (this.options === false) return {};
		const limit =
			this.options.limit ?? (isOrganization ? defaults.organization : defaults.calendar);
		const { windowMs = defaults.windowMs, blockMs = defaults.blockMs } = this.options;
		const now = this.now();

		let usage = this.usage.get(key);
		if (!usage || now >= (usage.blockedUntil ?? usage.windowEnd)) {
			usage = { windowEnd: now + windowMs, count: 0 };
			this.usage.set(key, usage);
		}
		if (usage.count >= limit) usage.blockedUntil ??= now + blockMs;
		if (usage.blockedUntil !== undefined) {
			throw new LumaError(429, 'Too many requests. Try again later.', {
				...this.headers(limit, 0, usage.blockedUntil),
				'Retry-After': String(seconds(usage.blockedUntil - now)),
			});
		}
		usage.count += 1;
		return this.headers(limit, limit - usage.count, usage.windowEnd);
	}

	reset(): void {
		this.usage.clear();
	}

	private headers(limit: number, remaining: number, reset: number): Record<string, string> {
		return {
			'X-RateLimit-Limit': String(limit),
			'X-RateLimit-Remaining': String(remaining),
			'X-RateLimit-Reset': String(seconds(reset)),
		};
	}
}
