import type { IDataObject, INodeProperties, ResourceMapperValue } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { ofField, Problem, shown } from '../values/problem';
import { choice, list, yesNo } from '../values/scalar';
import { text } from '../values/shape';
import { spelled } from '../values/text';
import { INPUT_ITEMS } from './entries';
import { step, type At } from './send';

const forms = [
	{ name: 'Each Question', value: 'map', description: 'A field for each registration question of the event' },
	{ name: 'JSON', value: 'json', description: 'Enter a list as JSON, or use an expression that returns one' },
	{ name: 'None', value: 'none', description: 'Send no answers' },
];

const optionOf = (options: unknown) => choice(((Array.isArray(options) ? options : []) as unknown[]).map((option) => ({ name: String(option), value: option })));

/** What Luma takes as the answer to a question, by its type; undefined where none is given. */
function valueOf({ question_type: type, options, terms, collect_job_title: title }: IDataObject, given: unknown, jobTitle: unknown): unknown {
	if (type === 'company') {
		const answer = { ...(!isBlank(given) && { company: text(given, '') }), ...(title === true && !isBlank(jobTitle) && { job_title: text(jobTitle, '') }) };
		return Object.keys(answer).length > 0 ? answer : undefined;
	}
	if (isBlank(given)) return undefined;
	if (type === 'agree-check' || (type === 'terms' && (terms as IDataObject | undefined)?.collect_signature !== true)) return yesNo(given);
	if (type === 'dropdown') return optionOf(options)(given);
	if (type === 'multi-select') return list(given).map(optionOf(options));
	return text(given, '');
}

/** The values by question: those of the mapper, or the columns of the input item that are called like the questions. */
function givenBy({ mappingMode, value }: ResourceMapperValue, input: IDataObject): (id: string, label: unknown) => unknown {
	if (mappingMode !== 'autoMapInputData') return (id) => value?.[id];
	const columns = new Map(Object.entries(input).map(([name, one]) => [spelled(name.replace(/^Answer: /, '')), one]));
	return (id, label) => columns.get(spelled(id)) ?? columns.get(spelled(label));
}

/**
 * The answers to the questions of an event, as guests/add takes them.
 * @throws Problem that names the question whose answer is missing, or is none that it takes
 */
export function answersTo(questions: IDataObject[], given: ResourceMapperValue, input: IDataObject): IDataObject[] {
	const of = givenBy(given, input);
	const ids = new Set(questions.map(({ id }) => String(id)));
	const unknown = given.mappingMode === 'autoMapInputData' ? undefined : Object.entries(given.value ?? {}).find(([id, one]) => !isBlank(one) && !ids.has(id.replace(/__jobTitle$/, '')));
	if (unknown) throw new Problem(`${shown(unknown[0])} is not a question of this event`, 'Open the field and refresh its questions, or set it to JSON.');
	return questions.flatMap((question) => {
		const { id, label, required } = question;
		const name = shown(label ?? id);
		try {
			const value = valueOf(question, of(String(id), label), of(`${String(id)}__jobTitle`, question.job_title_label ?? `${String(label)} (Job Title)`));
			if (value === undefined && required === true) throw new Problem('is required');
			return value === undefined ? [] : [{ question_id: id, value } as IDataObject];
		} catch (error) {
			throw error instanceof Problem ? ofField(name, error) : (error as Error);
		}
	});
}

const LABEL = 'Registration Answers';

async function mapped({ context, sent, ask }: At): Promise<void> {
	const given = context.getNodeParameter('answersMap', {}) as ResourceMapperValue;
	const { registration_questions: questions } = await ask('/v1/events/get', { event_id: sent.event_id });
	const answers = answersTo(Array.isArray(questions) ? (questions as IDataObject[]) : [], given, context.getInputData().json);
	if (answers.length > 0) (sent.guests as IDataObject[])[0].registration_answers = answers;
}

/** Answers of the guest of an input item, a field for each question. */
export const answersMapFields: INodeProperties[] = [
	{
		displayName: LABEL,
		name: 'answersAs',
		type: 'options',
		// An expression here would make n8n show, and send, both kinds of answers.
		noDataExpression: true,
		options: forms,
		default: 'none',
		displayOptions: { show: { guestsFrom: [INPUT_ITEMS] } },
		description: 'How to give the answers to the registration questions of the event. Luma keeps existing answers.',
	},
	{
		displayName: 'Answers',
		name: 'answersMap',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		displayOptions: { show: { guestsFrom: [INPUT_ITEMS], answersAs: ['map'] } },
		typeOptions: {
			loadOptionsDependsOn: ['eventId.value'],
			resourceMapper: {
				resourceMapperMethod: 'getAnswerColumns',
				mode: 'add',
				fieldWords: { singular: 'question', plural: 'questions' },
				addAllFields: true,
				supportAutoMap: true,
			},
		},
		description: "Answer to each question. For several choices, enter a list or put commas between them. If the event comes from an expression, its questions can't be loaded here, so use JSON.",
		routing: { send: { preSend: [step(LABEL, mapped, { asks: true })] } },
	},
];
