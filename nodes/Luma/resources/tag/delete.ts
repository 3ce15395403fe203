import { done } from '../../fields/done';
import { options } from '../../fields/options';
import type { Operation } from '../operation';
import type { Kind } from './kind';

export const remove = ({ tag, aTag, things, path, byId }: Kind): Operation => ({
	option: {
		name: 'Delete',
		value: 'delete',
		action: `Delete ${aTag}`,
		description: `Delete ${aTag} permanently. The ${things} aren't deleted. This cannot be undone.`,
		routing: { request: { method: 'POST', url: `${path}/delete` } },
	},
	output: done({ deleted: true }, 'tag_id'),
	fields: [
		{
			displayName: `This cannot be undone. The ${tag} is removed from all ${things}.`,
			name: 'undoNotice',
			type: 'notice',
			default: '',
		},
		byId,
		options,
	],
});
