import type { Operation } from '../operation';
import type { Kind } from './kind';

export const remove = ({ aTag, things, path, remove: { name, value }, byName, on, batch, options }: Kind): Operation => ({
	option: {
		name,
		value,
		action: `Remove ${aTag} from ${things}`,
		description: `Remove a tag from ${things}. The tag isn't deleted.`,
		routing: { request: { method: 'POST', url: `${path}/unapply` } },
	},
	batch: batch('removed'),
	fields: [byName, ...on, options],
});
