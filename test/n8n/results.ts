import type { Feature } from './features';

/** What came of the suites in one n8n. */
export interface Result {
	passed: number;
	/** The checks that failed. */
	failures: string[];
	/** What this n8n does not have, and was not checked in it. */
	leftOut: Feature[];
}
