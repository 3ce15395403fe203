/** What nobody means to publish or mail, in every field for text: "[object Object]", and the error of a sheet's formula. */
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { casesOf } from '../../operations';
import { fieldsOf, mapLeaves, operations } from './support/description';
import { checkRefused } from './support/refused';
import { useLuma } from './support/luma';

useLuma();

const items = [{ person: { name: 'Nathan' }, cell: '#N/A' }];

/** Text, which takes words of any kind; the name of a file's field is asked for in the item. */
const takesText = ({ type, name, noDataExpression }: INodeProperties) => (type === 'string' || type === 'json') && !noDataExpression && name !== 'binaryPropertyName';

/** Each field for text of each operation, as a case fills it in, with an expression in its place. */
const placesWith = (text: string, json: string) =>
	operations.flatMap(([resource, operation]) => {
		const fields = fieldsOf(resource, operation);
		const places = new Map<string, INodeParameters>();
		for (const { parameters } of casesOf(resource, operation)) {
			mapLeaves(fields, parameters, ({ field, value, path }) => {
				if (takesText(field) && !places.has(path)) places.set(path, mapLeaves(fields, parameters, (leaf) => (leaf.path !== path ? leaf.value : leaf.field.type === 'json' ? json : text)));
				return value;
			});
		}
		return [...places].map(([path, parameters]): [string, INodeParameters] => [`${resource} ${operation}: ${path}`, { resource, operation, ...parameters }]);
	});

it.each(placesWith('=Dr. {{ $json.person }}', '=[{ "question_id": "q1", "value": "Dr. {{ $json.person }}" }]'))('an object in the midst of text: %s', async (_place, parameters) => {
	// Where only a code is taken, its own refusal shows the text.
	await checkRefused(parameters, /has \[object Object\] in its text$|"Dr\. \[object Object\]" is not a currency$/, /^An expression puts a whole object there\. Choose one of its fields|three-letter code/, { items });
});

it.each(placesWith('={{ $json.cell }} ', '={{ [{ question_id: "q1", value: $json.cell }] }}'))('the error of a sheet: %s', async (_place, parameters) => {
	await checkRefused(parameters, /"#N\/A ?" is (?:an error of a sheet, not a value|not a currency|not an email address)$/, undefined, { items });
});
