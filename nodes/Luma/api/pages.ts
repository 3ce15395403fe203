import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/object';
import { Problem } from '../values/problem';

/** A page as Luma answers it (docs.luma.com, pagination). Lists that are not paged lack `has_more`. */
export type Page = IDataObject & { entries: IDataObject[]; has_more?: boolean; next_cursor?: string };

/** Items to ask for at once. Luma just answers fewer where it has a lower maximum, and 100 is the most it was seen to answer. */
export const PAGE_SIZE = 100;

/** A list that cannot be followed to its end. */
const unfollowable = (what: string, read: number) => new Problem(what, `${read} items were already read. Run the node again. If this keeps happening, contact Luma.`);

/** Whether these are entries of a list, each an object. */
const areEntries = (entries: unknown): entries is IDataObject[] => Array.isArray(entries) && entries.every(isObject);

/**
 * The entries of a list as Luma answers it.
 * @param read how many had been read before it
 * @throws Problem
 */
export function entriesIn({ entries }: IDataObject, read = 0): IDataObject[] {
	if (areEntries(entries)) return entries;
	throw unfollowable(Array.isArray(entries) ? "Luma's response has an entry that isn't an object" : "Luma's response has no list of entries", read);
}

/**
 * Walks a list page by page, until Luma says that there is no more or `limit` items have come.
 * @param fetch gets one page; its argument is to be merged into the query
 * @param limit how many items at most; the last page asks just for what is missing
 * @param cursor where to start
 */
export async function* pages(
	fetch: (query: { pagination_limit: number; pagination_cursor?: string }) => Promise<IDataObject>,
	{ limit = Infinity, cursor }: { limit?: number; cursor?: string },
): AsyncGenerator<Page> {
	const seen = new Set<string | undefined>();
	let count = 0;
	let next = cursor;
	do {
		seen.add(next);
		const size = Math.min(PAGE_SIZE, limit - count);
		const page = await fetch({ pagination_limit: size, ...(next !== undefined && { pagination_cursor: next }) });
		const entries = entriesIn(page, count);
		const { has_more: more, next_cursor: following } = page as Page;
		count += entries.length;
		yield count > limit ? ({ ...page, entries: entries.slice(0, limit - count) } as Page) : (page as Page);
		if (more !== true || count >= limit) return;
		if (following === undefined || following === null || following === '') throw unfollowable('Luma says there are more items, but not where to continue (has_more without next_cursor)', count);
		if (seen.has(following)) throw unfollowable(`Luma sent the same cursor twice (next_cursor "${following}")`, count);
		next = following;
	} while (count < limit);
}
