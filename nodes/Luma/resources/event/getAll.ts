import { after, moment } from '../../fields/dates';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions, sort } from '../../fields/paging';
import { query } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import { simpleEvent } from '../../simplified/event';
import { list as pages } from '../../fields/getMany';
import { choice, choices } from '../../values/scalar';
import type { Operation } from '../operation';

const accesses = [
	{ name: 'Manage', value: 'manage', description: 'Events that the calendar manages' },
	{ name: 'View', value: 'view', description: 'Events that are listed on the calendar but managed elsewhere' },
];

const platforms = [
	{ name: 'External', value: 'external', description: 'Events on other sites that are listed on the calendar' },
	{ name: 'Luma', value: 'luma', description: 'Events on Luma' },
];

const statuses = [
	{ name: 'Approved', value: 'approved' },
	{ name: 'Pending', value: 'pending' },
];

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many events',
		description: 'Retrieve a list of the events of the calendar',
		routing: { request: { method: 'GET', url: '/v1/calendars/events/list' } },
	},
	perform: pages,
	output: simplified(simpleEvent),
	fields: [
		...limits,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Access',
					name: 'access',
					type: 'multiOptions',
					options: accesses,
					default: ['manage'],
					description: 'Which events to return by what the calendar may do with them. Luma returns managed ones when this is not set.',
					routing: query('access', 'Access', choices(accesses)),
				},
				{
					displayName: 'After',
					name: 'after',
					type: 'dateTime',
					default: '',
					description: 'Only events that start after this. A time without an offset is meant in the time zone of the workflow.',
					routing: query('after', 'After', moment),
				},
				{
					displayName: 'Before',
					name: 'before',
					type: 'dateTime',
					default: '',
					description: 'Only events that start before this. A time without an offset is meant in the time zone of the workflow.',
					routing: query('before', 'Before', moment, after('after', 'After')),
				},
				{
					displayName: 'Platforms',
					name: 'platforms',
					type: 'multiOptions',
					options: platforms,
					default: ['luma'],
					description: 'Where the events are hosted. Luma returns its own when this is not set.',
					routing: query('platforms', 'Platforms', choices(platforms)),
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: statuses,
					default: 'approved',
					description: 'Whether the events are on the calendar, or were submitted and wait for approval',
					routing: query('status', 'Status', choice(statuses)),
				},
			],
		},
		optionsWith(...pageOptions),
		sort('start_at', [{ name: 'Start', value: 'start_at' }]),
	],
};
