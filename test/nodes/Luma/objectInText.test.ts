/** Every field for text again, with an expression in the midst of it that gives an object: nobody means to publish or mail "[object Object]". */
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { casesOf } from '../../operations';
import { fieldsOf, mapLeaves, operations } from './support/description';
import { checkRefused } from './support/refused';
import { useLuma } from './support/luma';

useLuma();

const items = [{ person: { name: 'Nathan' } }];

/** Text, which takes words of any kind; the name of a file's field is asked for in the item. */
const takesText = ({ type, name, noDataExpression }: INodeProperties) => (type === 'string' || type === 'json') && !noDataExpression && name !== 'binaryPropertyName';

const places = operations.flatMap(([resource, operation]) => {
	const fields = fieldsOf(resource, operation);
	const seen = new Map<string, INodeParameters>();
	for (const { parameters } of casesOf(resource, operation)) {
		mapLeaves(fields, parameters, ({ field, value, path }) => {
			if (!takesText(field) || seen.has(path)) return value;
			const here = path;
			seen.set(here, mapLeaves(fields, parameters, (leaf) => (leaf.path === here ? (leaf.field.type === 'json' ? '=[{ "question_id": "q1", "value": "Dr. {{ $json.person }}" }]' : '=Dr. {{ $json.person }}') : leaf.value)));
			return value;
		});
	}
	return [...seen].map(([path, parameters]): [string, INodeParameters] => [`${resource} ${operation}: ${path}`, { resource, operation, ...parameters }]);
});

it.each(places)('%s', async (_place, parameters) => {
	// Where only a code is taken, its own refusal shows the text.
	await checkRefused(parameters, /has \[object Object\] in its text$|"Dr\. \[object Object\]" is not a currency$/, /^An expression puts a whole object there\. Choose one of its fields|three-letter code/, { items });
});
