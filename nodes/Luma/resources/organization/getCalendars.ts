import { list } from '../../fields/getMany';
import { limits } from '../../fields/paging';
import { simplified, simplify } from '../../fields/simplify';
import { simpleCalendar } from '../../simplified/calendar';
import type { Operation } from '../operation';
import { needsKey } from './notice';
import { organizationPages } from './options';

export const getCalendars: Operation = {
	option: {
		name: 'Get Calendars',
		value: 'getCalendars',
		action: 'Get the calendars of an organization',
		description: 'List all calendars of the organization. Needs an organization API key.',
		routing: { request: { method: 'GET', url: '/v1/organizations/calendars/list' } },
	},
	perform: list,
	output: simplified(simpleCalendar),
	fields: [needsKey, ...limits, simplify, organizationPages],
};
