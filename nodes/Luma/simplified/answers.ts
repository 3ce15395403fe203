import type { GenericValue, IDataObject } from 'n8n-workflow';
import { isObject } from '../values/object';
import { entriesOf } from './pick';

type Value = GenericValue | IDataObject;

/** Questions that are answered by a tick, of which an answer without a value says that there is none. */
const TICKED: unknown[] = ['agree-check', 'terms'];

/** Puts what a guest has answered to one question under its name: in a column, or two where the company and the job title were asked for. */
function put(named: Map<string, Value>, name: string, answer: IDataObject): void {
	// Older answers have `answer` and its like in place of `value`.
	const value = (answer.value ?? answer.answer ?? null) as Value;
	const parts = isObject(value) ? value : undefined;
	if (answer.question_type === 'company' || (parts && ('company' in parts || 'job_title' in parts))) {
		const { company, job_title } = (parts ?? { company: answer.answer_company ?? value, job_title: answer.answer_job_title }) as IDataObject;
		named.set(name, company ?? null);
		if (job_title !== undefined) named.set(`${name} (Job Title)`, job_title as Value);
	} else named.set(name, TICKED.includes(answer.question_type) ? (value ?? false) : value);
}

/** A name that is not taken: the label, or else with the ID of its question. */
function toldApart(label: string, id: unknown, taken: { has: (name: string) => boolean }): string {
	let name = label;
	for (let count = 1; taken.has(name); count += 1) name = `${label} (${String(id ?? 'no ID')}${count === 1 ? '' : `, ${count}`})`;
	return name;
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
		put(named, toldApart(label, answer.question_id, named), answer);
	}
	return Object.fromEntries(named) as IDataObject;
}

/** What stands before the name of a column with an answer, so that it is no other column of a guest. */
const COLUMN = 'Answer: ';

/** The questions of one event, by ID, with names that tell them apart: in the order of the event, and those that it no longer asks last. */
function namesOf(questions: unknown, guests: IDataObject[]): Map<string, string> {
	const names = new Map<string, string>();
	const taken = new Set<string>();
	const name = (id: unknown, label: unknown) => {
		const text = String(label ?? id ?? 'Question');
		const own = toldApart(text, id, taken);
		taken.add(own);
		names.set(String(id ?? label), own);
	};
	for (const { id, label } of entriesOf(questions)) name(id, label);
	for (const { registration_answers: answers } of guests) for (const { question_id: id, label } of entriesOf(answers)) if (!names.has(String(id ?? label))) name(id, label);
	return names;
}

/** Guests of one event, with what it asks. */
export interface Asked {
	/** As Luma answers them; what is no list counts as none. */
	questions: unknown;
	guests: IDataObject[];
}

/**
 * Answers as columns, the same ones in the same order for all guests, null where a guest gave none: a table needs that.
 * A question with the same label at several events is one column.
 * @returns the columns of a guest, which is one of those that were given
 */
export function answerColumns(events: Asked[]): (guest: IDataObject) => IDataObject {
	const columns = new Map<string, null>();
	const given = new Map<IDataObject, Map<string, Value>>();
	for (const { questions, guests } of events) {
		const names = namesOf(questions, guests);
		const own = new Map<string, null>();
		for (const { id, question_type: type, collect_job_title: title } of entriesOf(questions)) {
			own.set(names.get(String(id))!, null);
			if (type === 'company' && title === true) own.set(`${names.get(String(id))!} (Job Title)`, null);
		}
		for (const guest of guests) {
			const answers = new Map<string, Value>();
			for (const answer of entriesOf(guest.registration_answers)) put(answers, names.get(String(answer.question_id ?? answer.label))!, answer);
			given.set(guest, answers);
			for (const name of answers.keys()) own.set(name, null);
		}
		for (const name of own.keys()) columns.set(name, null);
	}
	return (guest) => Object.fromEntries([...columns.keys()].map((name) => [`${COLUMN}${name}`, given.get(guest)?.get(name) ?? null])) as IDataObject;
}
