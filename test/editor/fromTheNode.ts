/** What a person meets who opens an operation on a new node, by the node's own description: for operations without a word in operations.ts. */
import { NodeHelpers, type INodeParameters, type INodeProperties, type INodePropertyCollection, type INodePropertyMode, type INodePropertyOptions } from 'n8n-workflow';
import { Luma } from '../../nodes/Luma/Luma.node.ts';
import { fieldsOf, operations } from '../nodes/Luma/support/description';
import { expected } from './operations';

const { description } = new Luma();
const { properties } = description;
const nameOf = (list: string, value: string) => properties.filter(({ name }) => name === list).flatMap(({ options }) => options as INodePropertyOptions[]).find((option) => option.value === value)!.name;

/** What is written over a field, and over those of the rows that it begins with. */
function labelsIn({ type, displayName, default: usual, options = [] }: INodeProperties): string[] {
	if (type === 'notice') return [];
	if (type !== 'fixedCollection') return [displayName];
	const rows = Object.keys(usual as object);
	return [displayName, ...(options as INodePropertyCollection[]).filter(({ name }) => rows.includes(name)).flatMap(({ values }) => values.flatMap(labelsIn))];
}

export interface Opened {
	resource: string;
	operation: string;
	/** "Coupon: Get Many" */
	title: string;
	labels: string[];
	notices: string[];
	/** The first field that is chosen from a list which needs nothing to be chosen before. */
	list?: string;
}

function opened([resource, operation]: [string, string]): Opened {
	const node = { name: 'Luma', type: 'luma', typeVersion: 1, parameters: { resource, operation } } as never;
	const parameters = NodeHelpers.getNodeParameters(properties, { resource, operation }, true, false, node, description) as INodeParameters;
	const shown = fieldsOf(resource, operation).filter((field) => NodeHelpers.displayParameter(parameters, field, node, description));
	const listed = shown.find(({ type, modes = [], typeOptions }) => type === 'resourceLocator' && !typeOptions?.loadOptionsDependsOn && (modes as INodePropertyMode[]).some(({ name }) => name === 'list'));
	return {
		resource,
		operation,
		title: `${nameOf('resource', resource)}: ${properties.filter(({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(resource)).flatMap(({ options }) => options as INodePropertyOptions[]).find(({ value }) => value === operation)!.name}`,
		labels: ['Resource', 'Operation', ...shown.flatMap(labelsIn)],
		notices: shown.filter(({ type }) => type === 'notice').map(({ displayName }) => displayName),
		...(listed && { list: listed.name }),
	};
}

/** Every operation that operations.ts does not tell of. */
export const others = (): Opened[] => operations.map(opened).filter(({ title }) => !expected.some((one) => `${one.resource}: ${one.operation}` === title));
