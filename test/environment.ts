import NodeEnvironment from 'jest-environment-node';

/** When each test file begins. Their data is mostly of 2027, which must lie ahead whenever the tests run. */
const TODAY = '2026-11-26T09:00:00Z';

/**
 * The environment of a test file.
 *
 * Its clock starts at the same moment in each run, and goes on from there.
 *
 * Jest runs one file after the other in a process, and what a file leaves of nock in Node's `http` stands between the next
 * one's nock and its requests: connection faults then end in "Unhandled error". So nock is taken out when a file has ended,
 * also one that died while it was loaded, whose `afterAll` never runs.
 */
export default class Environment extends NodeEnvironment {
	async setup(): Promise<void> {
		await super.setup();
		startClockAt(Date.parse(TODAY), this.global);
	}

	async teardown(): Promise<void> {
		// Left by test/nock.ts.
		(this.global as { restoreNock?: () => void }).restoreNock?.();
		await super.teardown();
	}
}

function startClockAt(moment: number, global: { Date: DateConstructor }): void {
	const { Date: Real } = global;
	const ahead = moment - Real.now();
	const now = Real.now.bind(Real);
	Real.now = () => now() + ahead;
	global.Date = new Proxy(Real, {
		construct: (target, given, newTarget) => Reflect.construct(target, given.length > 0 ? given : [now() + ahead], newTarget) as object,
	});
}
