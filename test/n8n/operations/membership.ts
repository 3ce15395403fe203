import { seed } from '../../simulator';
import { byId } from '../luma';
import { get, post, type OperationCase } from './case';

export const membershipCases: OperationCase[] = [
	{
		resource: 'membership',
		operation: 'addMember',
		parameters: { membershipTierId: byId('memt-paid'), memberEmail: 'new1@example.com', additionalFields: { skipPayment: true } },
		sent: [post('/v1/memberships/members/add', { membership_tier_id: 'memt-paid', email: 'new1@example.com', skip_payment: true })],
		items: () => [{ membership_id: 'mem-new-1', status: 'approved', email: 'new1@example.com' }],
	},
	{
		resource: 'membership',
		operation: 'getTiers',
		parameters: {},
		sent: [get('/v1/memberships/tiers/list', { pagination_limit: '50' })],
		items: () => [{ id: 'memt-free', name: 'Friends' }, { id: 'memt-paid' }],
	},
	{
		resource: 'membership',
		operation: 'updateStatus',
		parameters: { memberId: byId(seed.contacts.member), memberStatus: 'declined' },
		sent: [post('/v1/memberships/members/update-status', { user_id: seed.contacts.member, status: 'declined' })],
		items: () => [{ success: true, user_id: seed.contacts.member, status: 'declined' }],
	},
];
