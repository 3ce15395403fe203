import { done } from '../../fields/done';
import { options } from '../../fields/options';
import type { Operation } from '../operation';
import type { Kind } from './kind';

export const remove = ({ tag, aTag, things, path, byId }: Kind): Operation => ({
	option: {
		name: 'Delete',
		value: 'delete',
		action: `Delete ${aTag}`,
		description: `Delete ${aTag} permanently. The ${things} themselves stay. This cannot be undone.`,
		routing: { request: { method: 'POST', url: `${path}/delete` } },
	},
	output: done({ deleted: true }, 'tag_id'),
	fields: [
		{
			displayName: `This cannot be undone: the ${tag} is gone from all ${things}`,
			name: 'undoNotice',
			type: 'notice',
			default: '',
		},
		byId,
		options,
	],
});
