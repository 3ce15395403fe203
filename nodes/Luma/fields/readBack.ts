import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../run/item';
import { yesNo } from '../values/scalar';
import { optionsWith } from './options';
import { checked, flagOf } from './send';

/** The Options of an operation that reads an event back, with one that spares that request. */
export const readBackOptions = optionsWith({
	displayName: 'Return ID Only',
	name: 'returnIdOnly',
	type: 'boolean',
	default: false,
	description: 'Whether to return only the ID of the event, which saves one request',
	routing: checked('options.returnIdOnly', 'Return ID Only', yesNo),
});

/** Something as it is after a write. Where it cannot be read, what is known of it comes out, its warning with the reason. */
export async function readBackFrom(item: Item, path: string, parameters: IDataObject, { id, warning }: { id: string; warning: string }): Promise<IDataObject> {
	try {
		return await item.also('GET', path, parameters);
	} catch (error) {
		return { id, warning: `${warning}: ${(error as Error).message}` };
	}
}

/**
 * The event as it is after a write, of which Luma answers little. What was to be done is done by now, so whatever happens
 * while it is read back, its id comes out.
 * @param done "created", for the warning
 */
export async function readBack(item: Item, id: unknown, done: string): Promise<IDataObject> {
	if (flagOf(item.parameter('options.returnIdOnly', false))) return { id: id as string };
	return await readBackFrom(item, '/v1/events/get', { event_id: id as string }, { id: id as string, warning: `The event was ${done}, but its details couldn't be retrieved` });
}
