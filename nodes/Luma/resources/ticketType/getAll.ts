import { eventInQuery } from '../../fields/event';
import { optionsWith } from '../../fields/options';
import { limits } from '../../fields/paging';
import { query } from '../../fields/send';
import { listWhole } from '../../fields/getMany';
import { yesNo } from '../../values/scalar';
import { simplified, simplify } from '../../fields/simplify';
import { simpleTicketType } from '../../simplified/ticketType';
import type { Operation } from '../operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many ticket types',
		description: 'Retrieve a list of ticket types of an event',
		routing: { request: { method: 'GET', url: '/v1/events/ticket-types/list' } },
	},
	perform: listWhole,
	output: simplified(simpleTicketType),
	fields: [
		eventInQuery,
		...limits,
		simplify,
		optionsWith({
			displayName: 'Include Hidden',
			name: 'includeHidden',
			type: 'boolean',
			default: false,
			description: "Whether to also return ticket types that guests don't see",
			// Luma takes the text "true" here, and documents no other.
			routing: query('include_hidden', 'Include Hidden', (value) => (yesNo(value) ? 'true' : undefined)),
		}),
	],
};
