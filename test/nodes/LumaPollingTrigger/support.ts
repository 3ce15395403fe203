/** Polls the Luma Polling Trigger as n8n does: through n8n-core's context, with static data that is loaded and saved where n8n does so. */
import '../../engine';
import { PollContext } from 'n8n-core';
import { Workflow, type IDataObject, type INode, type INodeParameters, type INodeTypes, type IWorkflowExecuteAdditionalData, type WorkflowExecuteMode } from 'n8n-workflow';
import { LumaPollingTrigger } from '../../../nodes/LumaPollingTrigger/LumaPollingTrigger.node.ts';
import type { Simulator } from '../../simulator';
import { credentialFor, credentialsOf } from '../LumaTrigger/support';

const NAME = 'Luma Polling Trigger';

let workflows = 0;

/** One published workflow of a Luma Polling Trigger. */
export class Polling {
	/** What n8n's database has of the static data. */
	saved: IDataObject = {};

	/** Requests to Luma, in short. */
	readonly asked: string[] = [];

	private readonly id = `polling-${(workflows += 1)}`;

	private readonly type = new LumaPollingTrigger();

	/** The workflow as the process has it: from it on, n8n polls with the same one. */
	private running?: Workflow;

	constructor(
		readonly simulator: Pick<Simulator, 'url'>,
		public parameters: INodeParameters = {},
	) {}

	/** What is known, in memory. */
	get kept(): IDataObject {
		return (this.running?.staticData[`node:${NAME}`] ?? this.saved[`node:${NAME}`] ?? {}) as IDataObject;
	}

	private load(): Workflow {
		const node: INode = {
			id: 'polling', name: NAME, type: 'n8n-nodes-luma.lumaPollingTrigger', typeVersion: 1, position: [0, 0],
			credentials: { lumaApi: { id: '1', name: 'Luma' } }, parameters: { pollTimes: { item: [{ mode: 'everyMinute' }] }, ...this.parameters },
		};
		const nodeTypes = { getByName: () => this.type, getByNameAndVersion: () => this.type, getKnownTypes: () => ({}) } as unknown as INodeTypes;
		return new Workflow({ id: this.id, nodes: [node], connections: {}, active: true, nodeTypes, staticData: structuredClone(this.saved) });
	}

	/** n8n ends and starts again, with what is saved. */
	restart(): void {
		this.running = undefined;
	}

	private save(): void {
		this.saved = JSON.parse(JSON.stringify(this.running!.staticData)) as IDataObject;
	}

	/** n8n's context of a poll. */
	context(mode: WorkflowExecuteMode = 'trigger'): PollContext {
		const workflow = (this.running ??= this.load());
		const additionalData = { credentialsHelper: credentialsOf(credentialFor(this.simulator), this.asked), currentNodeParameters: {} } as unknown as IWorkflowExecuteAdditionalData;
		return new PollContext(workflow, workflow.getNode(NAME)!, additionalData, mode, 'activate');
	}

	/**
	 * Polls, once n8n has started with a first poll of its own. Until 2.40 n8n saves what a poll keeps only when it starts the
	 * workflow, and after the first poll.
	 * @returns what starts the workflow
	 */
	async poll(mode: WorkflowExecuteMode = 'trigger'): Promise<IDataObject[]> {
		const isFirst = this.running === undefined;
		const polled = this.type.poll.call(this.context(mode));
		// n8n does not start a workflow whose first poll fails, and tries again.
		await polled.catch(() => isFirst && this.restart());
		const result = await polled;
		if (result !== null || isFirst) this.save();
		return (result?.[0] ?? []).map(({ json }) => json);
	}
}
