/** A field that several operations have is one field: n8n keeps its value when a person goes from one to the other. */
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { Luma } from '../../../nodes/Luma/Luma.node';

/** A field, and those within it. */
const deep = (field: INodeProperties): INodeProperties[] => {
	if (field.type === 'collection') return [field, ...(field.options as INodeProperties[]).flatMap(deep)];
	if (field.type === 'fixedCollection') return [field, ...(field.options as INodePropertyCollection[]).flatMap(({ values }) => values.flatMap(deep))];
	return [field];
};

const { properties } = new Luma().description;
const shownBy = ({ displayOptions: { show = {} } = {} }: INodeProperties) => ({ of: String(show.resource), where: (show.operation ?? []).map((operation) => `${String(show.resource)} ${String(operation)}`).join(', ') });

/** What is found under each key more than once, with where: "a in x, y; b in z". */
function differing(all: Array<{ key: string; is: string; where: string }>): Array<[key: string, found: string]> {
	const kinds = new Map<string, Map<string, string[]>>();
	for (const { key, is, where } of all) {
		const found = kinds.get(key) ?? new Map<string, string[]>();
		kinds.set(key, found.set(is, [...(found.get(is) ?? []), where]));
	}
	return [...kinds].filter(([, found]) => found.size > 1).map(([key, found]) => [key, [...found].map(([is, where]) => `${is} in ${where.join(', ')}`).join('; ')]);
}

/** Its type, and its choices or the ways of choosing. */
const kindOf = ({ type, options = [], modes = [] }: INodeProperties) => [type, ...(type === 'options' ? (options as INodePropertyOptions[]).map(({ value }) => String(value)) : modes.map(({ name }) => name))].join(' ');

it('one name is one kind of value with the same choices, whatever the resource', () => {
	const fields = properties.filter(({ name, type }) => type !== 'notice' && name !== 'operation');
	const found = differing(fields.map((field) => ({ key: field.name, is: kindOf(field), where: shownBy(field).where })));
	expect(found.map(([name, kinds]) => `${name} is ${kinds}: give one of them another name, as newHostEmail is a text, and hostEmail chooses a host`)).toEqual([]);
});

it('one field of a resource has one name', () => {
	const fields = properties.flatMap((top) => deep(top).map((field) => ({ ...shownBy(top), field, at: field.routing?.send?.property }))).filter(({ at }) => at !== undefined);
	const found = differing(fields.map(({ of, where, at, field }) => ({ key: `${of}: ${field.displayName} (${kindOf(field)}, at Luma ${at})`, is: field.name, where })));
	expect(found.map(([field, names]) => `${field} is ${names}: have the same object in both, from a file of fields/ or of the resource`)).toEqual([]);
});
