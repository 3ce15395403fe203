import { listWhole } from '../../fields/getMany';
import { options } from '../../fields/options';
import { limits } from '../../fields/paging';
import type { Operation } from '../operation';
import type { Kind } from './kind';

export const getAll = ({ tag, things, path }: Kind): Operation => ({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: `Get many ${tag}s`,
		description: `Retrieve a list of the tags of ${things}`,
		routing: { request: { method: 'GET', url: `${path}/list` } },
	},
	perform: listWhole,
	fields: [...limits, options],
});
