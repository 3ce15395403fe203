/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/environment.ts',
	globalSetup: '<rootDir>/test/announce.ts',
	maxWorkers: '100%',
	// For what hangs, and nowhere else: a machine may be busy with other things.
	testTimeout: 600_000 * Number(process.env.RUNS ?? 1),
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	// Types are checked by tsc, in one go.
	transform: { '\\.ts$': ['ts-jest', { diagnostics: false, tsconfig: '<rootDir>/test/tsconfig.json' }] },
};
