import { memberInBody } from '../../fields/memberships';
import { done } from '../../fields/done';
import { options } from '../../fields/options';
import { body, required } from '../../fields/send';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';

const statuses = [
	{ name: 'Approved', value: 'approved', description: 'Takes the payment of a paid tier' },
	{ name: 'Declined', value: 'declined', description: 'Ends the subscription' },
];

export const updateStatus: Operation = {
	option: {
		name: 'Update Status',
		value: 'updateStatus',
		action: 'Update the status of a member',
		description: 'Approve or decline a member. Approving takes the payment of a paid tier, declining ends the subscription: this cannot be undone.',
		routing: { request: { method: 'POST', url: '/v1/memberships/members/update-status' } },
	},
	output: done({ success: true }, 'user_id', 'status'),
	mails: true,
	fields: [
		{
			displayName: 'This cannot be undone: approving takes the payment of a paid tier, declining ends the subscription',
			name: 'undoNotice',
			type: 'notice',
			default: '',
		},
		memberInBody,
		{
			displayName: 'Status',
			name: 'memberStatus',
			type: 'options',
			options: statuses,
			default: 'approved',
			required: true,
			description: 'The status that the member gets',
			routing: body('status', 'Status', required, choice(statuses)),
		},
		options,
	],
};
