import type { GenericValue, IDataObject } from 'n8n-workflow';
import { entriesOf } from './pick';

type Value = GenericValue | IDataObject;

/** Questions that are answered by a tick, of which an answer without a value says that there is none. */
const TICKED: unknown[] = ['agree-check', 'terms'];

/** What a guest has answered to one question: a column, or two where the company and the job title were asked for. */
function columnsOf(answer: IDataObject): Array<{ part: string; value: Value }> {
	// Older answers have `answer` and its like in place of `value`.
	const value = (answer.value ?? answer.answer ?? null) as Value;
	if (TICKED.includes(answer.question_type)) return [{ part: '', value: value ?? false }];
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	if (answer.question_type !== 'company' && !(isObject && ('company' in value || 'job_title' in value))) return [{ part: '', value }];
	const { company, job_title } = (isObject ? value : { company: answer.answer_company ?? value, job_title: answer.answer_job_title }) as IDataObject;
	return [{ part: '', value: company ?? null }, ...(job_title === undefined ? [] : [{ part: ' (Job Title)', value: job_title as Value }])];
}

/**
 * Answers by question. Ticks are true or false, several choices a list, since a choice may have commas in it. A second
 * question of the same wording is told apart by its ID.
 */
export function byQuestion(answers: unknown): IDataObject {
	// A map, and an object only at the end: a question may be called `__proto__`.
	const named = new Map<string, Value>();
	for (const answer of entriesOf(answers)) {
		const id = String(answer.question_id ?? 'no ID');
		const label = String(answer.label ?? answer.question_id ?? 'Question');
		let name = named.has(label) ? `${label} (${id})` : label;
		for (let count = 2; named.has(name); count += 1) name = `${label} (${id}, ${count})`;
		for (const { part, value } of columnsOf(answer)) named.set(`${name}${part}`, value);
	}
	return Object.fromEntries(named) as IDataObject;
}
