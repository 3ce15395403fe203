import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ICredentialDataDecryptedObject, INodeCredentialsDetails } from 'n8n-workflow';
import { Child, npm, tail } from './child';
import { Execution, isSettled, type ExecutionRow } from './execution';
import { installN8n, type InstalledN8n } from './install';
import { freePorts } from './ports';
import { showProgress } from './progress';
import { RestSession } from './rest';
import { environment } from './settings';
import { temporaryFolder } from './temporaryFolder';
import type { Workflow } from './workflow';

/** n8n answers 10 s after its start on two free cores; a busy machine gets far more. */
const START_TIMEOUT_MS = 180_000;

const RUN_TIMEOUT_MS = 120_000;

const POLL_MS = 50;

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

/** A stored credential, with what a node refers to it by. */
export interface Credential extends INodeCredentialsDetails {
	id: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** Asks until there is an answer other than undefined. Throws what `late` makes when time is over. */
export async function until<T>(
	ask: () => Promise<T | undefined>,
	late: () => Error,
	timeoutMs = RUN_TIMEOUT_MS,
): Promise<T> {
	const end = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > end) throw late();
		await sleep(POLL_MS);
	}
}

/** One n8n with its own user folder, signed in as its owner. */
export class RunningN8n {
	readonly url: string;

	readonly login = { email: 'owner@example.com', password: 'Local-owner-1' };

	private session: RestSession;

	private main?: Child;

	private earlierLog = '';

	constructor(
		private readonly installed: InstalledN8n,
		readonly userFolder: string,
		private readonly port: number,
		private readonly brokerPort: number,
		private readonly env: NodeJS.ProcessEnv,
		private readonly removeFolder: () => void,
	) {
		this.url = `http://127.0.0.1:${port}`;
		this.session = new RestSession(this.url);
	}

	/** Everything that its main process printed, over restarts. */
	get log(): string {
		return this.earlierLog + (this.main?.output ?? '');
	}

