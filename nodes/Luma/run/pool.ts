import { sleep } from 'n8n-workflow';

/** How many may follow each other before n8n gets to do other things. */
const STRETCH = 250;

/**
 * Works on all of them in order, `size` at a time, and lets n8n do other things in between.
 * @param act its first failure ends the work: none is begun after it, those under way come to their end
 * @throws that failure; of several, the one that comes first in order
 */
export async function pool<T>(all: T[], size: number, act: (one: T, place: number) => Promise<void> | void, signal?: AbortSignal): Promise<void> {
	const failures = new Map<number, unknown>();
	let next = 0;
	const work = async () => {
		while (next < all.length && failures.size === 0) {
			const place = next++;
			try {
				signal?.throwIfAborted();
				if (place > 0 && place % STRETCH === 0) await sleep(0);
				const done = act(all[place], place);
				// What is done at once has no need of a promise.
				if (done) await done;
			} catch (error) {
				failures.set(place, error);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(size, all.length) }, work));
	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
}
