import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How long the built node takes to load beside what n8n has loaded already, and how large things are. */
export async function packaging(): Promise<string[][]> {
	execFileSync('npm', ['run', 'build', '--silent']);
	const nodes = (JSON.parse(readFileSync('package.json', 'utf8')) as { n8n: { nodes: string[] } }).n8n.nodes;
	const load = `require('n8n-workflow'); require('luxon'); const from = performance.now(); const loaded = ${JSON.stringify(nodes)}.map((file) => Object.values(require(require('path').resolve(file)))[0]); const took = performance.now() - from; console.log(JSON.stringify({ took, size: loaded.map((Type) => JSON.stringify(new Type().description).length) }));`;
	const runs = Array.from({ length: 5 }, () => JSON.parse(execFileSync('node', ['-e', load]).toString()) as { took: number; size: number[] });
	const took = runs.map((run) => run.took).sort((a, b) => a - b)[2];
	const [{ size, unpackedSize, entryCount }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']).toString()) as Array<{ size: number; unpackedSize: number; entryCount: number }>;
	const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
	return [
		['Time to load its nodes', `${took.toFixed(1)} ms`],
		...nodes.map((file, at) => [`Description of ${file.replace(/.*\/|\.node\.js/g, '')}`, kb(runs[0].size[at])]),
		['Tarball', `${kb(size)}, ${entryCount} files, ${kb(unpackedSize)} unpacked`],
	];
}