	/** Starts an n8n command (`worker`, `webhook`) in the same user folder; `env` must give it ports of its own. */
	startProcess(args: string[], env: NodeJS.ProcessEnv = {}): Child {
		// Ends n8n when the channel to this process closes, so that none outlives a killed test run. Worker
		// threads load this too, and have no channel.
		const tether = 'process.once("disconnect", () => process.exit()); process.channel?.unref()';
		return new Child(
			this.installed.node,
			['--import', `data:text/javascript,${tether}`, this.installed.n8n, ...args],
			{
				// n8n reads a .env file from where it is started.
				cwd: this.userFolder,
				channel: true,
				env: {
					...environment(this.userFolder, this.port, this.brokerPort),
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
		const main = this.startProcess(['start']);
		this.main = main;
		const failure = (what: string) => new Error(`n8n ${what}. The end of its log:\n${tail(main.output)}`);
		await until(
			async () => {
				if (!main.running) throw failure('ended while starting');
				return await this.signIn().catch(() => undefined);
			},
			() => failure(`did not answer within ${START_TIMEOUT_MS / 1000} s`),
			START_TIMEOUT_MS,
		);
	}

	/** Resolves with true once n8n is up and its owner is signed in. */
	private async signIn(): Promise<true> {
		interface Settings {
			userManagement: { showSetupOnFirstLoad: boolean };
		}
		const { userManagement } = await this.rest<Settings>('GET', '/settings');
		const { email, password } = this.login;
		if (userManagement.showSetupOnFirstLoad) {
			const owner = { email, password, firstName: 'Local', lastName: 'Owner' };
			await this.rest('POST', '/owner/setup', owner);
		} else {
			await this.rest('POST', '/login', { emailOrLdapLoginId: email, password });
		}
		return true;
	}

	/** A request to the REST API of n8n's editor; see `RestSession.request`. */
	async rest<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
		return await this.session.request<T>(method, path, body);
	}

	async createCredential(
		name: string,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<Credential> {
		const { id } = await this.rest<{ id: string }>('POST', '/credentials', { name, type, data });
		return { id, name, type, data };
	}

	/** What the editor's credential dialog shows after saving. */
	async testCredential(credential: Credential): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.rest('POST', '/credentials/test', { credentials: credential });
	}

	/** Stores a workflow and returns its id. */
	async createWorkflow(workflow: Workflow): Promise<string> {
		return (await this.rest<{ id: string }>('POST', '/workflows', workflow)).id;
	}

	/** Stores a workflow and runs it once; see `run`. */
	async runWorkflow(workflow: Workflow, timeoutMs?: number): Promise<Execution> {
		return await this.run(await this.createWorkflow(workflow), workflow.nodes[0].name, timeoutMs);
	}

	/** Runs a stored workflow by hand from its trigger, as the editor does, and waits for its end. */
	async run(workflowId: string, trigger: string, timeoutMs?: number): Promise<Execution> {
		const body = { triggerToStartFrom: { name: trigger } };
		const { executionId } = await this.rest<{ executionId: string }>(
			'POST',
			`/workflows/${workflowId}/run`,
			body,
		);
		return await this.execution(executionId, timeoutMs);
	}

	/** An execution by id, once it is settled. */
	async execution(id: string, timeoutMs?: number): Promise<Execution> {
		return await until(
			async () => {
				const row = await this.rest<ExecutionRow>('GET', `/executions/${id}`);
				return isSettled(row.status) ? new Execution(row, this.installed.folder) : undefined;
			},
			() => new Error(`Execution ${id} is still under way`),
			timeoutMs,
		);
	}

	/** A workflow's executions once `count` of them exist and are settled, oldest first; for triggers. */
	async executions(workflowId: string, count: number, timeoutMs?: number): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const ids = await until(
			async () => {
				interface List {
					results: Array<{ id: string }>;
				}
				const { results } = await this.rest<List>('GET', `/executions?filter=${filter}`);
				return results.length >= count ? results.map(({ id }) => id).reverse() : undefined;
			},
			() => new Error(`Workflow ${workflowId} has not run ${count} times`),
			timeoutMs,
		);
		return await Promise.all(ids.map(async (id) => await this.execution(id, timeoutMs)));
	}

	/** Publishes a workflow and waits until its triggers are live. */
	async activate(workflowId: string): Promise<void> {
		const { versionId } = await this.rest<{ versionId: string }>('GET', `/workflows/${workflowId}`);
		const body = { versionId, name: 'Test', description: '' };
		await this.rest('POST', `/workflows/${workflowId}/activate`, body);
		await this.publication(workflowId, 'published');
	}

	/** Takes a workflow offline and waits until its triggers are gone. */
	async deactivate(workflowId: string): Promise<void> {
		await this.rest('POST', `/workflows/${workflowId}/deactivate`, {});
		await this.publication(workflowId, 'not_published');
	}

	private async publication(workflowId: string, wanted: string): Promise<void> {
		interface Publication {
			status: string;
			triggers: Array<{ errorMessage: string | null }>;
		}
		const ask = async () =>
			await this.rest<Publication>('GET', `/workflows/${workflowId}/publication-status`);
		const { status, triggers } = await until(
			async () => {
				const answer = await ask();
				const failed = ['failed', 'partial'].includes(answer.status);
				return failed || answer.status === wanted ? answer : undefined;
			},
			() => new Error(`Workflow ${workflowId} did not become ${wanted}`),
		);
		if (status === wanted) return;
		const reasons = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
		throw new Error(`Workflow ${workflowId}: publication ${status}: ${reasons.join('; ')}`);
	}

	/** Ends the main process and starts it anew, with the same folder and ports. */
	async restart(): Promise<void> {
		await this.main?.stop();
		this.earlierLog = this.log;
		this.session = new RestSession(this.url);
		await this.start();
	}

	/** Ends the main process and removes a user folder that was made for it. */
	async stop(): Promise<void> {
		await this.main?.stop();
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
	const n8n = new RunningN8n(installed, userFolder, port, brokerPort, options.env ?? {}, () =>
		fresh?.remove(),
	);
	await n8n.start();
	return n8n;
}
