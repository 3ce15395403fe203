import { seed } from '../../simulator';
import { byId } from '../luma';
import { get, post, type OperationCase } from './case';

const { first, member } = seed.contacts;
const path = '/v1/calendars/contacts';

export const contactCases: OperationCase[] = [
	{
		resource: 'contact',
		operation: 'block',
		parameters: { contactId: byId('guest1@example.com') },
		sent: [post(`${path}/block`, { email: 'guest1@example.com' })],
		items: () => [{ success: true, email: 'guest1@example.com' }],
	},
	{
		resource: 'contact',
		operation: 'getAll',
		parameters: { limit: 2, filters: { contactTagIds: ['Newsletter'] }, sort: { column: 'created_at', direction: 'asc' } },
		sent: [get(`${path}/list`, { tags: 'Newsletter', sort_column: 'created_at', sort_direction: 'asc', pagination_limit: '2' })],
		items: () => [
			{ id: 'usr-3', name: 'Guest 3', email: 'guest3@example.com', tags: 'Newsletter', membership_status: null, revenue_usd: 0 },
			{ id: 'usr-6', tags: 'Newsletter' },
		],
	},
	{
		what: 'of members',
		resource: 'contact',
		operation: 'getAll',
		parameters: { filters: { membershipStatus: 'approved', membershipTierId: byId('memt-free') } },
		sent: [get(`${path}/list`, { membership_status: 'approved', calendar_membership_tier_id: 'memt-free', pagination_limit: '50' })],
		items: () => [{ id: member, membership_status: 'approved', membership_tier_id: 'memt-free' }],
	},
	{
		what: 'as Luma answers them',
		resource: 'contact',
		operation: 'getAll',
		parameters: { limit: 1, simplify: false },
		sent: [get(`${path}/list`, { pagination_limit: '1' })],
		items: () => [{ id: first, user_id: first, tags: [], membership: null }],
	},
	{
		resource: 'contact',
		operation: 'import',
		parameters: {
			contactsFrom: 'fields',
			contacts: { contact: [{ email: 'new1@example.com', name: 'New 1' }, { email: 'new2@example.com', name: '' }] },
			additionalFields: { contactTagIds: ['VIP'] },
		},
		sent: [post(`${path}/import`, { contacts: [{ email: 'new1@example.com', name: 'New 1' }, { email: 'new2@example.com' }], tags: ['VIP'] })],
		items: () => [
			{ email: 'new1@example.com', name: 'New 1', status: 'imported' },
			{ email: 'new2@example.com', status: 'imported' },
		],
	},
	{
		resource: 'contact',
		operation: 'remove',
		parameters: { contactId: byId(first) },
		sent: [post(`${path}/remove`, { contact_id: first })],
		items: () => [{ success: true, contact_id: first }],
	},
	{
		resource: 'contact',
		operation: 'restore',
		parameters: { contactId: byId('former@example.com') },
		sent: [post(`${path}/restore`, { email: 'former@example.com' })],
		items: () => [{ success: true, email: 'former@example.com' }],
	},
];
