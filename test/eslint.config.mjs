import { config } from '@n8n/node-cli/eslint';

/**
 * ESLint finds this file from the tests that it lints. n8n takes a package for its cloud only with the configuration
 * at the root as n8n gives it, and that holds tests to what n8n's cloud lets a node do. Both files take n8n's rules from
 * the same module: ESLint loads them at the same time, and Node fails now and then when a module that one imports is
 * required by the other.
 */
export default [
	// What is for nodes and credentials is not for their tests, whose folders have the same names.
	...config.filter(({ files = [] }) => !files.some((pattern) => pattern.startsWith('./'))),
	{
		files: ['**/*.ts'],
		rules: {
			// Tests never ship: they may set up the process they run in, and start others.
			'@n8n/community-nodes/no-restricted-globals': 'off',
			'@n8n/community-nodes/no-restricted-imports': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			// What is run in a terminal speaks there.
			'no-console': 'off',
			// Whose examples are the same in each run.
			'no-restricted-imports': ['error', { name: 'fast-check', message: 'Take it from test/properties.' }],
		},
	},
];
