import { answers } from '../../../../nodes/Luma/values/answers';
import fc from '../../../properties';
import { problemOf } from './problems';

const read = (value: unknown, question_type?: string) => (answers([{ question_id: 'q1', value, ...(question_type !== undefined && { question_type }) }], '') as Array<{ value: unknown }>).map((one) => one.value);

it.each([
	['Vegan', 'Vegan'],
	[true, true],
	[false, false],
	[['One', 'Two'], ['One', 'Two']],
	[{ company: 'Example Ltd', job_title: 'VP' }, { company: 'Example Ltd', job_title: 'VP' }],
	[{ company: 'Example Ltd', job_title: null }, { company: 'Example Ltd' }],
	// As sheets and databases give it.
	[7, '7'],
	[4917012345678, '4917012345678'],
	[['One', 2, '', null], ['One', '2']],
])('%j goes as %j', (value, sent) => expect(read(value)).toEqual([sent]));

it.each([[''], [' \u200b'], [null], [undefined], [[]], [['']], [{}], [{ company: '', job_title: null }]])('%j is no answer', (value) => expect(read(value)).toEqual([]));

it.each([
	[[['nested']], 'at [0].value[0]: has to be text, not ["nested"]'],
	[[true], 'at [0].value[0]: has to be text, not true'],
	[[{ a: 1 }], 'at [0].value[0]: has to be text, not {"a":1}'],
	[{ a: 1 }, 'at [0].value: "a" is not part of an answer; an object is { "company": …, "job_title": … }'],
	[{ company: true }, 'at [0].value.company: has to be text, not true'],
])('%j is none of the forms that Luma takes', (value, words) => expect(problemOf(() => read(value))).toBe(`${words} — `));

it.each([
	['agree-check', 'TRUE', true],
	['agree-check', 0, false],
	['company', 'Example Ltd', { company: 'Example Ltd' }],
	['company', { job_title: 'VP' }, { job_title: 'VP' }],
	['multi-select', 'One', ['One']],
	['multi-select', ['One', 2], ['One', '2']],
	['terms', true, true],
	['terms', 'A. Guest', 'A. Guest'],
	['dropdown', 3, '3'],
	['phone-number', 4917012345678, '4917012345678'],
])('where the type is told, %s takes %j', (type, value, sent) => expect(read(value, type)).toEqual([sent]));

it.each([
	['agree-check', 'perhaps', 'at [0].value: "perhaps" is not true or false'],
	['dropdown', true, 'at [0].value: has to be text, not true'],
	['text', ['a'], 'at [0].value: has to be text, not ["a"]'],
	['terms', ['a'], 'at [0].value: has to be text, not ["a"]'],
	['company', { name: 'x' }, 'at [0].value: "name" is not part of an answer; an object is { "company": …, "job_title": … }'],
])('where the type is told, %s does not take %j', (type, value, words) => expect(problemOf(() => read(value, type))).toBe(`${words} — `));

it('a question is named by its ID', () => {
	expect(answers([{ question_id: ' q1\u200b', value: 'x' }, { question_id: 2, value: 'y' }], '')).toEqual([{ question_id: 'q1', value: 'x' }, { question_id: '2', value: 'y' }]);
	expect(problemOf(() => answers([{ value: 'x' }], ''))).toBe('at [0]: "question_id" is missing — ');
	expect(problemOf(() => answers({ q1: 'x' }, ''))).toBe('{"q1":"x"} is not a list — ');
});

it("whatever comes, what goes out is one of the forms of Luma's document, or nothing", () => {
	const ofDocument = (value: unknown): boolean =>
		typeof value === 'string' || typeof value === 'boolean' || (Array.isArray(value) ? value.every((entry) => typeof entry === 'string') : typeof value === 'object' && value !== null && Object.entries(value).every(([name, part]) => ['company', 'job_title'].includes(name) && typeof part === 'string'));
	fc.assert(
		fc.property(fc.oneof(fc.jsonValue(), fc.record({ company: fc.jsonValue(), job_title: fc.jsonValue() }, { requiredKeys: [] })), fc.constantFrom(undefined, 'agree-check', 'company', 'multi-select', 'terms', 'text', 'new'), (value, type) => {
			let sent: unknown[] = [];
			try {
				sent = read(value, type);
			} catch (error) {
				expect((error as Error).message).toMatch(/^at \[0\]/);
			}
			expect(sent.every(ofDocument)).toBe(true);
		}),
	);
});
