import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

export const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;

export const mb = (value: number) => `${Math.round(value / 1024 / 1024).toLocaleString('en')} MB`;

export const table = (head: string[], rows: string[][]) => [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** What was measured on. */
export function machine(): string {
	const version = (name: string) => (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string }).version;
	const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
	return `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}, n8n-core ${version('n8n-core')}; commit ${commit}`;
}

/** Puts a part of the figures between its marks in docs/benchmark.md. */
export function writeFigures(part: string, texts: string[]): void {
	const file = 'docs/benchmark.md';
	const [begin, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`];
	const text = readFileSync(file, 'utf8');
	writeFileSync(file, `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${texts.join('\n\n')}\n\n${text.slice(text.indexOf(end))}`);
}
