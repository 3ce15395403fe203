import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Credential } from '../editor';
import { before, n8nVersion } from '../versions';
import { manualTrigger, node, type Workflow } from '../workflow';

/** The name of the tool in workflows of tests; the model sees it with underscores. */
export const TOOL = 'Luma Tool';
export const AGENT = 'AI Agent';

/** Versions of n8n's nodes: what a person gets who adds them today, and what many workflows have. */
export interface Versions {
	agent: number;
	model: number;
}
export const today: Versions = { agent: before(n8nVersion(), '2.20') ? 3 : 3.1, model: 1.3 };
export const earlier: Versions = { agent: 2.2, model: 1.2 };

/** A field that the model fills in, as the editor writes it when a person lets the model define it. */
export const fromAI = (key: string, description: string, type: 'string' | 'number' | 'boolean' | 'json' = 'string') => `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`${description}\`, '${type}') }}`;

/** An AI Agent with a chat model and, as its tool, the Luma node; items that come in are handed to it one by one. */
export function agentWorkflow(name: string, luma: Credential, openAi: Credential, parameters: INodeParameters, versions: Versions = today, items: IDataObject[] = [{}]): Workflow {
	const start = manualTrigger();
	const agent = node(AGENT, '@n8n/n8n-nodes-langchain.agent', { promptType: 'define', text: 'Do it' }, { typeVersion: versions.agent });
	const model = node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', { model: { __rl: true, mode: 'id', value: 'stub' } }, {
		typeVersion: versions.model,
		credentials: { openAiApi: { id: openAi.id, name: openAi.name } },
	});
	const tool = node(TOOL, 'n8n-nodes-luma.lumaTool', parameters, { credentials: { lumaApi: { id: luma.id, name: luma.name } } });
	return {
		name,
		nodes: [start, agent, model, tool],
		connections: {
			[start.name]: { main: [[{ node: AGENT, type: 'main', index: 0 }]] },
			[model.name]: { ai_languageModel: [[{ node: AGENT, type: 'ai_languageModel', index: 0 }]] },
			[TOOL]: { ai_tool: [[{ node: AGENT, type: 'ai_tool', index: 0 }]] },
		},
		pinData: { [start.name]: items.map((json) => ({ json })) },
		settings: { executionOrder: 'v1' },
	};
}

/** The same with an agent in between, which is a tool itself and has the Luma node as its own. */
export function nestedWorkflow(...given: Parameters<typeof agentWorkflow>): Workflow {
	const { nodes, connections, ...workflow } = agentWorkflow(...given);
	const inner = node('Inner Agent', '@n8n/n8n-nodes-langchain.agentTool', { toolDescription: 'Knows Luma', text: fromAI('task', 'What it is to do') }, { typeVersion: 2.2 });
	const ofInner = (type: 'ai_languageModel' | 'ai_tool') => ({ node: inner.name, type, index: 0 });
	return {
		...workflow,
		nodes: [...nodes, inner],
		connections: {
			...connections,
			Model: { ai_languageModel: [[...connections.Model.ai_languageModel[0]!, ofInner('ai_languageModel')]] },
			[inner.name]: connections[TOOL],
			[TOOL]: { ai_tool: [[ofInner('ai_tool')]] },
		},
	};
}

/** What the tool gave, as JSON. */
export const parsed = (result: string): IDataObject[] => [JSON.parse(result) as IDataObject | IDataObject[]].flat();
