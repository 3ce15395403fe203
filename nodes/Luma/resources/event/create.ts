import type { IDataObject } from 'n8n-workflow';
import { byName } from '../../fields/byName';
import { COVER, storedImage } from '../../fields/image';
import { readBack, readBackOptions } from '../../fields/readBack';
import { step } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import type { Item } from '../../run/item';
import { simpleEvent } from '../../simplified/event';
import { isBlank } from '../../values/blank';
import type { Operation } from '../operation';
import { endAt, name, startAt, timezone, visibility } from './fields';
import { eventTags, hostRows, questionRows, ticketTypeRows } from './rows';
import { creationSettings, settings } from './settings';
import { createWhole, withMissing } from './whole';

/** Luma wants a time zone; without one chosen it is the workflow's. */
const defaultZone = step('Time Zone', ({ sent, zone }) => {
	if (isBlank(sent.timezone)) sent.timezone = zone;
});

/** Luma answers the id alone. */
const createAndReadBack = async (item: Item): Promise<IDataObject[]> => {
	const { id, missing } = await createWhole(item, { ...item.sent, ...(await storedImage(item, 'additionalFields', COVER)) });
	return [withMissing(await readBack(item, id, 'created'), missing)];
};

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an event',
		description: 'Create a new event on the calendar',
		routing: { request: { method: 'POST', url: '/v1/events/create' }, send: { preSend: [defaultZone] } },
	},
	perform: createAndReadBack,
	output: simplified(simpleEvent),
	fields: [
		{
			displayName: "The event is public as soon as it is created, unless you change 'Visibility'",
			name: 'publicNotice',
			type: 'notice',
			default: '',
		},
		{ ...name, required: true },
		{ ...startAt, required: true },
		endAt,
		timezone,
		visibility,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([...settings.filter((field) => field !== endAt && field !== visibility), ...creationSettings, eventTags, hostRows, questionRows('additionalFields'), ticketTypeRows]),
		},
		simplify,
		readBackOptions,
	],
};
