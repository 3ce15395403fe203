/** docs/operations.md, made from the node: what each operation takes, what goes out, and what comes back. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IHttpRequestOptions, INodeProperties, INodePropertyCollection, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';
import { Luma } from '../../nodes/Luma/Luma.node.ts';
import { endpointsLeftOut, parametersLeftOut } from '../contract/leftOut';
import { fieldsOf } from '../nodes/Luma/support/description';
import { folder } from '../schemas/files';

export const file = join(__dirname, '..', '..', 'docs', 'operations.md');

/** Fields that every operation of its kind has, and that are told once. */
const EVERYWHERE = ['Max Tries', 'Max Wait on Rate Limit', 'Calendar ID', 'Output', 'Pagination Cursor', 'Return All', 'Limit', 'Simplify'];

const cell = (text: string) => text.replace(/<[^>]*>/g, '').replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();

const names = (options: INodePropertyOptions[]) => options.map(({ name }) => name).join(', ');

/** What a person can fill in. */
function kind({ type, options = [], modes = [] }: INodeProperties): string {
	if (type === 'resourceLocator') return (modes as INodePropertyMode[]).map(({ displayName }) => displayName).join(', ');
	if (type === 'options' || type === 'multiOptions') return options.length > 0 ? names(options as INodePropertyOptions[]) : 'from a list';
	return { boolean: 'yes or no', dateTime: 'date and time', fixedCollection: 'rows', json: 'JSON', string: 'text' }[type as string] ?? type;
}

function rows(fields: INodeProperties[], path = ''): string[] {
	return fields.flatMap((field) => {
		const { displayName, type, options = [], description = '', required, routing } = field;
		const at = `${path}${displayName}`;
		if (type === 'notice' || EVERYWHERE.includes(displayName)) return [];
		if (type === 'collection') return rows(options as INodeProperties[], `${at} › `);
		const inner = type === 'fixedCollection' ? (options as INodePropertyCollection[]).flatMap((group) => rows(group.values, `${at} › ${options.length > 1 ? `${group.displayName} › ` : ''}`)) : [];
		const parameter = routing?.send?.property === undefined ? '' : `\`${routing.send.property}\``;
		return [`| ${cell(at)}${required ? ' (required)' : ''} | ${cell(kind(field))} | ${parameter} | ${cell(description)} |`, ...inner];
	});
}

/** What an item holds, by the output schema that the editor shows. */
function columns(resource: string, operation: string): string {
	const schema = join(folder, resource, `${operation}.json`);
	if (!existsSync(schema)) throw new Error(`${resource} ${operation} has no output schema yet: npm run made`);
	const { properties } = JSON.parse(readFileSync(schema, 'utf8')) as { properties: object };
	return Object.keys(properties).map((name) => `\`${name}\``).join(', ');
}

const { properties } = new Luma().description;
const resources = properties.find(({ name }) => name === 'resource')!.options as INodePropertyOptions[];
const operationsOf = (resource: unknown) => properties.find(({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(resource as string))!.options as INodePropertyOptions[];

/** Where it goes; for coupons by what they are for. */
function requests({ routing }: INodePropertyOptions, fields: INodeProperties[]): string {
	const { method, url } = routing!.request as IHttpRequestOptions;
	const others = fields.flatMap(({ options = [] }) => (options as INodePropertyOptions[]).flatMap((option) => option.routing?.request?.url ?? []));
	return [...new Set(others.length > 0 ? others : [url])].map((path) => `\`${method} ${path as string}\``).join(' or ');
}

function operationText(resource: INodePropertyOptions, operation: INodePropertyOptions): string {
	const fields = fieldsOf(resource.value as string, operation.value as string);
	const notice = fields.filter(({ type }) => type === 'notice').map(({ displayName }) => `> ${cell(displayName)}`);
	const table = rows(fields);
	return [
		`### ${resource.name}: ${operation.name}`,
		`${cell(operation.description!).replace(/\.?$/, '.')} ${requests(operation, fields)}`,
		...notice,
		...(table.length > 0 ? [['| Field | Values | At Luma | What it is |', '| --- | --- | --- | --- |', ...table].join('\n')] : []),
		`Comes out: ${columns(resource.value as string, operation.value as string)}`,
	].join('\n\n');
}

const leftOut = (all: Record<string, string>) => Object.keys(all).length === 0 ? 'None: every endpoint that Luma does not call deprecated is offered.' : Object.entries(all).map(([name, why]) => `- \`${name}\`: ${why}`).join('\n');

export function text(): string {
	const all = resources.flatMap((resource) => [`## ${resource.name}`, ...operationsOf(resource.value).map((operation) => operationText(resource, operation))]);
	return `${[
		'# Operations',
		'Made from the node by `npm run docs`. What every operation has is not repeated: **Options** with **Max Tries**, **Max Wait on Rate Limit**, and **Calendar ID** (for the API key of an organization); lists have **Return All**, **Limit**, and under Options **Output** and **Pagination Cursor**; what returns many fields has **Simplify**. A field without a name under *At Luma* decides how the request is made and does not go out itself. *Comes out* is what an item holds with the settings of a new node.',
		...all,
		'## Left out on purpose',
		'Parameters of Luma that no field sends:',
		leftOut(parametersLeftOut),
		'Endpoints of Luma that no operation is for:',
		leftOut(endpointsLeftOut),
	].join('\n\n')}\n`;
}
