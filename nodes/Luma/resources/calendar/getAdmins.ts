import { listWhole } from '../../fields/getMany';
import { options } from '../../fields/options';
import { limits } from '../../fields/paging';
import { simpleAdmin } from '../../simplified/calendar';
import type { Operation } from '../operation';

export const getAdmins: Operation = {
	option: {
		name: 'Get Admins',
		value: 'getAdmins',
		action: 'Get the admins of a calendar',
		description: 'List all admins of the calendar',
		routing: { request: { method: 'GET', url: '/v1/calendars/admins/list' } },
	},
	perform: listWhole,
	output: () => simpleAdmin,
	fields: [...limits, options],
};
