/** The versions of n8n that the package is tried in, oldest first: the first supported one, the last 1.x, … */
export const VERSIONS = ['1.85.4', '1.88.0', '1.100.1', '1.123.81', '2.0.3', '2.20.12', '2.38.5', '2.41.1'];

export const OLDEST = VERSIONS[0];

/** The newest one that npm can install: of 2.41.3 a dependency is missing. */
export const NEWEST = VERSIONS[VERSIONS.length - 1];

/** The n8n to try: what `--n8n` or `N8N_NODES_LUMA_N8N` says, else the newest. */
export const n8nVersion = (): string => process.env.N8N_NODES_LUMA_N8N || NEWEST;

/** The major version of the Node to run it on: what `--node` or `N8N_NODES_LUMA_NODE` says, else one that this n8n takes. */
export const nodeMajor = (): number => Number(process.env.N8N_NODES_LUMA_NODE) || nodeFor(n8nVersion());

/** By n8n's `engines.node`, which since 2.20 says 24, and since 1.123 no longer takes 20. */
export const nodeFor = (version: string): number => (before(version, '1.123') ? 20 : before(version, '2.20') ? 22 : 24);

/** Whether a version of n8n, such as 1.85.4, is older than another, such as 1.86. */
export function before(version: string, other: string): boolean {
	const numbers = (text: string) => text.split('.').map(Number);
	const [a, b] = [numbers(version), numbers(other)];
	const at = b.findIndex((number, index) => number !== (a[index] ?? 0));
	return at !== -1 && (a[at] ?? 0) < b[at];
}

/** Takes `--n8n` and `--node` out of a command line, and keeps what they say for this process and its children. */
export function takeVersion(args: string[]): string[] {
	const rest: string[] = [];
	const settings: Record<string, string> = { '--n8n': 'N8N_NODES_LUMA_N8N', '--node': 'N8N_NODES_LUMA_NODE' };
	for (let at = 0; at < args.length; at += 1) {
		const setting = settings[args[at]];
		if (!setting) rest.push(args[at]);
		else if (/^\d+(\.\d+)*$/.test(args[at + 1] ?? '')) process.env[setting] = args[(at += 1)];
		else throw new Error(`${args[at]} wants a version, such as ${args[at] === '--n8n' ? OLDEST : nodeFor(OLDEST)}.`);
	}
	return rest;
}
