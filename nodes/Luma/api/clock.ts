import { sleep } from 'n8n-workflow';

/** n8n's `sleep` cannot be broken off, so a wait is made of short ones: after a cancel only the last of them runs out. */
const SLICE_MS = 1000;

/** Time, in one place, so that tests can turn it. */
export const clock = {
	/** Now, in milliseconds since 1970. */
	now: () => Date.now(),
	/** Waits; throws the signal's reason as soon as it is aborted. */
	async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		let abort = () => undefined as void;
		const aborted = new Promise<void>((_, reject) => (abort = () => reject(signal!.reason as Error)));
		signal?.addEventListener('abort', abort, { once: true });
		const end = clock.now() + milliseconds;
		try {
			for (let left = milliseconds; left > 0; left = end - clock.now()) await Promise.race([sleep(Math.min(SLICE_MS, left)), aborted]);
		} finally {
			signal?.removeEventListener('abort', abort);
		}
	},
	/** A number from 0 up to 1, for the jitter of retries. */
	random: () => Math.random(),
};

/** Milliseconds before another try after a fault: half a second, each further one twice as long, all up to half shorter or longer. */
export const backoff = (attempt: number): number => 500 * 2 ** (attempt - 1) * (0.5 + clock.random());
