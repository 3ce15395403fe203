import { memberInBody } from '../../fields/memberships';
import { done } from '../../fields/done';
import { options } from '../../fields/options';
import { body, required } from '../../fields/send';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';

const statuses = [
	{ name: 'Approved', value: 'approved', description: 'In a paid tier, Luma charges the member' },
	{ name: 'Declined', value: 'declined', description: 'Luma ends the subscription of the member' },
];

export const updateStatus: Operation = {
	option: {
		name: 'Update Status',
		value: 'updateStatus',
		action: 'Update the status of a member',
		description: 'Approve or decline a member. If you approve a member of a paid tier, Luma charges the member. If you decline one, Luma ends the subscription. This cannot be undone.',
		routing: { request: { method: 'POST', url: '/v1/memberships/members/update-status' } },
	},
	output: done({ success: true }, 'user_id', 'status'),
	mails: true,
	fields: [
		{
			displayName: 'This cannot be undone. If you approve a member of a paid tier, Luma charges the member. If you decline one, Luma ends the subscription.',
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
			description: 'Status to give the member',
			routing: body('status', 'Status', required, choice(statuses)),
		},
		options,
	],
};
