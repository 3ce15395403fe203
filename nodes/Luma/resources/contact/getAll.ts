import { naming } from '../../fields/locator';
import { tierLocator } from '../../fields/memberships';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions, sort } from '../../fields/paging';
import { query, words } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import { contactTagsInQuery } from '../../fields/tags';
import { simpleContact } from '../../simplified/contact';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';
import { listContacts } from './listContacts';

const statuses = [
	{ name: 'Approved', value: 'approved' },
	{ name: 'Approved (Payment Pending)', value: 'approved-pending-payment' },
	{ name: 'Declined', value: 'declined' },
	{ name: 'Pending', value: 'pending' },
];

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many contacts',
		description: 'Retrieve a list of contacts of the calendar',
		routing: { request: { method: 'GET', url: '/v1/calendars/contacts/list' } },
	},
	perform: listContacts,
	output: simplified(simpleContact),
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
					displayName: 'Membership Status',
					name: 'membershipStatus',
					type: 'options',
					options: statuses,
					default: 'approved',
					description: 'Return only members with this membership status',
					routing: query('membership_status', 'Membership Status', choice(statuses)),
				},
				{
					...tierLocator,
					required: false,
					description: 'Return only members of this tier',
					routing: query('calendar_membership_tier_id', 'Membership Tier', naming('tier')),
				},
				{
					displayName: 'Search',
					name: 'contactQuery',
					type: 'string',
					default: '',
					placeholder: 'e.g. nathan',
					description: 'Return only contacts with this text in their name or email address',
					routing: query('query', 'Search', words),
				},
				contactTagsInQuery,
			],
		},
		optionsWith(...pageOptions),
		sort('created_at', [
			{ name: 'Checked-In Events', value: 'event_checked_in_count' },
			{ name: 'Created', value: 'created_at' },
			{ name: 'Events Going', value: 'event_approved_count' },
			{ name: 'Name', value: 'name' },
			{ name: 'Revenue', value: 'revenue_usd_cents' },
		]),
	],
};
