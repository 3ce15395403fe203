import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A tool as the model is told of it. */
export interface ToolDefinition {
	name: string;
	description: string;
	parameters: { properties: Record<string, { type?: string; description?: string; anyOf?: unknown[] }>; required?: string[] };
}

type Arguments = Record<string, unknown>;

/** What is needed of a request to either API of OpenAI. */
interface Asked {
	tools?: Array<ToolDefinition & { function?: ToolDefinition }>;
	messages?: Array<{ role: string; content?: unknown }>;
	input?: Array<{ type?: string; output?: unknown }>;
}

/**
 * A chat model that thinks nothing: asked, it calls the tool that it is to use with the arguments it is to use; told what the tool
 * gave, it answers with that. It speaks OpenAI's Chat Completions and Responses APIs, as far as n8n's node uses them.
 */
export interface Model {
	/** For the credential's Base URL. */
	url: string;
	/** What the tool is to be called with from now on, and which, where there are several; forgets what was before. */
	use(args: Arguments, tool?: string): void;
	/** The tools it was told of last. */
	tools: ToolDefinition[];
	/** What tools have given it. */
	results: string[];
	/** The requests it was sent since `use`: their paths. */
	asked: string[];
	close(): Promise<void>;
}

/** What the model answers with: a call of the tool, or text. */
type Turn = { call: ToolDefinition; args: Arguments } | { text: string };

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, input_tokens: 1, output_tokens: 1 };
const ID = 'call_1';

function chatCompletion(turn: Turn): object {
	const message =
		'text' in turn
			? { role: 'assistant', content: turn.text }
			: { role: 'assistant', content: null, tool_calls: [{ id: ID, type: 'function', function: { name: turn.call.name, arguments: JSON.stringify(turn.args) } }] };
	return { id: 'chatcmpl-1', object: 'chat.completion', created: 0, model: 'stub', choices: [{ index: 0, finish_reason: 'text' in turn ? 'stop' : 'tool_calls', message }], usage };
}

function response(turn: Turn): object {
	const output =
		'text' in turn
			? { type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [{ type: 'output_text', text: turn.text, annotations: [] }] }
			: { type: 'function_call', id: 'fc_1', call_id: ID, status: 'completed', name: turn.call.name, arguments: JSON.stringify(turn.args) };
	return { id: 'resp_1', object: 'response', created_at: 0, model: 'stub', status: 'completed', output: [output], usage };
}

/** What the tool gave, where the request ends with that. */
function resultIn({ messages = [], input = [] }: Asked): string | undefined {
	const message = messages.at(-1);
	const item = input.at(-1);
	const given = message?.role === 'tool' ? message.content : item?.type === 'function_call_output' ? item.output : undefined;
	return given === undefined || typeof given === 'string' ? given : JSON.stringify(given);
}

async function read(incoming: IncomingMessage): Promise<Asked> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	return JSON.parse(Buffer.concat(chunks).toString()) as Asked;
}

/** Starts the model on loopback. Close it when done. */
export async function startModel(): Promise<Model> {
	let args: Arguments = {};
	let wanted: string | undefined;
	const answers: Record<string, (turn: Turn) => object> = { '/v1/chat/completions': chatCompletion, '/v1/responses': response };

	const server = createServer((incoming, outgoing) => {
		void (async () => {
			const path = incoming.url ?? '';
			const asked = await read(incoming);
			model.asked.push(path);
			model.tools = (asked.tools ?? []).map((tool) => tool.function ?? tool);
			const result = resultIn(asked);
			if (result !== undefined) model.results.push(result);
			const turn: Turn = result === undefined ? { call: model.tools.find(({ name }) => name === wanted) ?? model.tools[0], args } : { text: `The tool says: ${result}` };
			const body = answers[path]?.(turn);
			outgoing.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? { error: { message: `No ${path}` } }));
		})().catch((error: Error) => outgoing.destroy(error));
	});
	const model: Model = {
		url: '',
		tools: [],
		results: [],
		asked: [],
		use(next, tool) {
			args = next;
			wanted = tool;
			model.tools = [];
			model.results = [];
			model.asked = [];
		},
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
	return model;
}
