import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Work, Worker } from '../run/work';
import { toolDescription } from './tool';

/** One operation of a resource: how it shows in the list, with its routing, its fields, and what is special about it. */
export interface Operation extends Work {
	option: INodePropertyOptions;
	fields: INodeProperties[];
}

/** A resource as the node has it. */
export interface Resource extends Worker {
	/** Its operation list, followed by the fields of its operations. */
	properties: INodeProperties[];
}

/** The operation that a new node shows. */
const FIRST = 'getAll';

/**
 * The fields of all operations, each with the operations that show it, in an order that suits all of them.
 *
 * A field that several operations name (the same object) stands once: the description stays small, and where n8n's routing
 * works on the node, it evaluates every field twice, shown or not.
 */
function shared(operations: Operation[]): Array<{ field: INodeProperties; shownBy: string[] }> {
	const entries: ReturnType<typeof shared> = [];
	for (const operation of operations) {
		const fields = [toolDescription(operation), ...operation.fields];
		let from = 0;
		for (const [n, field] of fields.entries()) {
			// A new field goes right before the next one that is there already.
			const next = entries.findIndex((entry, at) => at >= from && fields.indexOf(entry.field, n) >= 0);
			if (next < 0) entries.push({ field, shownBy: [] });
			else if (entries[next].field !== field) entries.splice(next, 0, { field, shownBy: [] });
			const at = next < 0 ? entries.length - 1 : next;
			entries[at].shownBy.push(operation.option.value as string);
			from = at + 1;
		}
	}
	return entries;
}

/** A resource of its operations, each field shown only where it belongs. */
export function resource(name: string, operations: Operation[]): Resource {
	const fields = shared(operations).map(({ field, shownBy }) => ({
		...field,
		displayOptions: { ...field.displayOptions, show: { resource: [name], operation: shownBy, ...field.displayOptions?.show } },
	}));
	const list: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: operations.map(({ option }) => option),
		default: FIRST,
		displayOptions: { show: { resource: [name] } },
	};
	return { name, properties: [list, ...fields], works: Object.fromEntries(operations.map((operation) => [operation.option.value as string, operation])) };
}
