import { notFound } from '../errors';
import { page, type PageParameters } from '../pages';
import { route } from '../route';
import { filled, flag, formsBy, listOf, oneOf, orNull, paging, parameters, text } from '../schemas';

const tiers = [
	{ id: 'memt-free', name: 'Friends', description: 'Free for all', tint_color: '#bb2dc7', access_info: { type: 'free', require_approval: false } },
	{ id: 'memt-paid', name: 'Patrons', description: null, tint_color: '#2d6ac7', access_info: { type: 'payment-once', amount: 5000, currency: 'eur', require_approval: true } },
];

/** An answer as `guests/get` gives one, unlike that of `guests/add`: `answer` says in text what `value` does. */
const answered = (value: Record<string, unknown>, more: Record<string, object> = {}, required = ['label', 'question_id', 'value']): [Record<string, object>, string[]] => [{ label: text, question_id: filled, value, answer: orNull(text), ...more }, required];
const company = { type: 'object', properties: { company: orNull(text), job_title: orNull(text) } };
/** The name, or that they agree. */
const signature = { anyOf: [text, { const: true }, { type: 'null' }] };
const asText = answered(orNull(text));
const answer = formsBy('question_type', {
	'agree-check': answered(flag, { answer: flag }, ['label', 'question_id']),
	company: answered(company, { answer_company: orNull(text), answer_job_title: orNull(text) }),
	dropdown: asText,
	'multi-select': answered(orNull(listOf(text)), { answer: orNull(listOf(text)) }),
	'phone-number': asText,
	terms: answered(signature, { answer: signature }, ['label', 'question_id']),
	...Object.fromEntries(['github', 'instagram', 'linkedin', 'long-text', 'telegram', 'text', 'twitter', 'youtube', 'url'].map((type) => [type, asText])),
});

export const membershipRoutes = [
	route<PageParameters>('GET', '/v1/memberships/tiers/list', parameters(paging), ({ pageCap }, paged) => page(tiers.length, (position) => tiers[position], paged, {}, pageCap)),

	route<{ email: string; membership_tier_id: string; skip_payment?: boolean }>(
		'POST',
		'/v1/memberships/members/add',
		parameters({ email: { type: 'string', format: 'email' }, membership_tier_id: filled, registration_answers: listOf(answer), skip_payment: flag }, ['email', 'membership_tier_id']),
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
