import { done } from '../../fields/done';
import { options } from '../../fields/options';
import { somethingToChange } from '../../fields/clear';
import { newTagName, tagColor } from '../../fields/tags';
import type { Operation } from '../operation';
import type { Kind } from './kind';

export const update = ({ aTag, path, byId }: Kind): Operation => ({
	option: {
		name: 'Update',
		value: 'update',
		action: `Update ${aTag}`,
		description: `Change the name or color of ${aTag}`,
		routing: { request: { method: 'POST', url: `${path}/update` } },
	},
	output: done({ success: true }, 'tag_id'),
	fields: [
		byId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [tagColor, newTagName],
			routing: { send: { preSend: [somethingToChange(['tag_id'])] } },
		},
		options,
	],
});
