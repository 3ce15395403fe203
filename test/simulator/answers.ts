import { badRequest } from './errors';
import type { Question } from './records';

export interface GivenAnswer {
	question_id: string;
	value: unknown;
}

const isText = (value: unknown) => typeof value === 'string';

/** Whether the value fits the question's type; options are checked where the question has them. */
function fits({ question_type: type, options }: Question, value: unknown): boolean {
	const isOption = (one: unknown) => !Array.isArray(options) || options.includes(one);
	if (type === 'agree-check') return typeof value === 'boolean';
	if (type === 'terms') return value === true || isText(value);
	if (type === 'company') return typeof value === 'object' && !Array.isArray(value);
	if (type === 'multi-select') return Array.isArray(value) && value.every(isOption);
	return isText(value) && isOption(value);
}

/** What guests/get shows of answers that came with guests/add; throws the 400 for wrong ones. */
export function toRegistrationAnswers(
	questions: Question[],
	given: GivenAnswer[],
	at: string,
): Array<Record<string, unknown>> {
	return given.map(({ question_id, value }, index) => {
		const place = `${at}.registration_answers[${index}]`;
		const question = questions.find(({ id }) => id === question_id);
		if (!question) throw badRequest(`${place}.question_id is not a question of this event.`);
		if (!fits(question, value)) {
			throw badRequest(`${place}.value does not fit a question of type ${question.question_type}.`);
		}
		const { label, question_type } = question;
		if (question_type !== 'company') return { label, question_id, value, answer: value, question_type };
		const { company = null, job_title = null } = value as { company?: string; job_title?: string };
		return {
			label,
			question_id,
			value: { company, job_title },
			answer: company,
			answer_company: company,
			answer_job_title: job_title,
			question_type,
		};
	});
}
