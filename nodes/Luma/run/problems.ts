import type { INode } from 'n8n-workflow';
import { itemError } from '../api/errors';
import { Problem } from '../values/problem';
import { withoutPeriod } from '../values/text';
import type { Item } from './item';

/** Items that an error names one by one. */
const NAMED = 5;

/** Fields of the input that an error names. */
const FIELDS = 10;

/** "item 3 (a@example.com): what is wrong with it; item 7: …; and 4 more" */
export function listed<T>(all: T[], say: (one: T) => string): string {
	const more = all.length - NAMED;
	return [...all.slice(0, NAMED).map(say), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** Words, of Luma perhaps, as a sentence: with one period at the end. */
export const sentence = (words: string) => `${withoutPeriod(words)}.`;

/** What an item's input offers instead of what is missing; n8n itself says what is not filled in, so an expression gave nothing. */
function offered({ context }: Item, isAlone: boolean): string {
	const names = Object.keys(context.getInputData().json);
	if (names.length === 0) return isAlone ? 'The input item has no fields.' : 'The input items have no fields.';
	return `The ${isAlone ? 'input' : 'first'} item has the fields ${names.slice(0, FIELDS).join(', ')}${names.length > FIELDS ? ' and others' : ''}.`;
}

/**
 * The error of a node that stops because fields are bad: all that is wrong in one, and nothing was sent.
 * @param all the input items, at least one of them with a problem
 * @param nameOf how an item is called beside its number, where it has a name
 * @param isAnew whether n8n runs the node anew, and something was sent before
 */
export function problemsOf(node: INode, all: Item[], nameOf: (item: Item) => string | undefined, isAnew: boolean): Error {
	const bad = all.filter(({ problem }) => problem);
	// Not a field's fault, such as the look-up of an event that failed: it says more than a list of items.
	const fault = bad.find(({ problem }) => !(problem instanceof Problem));
	if (fault) return fault.problem!;
	const [{ problem, index }] = bad as Array<Item & { problem: Problem }>;
	const nothing = isAnew ? 'Nothing more was sent. An earlier try has sent something: check in Luma before you run the node again.' : 'Nothing was sent.';
	const alike = bad.every((item) => item.problem!.message === problem.message);
	if (alike && bad.length === all.length) {
		const missing = /^(.*) is required$/.exec(problem.message);
		if (!missing) return itemError(node, problem, index);
		const isAlone = all.length === 1;
		return itemError(node, { message: isAlone ? problem.message : `${missing[1]} is empty in all ${all.length} items`, description: [problem.description, offered(bad[0], isAlone), nothing].filter(Boolean).join(' ') }, index);
	}
	const goOn = "To send the other items anyway, set 'On Error' to 'Continue' in the node's settings.";
	if (bad.length === 1) return itemError(node, { message: problem.message, description: [problem.description, `${nothing} ${goOn}`].filter(Boolean).join(' ') }, index);
	const which = listed(bad, (item) => `item ${item.index}${nameOf(item) === undefined ? '' : ` (${nameOf(item)})`}: ${item.problem!.message}`);
	return itemError(node, { message: `${bad.length} of ${all.length} items can't be sent, so nothing${isAnew ? ' more' : ''} was sent`, description: [sentence(which), problem.description, isAnew && nothing, goOn].filter(Boolean).join(' ') }, index);
}
