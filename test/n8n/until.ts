import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Asks until there is an answer other than undefined. Throws what `late` makes when time is over. */
export async function until<T>(
	ask: () => Promise<T | undefined>,
	late: () => Error,
	timeoutMs: number,
): Promise<T> {
	const end = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > end) throw late();
		await sleep(POLL_MS);
	}
}
