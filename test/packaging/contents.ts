import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Paths of all files in a folder, with forward slashes, sorted. */
export const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
		.sort();

interface PackageJson {
	main: string;
	n8n: { nodes: string[]; credentials: string[] };
}

/** What npm packs whether it is wanted or not. */
const ALWAYS = ['LICENSE', 'README.md', 'package.json'];

/** The icons that a node's or a credential's code names, from where it lies: `file:../../icons/luma.svg`. */
const iconsOf = (file: string, code: string): string[] => [...code.matchAll(/['"]file:([^'"]+)['"]/g)].map(([, path]) => resolve(dirname(file), path));

/** The modules of its own that a module asks for. */
const modulesOf = (file: string, code: string): string[] =>
	[...code.matchAll(/require\("(\.[^"]+)"\)/g)].map(([, path]) => {
		const wanted = resolve(dirname(file), path);
		return [`${wanted}.js`, join(wanted, 'index.js')].find((candidate) => existsSync(candidate)) ?? wanted;
	});

/**
 * What n8n reads of a package, by the ways of its loader: what the "n8n" block of package.json names, with all that this
 * requires, its icons, and for a node the codex beside it (its name with "on" at the end) and the folder of its schemas.
 */
export function whatN8nReads(folder: string): string[] {
	const { main, n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
	const found = new Set<string>([...ALWAYS, main].map((path) => join(folder, path)));
	const read = (file: string): void => {
		if (found.has(file)) return;
		found.add(file);
		const code = readFileSync(file, 'utf8');
		for (const icon of iconsOf(file, code)) found.add(icon);
		for (const path of modulesOf(file, code)) read(path);
	};
	for (const path of [...n8n.nodes, ...n8n.credentials]) read(join(folder, path));
	for (const path of n8n.nodes) {
		const node = join(folder, path);
		found.add(`${node}on`);
		const schemas = join(dirname(node), '__schema__');
		if (existsSync(schemas)) for (const schema of filesIn(schemas)) found.add(join(schemas, schema));
	}
	return [...found].map((file) => relative(folder, file).replaceAll('\\', '/')).sort();
}
