import type { IDataObject } from 'n8n-workflow';
import { eventInQuery } from '../../fields/event';
import { guestStatuses } from '../../fields/guest';
import { optionsWith } from '../../fields/options';
import { givesPages, limits, pageOptions, sort } from '../../fields/paging';
import { query, type Change } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import { simpleGuest } from '../../simplified/guest';
import { list } from '../../fields/getMany';
import type { Item } from '../../run/item';
import { isBlank } from '../../values/blank';
import { Problem } from '../../values/problem';
import { choices } from '../../values/scalar';
import type { Operation } from '../operation';

/** Luma filters by one status. Of several the guests are told apart here, while the pages are read. */
const oneAtLuma: Change = (value) => ((value as unknown[]).length === 1 ? (value as unknown[])[0] : undefined);

/** The guests with one of the statuses; Limit counts those. */
async function listGuests(item: Item): Promise<IDataObject[]> {
	const given = item.parameter('filters.guestStatuses', []);
	const wanted = isBlank(given) ? [] : choices(guestStatuses)(given);
	if (wanted.length < 2) return await list(item);
	if (givesPages(item)) throw new Problem('Guest Statuses: several are chosen, and each page is returned as Luma returns it', "Choose one status, or set 'Output' under 'Options' to 'Each Entry'.");
	return await list(item, ({ approval_status }) => wanted.includes(approval_status));
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many guests',
		description: 'Retrieve a list of guests of an event',
		routing: { request: { method: 'GET', url: '/v1/events/guests/list' } },
	},
	perform: listGuests,
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
					displayName: 'Guest Statuses',
					name: 'guestStatuses',
					type: 'multiOptions',
					options: guestStatuses,
					default: ['approved'],
					description: 'Return only guests with one of these statuses',
					routing: query('approval_status', 'Guest Statuses', choices(guestStatuses), oneAtLuma),
				},
			],
		},
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
