import { randomUUID } from 'node:crypto';
import type { IConnections, IDataObject, INode, INodeParameters, IPinData } from 'n8n-workflow';
import { pixelFile } from '../pixel';

/** What n8n takes as a new workflow. */
export interface Workflow {
	name: string;
	nodes: INode[];
	connections: IConnections;
	pinData?: IPinData;
	settings?: IDataObject;
}

/** Canvas units between two nodes side by side, so that their names do not touch. */
const SPACING = 240;

/** A node of a workflow, at the canvas's origin; `extra` takes credentials, `onError` and the like. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters = {},
	extra: Partial<INode> = {},
): INode {
	return { id: randomUUID(), name, type, typeVersion: 1, position: [0, 0], parameters, ...extra };
}

export const manualTrigger = (name = 'Start'): INode => node(name, 'n8n-nodes-base.manualTrigger');

/** The workflow's nodes in a row, each connected to the next. */
export function chain(name: string, nodes: INode[]): Workflow {
	const connections: IConnections = {};
	nodes.slice(1).forEach((next, index) => {
		connections[nodes[index].name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
	});
	const placed = nodes.map((entry, index) => ({
		...entry,
		position: [index * SPACING, 0] as [number, number],
	}));
	return { name, nodes: placed, connections, settings: { executionOrder: 'v1' } };
}

/** A workflow in which a manual trigger gives out the items (pinned to it), then the nodes in a row. */
export function withInput(name: string, items: IDataObject[], nodes: INode[]): Workflow {
	const start = manualTrigger();
	return {
		...chain(name, [start, ...nodes]),
		pinData: { [start.name]: items.map((json) => ({ json, binary: pixelFile })) },
	};
}
