import { eventInQuery } from '../../fields/event';
import { guestStatuses } from '../../fields/guest';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions, sort } from '../../fields/paging';
import { query } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import { simpleGuest } from '../../simplified/guest';
import { list } from '../../fields/getMany';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many guests',
		description: 'Retrieve a list of the guests of an event',
		routing: { request: { method: 'GET', url: '/v1/events/guests/list' } },
	},
	perform: list,
	output: simplified(simpleGuest),
	fields: [
		eventInQuery,
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
					displayName: 'Approval Status',
					name: 'approvalStatus',
					type: 'options',
					options: guestStatuses,
					default: 'approved',
					description: 'Only guests with this status',
					routing: query('approval_status', 'Approval Status', choice(guestStatuses)),
				},
			],
		},
		optionsWith(...pageOptions),
		sort('registered_at', [
			{ name: 'Checked In', value: 'checked_in_at' },
			{ name: 'Created', value: 'created_at' },
			{ name: 'Email', value: 'email' },
			{ name: 'Name', value: 'name' },
			{ name: 'Registered', value: 'registered_at' },
		]),
	],
};
