import { answersOutput } from '../../fields/answersOutput';
import { guestFilters } from '../../fields/guestFilters';
import { guestsOf } from '../../fields/guestsOf';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions, sort } from '../../fields/paging';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../operation';
import { listGuests } from './listGuests';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many guests',
		description: 'Retrieve a list of guests of one or several events',
		routing: { request: { method: 'GET', url: '/v1/events/guests/list' } },
	},
	perform: listGuests,
	fields: [
		...guestsOf,
		...limits,
		simplify,
		answersOutput,
		guestFilters,
		optionsWith(...pageOptions),
		sort('registered_at', [
			{ name: 'Check-In Time', value: 'checked_in_at' },
			{ name: 'Creation Time', value: 'created_at' },
			{ name: 'Email', value: 'email' },
			{ name: 'Name', value: 'name' },
			{ name: 'Registration Time', value: 'registered_at' },
		]),
	],
};
