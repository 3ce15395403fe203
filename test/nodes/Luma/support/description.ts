/** What the node offers a person, read from its description. */
import type { INodeParameters, INodeProperties, INodePropertyCollection, INodePropertyMode, INodePropertyOptions, NodeParameterValueType } from 'n8n-workflow';
import { Luma } from '../../../../nodes/Luma/Luma.node.ts';

const { properties } = new Luma().description;

const shows = ({ displayOptions }: INodeProperties, name: string, value: unknown) => displayOptions?.show?.[name]?.includes(value as never) === true;

/** All operations: [resource, operation]. */
export const operations: Array<[string, string]> = properties
	.filter(({ name }) => name === 'operation')
	.flatMap((list) => (list.options as INodePropertyOptions[]).map(({ value }): [string, string] => [list.displayOptions!.show!.resource![0] as string, value as string]));

/** The fields of an operation; as a tool of an agent it has one more. */
export const fieldsOf = (resource: string, operation: string): INodeProperties[] =>
	properties.filter((field) => shows(field, 'resource', resource) && shows(field, 'operation', operation) && !shows(field, '@tool', true));

const groups = (field: INodeProperties) => field.options as INodePropertyCollection[];

/** The ways of filling in one field, as suffixes of its place. */
function choices({ type, options, modes }: INodeProperties): string[] {
	if (type === 'boolean') return ['=true', '=false'];
	if (type === 'resourceLocator') return (modes as INodePropertyMode[]).map(({ name }) => ` (${name})`);
	if ((type === 'options' || type === 'multiOptions') && options) return (options as INodePropertyOptions[]).map(({ value }) => `=${value}`);
	return [''];
}

/** The ways in which a value fills in a field. */
function chosen({ type, options }: INodeProperties, value: unknown): string[] {
	if (type === 'resourceLocator') return [` (${(value as { mode: string }).mode})`];
	if (type === 'boolean' || ((type === 'options' || type === 'multiOptions') && options)) return [value].flat().map((one) => `=${one}`);
	return [''];
}

/** Every place a person can fill in, deep, with each of its choices: "filters.status=pending", "eventId (url)". */
export function offered(fields: INodeProperties[], path = ''): string[] {
	return fields.flatMap((field) => {
		const at = `${path}${field.name}`;
		if (field.type === 'notice') return [];
		if (field.type === 'collection') return offered(field.options as INodeProperties[], `${at}.`);
		if (field.type === 'fixedCollection') return groups(field).flatMap(({ name, values }) => offered(values, `${at}.${name}.`));
		return choices(field).map((choice) => `${at}${choice}`);
	});
}

export interface Leaf {
	field: INodeProperties;
	value: NodeParameterValueType;
	/** Where it stands: "guests.guest.email". */
	path: string;
}

/** The same parameters with each value that is filled in replaced; fails where the node has no such field, or does not show it. */
export function mapLeaves(fields: INodeProperties[], parameters: INodeParameters, replace: (leaf: Leaf) => NodeParameterValueType, path = '', root = { fields, parameters }): INodeParameters {
	const shown = ({ displayOptions: { show = {} } = {} }: INodeProperties) =>
		Object.entries(show).every(([name, allowed]) => {
			// A name from the root on begins with a slash.
			const at = name.startsWith('/') ? root : { fields, parameters };
			const control = at.fields.find((field) => field.name === name.replace('/', ''));
			return !control || allowed!.includes((at.parameters[control.name] ?? control.default) as never);
		});
	const within = (inner: INodeProperties[], value: unknown, at: string) => mapLeaves(inner, value as INodeParameters, replace, `${at}.`, root);
	const mapped = Object.entries(parameters).map(([name, value]): [string, NodeParameterValueType] => {
		const at = `${path}${name}`;
		const field = fields.find((known) => known.name === name && shown(known));
		if (!field) throw new Error(`The node shows no field ${at}`);
		if (field.type === 'collection') return [name, within(field.options as INodeProperties[], value, at)];
		if (field.type !== 'fixedCollection') return [name, replace({ field, value: value as NodeParameterValueType, path: at })];
		const filled = Object.entries(value as INodeParameters).map(([key, rows]): [string, NodeParameterValueType] => {
			const group = groups(field).find((known) => known.name === key);
			if (!group) throw new Error(`The node shows no field ${at}.${key}`);
			const row = (one: unknown) => within(group.values, one, `${at}.${key}`);
			return [key, (Array.isArray(rows) ? rows.map(row) : row(rows)) as NodeParameterValueType];
		});
		return [name, Object.fromEntries(filled)];
	});
	return Object.fromEntries(mapped);
}

/** The places that parameters fill in, named as `offered` names them. */
export function driven(fields: INodeProperties[], parameters: INodeParameters): string[] {
	const places: string[] = [];
	mapLeaves(fields, parameters, ({ field, value, path }) => {
		places.push(...chosen(field, value).map((choice) => `${path}${choice}`));
		return value;
	});
	return places;
}
