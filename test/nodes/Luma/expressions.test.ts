/** Every field again, its value coming from the input item by an expression. */
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';
import { casesOf } from '../../operations';
import { checkCase } from './support/checkCase';
import { fieldsOf, mapLeaves, operations, type Leaf } from './support/description';
import { useLuma } from './support/luma';

useLuma();

/** A value as it may come from another node. */
type Coming = (leaf: Leaf, value: NodeParameterValueType) => NodeParameterValueType;

const asItIs: Coming = (_leaf, value) => value;

const parsed = (text: string) => {
	try {
		return JSON.parse(text) as NodeParameterValueType;
	} catch {
		return text;
	}
};
/** JSON as the object or array itself. */
const asObject: Coming = ({ field }, value) => (field.type === 'json' && typeof value === 'string' ? parsed(value) : value);

/** Numbers, booleans and lists as text, as a spreadsheet or a form would give them. */
const asText: Coming = (_leaf, value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : Array.isArray(value) ? value.join(', ') : value);

describe.each([
	['by expression', asItIs],
	['by expression, JSON as objects', asObject],
	['by expression, numbers and booleans as text', asText],
] as Array<[string, Coming]>)('%s', (_name, coming) => {
	for (const [resource, operation] of operations) {
		const fields = fieldsOf(resource, operation);
		const seen = new Set<string>();
		for (const one of casesOf(resource, operation)) {
			const item: IDataObject = {};
			// A run is worth it for a field that has not come this way yet, and whose value differs from the plain way.
			let worthIt = false;
			const parameters = mapLeaves(fields, one.parameters, (leaf) => {
				// What decides which fields are shown is chosen in the editor; what is an expression already may stay one.
				if (leaf.field.noDataExpression || String(leaf.value).startsWith('={{')) return leaf.value;
				const locator = leaf.field.type === 'resourceLocator' ? (leaf.value as { value: string }) : undefined;
				const value = locator ? locator.value : leaf.value;
				const name = `value${Object.keys(item).length}`;
				item[name] = coming(leaf, value) as IDataObject;
				const place = `${leaf.path} ${typeof value}`;
				worthIt ||= !seen.has(place) && (coming === asItIs || item[name] !== value);
				seen.add(place);
				const expression = `={{ $json.${name} }}`;
				return (locator ? { ...locator, value: expression } : expression) as NodeParameterValueType;
			});
			if (worthIt) it(`${resource} ${operation}: ${one.what}`, async () => await checkCase(resource, operation, { ...one, parameters }, item));
		}
	}
});
