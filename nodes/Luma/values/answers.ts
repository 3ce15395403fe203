import { isBlank } from './blank';
import { Problem } from './problem';
import { arrayOf, flag, id, objectOf, text, type Check } from './shape';

const company = objectOf({}, { company: text, job_title: text });
const texts = arrayOf(text);

/** Fails unless an object has nothing but what an answer to a question for the company has. */
const companyOnly: Check = (value, path) => {
	const other = Object.keys(value as object).find((name) => name !== 'company' && name !== 'job_title');
	if (other === undefined) return company(value, path);
	throw new Problem(`at ${path}: "${other}" is not part of an answer; an object is { "company": …, "job_title": … }`);
};

/**
 * The value of an answer, in one of the four forms that Luma's document has: a text (dropdown, text, links, phone number, the
 * signature under terms), true or false (agree-check, terms), a list of texts (multi-select), company and job title. A number
 * is read as a text, since sheets and databases give numbers.
 */
const anyKind: Check = (value, path) => {
	if (typeof value === 'boolean') return value;
	if (Array.isArray(value)) return texts(value, path);
	return typeof value === 'object' ? companyOnly(value, path) : text(value, path);
};

/** How an answer is read when it says the type of its question, as answers that come from Luma do. */
const KINDS: Record<string, Check> = {
	'agree-check': flag,
	company: (value, path) => (typeof value === 'object' ? companyOnly(value, path) : { company: text(value, path) }),
	'multi-select': (value, path) => texts(Array.isArray(value) ? value : [value], path),
	// The name of who signs, or a tick.
	terms: (value, path) => (typeof value === 'boolean' ? value : text(value, path)),
};

const answer: Check = (value, path) => {
	const { question_type: type } = objectOf({})(value, path) as { question_type?: string };
	const kind = type === undefined ? anyKind : Object.hasOwn(KINDS, type) ? KINDS[type] : text;
	return objectOf({ question_id: id }, { value: kind })(value, path);
};

/**
 * Answers to registration questions, as guests/add takes them. An answer whose value is blank is none: it is left out.
 * Without `question_type` an answer is held against all forms that Luma knows, since what is asked is known to Luma alone.
 */
export const answers: Check = (value, path) =>
	(arrayOf(answer)(value, path) as Array<{ value?: unknown }>).filter(({ value: given }) => !isBlank(given));
