import { options } from '../../fields/options';
import { tagColor, tagName } from '../../fields/tags';
import type { Operation } from '../operation';
import type { Kind } from './kind';

export const create = ({ aTag, things, path }: Kind): Operation => ({
	option: {
		name: 'Create',
		value: 'create',
		action: `Create ${aTag}`,
		description: `Create a new tag for ${things} of the calendar`,
		routing: { request: { method: 'POST', url: `${path}/create` } },
	},
	// Luma answers the ID alone.
	output: ({ sent }) => ({ id, ...more }) => ({ id, ...sent, ...more }),
	fields: [
		tagName,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [{ ...tagColor, description: 'Color of the tag. If not set, Luma chooses one.' }],
		},
		options,
	],
});
