import type { Operation } from '../operation';
import type { Kind } from './kind';

export const apply = ({ aTag, things, skipped, path, byName, on, batch, options }: Kind): Operation => ({
	option: {
		name: 'Apply',
		value: 'apply',
		action: `Apply ${aTag}`,
		description: `Add a tag to ${things} of the calendar. ${skipped}.`,
		routing: { request: { method: 'POST', url: `${path}/apply` } },
	},
	batch: batch('applied'),
	fields: [byName, ...on, options],
});
