import type { Check } from './check';
import { before, n8nVersion } from './versions';

interface FeatureOfN8n {
	what: string;
	/** The same in a word or two, for a table. */
	short: string;
	/** The first version that has it, and those in which it is broken. */
	since: string;
	brokenIn?: string[];
}

const features = {
	// There n8n's web server does not give out files below ~/.n8n, where community packages lie.
	schemas: { what: 'Fields to drag before a run (output schemas)', short: 'fields to drag', since: '1.85', brokenIn: ['1.88.0', '1.100.1'] },
	tools: { what: 'Community nodes as tools of an AI agent', short: 'agent tools', since: '1.109' },
	// There n8n hands the model the insides of a schema of zod's, without the fields.
	toolFields: { what: "An agent's model is told a tool's fields, beside what it does", short: 'fields of tools', since: '1.109', brokenIn: ['2.20.12'] },
	toolErrors: { what: "An agent's model reads why a tool failed", short: 'errors of tools', since: '2.38' },
	// Later ones have the code for it and don't run it.
	hiddenFields: { what: 'The secret of a webhook is hidden in executions', short: 'hidden secrets', since: '2.20', brokenIn: ['2.38.5', '2.41.1'] },
};

export type Feature = keyof typeof features;

/** What not every supported n8n has. */
export const FEATURES: Record<Feature, FeatureOfN8n> = features;

/** Whether the n8n that is tried has something. */
export function has(feature: Feature): boolean {
	const { since, brokenIn = [] } = FEATURES[feature];
	return !before(n8nVersion(), since) && !brokenIn.includes(n8nVersion());
}

/** What a version lacks: "Community nodes as tools of an AI agent (since 1.109)" */
export function lacking(feature: Feature, version: string): string {
	const { what, since } = FEATURES[feature];
	return `${what} (${before(version, since) ? `since ${since}` : 'broken in it'})`;
}

/** Features that this run has left out, because its n8n does not have them. */
export const leftOut = new Set<Feature>();

/** Checks of what not every n8n has: in one that does not, they are left out, and the run says so at its end. */
export function needing(feature: Feature, check: Check): Check {
	if (has(feature)) return check;
	return async () => {
		leftOut.add(feature);
	};
}
