import { blastInBody } from '../../fields/blast';
import { done } from '../../fields/done';
import { eventOfBlast } from '../../fields/event';
import { options } from '../../fields/options';
import type { Operation } from '../operation';

export const remove: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a blast',
		description: "Delete a scheduled blast permanently, so that Luma doesn't send it",
		routing: { request: { method: 'POST', url: '/v1/events/blasts/delete' } },
	},
	output: done({ deleted: true }, 'blast_id'),
	fields: [
		{
			displayName: "This cannot be undone. Luma doesn't send a scheduled blast that is deleted.",
			name: 'undoNotice',
			type: 'notice',
			default: '',
		},
		eventOfBlast,
		blastInBody,
		options,
	],
};
