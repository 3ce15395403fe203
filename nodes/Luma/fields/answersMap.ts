import type { IDataObject, INodeProperties, ResourceMapperValue } from 'n8n-workflow';
import { entriesOf } from '../simplified/pick';
import { isBlank } from '../values/blank';
import { named, Problem, shown } from '../values/problem';
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

/** Several of the options. One alone may have commas in it. */
const chosenOf = (options: unknown) => {
	const one = optionOf(options);
	return (given: unknown): unknown[] => {
		if (Array.isArray(given)) return list(given).map(one);
		try {
			return [one(given)];
		} catch {
			return list(given).map(one);
		}
	};
};

/** What Luma takes as the answer to a question, by its type; undefined where none is given. */
function valueOf({ question_type: type, options, required, terms, collect_job_title: title }: IDataObject, given: unknown, jobTitle: unknown): unknown {
	if (type === 'company') {
		const answer = { ...(!isBlank(given) && { company: text(given, '') }), ...(title === true && !isBlank(jobTitle) && { job_title: text(jobTitle, '') }) };
		return Object.keys(answer).length > 0 ? answer : undefined;
	}
	if (isBlank(given)) return undefined;
	if (type === 'agree-check' || (type === 'terms' && (terms as IDataObject | undefined)?.collect_signature !== true)) {
		const agrees = yesNo(given);
		// The editor's switch is off as long as nobody has touched it.
		if (!agrees && required === true) throw new Problem('has to be true, because the question is required', "Turn it on for guests who have agreed. To add others, set 'Registration Answers' to 'JSON' or 'None'.");
		return agrees;
	}
	if (type === 'dropdown') return optionOf(options)(given);
	if (type === 'multi-select') return chosenOf(options)(given);
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
function answersTo(questions: IDataObject[], given: ResourceMapperValue, input: IDataObject): IDataObject[] {
	const of = givenBy(given, input);
	const ids = new Set(questions.map(({ id }) => String(id)));
	const unknown = given.mappingMode === 'autoMapInputData' ? undefined : Object.entries(given.value ?? {}).find(([id, one]) => !isBlank(one) && !ids.has(id.replace(/__jobTitle$/, '')));
	if (unknown) throw new Problem(`${shown(unknown[0])} is not a question of this event`, 'Open the field and refresh its questions, or set it to JSON.');
	return questions.flatMap((question) => {
		const { id, label, required } = question;
		return named(shown(label ?? id), () => {
			const value = valueOf(question, of(String(id), label), of(`${String(id)}__jobTitle`, question.job_title_label ?? `${String(label)} (Job Title)`));
			if (value === undefined && required === true) throw new Problem('is required');
			return value === undefined ? [] : [{ question_id: id, value } as IDataObject];
		});
	});
}

const LABEL = 'Registration Answers';

/** Gives answers to each guest of an input item: to the one, or to all in the fields. */
export function answered({ sent }: At, answers: IDataObject[]): void {
	if (answers.length === 0) return;
	for (const [index, guest] of (sent.guests as IDataObject[]).entries()) {
		if (guest.registration_answers !== undefined) throw new Problem(`are filled in twice for the guest in row ${index + 1}`, `Remove them from the row, or set '${LABEL}' to 'None'.`);
		guest.registration_answers = answers;
	}
}

async function mapped(at: At): Promise<void> {
	const { context, sent, ask } = at;
	const given = context.getNodeParameter('answersMap', {}) as ResourceMapperValue;
	const { registration_questions: questions } = await ask('/v1/events/get', { event_id: sent.event_id });
	answered(at, answersTo(entriesOf(questions), given, context.getInputData().json));
}

/** Where the guests come from when their answers are fields of their own. */
export const ANSWERED = ['fields', INPUT_ITEMS];

/** Answers of the guests of an input item, a field for each question. */
export const answersMapFields: INodeProperties[] = [
	{
		displayName: LABEL,
		name: 'answersAs',
		type: 'options',
		// An expression here would make n8n show, and send, both kinds of answers.
		noDataExpression: true,
		options: forms,
		default: 'none',
		displayOptions: { show: { guestsFrom: ANSWERED } },
		description: "How to give the answers to the registration questions of the event. If 'Guests From' is 'Fields', every guest gets the same ones. Luma keeps existing answers.",
	},
	{
		displayName: 'Answers',
		name: 'answersMap',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		displayOptions: { show: { guestsFrom: ANSWERED, answersAs: ['map'] } },
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
