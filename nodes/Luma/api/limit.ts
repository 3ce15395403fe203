import { clock } from './clock';
import { numberIn, retryAfter, untilReset, type Headers } from './rateLimit';

/** When so few requests are left in the window, other users of the key may take them too: one at a time. */
const SCARCE = 8;

/** The block that follows a 429, when the answer does not say (Luma's rate-limits page: one minute). */
const BLOCK_MS = 60_000;

/** How long after the announced end of a window or block to go on. */
const MARGIN_MS = 250;

/** The same, once Luma has refused a request just after an announced end: it may cut the seconds off. */
const WIDE_MARGIN_MS = 1250;

/** What Luma's answers have told of the rate limit of one key. */
export class Limit {
	/** Requests that the window still allows; unknown before the first answer and after a window or block has ended. */
	private left?: number;

	/** Whether the server counts at all, once it has answered. */
	private counts?: boolean;

	private windowEnds = 0;

	private blockedUntil = 0;

	private margin = MARGIN_MS;

	/** Whether all that is known of it has passed. */
	get over(): boolean {
		return clock.now() > Math.max(this.windowEnds + this.margin, this.blockedUntil);
	}

	/** Whether requests are to go one at a time: what Luma allows is not known before an answer, and a burst could run into a block. */
	get tight(): boolean {
		return this.counts === undefined || (this.counts && (this.left === undefined || this.left < SCARCE));
	}

	/** How long no request may go, in milliseconds. */
	forbids(): number {
		const now = clock.now();
		if (this.blockedUntil > now) return this.blockedUntil - now;
		if (this.left === undefined) return 0;
		const ends = this.windowEnds + this.margin - now;
		if (ends <= 0) this.left = undefined;
		else if (this.left <= 0) return ends;
		return 0;
	}

	/** Takes note of a request that goes. */
	spend() {
		if (this.left !== undefined) this.left -= 1;
	}

	/**
	 * Takes note of an answer.
	 * @param inFlight requests under way, of which a new window does not know yet
	 */
	learn(status: number, headers: Headers, inFlight: number) {
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
		if (remaining === undefined || reset === undefined) {
			// A fault on the way tells nothing of Luma.
			if (status < 500) this.counts = false;
			return;
		}
		this.counts = true;
		const sameWindow = this.left !== undefined && Math.abs(now + reset - this.windowEnds) < 1500;
		// Answers can arrive out of order; within a window the lowest count is the latest.
		this.left = sameWindow ? Math.min(this.left!, remaining) : remaining - inFlight;
		this.windowEnds = Math.max(sameWindow ? this.windowEnds : 0, now + reset);
	}
}
