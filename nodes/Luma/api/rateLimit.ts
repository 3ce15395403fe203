import { isBlank } from '../values/blank';
import { clock } from './clock';

/** Headers of an answer, their names in lower case. */
export type Headers = Record<string, unknown>;

/** A number, where a header has one. */
export const numberIn = (value: unknown) => {
	if (isBlank(value)) return undefined;
	const read = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
	return Number.isFinite(read) ? read : undefined;
};

/** Milliseconds from now until a moment on Luma's clock. Where the two clocks differ, the answer's own date counts. */
function until(moment: number, headers: Headers): number {
	const theirs = Date.parse(String(headers.date));
	const now = Math.abs(theirs - clock.now()) > 2000 ? theirs : clock.now();
	return Math.max(0, moment - now);
}

/** Milliseconds from now that `X-RateLimit-Reset` means. Its unit is not documented: seconds or milliseconds since 1970, or seconds from now. */
export function untilReset(headers: Headers): number | undefined {
	const reset = numberIn(headers['x-ratelimit-reset']);
	if (reset === undefined) {
		const date = Date.parse(String(headers['x-ratelimit-reset']));
		return Number.isNaN(date) ? undefined : until(date, headers);
	}
	if (reset < 1e8) return reset * 1000;
	return until(reset < 1e11 ? reset * 1000 : reset, headers);
}

/** Milliseconds that `Retry-After` means: seconds, or a date. */
export function retryAfter(headers: Headers): number | undefined {
	const seconds = numberIn(headers['retry-after']);
	if (seconds !== undefined) return Math.max(0, seconds * 1000);
	const date = Date.parse(String(headers['retry-after']));
	return Number.isNaN(date) ? undefined : until(date, headers);
}
