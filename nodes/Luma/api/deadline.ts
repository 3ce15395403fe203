/** Milliseconds after its timeout at which a request is given up that has not come to an end by itself. */
const GRACE_MS = 30_000;

/**
 * A request to its end, or until it is clear that there will be none: in older n8n the helper waits for good for an answer that
 * can't be unpacked, whatever the timeout is (seen in 1.85, 1.100, and 2.0, by the axios that they have).
 * @param timeout milliseconds without an answer after which n8n's helper ends it
 * @throws an error with the code ETIMEDOUT
 */
export async function ended<T>(request: Promise<T>, timeout: number): Promise<T> {
	const deadline = AbortSignal.timeout(timeout + GRACE_MS);
	let giveUp = () => undefined as void;
	const never = new Promise<never>((_, reject) => (giveUp = () => reject(Object.assign(new Error('The request did not end'), { code: 'ETIMEDOUT' }))));
	deadline.addEventListener('abort', giveUp, { once: true });
	try {
		return await Promise.race([request, never]);
	} finally {
		deadline.removeEventListener('abort', giveUp);
	}
}
