import NodeEnvironment from 'jest-environment-node';

/**
 * The environment of a test file. Jest runs one file after the other in a process, and what a file leaves of nock in Node's
 * `http` stands between the next one's nock and its requests: connection faults then end in "Unhandled error". So nock is
 * taken out when a file has ended, also one that died while it was loaded, whose `afterAll` never runs.
 */
export default class Environment extends NodeEnvironment {
	async teardown(): Promise<void> {
		// Left by test/nock.ts.
		(this.global as { restoreNock?: () => void }).restoreNock?.();
		await super.teardown();
	}
}
