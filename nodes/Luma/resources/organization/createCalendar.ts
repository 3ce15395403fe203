import { calendarFields, newCalendarName } from '../../fields/calendars';
import { AVATAR, storedImage } from '../../fields/image';
import { organizationOptions } from '../../fields/options';
import { body, required, words } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import { simpleCalendar } from '../../simplified/calendar';
import type { Operation } from '../operation';
import { needsKey } from './notice';

export const createCalendar: Operation = {
	option: {
		name: 'Create Calendar',
		value: 'createCalendar',
		action: 'Create a calendar',
		description: 'Create a new calendar in the organization. Needs an organization API key.',
		routing: { request: { method: 'POST', url: '/v2/organizations/calendars/create' } },
	},
	perform: async (item) => [await item.send(await storedImage(item, 'additionalFields', AVATAR))],
	output: simplified(simpleCalendar),
	fields: [
		needsKey,
		{ ...newCalendarName, required: true, routing: body('name', 'Name', required, words) },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'If not set, Luma chooses an avatar and a color at random',
			options: calendarFields,
		},
		simplify,
		organizationOptions,
	],
};
