import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Child, npm, tail } from './child';
import { Editor } from './editor';
import { installN8n, type InstalledN8n } from './install';
import { freePorts } from './ports';
import { showProgress } from './progress';
import { environment } from './settings';
import { temporaryFolder } from './temporaryFolder';
import { until } from './until';

/** n8n answers 10 s after its start on two free cores; a busy machine gets far more. */
const START_TIMEOUT_MS = 180_000;

export interface StartOptions {
	/** A packed package to install as a community node. */
	tarball?: string;
	/** An existing `N8N_USER_FOLDER`, kept at the end. Without it n8n gets a fresh one that goes with it. */
	userFolder?: string;
	/** The wanted port; another is taken when it is in use. */
	port?: number;
	/** Settings over the usual ones. */
	env?: NodeJS.ProcessEnv;
}

/** One n8n with its own user folder, signed in as its owner. */
export class RunningN8n extends Editor {
	private main?: Child;

	private readonly helpers: Child[] = [];

	private earlierLog = '';

	constructor(
		private readonly installed: InstalledN8n,
		readonly userFolder: string,
		private readonly port: number,
		private readonly brokerPort: number,
		private readonly env: NodeJS.ProcessEnv,
		private readonly removeFolder: () => void,
	) {
		super(`http://127.0.0.1:${port}`, installed.folder);
	}

	/** Processor time of its main process, in milliseconds. */
	get cpu(): number {
		return this.main!.cpu;
	}

	/** Everything that its main process printed, over restarts. */
	get log(): string {
		return this.earlierLog + (this.main?.output ?? '');
	}

	/** The line of the log with these words; it reaches this process a moment after what it tells of. */
	async logged(words: string): Promise<string> {
		return await until(
			// A line counts once it has come to its end.
			async () => this.log.split('\n').slice(0, -1).find((line) => line.includes(words)),
			() => new Error(`n8n's log has no line with "${words}". Its end:\n${tail(this.log)}`),
			10_000,
		);
	}

	/**
	 * Starts a worker or a webhook processor beside the main process (queue mode), in the same user folder
	 * and with the same settings but ports of its own. Resolves with the process and its address, once it
	 * is healthy. A webhook processor may still answer 404 for a second after that.
	 */
	async startHelper(
		command: 'worker' | 'webhook',
		env: NodeJS.ProcessEnv = {},
	): Promise<{ child: Child; url: string }> {
		const [port, brokerPort] = await freePorts(0, 0);
		const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) };
		const child = this.spawn(command, port, brokerPort, { ...health, ...env });
		this.helpers.push(child);
		const url = `http://127.0.0.1:${port}`;
		await this.ready(child, async () => (await fetch(`${url}/healthz`)).ok);
		return { child, url };
	}

	private spawn(command: string, port: number, brokerPort: number, env: NodeJS.ProcessEnv): Child {
		// Ends n8n when the channel to this process closes, so that none outlives a killed test run. Worker
		// threads load this too, and have no channel.
		const tether = 'process.once("disconnect", () => process.exit()); process.channel?.unref()';
		return new Child(
			this.installed.node,
			['--import', `data:text/javascript,${tether}`, this.installed.n8n, command],
			{
				// n8n reads a .env file from where it is started.
				cwd: this.userFolder,
				channel: true,
				env: {
					...environment(this.userFolder, port, brokerPort),
					// n8n starts its task runner as `node`.
					PATH: `${dirname(this.installed.node)}${delimiter}${process.env.PATH}`,
					...this.env,
					...env,
				},
			},
		);
	}

	/** Starts the main process and signs in. Throws with the end of n8n's log. */
	async start(): Promise<void> {
		this.main = this.spawn('start', this.port, this.brokerPort, {});
		await this.ready(this.main, async () => {
			await this.signIn();
			return true;
		});
	}

	private async ready(child: Child, ask: () => Promise<boolean>): Promise<void> {
		const failure = (what: string) => new Error(`n8n ${what}. The end of its log:\n${tail(child.output)}`);
		await until(
			async () => {
				if (!child.running) throw failure('ended while starting');
				return (await ask().catch(() => false)) || undefined;
			},
			() => failure(`did not answer within ${START_TIMEOUT_MS / 1000} s`),
			START_TIMEOUT_MS,
		);
	}

	/** Ends the main process and starts it anew, with the same folder and ports; from then on with these settings too. */
	async restart(env: NodeJS.ProcessEnv = {}): Promise<void> {
		await this.main?.stop();
		this.earlierLog = this.log;
		Object.assign(this.env, env);
		await this.start();
	}

	/** Ends all its processes and removes a user folder that was made for it. */
	async stop(): Promise<void> {
		await Promise.all([...this.helpers, this.main].map(async (child) => await child?.stop()));
		this.removeFolder();
	}
}

/** Installs a packed package the way n8n does, into a user folder. */
async function installPackage(userFolder: string, tarball: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	mkdirSync(nodes, { recursive: true });
	const flags = ['--omit=dev', '--omit=peer', '--legacy-peer-deps', '--no-audit', '--no-fund'];
	await npm(nodes, ['install', ...flags, tarball]);
}

/** Starts an n8n, getting it first where need be. It ends with this process at the latest. */
export async function startN8n(options: StartOptions = {}): Promise<RunningN8n> {
	const installed = await installN8n(showProgress);
	const fresh = options.userFolder ? undefined : temporaryFolder('user');
	const userFolder = options.userFolder ?? fresh!.path;
	if (options.tarball) await installPackage(userFolder, options.tarball);
	const [port, brokerPort] = await freePorts(options.port ?? 0, 0);
	const n8n = new RunningN8n(installed, userFolder, port, brokerPort, { ...options.env }, () =>
		fresh?.remove(),
	);
	await n8n.start();
	return n8n;
}
