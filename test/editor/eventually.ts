import { until } from '../n8n/until';
import { TIMEOUT_MS } from './browser';

/** Tries assertions until they hold. Throws what they threw last when time is over. */
export async function eventually(assertions: () => Promise<void>, timeoutMs = TIMEOUT_MS): Promise<void> {
	let last: unknown;
	await until(
		async () => {
			try {
				await assertions();
				return true;
			} catch (error) {
				last = error;
				return undefined;
			}
		},
		() => last as Error,
		timeoutMs,
	);
}
