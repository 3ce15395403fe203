import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { simplify, toolOutput } from '../fields/simplify';
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

/** The operation that a new node shows, where the resource has it; else it is the first of the list. */
const USUAL = 'getAll';

/** An order that suits all lists, each entry once; undefined where two lists have the same entries the other way round. */
function inOneOrder<T>(lists: T[][]): T[] | undefined {
	const before = new Map<T, Set<T>>();
	for (const list of lists) for (const [at, one] of list.entries()) before.set(one, new Set([...(before.get(one) ?? []), ...list.slice(0, at)]));
	const order: T[] = [];
	for (let left = [...before.keys()]; left.length > 0; left = left.filter((one) => !order.includes(one))) {
		const next = left.find((one) => [...before.get(one)!].every((earlier) => order.includes(earlier)));
		if (next === undefined) return undefined;
		order.push(next);
	}
	return order;
}

/**
 * The fields of all operations, each with the operations that show it, in an order that suits all of them.
 *
 * A field that several operations name (the same object) stands once, so that the description stays small. An operation that
 * has fields in another order than one before it gets its own.
 */
function shared(operations: Operation[]): Array<{ field: INodeProperties; shownBy: string[] }> {
	const lists: INodeProperties[][] = [];
	for (const operation of operations) {
		const fields = [toolDescription(operation), ...operation.fields.flatMap((field) => (field === simplify ? [field, ...toolOutput] : [field]))];
		lists.push(inOneOrder([...lists, fields]) ? fields : fields.map((field) => ({ ...field })));
	}
	return inOneOrder(lists)!.map((field) => ({ field, shownBy: operations.filter((_, at) => lists[at].includes(field)).map(({ option }) => option.value as string) }));
}

/** A resource of its operations, each field shown only where it belongs. */
export function resource(name: string, operations: Operation[]): Resource {
	const fields = shared(operations).map(({ field, shownBy }) => ({
		...field,
		displayOptions: { ...field.displayOptions, show: { resource: [name], operation: shownBy, ...field.displayOptions?.show } },
	}));
	const first = (operations.find(({ option }) => option.value === USUAL) ?? operations[0]).option.value;
	const list: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: operations.map(({ option }) => option),
		default: first,
		displayOptions: { show: { resource: [name] } },
	};
	return { name, properties: [list, ...fields], works: Object.fromEntries(operations.map((operation) => [operation.option.value as string, operation])) };
}
