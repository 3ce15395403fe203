import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from '../n8n/child';
import { pack } from '../n8n/pack';
import { filesIn, whatN8nReads } from './contents';
import { temporaryFolder } from '../n8n/temporaryFolder';
import { copyProject, project, unpack } from './copy';

interface Built {
	folder: string;
	/** What would be published, packed and not. */
	tarball: string;
	unpacked: string;
}

const { path: root, remove } = temporaryFolder('packaging');
afterAll(remove);

/** Builds in a fresh copy with a command, and unpacks what would be published. */
async function build(name: string, command: string[]): Promise<Built> {
	const [folder, packed, unpacked] = ['built', 'packed', 'unpacked'].map((part) => join(root, name, part));
	for (const path of [folder, packed, unpacked]) mkdirSync(path, { recursive: true });
	copyProject(folder);
	await npm(folder, command);
	const tarball = await pack(folder, packed);
	return { folder, tarball, unpacked: await unpack(tarball, unpacked) };
}

let ours: Built;
let n8ns: Built;

beforeAll(async () => {
	ours = await build('ours', ['run', 'build']);
	n8ns = await build('n8ns', ['exec', '--', 'n8n-node', 'build']);
});

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

it('the tarball has what n8n loads, and nothing else', () => {
	expect(filesIn(ours.unpacked)).toEqual(whatN8nReads(ours.unpacked));
});

it('npm run build and n8n-node build give the same package', () => {
	const files = filesIn(ours.unpacked);
	expect(filesIn(n8ns.unpacked)).toEqual(files);
	for (const path of files) {
		const [one, other] = [read(ours.unpacked, path), read(n8ns.unpacked, path)];
		// tsc indents JSON with spaces, in n8n-node build too.
		if (path.endsWith('.json')) expect([path, JSON.parse(one)]).toEqual([path, JSON.parse(other)]);
		else expect([path, one]).toEqual([path, other]);
	}
});

it('npm run build leaves in dist what is published, and nothing else', () => {
	expect(filesIn(join(ours.folder, 'dist'))).toEqual(filesIn(join(ours.unpacked, 'dist')));
});

it('gulp puts icons, codex files and output schemas where n8n looks for them, as they are', async () => {
	const assets = [...filesIn(join(project, 'icons')).map((path) => `icons/${path}`), ...filesIn(join(project, 'nodes')).filter((path) => path.endsWith('.json')).map((path) => `nodes/${path}`)];
	rmSync(join(ours.folder, 'dist'), { recursive: true });
	await npm(ours.folder, ['exec', '--', 'gulp']);
	expect(filesIn(join(ours.folder, 'dist'))).toEqual(assets.sort());
	for (const path of assets) expect(read(join(ours.folder, 'dist'), path)).toBe(read(project, path));
});

it('required by its name, the package gives the classes that n8n loads', async () => {
	const { n8n } = JSON.parse(read(project, 'package.json')) as { n8n: { nodes: string[]; credentials: string[] } };
	const names = [...n8n.nodes, ...n8n.credentials].map((path) => path.split('/').at(-1)!.split('.')[0]);
	const exported = await run(process.execPath, ['-p', 'Object.keys(require(process.argv[1])).join()', ours.unpacked], { env: { ...process.env, NODE_PATH: join(project, 'node_modules') } });
	expect(exported.trim().split(',')).toEqual(names);
});

it("n8n's scanner of community packages finds nothing, but for the provenance that only publishing gives", async () => {
	// In a test run, which jest makes of its children too, n8n's plugin takes every file for a node.
	const output = await run(process.execPath, [join(__dirname, 'scan.mjs'), ours.folder, ours.unpacked], { env: { ...process.env, NODE_ENV: undefined, TMPDIR: root } });
	expect(JSON.parse(output)).toEqual({ source: { passed: true }, tarball: { passed: true } });
});

it("the README's command, npm install into n8n's folder of nodes, installs the package and nothing else", async () => {
	const nodes = join(root, '.n8n', 'nodes');
	// Not even n8n-workflow, which n8n has: a peer that is optional.
	await npm(root, ['install', '--offline', '--no-audit', '--no-fund', '--prefix', nodes, ours.tarball]);
	expect(readdirSync(join(nodes, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['n8n-nodes-luma']);
});
