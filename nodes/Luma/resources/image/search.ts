import { list } from '../../fields/getMany';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions } from '../../fields/paging';
import { plain, query, required } from '../../fields/send';
import { visible } from '../../values/text';
import type { Operation } from '../operation';

export const search: Operation = {
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search images',
		description: 'Find stock images for the cover of an event',
		routing: { request: { method: 'GET', url: '/v1/images/search' } },
	},
	perform: list,
	fields: [
		{
			displayName: 'Search',
			name: 'imageQuery',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. sunset',
			description: 'What the images show',
			routing: query('query', 'Search', required, plain, visible),
		},
		...limits,
		optionsWith(...pageOptions),
	],
};
