import { notFound } from '../errors';
import { page, type PageParameters } from '../pages';
import { route } from '../route';
import { filled, flag, listOf, oneOf, paging, parameters } from '../schemas';

const tiers = [
	{ id: 'memt-free', name: 'Friends', description: 'Free for all', tint_color: '#bb2dc7', access_info: { type: 'free', require_approval: false } },
	{ id: 'memt-paid', name: 'Patrons', description: null, tint_color: '#2d6ac7', access_info: { type: 'payment-once', amount: 5000, currency: 'eur', require_approval: true } },
];

export const membershipRoutes = [
	route<PageParameters>('GET', '/v1/memberships/tiers/list', parameters(paging), ({ pageCap }, paged) => page(tiers.length, (position) => tiers[position], paged, {}, pageCap)),

	route<{ email: string; membership_tier_id: string; skip_payment?: boolean }>(
		'POST',
		'/v1/memberships/members/add',
		parameters({ email: { type: 'string', format: 'email' }, membership_tier_id: filled, registration_answers: listOf({ type: 'object' }), skip_payment: flag }, ['email', 'membership_tier_id']),
		({ store }, { email, membership_tier_id, skip_payment }) => {
			const tier = tiers.find(({ id }) => id === membership_tier_id);
			if (!tier) throw notFound('Membership tier', membership_tier_id);
			const status = tier.access_info.require_approval && skip_payment !== true ? 'pending' : 'approved';
			store.addContact({ email }).membership = { status, calendar_membership_tier_id: membership_tier_id };
			return { membership_id: store.newId('mem'), status };
		},
	),

	route<{ user_id: string; status: string }>('POST', '/v1/memberships/members/update-status', parameters({ user_id: filled, status: oneOf('approved', 'declined') }, ['user_id', 'status']), ({ store }, { user_id, status }) => {
		const membership = store.contact(user_id)?.membership;
		if (!membership) throw notFound('Member', user_id);
		membership.status = status;
		return {};
	}),
];
