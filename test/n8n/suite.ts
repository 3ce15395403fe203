import type { Check } from './check';
import { startN8n, type RunningN8n } from './n8n';
import { packPackage } from './pack';

/** What the suites of one run share. Each part is made when it is first asked for. */
export class Context {
	private packed?: Promise<string>;

	private shared?: Promise<RunningN8n>;

	/** This package's tarball, for a suite that starts an n8n of its own. */
	async tarball(): Promise<string> {
		return await (this.packed ??= packPackage());
	}

	/** An n8n with the package, for suites that need no special settings and do not restart it. */
	async n8n(): Promise<RunningN8n> {
		return await (this.shared ??= this.tarball().then(
			// Chatty, so that a key in any log line would be seen.
			async (tarball) => await startN8n({ tarball, env: { N8N_LOG_LEVEL: 'debug' } }),
		));
	}

	async close(): Promise<void> {
		await (await this.shared)?.stop();
	}
}

/** A file in `suites/`. */
export interface Suite {
	name: string;
	/** Ends what it starts, on failure too. What it throws counts as one failed check. */
	run(context: Context, check: Check): Promise<void>;
}
