import { NodeOperationError, type IDataObject, type IHookFunctions, type INodePropertyOptions, type IPollFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { eventIn } from '../values/eventLink';
import { ofField, Problem, shown } from '../values/problem';
import { choice, choices, list } from '../values/scalar';

/** n8n's contexts in which a trigger reads its fields. */
export type Context = IHookFunctions | IWebhookFunctions | IPollFunctions;

/** Reads a field; what is wrong with it becomes an error that names it. */
export function read<T>(context: Context, label: string, reading: () => T): T {
	try {
		return reading();
	} catch (error) {
		if (!(error instanceof Problem)) throw error as Error;
		const { message, description } = ofField(label, error);
		throw new NodeOperationError(context.getNode(), message, { description });
	}
}

// All of n8n's contexts have it, each with a type of its own.
export const parameter = (context: Context, name: string): unknown => (context.getNodeParameter as (name: string, fallback?: unknown) => unknown)(name, undefined);

export const inCollection = (context: Context, collection: string, name: string): unknown => (parameter(context, collection) as IDataObject | null | undefined)?.[name];

/** Several of the choices, each once. */
export const several = (value: unknown, offered: INodePropertyOptions[]): string[] => (isBlank(value) ? [] : (choices(offered)(value) as string[]));

/** One of the choices; undefined where none was made. */
export const one = (value: unknown, offered: INodePropertyOptions[]): unknown => (isBlank(value) ? undefined : choice(offered)(value));

/** The ID of an event, taken out of an event URL where that has it. */
function eventId(text: string): string {
	const event = eventIn(text);
	if ('id' in event && !/[\s/]/.test(event.id)) return event.id;
	throw new Problem(`${shown(text)} is not the ID of an event`, 'Choose events from the list, or use IDs such as evt-1a2b3c4d5e6f7g8.');
}

/** IDs of events, each once. */
export const eventIdsIn = (context: Context, value: unknown): string[] => read(context, 'Event Names or IDs', () => [...new Set((isBlank(value) ? [] : list(value)).map(eventId))]);
