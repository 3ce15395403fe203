/** What the node has already, for a new operation to share: a field is one object, and a name is one kind of value. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { resources } from '../../nodes/Luma/resources';
import { pascal } from './words';

const node = join(__dirname, '..', '..', 'nodes', 'Luma');
const load = createRequire(__filename);

/** A field that stands in a file of its own. */
export interface Shared {
	/** What it is called there. */
	exported: string;
	/** The file, as an operation imports it. */
	from: string;
	field: INodeProperties;
}

const within = (field: INodeProperties): INodeProperties[] => [field, ...(field.type === 'collection' ? (field.options as INodeProperties[]).flatMap(within) : [])];

const exportsOf = (folder: string, from: string) =>
	readdirSync(folder).filter((file) => file.endsWith('.ts')).flatMap((file) => Object.entries(load(join(folder, file)) as Record<string, unknown>).map(([exported, field]) => ({ exported, field, from: `${from}/${basename(file, '.ts')}` })));

/** The switch, choice, text or number that operations of a resource have for a parameter, where it stands in a file that they share. */
export function sharedField(resource: string, part: 'query' | 'body', parameter: string, needed: boolean): Shared | undefined {
	const works = Object.values(resources.find(({ name }) => name === resource)?.works ?? {}) as Array<{ fields?: INodeProperties[] }>;
	const fields = works.flatMap((work) => work.fields ?? []).flatMap(within);
	const suits = ({ type, required = false, routing: { send } = {} }: INodeProperties) => send?.type === part && send.property === parameter && required === needed && ['boolean', 'options', 'string', 'number', 'dateTime'].includes(type);
	const found = fields.filter(suits);
	return [...exportsOf(join(node, 'fields'), '../../fields'), ...(found.length > 0 ? exportsOf(join(node, 'resources', resource), '.') : [])].find((one): one is Shared => found.includes(one.field as INodeProperties));
}

/** A name that no field of another type has. */
export function freeName(name: string, type: string): string {
	const taken = resources.flatMap(({ properties }) => properties).some((field) => field.name === name && field.type !== type);
	return taken ? `new${pascal(name)}` : name;
}
