import { NodeOperationError, type IDataObject, type IHookFunctions, type INodePropertyOptions, type IWebhookFunctions } from 'n8n-workflow';
import { guestStatuses } from '../Luma/fields/guest';
import { isBlank } from '../Luma/values/blank';
import { eventIn } from '../Luma/values/eventLink';
import { ofField, Problem, shown } from '../Luma/values/problem';
import { choice, choices, list } from '../Luma/values/scalar';
import type { Filters } from './delivery';
import { eventTypes } from './eventTypes';

type Context = IHookFunctions | IWebhookFunctions;

/** What the item looks like that starts the workflow. */
export const outputs: INodePropertyOptions[] = [
	{ name: 'Data at the Top Level', value: 'data', description: 'The fields of the guest, event, or ticket, plus type, deliveryId, and deliveredAt' },
	{ name: 'As Delivered', value: 'delivery', description: 'The guest, event, or ticket in a data field, plus type, deliveryId, and deliveredAt' },
];

/** Whether deliveries have to be signed. */
export const signatures: INodePropertyOptions[] = [
	{ name: 'Required', value: 'required', description: 'Refuse every delivery that is not signed with the secret of this webhook' },
	{ name: 'Off', value: 'off', description: 'Check nothing. Anyone who knows the webhook URL can start the workflow with made-up data.' },
];

/** The error for what is wrong with a field, naming the field. */
function failed(context: Context, label: string, error: unknown): never {
	if (!(error instanceof Problem)) throw error as Error;
	const { message, description } = ofField(label, error);
	throw new NodeOperationError(context.getNode(), message, { description });
}

function read<T>(context: Context, label: string, reading: () => T): T {
	try {
		return reading();
	} catch (error) {
		return failed(context, label, error);
	}
}

const parameter = (context: Context, name: string): unknown => context.getNodeParameter(name, undefined);

const inCollection = (context: Context, collection: string, name: string): unknown => (parameter(context, collection) as IDataObject | null | undefined)?.[name];

/** Several of the choices, each once. */
const several = (value: unknown, offered: INodePropertyOptions[]): string[] => (isBlank(value) ? [] : [...new Set(choices(offered)(value) as string[])]);

/** One of the choices; undefined where none was made. */
const one = (value: unknown, offered: INodePropertyOptions[]): unknown => (isBlank(value) ? undefined : choice(offered)(value));

/** The types of deliveries that start the workflow, in Luma's words; `*` alone for all of them, also those that Luma adds later. */
export function typesOf(context: Context): string[] {
	const types = read(context, 'Trigger On', () => several(parameter(context, 'eventTypes'), eventTypes));
	if (types.length === 0) throw new NodeOperationError(context.getNode(), "Choose at least one option in 'Trigger On'");
	return types.includes('*') ? ['*'] : types;
}

const listOf = (value: unknown): string[] => (isBlank(value) ? [] : list(value));

/** The ID of an event, taken out of an event URL where that has it. */
function eventId(text: string): string {
	const event = eventIn(text);
	if ('id' in event && !/[\s/]/.test(event.id)) return event.id;
	throw new Problem(`${shown(text)} is not the ID of an event`, 'Choose events from the list, or use IDs such as evt-1a2b3c4d5e6f7g8.');
}

export const filtersOf = (context: Context): Filters => ({
	eventIds: read(context, 'Event Names or IDs', () => [...new Set(listOf(inCollection(context, 'filters', 'eventIds')).map(eventId))]),
	guestStatuses: read(context, 'Guest Statuses', () => several(inCollection(context, 'filters', 'guestStatuses'), guestStatuses)),
});

export const isAsDelivered = (context: Context): boolean => read(context, 'Output', () => one(parameter(context, 'output'), outputs)) === 'delivery';

export const isSignatureOff = (context: Context): boolean => read(context, 'Signature', () => one(inCollection(context, 'options', 'signature'), signatures)) === 'off';
