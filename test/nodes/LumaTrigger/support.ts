/** Drives the Luma Trigger as n8n does: through n8n-core's contexts, with static data that is loaded and saved where n8n does so. */
import { EventEmitter } from 'node:events';
import { apiKey as testKey } from '../../engine';
import { HookContext, LoadOptionsContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { LumaApi } from '../../../credentials/LumaApi.credentials';
import { LumaTrigger } from '../../../nodes/LumaTrigger/LumaTrigger.node.ts';
import { checkRequest } from '../../contract/document';
import { apiKey, type Simulator } from '../../simulator';

export { logged } from '../../engine';

export interface Delivered {
	status: number;
	body?: { message?: string };
	/** What started the workflow. */
	item?: INodeExecutionData;
}

export interface DeliverOptions {
	/** n8n fails to make the run, as when its database is away. */
	runFails?: boolean;
	/** Is waited for before the run is made. */
	beforeRun?: Promise<void>;
	/** Luma hangs up before the run is made, or even before the node has looked at what it sent. */
	hungUp?: boolean | 'early';
}

/** What the node sees of n8n's response. */
class Response extends EventEmitter {
	statusCode = 200;
	destroyed = false;
	body?: Delivered['body'];
	/** Node ends it once, when it is sent or the connection is closed, whichever comes first. */
	end(): void {
		if (!this.destroyed) this.emit('close');
		this.destroyed = true;
	}
	status(code: number): this {
		this.statusCode = code;
		return this;
	}
	json(body: Delivered['body']): void {
		this.body = body;
	}
}

/** The credential of a simulator, as n8n has it. */
export const credentialFor = ({ url }: Pick<Simulator, 'url'>): ICredentialDataDecryptedObject => ({ apiKey: url.startsWith('https://public-api') ? testKey : apiKey, calendarId: '', baseUrl: url });

/** Gives nodes that credential, and notes what they ask Luma. */
export function credentialsOf(data: ICredentialDataDecryptedObject, asked: string[]) {
	const credential = new LumaApi();
	return {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => data,
		preAuthentication: async () => undefined,
		authenticate: async (given: ICredentialDataDecryptedObject, _type: string, request: IHttpRequestOptions) => {
			asked.push(`${request.method ?? 'GET'} ${request.url}`);
			const authenticated = await credential.authenticate(given, request);
			checkRequest(authenticated);
			return authenticated;
		},
	};
}

let workflows = 0;

/** One published workflow of a Luma Trigger. `static` is what n8n's database has of its static data. */
export class Published {
	static: Record<string, IDataObject> = {};

	/** Changes the errors of n8n's helper for requests into those of another version of n8n. */
	failsWith?: (error: Error) => Error;

	/** In test mode it is `manual`. */
	mode: WorkflowExecuteMode = 'webhook';

	/** Why n8n registers it: `activate` where a person publishes it, `update` where it is published already, `init` at n8n's start. */
	activation: WorkflowActivateMode = 'activate';

	/** Requests to Luma, in short. */
	readonly asked: string[] = [];

	private readonly id = `workflow-${(workflows += 1)}`;

	private readonly node: INode;

	private readonly credential: ICredentialDataDecryptedObject;

	/** @param type the node of another process, to be tried beside this one's or after it */
	constructor(
		readonly simulator: Pick<Simulator, 'url'>,
		parameters: INodeParameters = { eventTypes: ['*'] },
		public address = 'https://n8n.example.com',
		public type: INodeType = new LumaTrigger(),
	) {
		this.credential = credentialFor(simulator);
		this.node = {
			id: 'trigger', name: 'Luma Trigger', type: 'n8n-nodes-luma.lumaTrigger', typeVersion: 2, position: [0, 0],
			webhookId: 'webhook-id', credentials: { lumaApi: { id: '1', name: 'Luma' } }, parameters,
		};
	}

	/** Changes what the node's fields give, as an expression may after publication. */
	set(parameters: INodeParameters): void {
		this.node.parameters = parameters;
	}

	get url(): string {
		return `${this.address}/webhook/webhook-id/webhook`;
	}

	get kept(): IDataObject {
		return this.static['node:Luma Trigger'] ?? {};
	}

	private workflow(staticData: IDataObject): Workflow {
		const nodeTypes = { getByName: () => this.type, getByNameAndVersion: () => this.type, getKnownTypes: () => ({}) } as unknown as INodeTypes;
		return new Workflow({ id: this.id, nodes: [structuredClone(this.node)], connections: {}, active: true, nodeTypes, staticData });
	}

	private additionalData(more: object = {}): IWorkflowExecuteAdditionalData {
		return {
			webhookBaseUrl: `${this.address}/webhook`,
			webhookTestBaseUrl: `${this.address}/webhook-test`,
			currentNodeParameters: this.node.parameters,
			credentialsHelper: credentialsOf(this.credential, this.asked),
			...more,
		} as unknown as IWorkflowExecuteAdditionalData;
	}

	private async hook(method: 'checkExists' | 'create' | 'delete'): Promise<boolean> {
		const workflow = this.workflow(structuredClone(this.static) as IDataObject);
		const context = new HookContext(workflow, workflow.getNode('Luma Trigger')!, this.additionalData(), 'trigger', this.activation, { isTest: false } as unknown as IWebhookData);
		const { failsWith } = this;
		if (failsWith) {
			const request = context.helpers.httpRequestWithAuthentication;
			context.helpers.httpRequestWithAuthentication = async function (...settings) {
				return await request.apply(this, settings).catch((error: Error) => {
					throw failsWith(error);
				});
			};
		}
		try {
			return await this.type.webhookMethods!.default![method]!.call(context);
		} finally {
			if (workflow.staticData.__dataChanged) this.static = JSON.parse(JSON.stringify(workflow.staticData)) as typeof this.static;
		}
	}

	/** Publishes it; when that fails, n8n deletes the webhook. */
	async publish(): Promise<void> {
		const register = async () => (await this.hook('checkExists')) || (await this.hook('create'));
		await register().catch(async (error: Error) => {
			await this.unpublish();
			throw error;
		});
	}

	async unpublish(): Promise<void> {
		await this.hook('delete');
	}

	/** What the editor offers for a field that loads its options. */
	async options(method: string): Promise<INodePropertyOptions[]> {
		const workflow = this.workflow({});
		const context = new LoadOptionsContext(workflow, workflow.getNode('Luma Trigger')!, this.additionalData(), '');
		return await this.type.methods!.loadOptions![method].call(context);
	}

	/** Hands the node a request, and does what n8n does with what the node makes of it (`executeWebhook` of the n8n package). */
	async deliver(body: Buffer, headers: Record<string, string | string[]>, { runFails, beforeRun, hungUp }: DeliverOptions = {}): Promise<Delivered> {
		const raw = structuredClone(this.static) as IDataObject;
		const workflow = this.workflow(raw);
		const httpResponse = new Response();
		const readRawBody = async () => {
			Object.assign(httpRequest, { rawBody: body });
			if (hungUp === 'early') httpResponse.end();
		};
		const httpRequest = { headers, readRawBody };
		const context = new WebhookContext(workflow, workflow.getNode('Luma Trigger')!, this.additionalData({ httpRequest, httpResponse }), this.mode, { isTest: false } as unknown as IWebhookData, [], null);
		const result = await this.type.webhook!.call(context);
		const save = () => {
			if (workflow.staticData.__dataChanged) this.static = JSON.parse(JSON.stringify(workflow.staticData)) as typeof this.static;
		};
		const answer = (status: number, answered?: Delivered['body']): Delivered => {
			httpResponse.status(status).end();
			return { status, body: answered, item: result.workflowData?.[0][0] };
		};
		if (result.noWebhookResponse) {
			save();
			return answer(httpResponse.statusCode, httpResponse.body);
		}
		if (!result.workflowData) {
			save();
			return answer(200, result.webhookResponse as Delivered['body']);
		}
		// From here on the data counts as unchanged.
		this.workflow(raw);
		if (hungUp) httpResponse.end();
		await beforeRun;
		if (runFails) return { ...answer(500), item: undefined };
		const response = result.webhookResponse as Delivered['body'];
		save();
		return answer(200, response);
	}
}
