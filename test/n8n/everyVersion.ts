import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './check';
import { FEATURES, lacking, type Feature } from './features';
import { writeMarked } from './marked';
import type { Result } from './results';
import { Child } from './child';
import { steps, showProgress } from './progress';
import { temporaryFolder } from './temporaryFolder';
import { nodeFor, VERSIONS } from './versions';

interface Row extends Result {
	version: string;
	minutes: number;
}

/** What stands in the table where the suites did not get to their end. */
const BROKEN: Result = { passed: 0, failures: ['did not run to the end'], leftOut: [] };

/** Runs suites in one n8n, in a process of their own. Their output is shown if something failed. */
async function suitesIn(version: string, suites: string[]): Promise<Row> {
	const { path, remove } = temporaryFolder('result');
	const file = join(path, 'result.json');
	const start = Date.now();
	const env = { ...process.env, N8N_NODES_LUMA_RESULT: file };
	const args = ['--import', 'tsx', join(__dirname, 'run.ts'), '--n8n', version, ...suites];
	const child = new Child(process.execPath, args, { env });
	const code = await steps(showProgress)(`n8n ${version} on Node ${nodeFor(version)}`, child.end());
	if (code !== 0) say(child.output);
	const result = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result) : BROKEN;
	remove();
	return { ...result, version, minutes: (Date.now() - start) / 60_000 };
}

/** @param say how a feature is named that an n8n lacks */
function table(rows: Row[], say: (feature: Feature, version: string) => string): string {
	const lines = rows.map(({ version, passed, failures, leftOut }) => {
		const missing = leftOut.map((feature) => say(feature, version)).join('; ');
		const outcome = `${passed} of ${passed + failures.length} pass${failures.length === 0 ? '' : `; not: ${failures.join('; ')}`}`;
		return `| ${version} | ${nodeFor(version)} | ${outcome} | ${missing || '–'} |`;
	});
	return ['| n8n | Node | Checks in it | What this n8n does not have |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** Runs the suites named on the command line, all of them without a name, in every version; `--write` puts the table into the README and docs/versions.md. */
async function main(): Promise<void> {
	const args = process.argv.slice(2);
	const suites = args.filter((arg) => !arg.startsWith('--'));
	const rows: Row[] = [];
	for (const version of VERSIONS) {
		const row = await suitesIn(version, suites);
		rows.push(row);
		say(`n8n ${version}: ${row.passed} passed, ${row.failures.length} failed, ${row.minutes.toFixed(1)} minutes`);
	}
	say(`\n${table(rows, lacking)}`);
	if (args.includes('--write')) {
		writeMarked('docs/versions.md', 'versions', table(rows, lacking));
		writeMarked('README.md', 'versions', table(rows, (feature) => FEATURES[feature].short));
	}
	process.exit(rows.every(({ failures }) => failures.length === 0) ? 0 : 1);
}

main().catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
