import { before, n8nVersion } from './versions';

/** Switches off what makes n8n call home or greets a person, by n8n's own setting. */
const quiet = (): NodeJS.ProcessEnv => ({
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	// 2.38 has it; an n8n that does not know a module does not start.
	...(!before(n8nVersion(), '2.38') && { N8N_DISABLED_MODULES: 'mcp-registry' }),
});

/** The environment of an n8n process: this one's, less its own n8n settings, on loopback only. */
export function environment(
	userFolder: string,
	port: number,
	brokerPort: number,
): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('N8N_'));
	return {
		...Object.fromEntries(inherited),
		...quiet(),
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		// The task broker hands Code nodes to their runner; two n8n's must not share its port.
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
		TMPDIR: userFolder,
		NO_PROXY: '127.0.0.1,localhost',
	};
}

/**
 * For many deliveries: as it comes, n8n starts two sandboxes for expressions at each, which takes five times as long. Since
 * 2.40 it can start them when an expression needs one; before that it can do without them.
 */
export const quickExpressions = (): NodeJS.ProcessEnv => (before(n8nVersion(), '2.40') ? { N8N_EXPRESSION_ENGINE: 'legacy' } : { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' });
