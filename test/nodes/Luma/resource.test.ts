/** How a resource's operations become one list of fields. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { resource, type Operation } from '../../../nodes/Luma/resources/operation';
import { Luma } from '../../../nodes/Luma/Luma.node';

const field = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });
const operation = (value: string, ...fields: INodeProperties[]): Operation => ({ option: { name: value, value, action: value, description: value }, fields });
const [id, options, own, other] = ['id', 'options', 'own', 'other'].map(field);

/** Names of the fields that an operation shows, in order. */
const shown = (fields: INodeProperties[], value: string) =>
	fields.filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(value)).map(({ name }) => name).filter((name) => name !== 'toolDescription');

it('shows every operation its own fields in its own order', () => {
	const fields = resource('thing', [operation('a', id, own, options), operation('b', id, options), operation('c', other, id, own, options), operation('d', options, id)]);
	expect(shown(fields.properties, 'a')).toEqual(['id', 'own', 'options']);
	expect(shown(fields.properties, 'b')).toEqual(['id', 'options']);
	expect(shown(fields.properties, 'c')).toEqual(['other', 'id', 'own', 'options']);
	expect(shown(fields.properties, 'd')).toEqual(['options', 'id']);
});

it('has a field that operations share once, since n8n evaluates each for every input item', () => {
	const fields = resource('thing', [operation('a', id, own, options), operation('b', id, options), operation('c', other, id, own, options)]);
	expect(fields.properties.filter(({ name }) => name === 'id')).toHaveLength(1);
	expect(fields.properties.filter(({ name }) => name === 'options')).toHaveLength(1);
});

it('keeps what a field says of when it is shown', () => {
	const hidden = { ...own, displayOptions: { hide: { other: ['x'] }, show: { id: ['y'] } } };
	expect(resource('thing', [operation('a', hidden)]).properties.find(({ name }) => name === 'own')!.displayOptions).toEqual({ hide: { other: ['x'] }, show: { resource: ['thing'], operation: ['a'], id: ['y'] } });
});

it('begins with Get Many, or else with the first operation of the list', () => {
	const first = (...values: string[]) => resource('thing', values.map((value) => operation(value))).properties[0].default;
	expect([first('create', 'getAll', 'update'), first('block', 'remove')]).toEqual(['getAll', 'block']);
	for (const { name, options = [], default: usual } of new Luma().description.properties) if (name === 'operation') expect(options.map((option) => (option as INodePropertyOptions).value)).toContain(usual);
});

it('has no two fields of the node that differ in their operation alone', () => {
	const alike = new Luma().description.properties.map(({ displayOptions, ...rest }) => JSON.stringify([rest, { ...displayOptions?.show, operation: undefined }, displayOptions?.hide, rest.routing?.send]));
	expect(alike.filter((one, at) => alike.indexOf(one) !== at)).toEqual([]);
});
