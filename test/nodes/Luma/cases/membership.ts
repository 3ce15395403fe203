import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, fromList, post, type Case } from '../support/case';
import { listing, paging } from './lists';

const answers = [{ label: 'What do you do?', question_id: 'q1', question_type: 'text', value: 'Talks' }];
const email = 'guest1@example.com';

const adding = (what: string, more: INodeParameters, sent: IDataObject = {}): Case => ({
	what,
	parameters: { membershipTierId: byId('memt-1'), memberEmail: email, ...more },
	exchanges: [post('/v1/memberships/members/add', { membership_tier_id: 'memt-1', email, ...sent }, { membership_id: 'mem-1', status: 'approved' })],
	items: [{ membership_id: 'mem-1', status: 'approved', email }],
});

const changing = (what: string, more: INodeParameters, sent: IDataObject = {}): Case => {
	const body = { user_id: 'usr-1', status: 'approved', ...sent };
	return { what, parameters: { memberId: byId('usr-1'), ...more }, exchanges: [post('/v1/memberships/members/update-status', body)], items: [{ success: true, ...body }] };
};

const path = '/v1/memberships/tiers/list';

export const membership: Record<string, Case[]> = {
	addMember: [
		adding('by ID', {}),
		adding('from the list', { membershipTierId: fromList('memt-1') }),
		adding('with answers', { additionalFields: { memberAnswersJson: JSON.stringify(answers) } }, { registration_answers: answers }),
		...[true, false].map((skipPayment) => adding(`Skip Payment: ${skipPayment}`, { additionalFields: { skipPayment } }, { skip_payment: skipPayment })),
	],
	getTiers: [listing(path)('as they are', {}), ...paging(path, {}, {})],
	updateStatus: [changing('as it stands', {}), changing('from the list', { memberId: fromList('usr-2') }, { user_id: 'usr-2' }), changing('by email', { memberId: byId(email) }, { user_id: email }), ...['approved', 'declined'].map((status) => changing(status, { memberStatus: status }, { status }))],
};
