/** Answers as columns: the same ones in the same order for every guest, and none lost, whatever was asked and answered. */
import type { IDataObject } from 'n8n-workflow';
import { answerColumns } from '../../../../nodes/Luma/simplified/answers';
import fc from '../../../properties';

const ids = ['q1', 'q2', 'q3', 'q4'];
const label = fc.constantFrom('Meal', 'Work', 'Meal (q2)', '__proto__', 'constructor');
const question = (id: string) => fc.record({ id: fc.constant(id), label, question_type: fc.constantFrom('text', 'company', 'agree-check'), collect_job_title: fc.boolean() });
const questions = fc.subarray(ids).chain((some) => fc.tuple(...some.map(question)));

const answer = (id: string) =>
	fc.record({ question_id: fc.constant(id), label, question_type: fc.constantFrom('text', 'company'), value: fc.constantFrom<unknown>(null, 'Vegan', 'Fish', { company: 'Example Ltd', job_title: 'CEO' }) });
const guest = fc.record({ registration_answers: fc.option(fc.subarray(ids).chain((some) => fc.tuple(...some.map(answer)))) });
const event = fc.record({ questions, guests: fc.array(guest, { maxLength: 5 }) });

const texts = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : value === null ? [] : [String(value)]);

it('for any questions and answers', () => {
	fc.assert(
		fc.property(fc.array(event, { minLength: 1, maxLength: 3 }), (events) => {
			const of = answerColumns(events as never);
			const all = events.flatMap(({ guests }) => guests as unknown as IDataObject[]);
			const rows = all.map((one) => [one, of(one)] as const);
			for (const [one, row] of rows) {
				expect(Object.keys(row)).toEqual(Object.keys(rows[0][1]));
				expect(Object.keys(row).filter((name) => !name.startsWith('Answer: '))).toEqual([]);
				const given = ((one.registration_answers ?? []) as IDataObject[]).flatMap(({ value }) => texts(value));
				expect(texts(row).sort()).toEqual(given.sort());
			}
		}),
	);
});

it('in the order of the event, and what it no longer asks at the end', () => {
	const guests = [{ registration_answers: [{ question_id: 'old', label: 'Old', value: 'x' }, { question_id: 'q2', label: 'Two', value: 'y' }] }, { registration_answers: null }] as unknown as IDataObject[];
	const of = answerColumns([{ questions: [{ id: 'q1', label: 'One' }, { id: 'q2', label: 'Two' }], guests }]);
	expect(Object.entries(of(guests[0]))).toEqual([['Answer: One', null], ['Answer: Two', 'y'], ['Answer: Old', 'x']]);
	expect(Object.values(of(guests[1]))).toEqual([null, null, null]);
});
