import { list } from '../../fields/getMany';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions } from '../../fields/paging';
import type { Operation } from '../operation';

export const getTiers: Operation = {
	option: {
		name: 'Get Tiers',
		value: 'getTiers',
		action: 'Get the membership tiers of a calendar',
		description: 'List all membership tiers of the calendar',
		routing: { request: { method: 'GET', url: '/v1/memberships/tiers/list' } },
	},
	perform: list,
	fields: [...limits, optionsWith(...pageOptions)],
};
