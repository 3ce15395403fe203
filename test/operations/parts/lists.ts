import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { get, type Case } from './case';

type Query = Record<string, string | string[]>;
/** Entries of a list, so many. */
export const entriesOf = (count: number, from = 1) => Array.from({ length: count }, (_, index) => ({ id: `entry-${from + index}` }));

/** One page of a list: what is filled in beside `base`, and how it stands in the query beside `always`. */
export const listing =
	(path: string, base: INodeParameters = {}, always: Query = {}) =>
	(what: string, more: INodeParameters, query: Query = {}, answered: IDataObject[] = entriesOf(2), items = answered): Case => ({
		what,
		parameters: { ...base, ...more },
		exchanges: [get(path, { ...always, pagination_limit: '50', ...query }, { entries: answered, has_more: false })],
		items,
		timezone: 'Europe/Berlin',
	});

/** Simplify on and off, and pages, which are left as they came. */
export const simplifying = (list: ReturnType<typeof listing>, whole: IDataObject, plain: IDataObject): Case[] => [
	list('simplified, as it is without a choice', {}, {}, [whole, whole], [plain, plain]),
	list('simplified', { simplify: true }, {}, [whole], [plain]),
	list('as Luma answers it', { simplify: false }, {}, [whole], [whole]),
	list('pages, not simplified', { options: { output: 'pages' } }, {}, [whole], [{ entries: [whole], has_more: false }]),
];

/** Return All, Limit, pages and cursors of a list that Luma gives page by page. */
export function paging(path: string, base: INodeParameters, always: Query): Case[] {
	const page = (query: Query, count: number, more: { has_more: boolean; next_cursor?: string }, from = 1) => get(path, { ...always, ...query }, { entries: entriesOf(count, from), ...more });
	const first = page({ pagination_limit: '100' }, 100, { has_more: true, next_cursor: 'c1' });
	return [
		{
			what: 'Return All over three pages, one of them empty',
			parameters: { ...base, returnAll: true },
			exchanges: [
				first,
				page({ pagination_limit: '100', pagination_cursor: 'c1' }, 0, { has_more: true, next_cursor: 'c2' }),
				page({ pagination_limit: '100', pagination_cursor: 'c2' }, 3, { has_more: false }, 101),
			],
			items: entriesOf(103),
		},
		{
			what: 'Limit within a page',
			parameters: { ...base, returnAll: false, limit: 3 },
			exchanges: [page({ pagination_limit: '3' }, 3, { has_more: true, next_cursor: 'c1' })],
			items: entriesOf(3),
		},
		{
			what: 'Limit over pages, asking the last one for what is missing',
			parameters: { ...base, limit: 130 },
			exchanges: [first, page({ pagination_limit: '30', pagination_cursor: 'c1' }, 30, { has_more: true, next_cursor: 'c2' }, 101)],
			items: entriesOf(130),
		},
		{
			what: 'Limit where Luma answers more than asked',
			parameters: { ...base, limit: 2 },
			exchanges: [page({ pagination_limit: '2' }, 5, { has_more: true, next_cursor: 'c1' })],
			items: entriesOf(2),
		},
		{
			what: 'each page as it came',
			parameters: { ...base, limit: 101, options: { output: 'pages' } },
			exchanges: [first, page({ pagination_limit: '1', pagination_cursor: 'c1' }, 1, { has_more: true, next_cursor: 'c2' }, 101)],
			items: [
				{ entries: entriesOf(100), has_more: true, next_cursor: 'c1' },
				{ entries: entriesOf(1, 101), has_more: true, next_cursor: 'c2' },
			],
		},
		{
			what: 'each entry, from a cursor on',
			parameters: { ...base, options: { output: 'entries', paginationCursor: 'c7' } },
			exchanges: [page({ pagination_limit: '50', pagination_cursor: 'c7' }, 2, { has_more: false })],
			items: entriesOf(2),
		},
	];
}

/** The directions in which Luma sorts. */
export const directions = ['asc', 'asc nulls last', 'desc', 'desc nulls last'];
