import type { IDataObject } from 'n8n-workflow';
import { entriesOf, pages } from '../api/pages';
import type { Item } from '../run/item';
import { isBlank } from '../values/blank';
import { whole } from '../values/scalar';
import { visible } from '../values/text';
import { givesPages } from './paging';
import { flagOf } from './send';

/** Return All and Limit, as a number of entries. Their steps have checked what is in them. */
export function limitOf(item: Item): number {
	if (flagOf(item.parameter('returnAll', false))) return Infinity;
	const limit = item.parameter('limit', 50);
	return isBlank(limit) ? 50 : whole(limit, { min: 1 });
}

/**
 * The way of Get Many: Return All or an exact Limit over Luma's cursors; one item for each entry, or for each page.
 * @param passes which entries are wanted, where Luma cannot tell them apart; Limit counts those
 */
export async function list(item: Item, passes?: (entry: IDataObject) => boolean): Promise<IDataObject[]> {
	const paginationCursor = item.parameter('options.paginationCursor', '');
	const asPages = givesPages(item);
	const start = isBlank(paginationCursor) ? undefined : visible(paginationCursor);
	const entries: IDataObject[] = [];
	const limit = limitOf(item);
	let read = 0;
	let cursor = start;
	const settings = {
		notes: () => (read === 0 ? [] : [`${read} items were already read; they are not in the output.`]),
		cursor: () => (read === 0 ? undefined : cursor),
	};
	for await (const page of pages(async (query) => await item.send(query as IDataObject, settings), { limit: passes ? Infinity : limit, cursor: start })) {
		if (asPages) entries.push(page);
		else for (const entry of page.entries) if (entries.length < limit && (!passes || passes(entry))) entries.push(entry);
		read += page.entries.length;
		cursor = page.next_cursor;
		if (passes && entries.length >= limit) break;
	}
	return entries;
}

/** The way of Get Many where Luma has no pages: Limit is applied here. */
export async function listWhole(item: Item): Promise<IDataObject[]> {
	const answer = await item.send();
	const entries = entriesOf(answer);
	// Luma answers `has_more` to some lists for which it has no pages.
	if (answer.has_more === true) item.hint(`Luma returned the first ${entries.length} and says that there are more, which it has no way to ask for.`);
	return entries.slice(0, limitOf(item));
}
