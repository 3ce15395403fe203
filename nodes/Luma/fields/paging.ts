import type { INodeProperties } from 'n8n-workflow';
import type { Item } from '../run/item';
import { isBlank } from '../values/blank';
import { choice, whole, yesNo } from '../values/scalar';
import { checked, query, words } from './send';

/** Return All and Limit. `getMany.ts` reads them. */
export const limits: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		routing: checked('returnAll', 'Return All', yesNo),
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		routing: checked('limit', 'Limit', (value) => whole(value, { min: 1 })),
		description: 'Max number of results to return',
	},
];

const outputs = [
	{ name: 'Each Entry', value: 'entries', description: 'One item for each entry of the list' },
	{ name: 'Each Page', value: 'pages', description: 'One item for each page as Luma returns it, with entries, has_more, and next_cursor' },
];

/** For workflows that page by themselves. */
export const pageOptions: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: outputs,
		default: 'entries',
		routing: checked('options.output', 'Output', choice(outputs)),
		description: 'What to return as an item',
	},
	{
		displayName: 'Pagination Cursor',
		name: 'paginationCursor',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.next_cursor }}',
		description: 'Where to start in the list. Enter next_cursor from a page, or the cursor from an error message. Leave empty to start at the beginning.',
		routing: checked('options.paginationCursor', 'Pagination Cursor', words),
	},
];

const directions = [
	{ name: 'Ascending', value: 'asc' },
	{ name: 'Ascending, Empty Last', value: 'asc nulls last' },
	{ name: 'Descending', value: 'desc' },
	{ name: 'Descending, Empty Last', value: 'desc nulls last' },
];

const direction: INodeProperties = {
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	options: directions,
	default: 'asc',
	description: 'Direction to sort in',
	routing: query('sort_direction', 'Sort Direction', choice(directions)),
};

/** How a list is sorted, in a collection of its own as n8n's UX guidelines have it. */
const sorting = (...fields: INodeProperties[]): INodeProperties => ({ displayName: 'Sort', name: 'sort', type: 'collection', placeholder: 'Add Sort Option', default: {}, options: fields });

/** Sorted by a column. `usual` is Luma's own choice. */
export const sort = (usual: string, columns: Array<{ name: string; value: string }>): INodeProperties =>
	sorting(
		{
			displayName: 'Column',
			name: 'column',
			type: 'options',
			options: columns,
			default: usual,
			description: 'Field to sort by',
			routing: query('sort_column', 'Sort Column', choice(columns)),
		},
		direction,
	);

/** Sorted by the column that Luma has for it. */
export const sortDirection: INodeProperties = sorting(direction);

/** Whether a list gives pages as they are; its step has checked what was chosen. */
export const givesPages = (item: Item): boolean => {
	const output = item.parameter('options.output', 'entries');
	return !isBlank(output) && choice(outputs)(output) === 'pages';
};
