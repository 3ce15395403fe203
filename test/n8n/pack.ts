import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npm } from './child';
import { temporaryFolder } from './temporaryFolder';

const projectFolder = dirname(dirname(__dirname));

/** Builds and packs this package as it would be published. The tarball goes when this process ends. */
export async function packPackage(): Promise<string> {
	await npm(projectFolder, ['run', 'build']);
	return await pack(projectFolder);
}

/** Packs the package in a folder as it lies there, into an empty folder. */
export async function pack(folder: string, into = temporaryFolder('pack').path): Promise<string> {
	await npm(folder, ['pack', '--pack-destination', into]);
	const [tarball] = readdirSync(into);
	return join(into, tarball);
}
