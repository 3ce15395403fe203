import { seed, startSimulator, type Simulator } from '../simulator';
import type { Check } from './check';
import type { Credential } from './editor';
import { credentialsFor, type CredentialFor } from './luma';
import type { RunningN8n } from './n8n';
import type { Context } from './suite';

/** What is at hand in each check of a suite that needs an n8n and a Luma without a rate limit. */
export interface Stage {
	n8n: RunningN8n;
	check: Check;
	simulator: Simulator;
	credential: Credential;
	/** The credential that a sample needs. */
	credentialFor: CredentialFor;
}

/** Sets it up for some checks, and clears it away. */
export async function onStage(context: Context, check: Check, play: (stage: Stage) => Promise<void>): Promise<void> {
	const n8n = await context.n8n();
	const simulator = await startSimulator({ rateLimit: false, registered: [seed.webhook] });
	try {
		const credentialFor = await credentialsFor(n8n, simulator.url);
		await play({ n8n, check, simulator, credential: credentialFor({}), credentialFor });
	} finally {
		await simulator.close();
	}
}
