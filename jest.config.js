/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/environment.ts',
	globalSetup: '<rootDir>/test/announce.ts',
	maxWorkers: '100%',
	// A machine may be busy with other things; no test here takes more than some seconds by itself.
	testTimeout: 60_000,
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	// Types are checked by tsc, in one go.
	transform: { '\\.ts$': ['ts-jest', { diagnostics: false, tsconfig: '<rootDir>/test/tsconfig.json' }] },
};
