import { QUESTION_TYPES, questions } from '../../../../nodes/Luma/values/questions';
import { answerSchema } from '../../../contract/document';
import { available } from '../../../contract/load';
import { problemOf } from './problems';

const read = (value: unknown) => questions(value, '');

it('a label is enough', () => expect(read([{ label: 'What do you eat?' }])).toEqual([{ id: 'what-do-you-eat', label: 'What do you eat?', required: false, question_type: 'text' }]));

it('what is blank in a question is not there, nor is a blank question', () =>
	expect(read([{ id: '', label: 'Meal', required: null, question_type: '', options: [''] }, { label: ' ' }, null])).toEqual([{ id: 'meal', label: 'Meal', required: false, question_type: 'text' }]));

it('what is given stays', () => {
	const given = [
		{ id: ' q1 ', label: 'Work', required: 'TRUE', question_type: 'Company', collect_job_title: 'yes', job_title_label: 'What do you do?', source: 'mine' },
		{ id: 'q2', label: 'Meal', required: true, question_type: 'multi-select', options: ['Vegan', 3, ''] },
	];
	expect(read(given)).toEqual([
		{ id: 'q1', label: 'Work', required: true, question_type: 'company', collect_job_title: true, job_title_label: 'What do you do?', source: 'mine' },
		{ id: 'q2', label: 'Meal', required: true, question_type: 'multi-select', options: ['Vegan', '3'] },
	]);
});

it('ids are made from labels, the same ones each time, and are unique', () => {
	const labels = ['Meal', 'Meal', 'MEAL!', 'Größe?', '食べ物', '???', `${'long '.repeat(40)}`];
	const ids = () => (read([{ id: 'meal-2', label: 'Mine' }, ...labels.map((label) => ({ label }))]) as Array<{ id: string }>).map(({ id }) => id);
	expect(ids()).toEqual(['meal-2', 'meal', 'meal-3', 'meal-4', 'größe', '食べ物', 'question', 'long-long-long-long-long-long-long-long-long-long']);
	expect(ids()).toEqual(ids());
});

it('terms are a text or a link', () => {
	const terms = (value: object) => read([{ label: 'Terms', question_type: 'terms', terms: value }]) as Array<{ terms: object }>;
	expect(terms({ content_type: 'text', content_md: '# Rules' })[0].terms).toEqual({ collect_signature: false, content_type: 'text', content_md: '# Rules' });
	expect(terms({ content_type: 'link', url: 'https://example.com/terms', collect_signature: 'yes' })[0].terms).toEqual({ collect_signature: true, content_type: 'link', url: 'https://example.com/terms' });
	expect(problemOf(() => terms({ content_type: 'text', url: 'https://example.com' }))).toBe('at [0].terms: "content_md" is missing — ');
	expect(problemOf(() => terms({ url: 'https://example.com' }))).toBe('at [0].terms: "content_type" is missing, but has to be one of link, text — ');
});

it.each([
	[{ question_type: 'text' }, 'at [0]: "label" is missing'],
	[{ label: 'x', question_type: 'dropdown' }, 'at [0]: "options" is missing'],
	[{ label: 'x', question_type: 'terms' }, 'at [0]: "terms" is missing'],
	[{ label: 'x', question_type: 'multi-select', options: 'a, b' }, 'at [0].options: "a, b" is not a list'],
	[{ label: 'x', required: 'perhaps' }, 'at [0].required: "perhaps" is not true or false'],
	[{ label: 'x', question_type: 'constructor' }, /^at \[0\]\.question_type: "constructor" is not one of agree-check, company, dropdown, /],
	['x', 'at [0]: "x" is not an object'],
])('%j is none', (value, words) => expect(problemOf(() => read([value])).replace(/ — $/, '')).toEqual(typeof words === 'string' ? words : expect.stringMatching(words)));

(available ? it : it.skip)("the types are those of Luma's document", () => {
	const found = new Set<string>();
	const collect = (schema: unknown): void => {
		if (typeof schema !== 'object' || schema === null) return;
		const type = (schema as { properties?: { question_type?: { const?: string; anyOf?: Array<{ const: string }> } } }).properties?.question_type;
		for (const { const: name } of [...(type?.anyOf ?? []), ...(type ? [type] : [])]) if (name !== undefined) found.add(name);
		Object.values(schema).forEach(collect);
	};
	collect(answerSchema('GET', '/v1/events/get'));
	expect([...found].sort()).toEqual(QUESTION_TYPES);
});
