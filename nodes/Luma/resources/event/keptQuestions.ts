import type { IDataObject } from 'n8n-workflow';
import { step } from '../../fields/send';
import { entriesOf } from '../../simplified/pick';
import { isMade } from '../../values/questions';
import { spelled } from '../../values/text';

type Question = IDataObject & { id: string; label: string };

const areSame = (one: IDataObject, other: IDataObject) => one.question_type === other.question_type && spelled(one.label) === spelled(other.label);

/**
 * Luma takes a list of questions in place of the one that an event has, and the answers of guests belong to the IDs in it. So a
 * question that says none gets the one that it has at the event already; the event is read only where there is such a question.
 */
export const keptQuestions = step(
	'Registration Questions',
	async ({ sent, ask }) => {
		const { event_id, registration_questions: list } = sent;
		if (!Array.isArray(list) || !(list as Question[]).some(isMade)) return;
		const questions = list as Question[];
		const { registration_questions: old } = await ask('/v1/events/get', { event_id });
		const taken = new Set(questions.filter((one) => !isMade(one)).map(({ id }) => id));
		const kept = questions.map((one) => {
			const same = isMade(one) ? entriesOf(old).find((other) => !taken.has(other.id as string) && areSame(one, other)) : one;
			if (same) taken.add(same.id as string);
			return same?.id as string | undefined;
		});
		sent.registration_questions = questions.map((one, index) => {
			let id = kept[index] ?? one.id;
			for (let count = 2; kept[index] === undefined && taken.has(id); count += 1) id = `${one.id}-${count}`;
			taken.add(id);
			return { ...one, id };
		});
	},
	{ asks: true },
);
