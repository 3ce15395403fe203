import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../n8n/child';

export const project = join(__dirname, '..', '..');

/** What the package is built from, and what lies around it that could get into it. */
const parts = ['credentials', 'docs', 'examples', 'icons', 'nodes', 'gulpfile.js', 'index.js', 'package.json', 'tsconfig.json', '.npmrc', 'LICENSE', 'README.md'];

/** Copies the project into a folder to build there, without its tests, so that a build does not change what others read. */
export function copyProject(folder: string): void {
	for (const part of parts) cpSync(join(project, part), join(folder, part), { recursive: true });
	symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Unpacks a tarball of npm's into an existing folder; gives the folder of the package in it. */
export async function unpack(tarball: string, into: string): Promise<string> {
	await run('tar', ['-xzf', tarball, '-C', into]);
	return join(into, 'package');
}
