import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npm, run } from './child';
import { temporaryFolder } from './temporaryFolder';

const projectFolder = dirname(dirname(__dirname));

/** Builds and packs this package as it would be published. The tarball goes when this process ends. */
export async function packPackage(): Promise<string> {
	// In CI n8n-node shows no wheel that turns.
	await run('npm', ['run', 'build'], { cwd: projectFolder, shell: process.platform === 'win32', env: { ...process.env, CI: 'true' } });
	return await pack(projectFolder);
}

/** Packs the package in a folder as it lies there, into an empty folder. */
export async function pack(folder: string, into = temporaryFolder('pack').path): Promise<string> {
	await npm(folder, ['pack', '--pack-destination', into]);
	const [tarball] = readdirSync(into);
	return join(into, tarball);
}
