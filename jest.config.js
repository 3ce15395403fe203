/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	// Types are checked by tsc, in one go.
	transform: { '\\.ts$': ['ts-jest', { diagnostics: false }] },
};
