import { options } from '../../fields/options';
import { simplified, simplify } from '../../fields/simplify';
import { simpleCalendar } from '../../simplified/calendar';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a calendar',
		description: 'Retrieve the calendar that the API key belongs to',
		routing: { request: { method: 'GET', url: '/v1/calendars/get' } },
	},
	output: simplified(simpleCalendar),
	fields: [simplify, options],
};
