import type { GenericValue, IDataObject } from 'n8n-workflow';
import { entriesOf } from './pick';

type Value = GenericValue | IDataObject;

/** Questions that are answered by a tick, of which an answer without a value says that there is none. */
const TICKED: unknown[] = ['agree-check', 'terms'];

/** Puts what a guest has answered to one question under its name: in a column, or two where the company and the job title were asked for. */
function put(named: Map<string, Value>, name: string, answer: IDataObject): void {
	// Older answers have `answer` and its like in place of `value`.
	const value = (answer.value ?? answer.answer ?? null) as Value;
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	if (answer.question_type === 'company' || (isObject && ('company' in value || 'job_title' in value))) {
		const { company, job_title } = (isObject ? value : { company: answer.answer_company ?? value, job_title: answer.answer_job_title }) as IDataObject;
		named.set(name, company ?? null);
		if (job_title !== undefined) named.set(`${name} (Job Title)`, job_title as Value);
	} else named.set(name, TICKED.includes(answer.question_type) ? (value ?? false) : value);
}

/**
 * Answers by question. Ticks are true or false, several choices a list, since a choice may have commas in it. A second
 * question of the same wording is told apart by its ID.
 */
export function byQuestion(answers: unknown): IDataObject {
	// A map, and an object only at the end: a question may be called `__proto__`.
	const named = new Map<string, Value>();
	for (const answer of entriesOf(answers)) {
		const label = String(answer.label ?? answer.question_id ?? 'Question');
		let name = label;
		for (let count = 1; named.has(name); count += 1) name = `${label} (${String(answer.question_id ?? 'no ID')}${count === 1 ? '' : `, ${count}`})`;
		put(named, name, answer);
	}
	return Object.fromEntries(named) as IDataObject;
}
