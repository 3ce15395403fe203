import { createRequire } from 'node:module';
import { join } from 'node:path';
import type {
	ExecutionError,
	ExecutionStatus,
	INodeExecutionData,
	IRunExecutionData,
	ITaskData,
	NodeExecutionHint,
} from 'n8n-workflow';

/** n8n's own row of an execution, as `GET /rest/executions/:id` answers it. */
export interface ExecutionRow {
	id: string;
	status: ExecutionStatus;
	/** Run data in the `flatted` form. */
	data: string;
}

/** Whether nothing will change in an execution any more. */
export const isSettled = (status: ExecutionStatus): boolean =>
	!['new', 'running', 'waiting'].includes(status);

/** One settled execution of a workflow. */
export class Execution {
	readonly id: string;

	readonly status: ExecutionStatus;

	/** The run data as n8n keeps it, to search for what must not be in it. */
	readonly text: string;

	/** Nothing at all, before n8n has stored it. */
	private readonly data?: IRunExecutionData;

	/** `folder` is where n8n is installed: it ships the parser for its own format. */
	constructor(row: ExecutionRow, folder: string) {
		const n8nRequire = createRequire(join(folder, 'node_modules', 'n8n', 'package.json'));
		const { parse } = n8nRequire('flatted') as { parse: (text: string) => IRunExecutionData | undefined };
		this.id = row.id;
		this.status = row.status;
		this.text = row.data;
		this.data = parse(row.data);
	}

	private get result(): Partial<IRunExecutionData['resultData']> {
		return this.data?.resultData ?? {};
	}

	/** Whether n8n has stored the run data too: up to 2.0 at least, it does so after the status. */
	get isComplete(): boolean {
		const { lastNodeExecuted, error } = this.result;
		return lastNodeExecuted !== undefined || error !== undefined || !['success', 'error'].includes(this.status);
	}

	/** The names of the nodes that ran. */
	get nodes(): string[] {
		return Object.keys(this.result.runData ?? {});
	}

	/** All runs of a node, in order; none when it did not run. */
	runs(node: string): ITaskData[] {
		return this.result.runData?.[node] ?? [];
	}

	/** What a node put out, over all its runs; `connection` is `ai_tool` and the like for sub-nodes. */
	items(node: string, output = 0, connection = 'main'): INodeExecutionData[] {
		return this.runs(node).flatMap((run) => run.data?.[connection]?.[output] ?? []);
	}

	/** The hints that a node left for the person. */
	hints(node: string): NodeExecutionHint[] {
		return this.runs(node).flatMap((run) => run.hints ?? []);
	}

	/** What made the workflow stop; undefined when it went through. */
	get error(): ExecutionError | undefined {
		return this.result.error;
	}

	/** This execution, or an error with n8n's message when it did not go through. */
	orThrow(): this {
		if (this.status === 'success') return this;
		const { message = 'no error given', description } = this.error ?? {};
		throw new Error(`Execution ${this.id}: ${this.status}: ${message} ${description ?? ''}`.trim());
	}
}
