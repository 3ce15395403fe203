import { Problem } from './problem';
import { anything, arrayOf, completed, flag, id, objectOf, oneOf, text, variant, type Check } from './shape';

/** Luma takes at most 250 options for a question. */
const options = arrayOf(text, { min: 1, max: 250 });

const signature = { collect_signature: flag };

const terms = completed(
	{ collect_signature: false },
	variant('content_type', {
		link: objectOf({ content_type: anything, url: text }, signature),
		text: objectOf({ content_type: anything, content_md: text }, { ...signature, require_review: flag }),
	}),
);

/** What each of the 15 types of questions has beside id, label, required and question_type (events/create in Luma's document). */
const TYPES: Record<string, { required?: Record<string, Check>; optional?: Record<string, Check> }> = {
	'agree-check': {},
	company: { optional: { collect_job_title: flag, job_title_label: text } },
	dropdown: { required: { options } },
	github: {},
	instagram: {},
	linkedin: {},
	'long-text': {},
	'multi-select': { required: { options } },
	'phone-number': {},
	telegram: {},
	terms: { required: { terms } },
	text: {},
	twitter: {},
	url: {},
	youtube: {},
};

/** The types of registration questions, as Luma names them. */
export const QUESTION_TYPES = Object.keys(TYPES);

const typeName = oneOf(...QUESTION_TYPES);

/** The answers that a question has; undefined where guests put them in their own words. A tick is true or false. */
export function answersOf({ question_type: type, options, terms }: Record<string, unknown>): unknown[] | undefined {
	if (type === 'agree-check' || (type === 'terms' && (terms as Record<string, unknown> | undefined)?.collect_signature !== true)) return ['true', 'false'];
	return Array.isArray(options) && options.length > 0 ? (options as unknown[]) : undefined;
}

interface Question extends Record<string, unknown> {
	label: string;
	id?: string;
	question_type?: string;
}

/** One question, which says at least what is asked. */
const question: Check = (value, path) => {
	const named = objectOf({ label: text }, { id, required: flag, question_type: typeName, options })(value, path) as Question;
	if (named.question_type === undefined && named.options !== undefined) throw new Problem(`at ${path}: "question_type" is missing: dropdown for one of the options, multi-select for several`);
	const whole = { ...named, required: named.required ?? false, question_type: named.question_type ?? 'text' };
	const { required = {}, optional = {} } = TYPES[whole.question_type];
	return objectOf(required, optional)(whole, path);
};

/** "What do you eat?" → "what-do-you-eat": the same label has the same id each time, so that answers stay with their question. */
const idFor = (label: string) =>
	label
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-/, '')
		.slice(0, 50)
		.replace(/-$/, '') || 'question';

/** Whether the ID of a question was made from its label. */
export const isMade = ({ id: given, label }: { id: string; label: string }): boolean => given === idFor(label) || (given.startsWith(`${idFor(label)}-`) && /^\d+$/.test(given.slice(idFor(label).length + 1)));

/** Registration questions: what a question does not say is filled in, an id that it does not have is made from its label. */
export const questions: Check = (value, path) => {
	const asked = arrayOf(question)(value, path) as Question[];
	const taken = new Set(asked.map(({ id: given }) => given));
	return asked.map(({ id: given, ...rest }) => {
		if (given !== undefined) return { id: given, ...rest };
		const base = idFor(rest.label);
		let made = base;
		for (let count = 2; taken.has(made); count += 1) made = `${base}-${count}`;
		taken.add(made);
		return { id: made, ...rest };
	});
};
