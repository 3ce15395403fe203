import type { Check } from './check';
import { before, n8nVersion } from './versions';

/** What not every supported n8n has, with the first version that has it. */
export const FEATURES = {
	tools: { since: '1.109', what: 'Community nodes as tools of an AI agent' },
	toolErrors: { since: '2.38', what: "An agent's model reads why a tool failed" },
} as const;

export type Feature = keyof typeof FEATURES;

export const has = (feature: Feature): boolean => !before(n8nVersion(), FEATURES[feature].since);

/** Features that this run has left out, because its n8n does not have them. */
export const leftOut = new Set<Feature>();

/** Checks of what not every n8n has: in one that does not, they are left out, and the run says so at its end. */
export function needing(feature: Feature, check: Check): Check {
	if (has(feature)) return check;
	return async () => {
		leftOut.add(feature);
	};
}
