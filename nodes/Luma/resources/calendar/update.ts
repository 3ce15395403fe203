import type { IDataObject } from 'n8n-workflow';
import { needed } from '../../api/answers';
import { byName } from '../../fields/byName';
import { calendarFields, newCalendarName } from '../../fields/calendars';
import { clearFields } from '../../fields/clear';
import { AVATAR, storedImage } from '../../fields/image';
import { options } from '../../fields/options';
import { simplified, simplify } from '../../fields/simplify';
import type { Item } from '../../run/item';
import { simpleCalendar } from '../../simplified/calendar';
import type { Operation } from '../operation';

/** Luma wants the ID even of the one calendar that the key works on. */
async function withOwnId(item: Item): Promise<IDataObject[]> {
	const calendar_id = needed(await item.ask('/v1/calendars/get'), 'id', 'ID of the calendar');
	return [await item.send({ calendar_id, ...(await storedImage(item, 'updateFields', AVATAR)) })];
}

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a calendar',
		description: 'Change the name, page, or links of the calendar',
		routing: { request: { method: 'POST', url: '/v1/calendars/update' } },
	},
	perform: withOwnId,
	output: simplified(simpleCalendar),
	fields: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([newCalendarName, ...calendarFields]),
		},
		clearFields(
			[
				{ name: 'Instagram Handle', value: 'instagram_handle' },
				{ name: 'Website', value: 'website' },
				{ name: 'X (Twitter) Handle', value: 'twitter_handle' },
				{ name: 'YouTube Handle', value: 'youtube_handle' },
			],
			{ changesNothing: [] },
		),
		simplify,
		options,
	],
};
