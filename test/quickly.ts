/**
 * What must not grow with the square of a hostile text. Other work on the machine and n8n's own collector slow one try
 * down, so the best of several counts; what takes the square of 100,000 takes seconds, each time.
 */

const TRIES = 10;

/** The processor's milliseconds since then, however many others it works for. */
const since = (began: NodeJS.CpuUsage) => process.cpuUsage(began).user / 1000;

const tooSlow = (what: string, best: number) => new Error(`${what} takes ${Math.round(best)} ms at best`);

/**
 * Does the work until one try stays under the limit.
 * @param limit milliseconds of the processor
 * @throws where no try does
 */
export function quickly(limit: number, work: () => unknown, what = 'It'): void {
	let best = Infinity;
	for (let tries = 0; tries < TRIES && best >= limit; tries += 1) {
		const began = process.cpuUsage();
		work();
		best = Math.min(best, since(began));
	}
	if (best >= limit) throw tooSlow(what, best);
}

/** The same of work that waits in between, such as a run of the engine; it takes longer, so a few tries have to do. */
export async function quicklyDone(limit: number, work: () => Promise<unknown>): Promise<void> {
	let best = Infinity;
	for (let tries = 0; tries < 3 && best >= limit; tries += 1) {
		const began = process.cpuUsage();
		await work();
		best = Math.min(best, since(began));
	}
	if (best >= limit) throw tooSlow('It', best);
}
