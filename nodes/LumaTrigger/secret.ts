import { clock } from '../Luma/api/clock';

/** Milliseconds between two questions to Luma for the secret of a webhook: a flood of forged deliveries must not become one of requests. */
const INTERVAL = 60_000;

/** Whether it is a secret at all. With an empty one everybody could sign. */
export const isSecret = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** The secret of a webhook, when it has changed at Luma since it was stored. */
export class Secret {
	/** The latest that Luma told. n8n may store an older one over it, when deliveries come at the same moment. */
	told?: string;

	private asked = -Infinity;

	private asking?: Promise<void>;

	/** Asks Luma, at most once a minute; everybody who wants to know meanwhile waits for the same answer. */
	async renew(ask: () => Promise<unknown>): Promise<void> {
		if (!this.asking && clock.now() - this.asked >= INTERVAL) {
			this.asked = clock.now();
			this.asking = ask()
				.then((secret) => {
					if (isSecret(secret)) this.told = secret;
				})
				.finally(() => {
					this.asking = undefined;
				});
		}
		await this.asking;
	}
}
