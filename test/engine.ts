/** Runs a workflow of a source, the Luma node and a node after it through n8n-core's own engine, as n8n does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// n8n-core keeps its settings in this folder, and asks for it when it is loaded: never the person's own.
if (!process.env.N8N_USER_FOLDER) {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-'));
	process.env.N8N_USER_FOLDER = folder;
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { DirectoryLoader, ExecutionLifecycleHooks, RoutingNode, WorkflowExecute } from 'n8n-core';
import {
	LoggerProxy,
	Workflow,
	type IConnections,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
	type IRun,
	type IRunExecutionData,
	type ITaskData,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { LumaApi } from '../credentials/LumaApi.credentials';
// With its ending, since loaders other than jest's would find the codex file, Luma.node.json, first.
import { Luma } from '../nodes/Luma/Luma.node.ts';
import { checkRequest } from './contract/document';
import { pixelFile } from './pixel';

export const apiKey = 'luma-key-of-the-tests';
export const baseUrl = 'https://public-api.luma.com';

/** Every line the node logged since the last `run`. */
export const logged: string[] = [];
const log = (...words: unknown[]) => void logged.push(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '));
const logger = { error: log, warn: log, info: log, debug: log };
LoggerProxy.init(logger);
// Where n8n-core's contexts take theirs from.
Container.set(Logger, { ...logger, scoped: () => logger } as never);

/** Requests since the last `run`, as they left the credential. */
export const requests: IHttpRequestOptions[] = [];

export interface Options {
	/** What comes in; one empty item if not said. */
	items?: IDataObject[];
	/** Further settings of the node, such as onError. */
	node?: Partial<INode>;
	/** The workflow's time zone. */
	timezone?: string;
	credentials?: IDataObject;
	/** Is handed the means to cancel the execution. */
	onStart?: (cancel: () => void) => void;
	/** The files of each input item; a small PNG in `data` if not said. */
	binary?: INodeExecutionData['binary'];
	/** Whether a node after it looks for each item's source; off where that would take most of the time. */
	after?: boolean;
	/** The type to run in place of the Luma node, for comparisons. */
	nodeType?: INodeType;
	/** Whether requests are to keep to Luma's document; off where a test breaks it on purpose. */
	contract?: boolean;
}

export interface Result {
	/** What came out of the node. */
	items: INodeExecutionData[];
	json: IDataObject[];
	/** What came out of its error output. */
	errors: INodeExecutionData[];
	/** For each item that came out, the `n` of the input item that $('Source').item finds from the node after. */
	linked: unknown[];
	/** What stopped the workflow. */
	error?: Error & { description?: string; httpCode?: string | null; context: IDataObject };
	run: IRun;
}

const describe = (name: string, inputs: string[], properties: INodeTypeDescription['properties'] = []) =>
	({ displayName: name, name, group: ['input'], version: 1, description: name, defaults: { name }, inputs, outputs: ['main'], properties }) as unknown as INodeTypeDescription;

/** What n8n adds to a declarative node: Request Options when it loads it, and an execute method that hands it to its routing (`NodeTypes` of the n8n package). */
export function asRun(nodeType: INodeType): INodeType {
	DirectoryLoader.applyDeclarativeNodeOptionParameters(nodeType);
	nodeType.execute = async function (this: IExecuteFunctions) {
		return (await new RoutingNode(this as never, nodeType).runNode()) ?? [];
	};
	return nodeType;
}

export const lumaType = asRun(new Luma());

/** What the Luma node is called in workflows. */
export const LUMA = 'n8n-nodes-luma.luma';

/** A node of a workflow. */
export const nodeOf = (name: string, type: string, more: Partial<INode> = {}): INode => ({ id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {}, ...more });

/** The Luma node of a workflow, with a credential. */
export const lumaOf = (name: string, parameters: INodeParameters, more: Partial<INode> = {}): INode => nodeOf(name, LUMA, { credentials: { lumaApi: { id: '1', name: 'Luma' } }, parameters, ...more });

/** A type of node that does this to its items. */
export const typeOf = (name: string, inputs: string[], execute: INodeType['execute'], properties?: INodeTypeDescription['properties']): INodeType => ({ description: describe(name, inputs, properties), execute });

/** Gives these items, numbered by `n`, each with a file. */
export const sourceOf = (items: IDataObject[], files: INodeExecutionData['binary'] = pixelFile): INodeType => typeOf('source', [], async () => [items.map((json, n) => ({ json: { n, ...json }, binary: files, pairedItem: { item: 0 } }))]);

export interface Plan extends Pick<Options, 'timezone' | 'credentials' | 'onStart' | 'contract'> {
	nodes: INode[];
	connections: IConnections;
	/** Types of its nodes beside the Luma node. */
	types: Record<string, INodeType>;
	/** How it is started, if not at its first node. */
	start?: (execution: WorkflowExecute, workflow: Workflow) => unknown;
}

/** Executes a workflow. */
export async function execute({ nodes, connections, types: own, timezone = 'UTC', credentials = {}, onStart, contract = true, start }: Plan): Promise<IRun> {
	const types: Record<string, INodeType> = { [LUMA]: lumaType, ...own };
	const workflow = new Workflow({
		id: 'test',
		nodes,
		connections,
		active: false,
		nodeTypes: { getByName: (type: string) => types[type], getByNameAndVersion: (type: string) => types[type], getKnownTypes: () => ({}) } as unknown as INodeTypes,
		settings: { timezone, executionOrder: 'v1' },
	});
	const credential = new LumaApi();
	const additionalData = {
		hooks: new ExecutionLifecycleHooks('manual', 'test', { id: 'test', name: 'test' } as never),
		executionId: 'test',
		currentNodeParameters: {},
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		credentialsHelper: {
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
			getDecrypted: async () => ({ apiKey, calendarId: '', baseUrl, ...credentials }),
			preAuthentication: async () => undefined,
			authenticate: async (data: IDataObject, _type: string, request: IHttpRequestOptions) => {
				const authenticated = await credential.authenticate(data as never, request);
				requests.push({ ...authenticated });
				if (contract) checkRequest(authenticated);
				return authenticated;
			},
		},
	} as unknown as IWorkflowExecuteAdditionalData;
	const fromFirst = (execution: WorkflowExecute) => execution.run({ workflow, startNode: workflow.getNode(nodes[0].name)! } as never);
	const execution = (start ?? fromFirst)(new WorkflowExecute(additionalData, 'manual'), workflow) as Promise<IRun> & { cancel: () => void };
	onStart?.(() => execution.cancel());
	return await execution;
}

/** Runs a workflow of a source, the Luma node and a node after it. */
export async function run(parameters: INodeParameters, options: Options = {}): Promise<Result> {
	const { items = [{}], binary: files, after = true, nodeType = lumaType, node, ...how } = options;
	logged.length = 0;
	requests.length = 0;
	const linked: INodeTypeDescription['properties'] = [{ displayName: 'Linked', name: 'linked', type: 'string', default: '' }];
	const finished = await execute({
		...how,
		types: {
			source: sourceOf(items, files),
			after: typeOf('after', ['main'], async function (this: IExecuteFunctions) {
				return [this.getInputData().map((_, item) => ({ json: { linked: this.getNodeParameter('linked', item) as number } }))];
			}, linked),
			[node?.type ?? LUMA]: nodeType,
		},
		nodes: [nodeOf('Source', 'source'), lumaOf('Luma', parameters, node), nodeOf('After', 'after', { parameters: { linked: "={{ $('Source').item.json.n }}" } })],
		connections: {
			Source: { main: [[{ node: 'Luma', type: 'main', index: 0 }]] },
			...(after && { Luma: { main: [[{ node: 'After', type: 'main', index: 0 }]] } }),
		},
	});
	const { resultData } = finished.data as IRunExecutionData;
	const of = (name: string): ITaskData | undefined => resultData.runData[name]?.[0];
	const [out = [], errors = []] = of('Luma')?.data?.main ?? [];
	return {
		items: out ?? [],
		json: (out ?? []).map(({ json }) => json),
		errors: errors ?? [],
		linked: of('After')?.data?.main[0]?.map(({ json }) => json.linked) ?? [],
		error: resultData.error as Result['error'],
		run: finished,
	};
}
