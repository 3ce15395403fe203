import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seed } from '../simulator';
import { byId, fromList, get, post, type Case, type Cases } from './parts/case';
import { listing, paging } from './parts/lists';
import type { Sample } from './parts/sample';

/** As Luma gives answers out; those of several kinds have more fields than a text. */
const answers = [
	{ label: 'What do you do?', question_id: 'q1', question_type: 'text', value: 'Talks' },
	{ label: 'Meal', question_id: 'q2', question_type: 'dropdown', value: 'Vegan', answer: 'Vegan' },
	{ label: 'Days', question_id: 'q3', question_type: 'multi-select', value: ['Monday', 'Tuesday'], answer: ['Monday', 'Tuesday'] },
	{ label: 'Rules', question_id: 'q4', question_type: 'agree-check', value: true, answer: true },
	{ label: 'Terms', question_id: 'q5', question_type: 'terms', value: 'Nathan Smith', answer: 'Nathan Smith' },
	{ label: 'Company', question_id: 'q6', question_type: 'company', value: { company: 'Acme', job_title: 'Builder' }, answer: 'Acme', answer_company: 'Acme', answer_job_title: 'Builder' },
	{ label: 'Website', question_id: 'q7', question_type: 'url', value: 'https://acme.example.com', answer: 'https://acme.example.com' },
];
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

const membership: Cases[string] = {
	addMember: [
		adding('by ID', {}),
		adding('from the list', { membershipTierId: fromList('memt-1') }),
		adding('with answers', { additionalFields: { memberAnswersJson: JSON.stringify(answers) } }, { registration_answers: answers }),
		...[true, false].map((skipPayment) => adding(`Skip Payment: ${skipPayment}`, { additionalFields: { skipPayment } }, { skip_payment: skipPayment })),
	],
	getTiers: [listing(path)('as they are', {}), ...paging(path, {}, {})],
	updateStatus: [changing('as it stands', {}), changing('from the list', { memberId: fromList('usr-2') }, { user_id: 'usr-2' }), changing('by email', { memberId: byId(email) }, { user_id: email }), ...['approved', 'declined'].map((status) => changing(status, { memberStatus: status }, { status }))],
};

export const cases: Cases = { membership };

export const samples: Sample[] = [
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
