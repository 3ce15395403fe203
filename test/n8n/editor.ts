import type { ICredentialDataDecryptedObject, INode, INodeCredentialsDetails, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { Execution, isSettled, type ExecutionRow } from './execution';
import { RestSession } from './rest';
import { until } from './until';
import { before, n8nVersion } from './versions';
import type { Workflow } from './workflow';

const RUN_TIMEOUT_MS = 120_000;

/** A stored credential, with what a node refers to it by. */
export interface Credential extends INodeCredentialsDetails {
	id: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** What the owner of an n8n does in its editor, done over the REST API that the editor uses. */
export class Editor {
	readonly login = { email: 'owner@example.com', password: 'Local-owner-1' };

	private session: RestSession;

	/** `installation` is the folder in which n8n is installed. */
	constructor(
		readonly url: string,
		private readonly installation: string,
	) {
		this.session = new RestSession(url);
	}

	/** Signs in as the owner, who is set up the first time. */
	protected async signIn(): Promise<void> {
		interface Settings {
			userManagement: { showSetupOnFirstLoad: boolean };
		}
		this.session = new RestSession(this.url);
		const { userManagement } = await this.rest<Settings>('GET', '/settings');
		const { email, password } = this.login;
		if (userManagement.showSetupOnFirstLoad) {
			const owner = { email, password, firstName: 'Local', lastName: 'Owner' };
			await this.rest('POST', '/owner/setup', owner);
		} else {
			await this.rest('POST', '/login', { emailOrLdapLoginId: email, password });
		}
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

	/** What a list offers in a field of a node, as the editor asks for it. @param method the name of the list's method */
	async list({ type, typeVersion, parameters, credentials }: INode, field: string, method: string): Promise<INodeListSearchItems[]> {
		const asked = { path: `parameters.${field}`, methodName: method, nodeTypeAndVersion: { name: type, version: typeVersion }, currentNodeParameters: parameters, credentials };
		return (await this.rest<INodeListSearchResult>('POST', '/dynamic-node-parameters/resource-locator-results', asked)).results;
	}

	/** Stores a workflow and returns its id. */
	async createWorkflow(workflow: Workflow): Promise<string> {
		// In the project that the editor names, 1.123 looks for credentials by their names; without `active`, n8n 1 does not store it.
		const { id: projectId } = await this.rest<{ id: string }>('GET', '/projects/personal');
		return (await this.rest<{ id: string }>('POST', '/workflows', { ...workflow, projectId, active: false })).id;
	}

	/** Stores a workflow and runs it once; see `run`. */
	async runWorkflow(workflow: Workflow, timeoutMs = RUN_TIMEOUT_MS): Promise<Execution> {
		return await this.run(await this.createWorkflow(workflow), workflow.nodes[0].name, timeoutMs);
	}

	/** Runs a stored workflow by hand from its trigger, as the editor does, and waits for its end. */
	async run(workflowId: string, trigger: string, timeoutMs = RUN_TIMEOUT_MS): Promise<Execution> {
		const { executionId } = await this.startFrom(workflowId, trigger);
		if (executionId === undefined) throw new Error(`Workflow ${workflowId} waits for a webhook`);
		return await this.execution(executionId, timeoutMs);
	}

	/** Starts a stored workflow by hand; a webhook trigger then listens for a test event, and nothing has run. */
	async startFrom(workflowId: string, trigger: string): Promise<{ executionId?: string; waitingForWebhook?: boolean }> {
		// n8n 2.20 runs what it has stored; 2.0 still runs what it is sent.
		const workflowData = before(n8nVersion(), '2.20') ? await this.rest('GET', `/workflows/${workflowId}`) : undefined;
		return await this.rest('POST', `/workflows/${workflowId}/run`, { workflowData, triggerToStartFrom: { name: trigger } });
	}

	/** An execution by id, once it is settled. */
	async execution(id: string, timeoutMs = RUN_TIMEOUT_MS): Promise<Execution> {
		return await until(
			async () => {
				const row = await this.rest<ExecutionRow>('GET', `/executions/${id}`).catch((error: Error) => {
					// n8n 2.20 fails on an execution whose data it has not stored yet.
					if (error.message.includes("reading 'resultData'")) return undefined;
					throw error;
				});
				if (!row || !isSettled(row.status)) return undefined;
				const execution = new Execution(row, this.installation);
				return execution.isComplete ? execution : undefined;
			},
			() => new Error(`Execution ${id} is still under way`),
			timeoutMs,
		);
	}

	/** A workflow's executions once `count` of them exist and are settled, oldest first; for triggers. */
	async executions(workflowId: string, count: number, timeoutMs = RUN_TIMEOUT_MS): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const ids = await until(
			async () => {
				interface List {
					results: Array<{ id: string }>;
				}
				const { results } = await this.rest<List>('GET', `/executions?limit=100&filter=${filter}`);
				// n8n reads running and ended ones apart, so that one that just ends can stand there twice.
				const found = new Set(results.map(({ id }) => id).reverse());
				return found.size >= count ? [...found] : undefined;
			},
			() => new Error(`Workflow ${workflowId} has not run ${count} times`),
			timeoutMs,
		);
		return await Promise.all(ids.map(async (id) => await this.execution(id, timeoutMs)));
	}

	/** Publishes a workflow and waits until its triggers are live. */
	async activate(workflowId: string): Promise<void> {
		await this.publish(workflowId, true);
		await this.publication(workflowId, 'published');
	}

	/** Takes a workflow offline and waits until its triggers are gone. */
	async deactivate(workflowId: string): Promise<void> {
		await this.publish(workflowId, false);
		await this.publication(workflowId, 'not_published');
	}

	private async publish(workflowId: string, active: boolean): Promise<void> {
		const { versionId } = await this.rest<{ versionId: string }>('GET', `/workflows/${workflowId}`);
		// n8n 1.123 has requests of their own for it, 1.100 has not.
		if (before(n8nVersion(), '1.123')) await this.rest('PATCH', `/workflows/${workflowId}`, { versionId, active });
		else if (active) await this.rest('POST', `/workflows/${workflowId}/activate`, { versionId, name: 'Test', description: '' });
		else await this.rest('POST', `/workflows/${workflowId}/deactivate`, {});
	}

	private async publication(workflowId: string, wanted: string): Promise<void> {
		// n8n 2.41 answers before the triggers are live; 2.38 still answers when they are, or with what failed.
		if (before(n8nVersion(), '2.41')) return;
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
			RUN_TIMEOUT_MS,
		);
		if (status === wanted) return;
		const reasons = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
		throw new Error(`Workflow ${workflowId}: publication ${status}: ${reasons.join('; ')}`);
	}
}
