import type { IDataObject } from 'n8n-workflow';
import { entriesIn, pages } from '../api/pages';
import type { Item } from '../run/item';
import { isBlank } from '../values/blank';
import { json } from '../values/json';
import { explained } from '../values/problem';
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

/** Where a list goes on whose query depends on when it is asked: Luma takes a cursor with the same query only. */
interface Timed {
	cursor: string;
	query: IDataObject;
}

const isTimed = (given: unknown): given is Timed => typeof given === 'object' && given !== null && 'cursor' in given && 'query' in given;

/** What is in a cursor that this node has made, and not Luma: JSON. @throws Problem for what was cut off */
export function ownCursor(text: string): unknown {
	try {
		return text.startsWith('{') ? json(text) : undefined;
	} catch (error) {
		return explained(error, 'Use the whole next_cursor of a page, or the whole cursor of an error, or remove it to start at the beginning.', 'Pagination Cursor ');
	}
}

/** Reads a cursor that carries a query with it. */
function timedCursor(text: string): Timed | undefined {
	const given = ownCursor(text);
	return isTimed(given) ? given : undefined;
}

/**
 * The way of Get Many: Return All or an exact Limit over Luma's cursors; one item for each entry, or for each page.
 * @param more what goes beside, or in place of, its own fields, and depends on when it is asked: the cursors carry it
 */
export async function list(item: Item, more: IDataObject = {}): Promise<IDataObject[]> {
	const paginationCursor = item.parameter('options.paginationCursor', '');
	const asPages = givesPages(item);
	const isDated = Object.keys(more).length > 0;
	const given = isBlank(paginationCursor) ? undefined : visible(paginationCursor);
	const from = given !== undefined && isDated ? timedCursor(given) : undefined;
	const query = from?.query ?? more;
	const start = from?.cursor ?? given;
	const written = (cursor: string | undefined) => (cursor === undefined || !isDated ? cursor : JSON.stringify({ cursor, query } satisfies Timed));
	const entries: IDataObject[] = [];
	let read = 0;
	let cursor = start;
	const settings = {
		notes: () => (read === 0 ? [] : [`${read} items were already read; they are not in the output.`]),
		cursor: () => (read === 0 ? undefined : written(cursor)),
	};
	for await (const page of pages(async (paging) => await item.send({ ...query, ...paging }, settings), { limit: limitOf(item), cursor: start })) {
		// Luma answers null, or nothing, where there is no page after it.
		cursor = isBlank(page.next_cursor) ? undefined : page.next_cursor;
		if (!asPages) for (const entry of page.entries) entries.push(entry);
		else entries.push(cursor === undefined ? page : { ...page, next_cursor: written(cursor) });
		read += page.entries.length;
	}
	return entries;
}

/** The way of Get Many where Luma has no pages: Limit is applied here. */
export async function listWhole(item: Item): Promise<IDataObject[]> {
	const answer = await item.send();
	const entries = entriesIn(answer);
	// Luma answers `has_more` to some lists for which it has no pages.
	if (answer.has_more === true) item.hint(`Luma returned the first ${entries.length} and says that there are more, which it has no way to ask for.`);
	return entries.slice(0, limitOf(item));
}
