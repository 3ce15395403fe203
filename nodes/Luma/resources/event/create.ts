import type { IDataObject } from 'n8n-workflow';
import { byName } from '../../fields/byName';
import { optionsWith } from '../../fields/options';
import { checked, flagOf, step } from '../../fields/send';
import type { Item } from '../../run/item';
import { isBlank } from '../../values/blank';
import { yesNo } from '../../values/scalar';
import type { Operation } from '../operation';
import { creationSettings, name, settings, startAt, timezone } from './fields';

/** Luma wants a time zone; without one chosen it is the workflow's. */
const defaultZone = step('Time Zone', ({ sent, zone }) => {
	if (isBlank(sent.timezone)) sent.timezone = zone;
});

/** Luma answers the id alone. The event exists by now, so whatever happens while it is read back, its id comes out. */
async function createAndReadBack(item: Item): Promise<IDataObject[]> {
	const { id } = await item.send();
	if (flagOf(item.parameter('options.returnIdOnly', false))) return [{ id }];
	try {
		return [await item.also('GET', '/v1/events/get', { event_id: id })];
	} catch (error) {
		return [{ id, warning: `The event was created, but could not be read back: ${(error as Error).message}` }];
	}
}

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an event',
		description: 'Create a new event on the calendar',
		routing: { request: { method: 'POST', url: '/v1/events/create' }, send: { preSend: [defaultZone] } },
	},
	perform: createAndReadBack,
	fields: [
		{ ...name, required: true },
		{ ...startAt, required: true },
		timezone,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([...settings, ...creationSettings]),
		},
		optionsWith({
			displayName: 'Return ID Only',
			name: 'returnIdOnly',
			type: 'boolean',
			default: false,
			description: 'Whether to give just the ID of the new event, which saves the request that reads it back',
			// Read when the event exists; what is wrong with it has to be known before.
			routing: checked('options.returnIdOnly', 'Return ID Only', yesNo),
		}),
	],
};
