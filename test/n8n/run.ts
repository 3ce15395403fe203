import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Checks, say } from './check';
import { Context, type Suite } from './suite';

/** Runs the suites named on the command line, all of them without a name, in this package packed in a real n8n. */
async function main(): Promise<void> {
	const folder = join(__dirname, 'suites');
	const known = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map((entry) => parse(entry.name).name);
	const wanted = process.argv.slice(2);
	const unknown = wanted.filter((name) => !known.includes(name));
	if (unknown.length > 0) {
		throw new Error(`No suite ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
	}

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
	say(`\n${checks.passed} passed, ${checks.failed} failed`);
	process.exit(checks.failed === 0 && checks.passed > 0 ? 0 : 1);
}

main().catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
