import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import tseslint from 'typescript-eslint';

/**
 * ESLint finds this file from the tests that it lints. n8n takes a package for its cloud only with the configuration
 * at the root as n8n gives it, and that holds tests to what n8n's cloud lets a node do.
 */
export default tseslint.config({
	files: ['**/*.ts'],
	extends: [js.configs.recommended, tseslint.configs.recommended, n8nCommunityNodesPlugin.configs.recommended],
	rules: {
		// Tests never ship: they may set up the process they run in, and start others.
		'@n8n/community-nodes/no-restricted-globals': 'off',
		'@n8n/community-nodes/no-restricted-imports': 'off',
		'@n8n/community-nodes/no-dangerous-functions': 'off',
	},
});
