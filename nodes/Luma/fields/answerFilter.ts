import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { byQuestion } from '../simplified/answers';
import { entriesOf } from '../simplified/pick';
import { isBlank } from '../values/blank';
import { named, Problem } from '../values/problem';
import { choice, yesNoIn } from '../values/scalar';
import { spelled, tidy, visible } from '../values/text';
import { checked, plain } from './send';

const conditions = [
	{ name: 'Contains', value: 'contains' },
	{ name: 'Does Not Contain', value: 'doesNotContain' },
	{ name: 'Is', value: 'is', description: 'If several choices are allowed: one of them is it' },
	{ name: 'Is Answered', value: 'isAnswered' },
	{ name: 'Is Not', value: 'isNot', description: 'Also if there is no answer' },
	{ name: 'Is Not Answered', value: 'isNotAnswered' },
];

/** Conditions that need nothing to compare with. */
const ALONE: unknown[] = ['isAnswered', 'isNotAnswered'];

/** Conditions that compare whole answers, so that one with a typo in it lets pass nobody, or everybody. */
const WHOLE = ['is', 'isNot'];

/** What is compared with whole answers, and may be none that there is. */
export interface WholeAnswer {
	/** As it was filled in, and where. */
	value: unknown;
	place: string;
	/** Whether a guest gave it. */
	isGivenBy: (guest: IDataObject) => boolean;
	/** Whether it is one of these. */
	isAmong: (answers: unknown[]) => boolean;
}

/** One question of a guest, and what the answer has to be. */
export interface AnswerFilter {
	/** The question, by label or ID. */
	question: string;
	/** Whether this answer is one to the question. */
	isAbout: (answer: IDataObject) => boolean;
	test: (guest: IDataObject) => boolean;
	whole?: WholeAnswer;
}

type Row = { questionId?: unknown; condition?: unknown; value?: unknown };

/** All that an answer says: of several choices each, a tick as true or false, company and job title both. */
function said(answers: IDataObject[]): unknown[] {
	const values: unknown[] = Object.values(byQuestion(answers));
	return values.flat().filter((value) => !isBlank(value));
}

/** What a condition makes of what was said, and of what is looked for. */
const HOLDS: Record<string, (texts: string[], wanted: string) => boolean> = {
	contains: (texts, wanted) => texts.some((text) => text.includes(wanted)),
	doesNotContain: (texts, wanted) => !texts.some((text) => text.includes(wanted)),
	is: (texts, wanted) => texts.includes(wanted),
	isNot: (texts, wanted) => !texts.includes(wanted),
	isAnswered: (texts) => texts.length > 0,
	isNotAnswered: (texts) => texts.length === 0,
};

function filterOf({ questionId, condition, value }: Row, index: number): AnswerFilter {
	const place = `in row ${index + 1}`;
	const chosen = isBlank(condition) ? 'is' : named(`Condition ${place}`, () => choice(conditions)(condition) as string);
	if (isBlank(questionId)) throw new Problem(`has no Question ${place}`, 'Choose a question, or remove the row.');
	if (isBlank(value) && !ALONE.includes(chosen)) throw new Problem(`has no Answer ${place}`, "Fill in the answer. For guests without an answer, set 'Condition' to 'Is Not Answered'.");
	// A tick is true or false.
	const compared = isBlank(value) || typeof value === 'boolean' ? value : named(`Answer ${place}`, () => plain(value, undefined as never));
	const [question, questionName, wanted] = [tidy(questionId), spelled(questionId), spelled(compared)];
	const isAbout: AnswerFilter['isAbout'] = ({ question_id: id, label }) => id === visible(question) || spelled(label) === questionName;
	// "yes", "1": what is looked for in a tick.
	const tick = String(yesNoIn(wanted) ?? wanted);
	const by = (name: string): AnswerFilter['test'] => {
		const holds = HOLDS[name];
		return ({ registration_answers: answers }) => {
			const values = said(entriesOf(answers).filter(isAbout));
			return holds(values.map(spelled), values.some((one) => typeof one === 'boolean') ? tick : wanted);
		};
	};
	const isAmong: WholeAnswer['isAmong'] = (answers) => answers.some((one) => [wanted, tick].includes(spelled(one)));
	return { question, isAbout, test: by(chosen), ...(WHOLE.includes(chosen) && { whole: { value: compared, place, isGivenBy: by('is'), isAmong } }) };
}

/** Reads the rows. @throws Problem */
export function answerFilterOf(value: unknown): AnswerFilter[] {
	const { answer = [] } = (isBlank(value) ? {} : value) as { answer?: Row | Row[] };
	return [answer].flat().map(filterOf);
}

/** What guests have answered; all rows have to hold. */
export const answerFilters: INodeProperties = {
	displayName: 'Answers',
	name: 'answerFilters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Answer',
	// One empty row, so that it shows at once; n8n drops a group in which nothing is chosen when another field is added.
	default: { answer: [{ questionId: '', condition: 'is', value: '' }] },
	description: 'Return only guests whose answers to the registration questions meet all of these conditions. Upper and lower case are the same.',
	options: [
		{
			displayName: 'Answer',
			name: 'answer',
			values: [
				{
					displayName: 'Question Name or ID',
					name: 'questionId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getQuestions', loadOptionsDependsOn: ['eventId.value', 'eventIds'] },
					default: '',
					description: 'The question. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				{
					displayName: 'Condition',
					name: 'condition',
					type: 'options',
					options: conditions,
					default: 'is',
					description: 'What the answer has to be',
				},
				{
					displayName: 'Answer',
					name: 'value',
					type: 'string',
					default: '',
					displayOptions: { hide: { condition: ['isAnswered', 'isNotAnswered'] } },
					placeholder: 'e.g. Vegan',
					description: 'What to compare the answer with. For a ticked box, use true or false, or yes or no.',
				},
			],
		},
	],
	routing: checked('filters.answerFilters', 'Answers', answerFilterOf),
};
