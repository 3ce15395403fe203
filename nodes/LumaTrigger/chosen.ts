import type { INodePropertyOptions } from 'n8n-workflow';
import { Problem, shown } from '../Luma/values/problem';

/** Characters that nobody sees and that come along in pasted text: soft hyphen, zero width, direction marks, byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

const tidied = (text: string) => text.replace(INVISIBLE, '').trim();

function fromJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * A list as a person chooses it or as an expression gives it: a list, or text, since n8n makes text of a list when anything
 * stands beside the `{{ }}`, a blank included. Text is JSON, or values with commas or line breaks between. What is blank
 * counts as not given, what is there twice as once.
 */
export function listed(value: unknown): string[] {
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => listed(entry)))];
	if (typeof value !== 'string') throw new Problem(`${shown(value)} is not text`);
	const text = tidied(value);
	if (text.startsWith('[')) {
		const list = fromJson(text);
		if (list === undefined) throw new Problem(`${shown(text)} is not a list`);
		return listed(list);
	}
	return [...new Set(text.split(/[,\n]/).map(tidied).filter((entry) => entry !== ''))];
}

/** The value of a choice, given as its value or its name, in upper or lower case. */
function valueOf(text: string, choices: INodePropertyOptions[]): string {
	const wanted = text.toLowerCase();
	const choice = choices.find(({ name, value }) => [String(value), name].some((own) => own.toLowerCase() === wanted));
	if (choice) return String(choice.value);
	throw new Problem(`${shown(text)} is not one of ${choices.map(({ value }) => value).join(', ')}`);
}

/** Several of the choices. */
export const chosen = (value: unknown, choices: INodePropertyOptions[]): string[] => [...new Set(listed(value).map((text) => valueOf(text, choices)))];

/** One of the choices; undefined where none was made. */
export function chosenOne(value: unknown, choices: INodePropertyOptions[]): string | undefined {
	const text = typeof value === 'string' ? tidied(value) : value;
	if (text === undefined || text === null || text === '') return undefined;
	if (typeof text !== 'string') throw new Problem(`${shown(text)} is not text`);
	return valueOf(text, choices);
}
