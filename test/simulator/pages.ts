import { badRequest } from './errors';

export interface PageParameters {
	pagination_cursor?: string;
	pagination_limit?: number;
}

export interface Page<T> {
	entries: T[];
	has_more: boolean;
	next_cursor?: string;
}

const defaultLimit = 50;

/**
 * One page of a list. The cursor carries the filters it was made with and is refused with others:
 * Luma's documentation asks to send the same ones with every page.
 * @param entry makes the entry at a position of the list, so that only a page of it is ever built
 */
export function page<T>(
	total: number,
	entry: (position: number) => T,
	parameters: PageParameters,
	filters: object,
	cap: number,
): Page<T> {
	const fingerprint = JSON.stringify(Object.entries(filters).sort());
	const start = readCursor(parameters.pagination_cursor, fingerprint);
	const end = Math.min(start + Math.min(parameters.pagination_limit ?? defaultLimit, cap), total);
	const entries: T[] = [];
	for (let position = start; position < end; position++) entries.push(entry(position));
	return end < total
		? { entries, has_more: true, next_cursor: makeCursor(end, fingerprint) }
		: { entries, has_more: false };
}

const makeCursor = (position: number, fingerprint: string) =>
	Buffer.from(JSON.stringify([position, fingerprint])).toString('base64url');

function readCursor(cursor: string | undefined, fingerprint: string): number {
	if (cursor === undefined) return 0;
	const [position, madeWith] = parseCursor(cursor);
	if (madeWith !== fingerprint) {
		throw badRequest('pagination_cursor belongs to a list with other filters or another order.');
	}
	return position;
}

function parseCursor(cursor: string): [number, string] {
	try {
		const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
		if (Array.isArray(parsed) && Number.isInteger(parsed[0]) && typeof parsed[1] === 'string') {
			return [parsed[0], parsed[1]];
		}
	} catch {
		// Not one of ours: refused below.
	}
	throw badRequest('pagination_cursor is not valid.');
}
