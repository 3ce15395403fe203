import type { INodeProperties } from 'n8n-workflow';
import { Problem } from '../values/problem';
import { list, whole } from '../values/scalar';
import { optionsWith } from './options';
import { checked, type Change } from './send';

/** The value of Guests From, and of its like, with which each input item is an entry of the list. */
export const INPUT_ITEMS = 'inputItems';

interface Way {
	name: string;
	value: string;
	description: string;
}

/** The choice of where the entries of a list come from; the first of `ways` is the one that a new node shows. */
export function from(displayName: string, name: string, entry: string, ways: [Way, ...Way[]]): INodeProperties {
	const [{ value: first }] = ways;
	const all: Way[] = [...ways, { name: 'Input Items', value: INPUT_ITEMS, description: `One ${entry} per input item, with many ${entry}s per request` }];
	return {
		displayName,
		name,
		type: 'options',
		// An expression here would make n8n show, and send, both kinds of entries.
		noDataExpression: true,
		options: all.sort((a, b) => a.name.localeCompare(b.name)),
		default: first,
		description: `Where the ${entry}s come from`,
	};
}

/** Reads a list, each entry of it by `read`; one without entries is none. */
export const entriesBy =
	(read: (text: string) => object): Change =>
	(value) => {
		const entries = list(value).map(read);
		if (entries.length === 0) throw new Problem('is an empty list');
		return entries;
	};

/** The Options of an operation that takes a list from input items. @param most how many Luma takes in one request, where that is known */
export function batchOptions(things: string, most?: number, ...own: INodeProperties[]): INodeProperties {
	const usual = most ?? 100;
	return optionsWith(...own, {
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1, ...(most !== undefined && { maxValue: most }) },
		default: usual,
		description: `Max number of ${things} to send in one request. If Luma refuses a batch, the node splits it in half and sends both halves.`,
		routing: checked('options.batchSize', 'Batch Size', (value) => whole(value, { min: 1, max: most })),
	});
}
