import { readdirSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Checks, say } from './check';
import { lacking, leftOut } from './features';
import type { Result } from './results';
import { Context, type Suite } from './suite';
import { n8nVersion, nodeMajor, takeVersion } from './versions';

/**
 * Runs the suites named on the command line, all of them without a name, in this package packed in a real n8n; in which
 * one, `--n8n 1.85.4` says, and on which Node, `--node 20`.
 */
async function main(): Promise<void> {
	const folder = join(__dirname, 'suites');
	const known = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map((entry) => parse(entry.name).name);
	const wanted = takeVersion(process.argv.slice(2));
	const unknown = wanted.filter((name) => !known.includes(name));
	if (unknown.length > 0) {
		throw new Error(`No suite ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
	}

	say(`n8n ${n8nVersion()} on Node ${nodeMajor()}`);
	const checks = new Checks();
	const context = new Context();
	for (const file of wanted.length > 0 ? wanted : known) {
		const suite = (await import(pathToFileURL(join(folder, `${file}.ts`)).href)) as Suite;
		say(`\n${suite.name}`);
		await suite.run(context, checks.check).catch(async (error: Error) => {
			await checks.check('runs to its end', async () => await Promise.reject(error));
		});
	}
	await context.close().catch(() => undefined);
	const { passed, failed, failures } = checks;
	for (const feature of leftOut) say(`\nLeft out: ${lacking(feature, n8nVersion())}`);
	say(`\n${passed} passed, ${failed} failed, n8n ${n8nVersion()} on Node ${nodeMajor()}`);
	const result: Result = { passed, failures, leftOut: [...leftOut] };
	if (process.env.N8N_NODES_LUMA_RESULT) writeFileSync(process.env.N8N_NODES_LUMA_RESULT, JSON.stringify(result));
	process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

main().catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
