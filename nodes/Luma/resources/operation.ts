import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { toolDescription } from './tool';

/** One operation of a resource: how it shows in the list, with its routing, and its fields. */
export interface Operation {
	option: INodePropertyOptions;
	fields: INodeProperties[];
}

/** The operation that a new node shows. */
const FIRST = 'getAll';

/** A resource's operation list followed by the fields of its operations, each shown only where it belongs. */
export function resource(name: string, operations: Operation[]): INodeProperties[] {
	const fields = operations.flatMap((operation) =>
		[toolDescription(operation), ...operation.fields].map((field) => ({
			...field,
			displayOptions: { ...field.displayOptions, show: { resource: [name], operation: [operation.option.value], ...field.displayOptions?.show } },
		})),
	);
	const list: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: operations.map(({ option }) => option),
		default: FIRST,
		displayOptions: { show: { resource: [name] } },
	};
	return [list, ...fields];
}
