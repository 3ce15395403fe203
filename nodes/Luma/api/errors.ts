import { NodeApiError, NodeOperationError, type IHttpRequestMethods, type INode } from 'n8n-workflow';
import { isObject } from '../values/object';
import type { Problem } from '../values/problem';
import { adviceOf } from './advice';

/** A request that did not work out, as far as errors speak of it. */
export interface Failure {
	method: IHttpRequestMethods;
	/** The path, such as /v1/events/get. */
	path: string;
	/** Query or body, for the ids in it. */
	parameters: Record<string, unknown>;
	/** What the editor's lists called the IDs that were chosen from them. */
	names?: Map<unknown, string>;
	/** The calendar that the request itself names. */
	calendar?: string;
	/** HTTP status, when there was an answer. */
	status?: number;
	/** What Luma, or the connection, said. */
	words?: string;
	/** Whether Luma may have done what was asked although the node does not know. */
	uncertain?: boolean;
	/** Whether the same again does no harm; it may have been sent several times then. */
	repeatable?: boolean;
	/**
	 * Where it went wrong, if not at Luma: something on the way refused it (`foreign`) or what came back cannot be read
	 * (`damaged`), or it was not even sent, and would not be the next time (`notSent`), for want of a key perhaps (`noKey`).
	 */
	origin?: 'foreign' | 'damaged' | 'notSent' | 'noKey';
	/** What the node had done before, or was to do: sentences for the description. */
	notes?: string[];
	/** Whether its wait for the rate limit is no option of the node. */
	fixedWait?: boolean;
	/** Whether the calendar is no option of the node, as in the triggers. */
	fixedCalendar?: boolean;
	/** The cursor from which a list that broke off can be read on. */
	cursor?: string;
	/** "Get Guest", for the person to know which step it was. */
	operation?: string;
	itemIndex?: number;
}

/** The names of what was chosen from the editor's lists, which n8n keeps beside the IDs. What an expression gives has none. */
function namesIn(parameters: unknown, names = new Map<unknown, string>()): Map<unknown, string> {
	if (!isObject(parameters)) return names;
	const { mode, value, cachedResultName } = parameters;
	if (mode === 'list' && typeof cachedResultName === 'string') names.set(value, cachedResultName);
	for (const one of Object.values(parameters)) namesIn(one, names);
	return names;
}

/**
 * The message of an error. Where the node is a tool of an agent it holds the description too: n8n's agent hands the model
 * the message alone (`WorkflowExecute.handleNodeExecutionError`), and what to do about it is what a model needs.
 */
function messageFor(node: INode, message: string, description?: string): string {
	if (!node.type.endsWith('Tool') || !description) return message;
	return `${message}${/[.!?…]$/.test(message) ? '' : '.'} ${description}`;
}

/** The error of an item whose fields, or whose answer, are not what they should be. */
export function itemError(node: INode, { message, description }: Pick<Problem, 'message' | 'description'>, itemIndex: number): NodeOperationError {
	return new NodeOperationError(node, messageFor(node, message, description), { description, itemIndex });
}

const failures = new WeakMap<object, Failure>();

/** What is behind an error of `apiError`, for code that goes on after it. */
export const failureOf = (error: unknown) => failures.get(error as object);

/** What code (and the next node of a workflow) can go by, beside the message. */
export interface Parts {
	/** HTTP status, when there was an answer. */
	status?: number;
	/** Whether Luma may have done what was asked although the node does not know. */
	uncertain?: boolean;
	/** What to do now, in sentences. */
	advice?: string;
	/** The cursor from which a list that broke off can be read on. */
	cursor?: string;
}

/** What is known of an error beside its message. Of one that is not about a request it is the advice alone. */
export function partsOf(error: unknown): Parts {
	const failure = failureOf(error);
	if (!failure) {
		const { description } = error as { description?: unknown };
		return typeof description === 'string' && description !== '' ? { advice: description } : {};
	}
	const { status, uncertain, cursor, notes = [] } = failure;
	const advice = [adviceOf(failure), ...notes].filter(Boolean).join(' ');
	return { status, uncertain: uncertain === true, advice: advice === '' ? undefined : advice, cursor };
}

/** The error that a person sees: Luma's own words first, then what to do, then where it was. */
export function apiError(node: INode, given: Failure): NodeApiError {
	const failure = { ...given, names: namesIn(node.parameters) };
	const { status, words, notes = [], cursor, operation, itemIndex } = failure;
	const message = words ?? `Luma responded with HTTP ${status}`;
	const description = [
		adviceOf(failure),
		...notes,
		cursor !== undefined && `To continue from there, set 'Pagination Cursor' under 'Options' to ${cursor}`,
		operation && `(${operation}${itemIndex === undefined ? '' : `, item ${itemIndex}`}: ${failure.method} ${failure.path}${status === undefined ? '' : `, HTTP ${status}`})`,
	]
		.filter(Boolean)
		.join(' ');
	const error = new NodeApiError(node, { message }, { message, description, httpCode: status === undefined ? undefined : String(status), itemIndex });
	// n8n replaces messages that mention common connection errors; ours say more.
	error.message = messageFor(node, message, description);
	failures.set(error, failure);
	return error;
}

/** A character as it is, or as an address has it. */
const inAnyForm = (character: string) => {
	const plain = character.replace(/[^\w]/, '\\$&');
	const encoded = [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
	return character === ' ' ? '(?: |\\+|%20)' : `(?:${plain}|${encoded})`;
};

/** Takes a secret out of a text that someone else wrote: wherever it stands, also as an address has it. */
export const redacted = (text: string, secret: string) => (secret === '' ? text : text.replace(new RegExp([...secret].map(inAnyForm).join(''), 'gi'), '…'));
