import { inspect } from 'node:util';

/** Runs one check of a suite and counts it. A check fails by throwing; the suite goes on. */
export type Check = (what: string, body: () => void | Promise<void>) => Promise<void>;

/** Counts checks and says on standard output how each went. */
export class Checks {
	passed = 0;

	failed = 0;

	/** What failed. */
	readonly failures: string[] = [];

	readonly check: Check = async (what, body) => {
		const start = Date.now();
		try {
			await body();
			this.passed += 1;
			say(`  ✓ ${what} (${Date.now() - start} ms)`);
		} catch (error) {
			this.failed += 1;
			this.failures.push(what);
			say(`  ✗ ${what} (${Date.now() - start} ms)`);
			say(inspect(error).replace(/^/gm, '    '));
		}
	};
}

export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
