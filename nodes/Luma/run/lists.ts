import type { IDataObject } from 'n8n-workflow';
import { pages } from '../api/pages';
import { isBlank } from '../values/blank';
import { Problem } from '../values/problem';
import { whole, yesNo } from '../values/scalar';
import type { Item } from './item';

/** Return All and Limit, as a number of entries. Their steps have checked what is in them. */
export function limitOf(item: Item): number {
	const all = item.parameter('returnAll', false);
	if (!isBlank(all) && yesNo(all)) return Infinity;
	const limit = item.parameter('limit', 50);
	return isBlank(limit) ? 50 : whole(limit, { min: 1 });
}

/** The way of Get Many: Return All or an exact Limit over Luma's cursors; one item for each entry, or for each page. */
export async function list(item: Item): Promise<IDataObject[]> {
	const { paginationCursor, output } = item.parameter('options', {}) as { paginationCursor?: unknown; output?: string };
	const start = isBlank(paginationCursor) ? undefined : String(paginationCursor).trim();
	const entries: IDataObject[] = [];
	let read = 0;
	let cursor = start;
	const settings = {
		notes: () => (read === 0 ? [] : [`${read} items had been read.`]),
		cursor: () => (read === 0 ? undefined : cursor),
	};
	for await (const page of pages(async (query) => await item.send(query as IDataObject, settings), { limit: limitOf(item), cursor: start })) {
		if (output === 'pages') entries.push(page);
		else for (const entry of page.entries) entries.push(entry);
		read += page.entries.length;
		cursor = page.next_cursor;
	}
	return entries;
}

/** The way of Get Many where Luma has no pages: Limit is applied here. */
export async function listWhole(item: Item): Promise<IDataObject[]> {
	const { entries } = (await item.send()) as { entries?: IDataObject[] };
	if (!Array.isArray(entries)) throw new Problem('Luma answered without a list of entries');
	return entries.slice(0, limitOf(item));
}
