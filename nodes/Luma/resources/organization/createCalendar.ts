import { calendarFields, newCalendarName } from '../../fields/calendars';
import { organizationOptions } from '../../fields/options';
import { body, required } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import { simpleCalendar } from '../../simplified/calendar';
import { visible } from '../../values/text';
import type { Operation } from '../operation';
import { needsKey } from './notice';

export const createCalendar: Operation = {
	option: {
		name: 'Create Calendar',
		value: 'createCalendar',
		action: 'Create a calendar',
		description: 'Create a new calendar in the organization. Needs the API key of an organization.',
		routing: { request: { method: 'POST', url: '/v2/organizations/calendars/create' } },
	},
	output: simplified(simpleCalendar),
	fields: [
		needsKey,
		{ ...newCalendarName, required: true, routing: body('name', 'Name', required, visible) },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'Luma chooses the avatar and the color by chance when they are not set',
			options: calendarFields,
		},
		simplify,
		organizationOptions,
	],
};
