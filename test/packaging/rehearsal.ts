import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { Checks, say } from '../n8n/check';
import { npm, run } from '../n8n/child';
import { steps, showProgress } from '../n8n/progress';
import { temporaryFolder } from '../n8n/temporaryFolder';
import { whatN8nReads } from './contents';
import { project } from './copy';
import { fillIn, placeholders } from './placeholders';

/** What GitHub sets for its actions; npm makes a dry run of what is to be published, and says as JSON what is in it. */
const asGitHubAction = { ...process.env, GITHUB_ACTIONS: 'true', npm_config_dry_run: 'true', npm_config_json: 'true' };

interface Published {
	name: string;
	files: Array<{ path: string }>;
}

/** What `npm publish` prints as JSON, at the end of what lint and build print before. */
const published = (output: string): Published => {
	const [text] = /^\{\n.*^\}/ms.exec(output.slice(output.lastIndexOf('\n{\n') + 1)) ?? [];
	const answer = JSON.parse(text ?? '{}') as Published | Record<string, Published>;
	return 'files' in answer ? (answer as Published) : Object.values(answer as Record<string, Published>)[0];
};

/** Rehearses publishing on a fresh clone of what is committed, all but the upload itself. */
async function main(): Promise<void> {
	const { path: clone } = temporaryFolder('clone');
	const checks = new Checks();
	const { check } = checks;
	const step = steps(showProgress);
	const release = async () => await run('npm', ['run', 'release'], { cwd: clone, env: asGitHubAction });

	await run('git', ['clone', '--quiet', project, clone]);
	await step('npm ci', npm(clone, ['ci', '--no-audit', '--no-fund']));
	await check('n8n-node cloud-support says that the package is eligible', async () => {
		match(await npm(clone, ['exec', '--', 'n8n-node', 'cloud-support']), /Cloud support is.*ENABLED/);
	});
	await check('n8n-node release publishes nothing as long as placeholders have to be filled in, and names them', async () => {
		const left = placeholders(clone);
		if (left.length === 0) return say('    None is left.');
		const failure = await release().then(
			() => undefined,
			(error: Error) => error.message,
		);
		ok(failure !== undefined, 'It went through');
		for (const line of left) ok(failure.includes(line), failure);
	});
	await check('n8n-node release lints and builds, and would publish what n8n loads, and nothing else', async () => {
		fillIn(clone);
		const { name, files } = published(await release());
		strictEqual(name, 'n8n-nodes-luma');
		deepStrictEqual(files.map(({ path }) => path).sort(), whatN8nReads(clone));
	});
	await check('the clone is as it was but for what was filled in', async () => {
		const changed = (await run('git', ['-C', clone, 'status', '--porcelain'])).split('\n').filter(Boolean);
		for (const line of changed) match(line, /^ M (package\.json|LICENSE|nodes\/\w+\/\w+\.node\.json)$/);
	});
	say(`\n${checks.passed} passed, ${checks.failed} failed`);
	process.exit(checks.failed === 0 ? 0 : 1);
}

main().catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
