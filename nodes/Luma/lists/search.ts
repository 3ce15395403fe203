import { NodeOperationError, type IDataObject, type ILoadOptionsFunctions, type INodeListSearchItems, type INodeListSearchResult, type INodePropertyOptions } from 'n8n-workflow';
import { clock } from '../api/clock';
import { pages } from '../api/pages';
import { isBlank } from '../values/blank';
import { tidy, visible } from '../values/text';
import { ask, PATIENCE_MS } from './ask';

/** A list of Luma from which a person chooses in the editor. */
export interface List {
	/** What is in it: "guests". */
	things: string;
	path: string;
	/**
	 * The queries that together give all of it, in the order in which it is shown.
	 * @param at when the list was opened, in milliseconds since 1970; its later pages get the same
	 */
	parts: (at: number) => IDataObject[];
	/** Whether Luma answers it whole, and knows no parameters for pages of it. */
	whole?: boolean;
	/** Where its entries stand in an answer, where Luma does not call them `entries`. */
	entries?: (answer: IDataObject) => unknown;
	show: (entry: IDataObject) => Choice;
	/** What a search looks at. */
	words: (entry: IDataObject) => unknown[];
	/** Gets the one entry that a text names exactly, such as an ID, a link or an email address; undefined where it names none. */
	named?: (text: string) => Promise<IDataObject | undefined>;
	/** The parameter by which Luma searches the list itself. */
	query?: string;
	/** What a person can do whom a search does not help: a sentence. */
	otherwise?: string;
}

/** An entry as the editor shows it. */
export type Choice = INodeListSearchItems & { value: string };

/** Where a list goes on. n8n keeps it as text while a person scrolls. */
interface Place {
	at: number;
	/** Which of its parts. */
	part: number;
	/** Luma's cursor in that part. */
	cursor?: string;
}

/** n8n asks for more when a person scrolls to the end of a list. Fewer entries fill none, so there is nothing to scroll. */
const ENOUGH = 20;

/** Pages of 100 that are read at most before something is shown. */
const MOST_PAGES = 250;

/** Milliseconds for which a person waits when something has been found already. */
const PATIENCE_WITH_SOMETHING_MS = 5_000;

/** What people type and what Luma has, made comparable: without case, accents and characters that cannot be seen. */
const comparable = (text: string) => text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** Reads a list page by page; with each page comes the place after it, and whether Luma says of none, so that reading on tells what is wrong. */
async function* read(context: ILoadOptionsFunctions, list: List, from: Place, searched = ''): AsyncGenerator<{ entries: IDataObject[]; next?: Place; isStuck: boolean }> {
	const parts = list.parts(from.at).map((part) => (list.query !== undefined && searched !== '' ? { ...part, [list.query]: searched } : part));
	for (let part = from.part; part < parts.length; part += 1) {
		const fetch = async (paging: IDataObject) => {
			const answer = await ask(context, list.path, { ...parts[part], ...(!list.whole && paging) });
			if (list.entries) return { entries: list.entries(answer) } as IDataObject;
			return list.whole ? { ...answer, next_cursor: undefined } : answer;
		};
		const after = part + 1 < parts.length ? { at: from.at, part: part + 1 } : undefined;
		for await (const { entries, has_more, next_cursor } of pages(fetch, { cursor: part === from.part ? from.cursor : undefined })) {
			const goesOn = has_more === true;
			const isStuck = goesOn && (isBlank(next_cursor) || (part === from.part && next_cursor === from.cursor));
			yield { entries, next: goesOn ? { at: from.at, part, cursor: next_cursor } : after, isStuck };
		}
	}
}

/** Reads on until the list ends, enough is found, or a person has waited long enough; `cut` says so when it is the last. */
async function collect(
	context: ILoadOptionsFunctions,
	list: List,
	from: Place,
	enough: number,
	fits: (entry: IDataObject) => boolean = () => true,
	searched = '',
): Promise<{ found: Choice[]; next?: Place; cut?: string }> {
	const began = clock.now();
	const found: Choice[] = [];
	let pagesRead = 0;
	let entriesRead = 0;
	const cut = (because = '') => `Only the first ${entriesRead.toLocaleString('en')} ${list.things} were loaded${because}. ${list.otherwise ?? ''}`.trim();
	const readOn = async () => {
		for await (const { entries, next, isStuck } of read(context, list, from, searched)) {
			pagesRead += 1;
			entriesRead += entries.length;
			found.push(...entries.filter(fits).map(list.show));
			if (next === undefined || (found.length >= enough && !isStuck)) return { found, next };
			const patience = found.length > 0 ? PATIENCE_WITH_SOMETHING_MS : PATIENCE_MS;
			if (pagesRead >= MOST_PAGES || clock.now() - began >= patience) return { found, cut: cut() };
		}
		return { found };
	};
	return await readOn().catch((error: Error) => {
		// What was read before it is worth showing.
		if (entriesRead === 0) throw error;
		return { found, cut: cut(`: ${error.message}`) };
	});
}

/** Something to read among the choices; chosen, it leaves the field empty. */
const note = (text: string): Choice => ({ name: text, value: '' });

/** The whole of a list, for a field in which n8n cannot ask for more. */
export async function all(context: ILoadOptionsFunctions, list: List): Promise<Choice[]> {
	const { found, cut } = await collect(context, list, { at: clock.now(), part: 0 }, Infinity);
	return cut === undefined ? found : [note(cut), ...found];
}

/**
 * What n8n shows of a list: all of it, bit by bit, or what fits a text that a person has typed. n8n shows the first answer
 * to a search and does not ask on when that is empty or short, so a search reads to the end of the list.
 * @param token where to go on, as the answer before gave it
 * @throws NodeOperationError when nothing was found, and the list is too long to look through
 */
export async function search(context: ILoadOptionsFunctions, list: List, filter = '', token?: string): Promise<INodeListSearchResult> {
	const wanted = comparable(filter);
	if (wanted !== '' && token === undefined) {
		const entry = await list.named?.(visible(filter));
		if (entry !== undefined) return { results: [list.show(entry)] };
	}
	const from = token === undefined ? { at: clock.now(), part: 0 } : (JSON.parse(token) as Place);
	const fits = (entry: IDataObject) => wanted === '' || list.query !== undefined || comparable(list.words(entry).join(' ')).includes(wanted);
	const { found, next, cut } = await collect(context, list, from, ENOUGH, fits, tidy(filter));
	if (cut !== undefined && found.length === 0) throw new NodeOperationError(context.getNode(), cut);
	return { results: cut === undefined ? found : [note(cut), ...found], paginationToken: next && JSON.stringify(next) };
}

type Of = (context: ILoadOptionsFunctions) => List | Promise<List>;

/** A list as n8n's `listSearch` asks for it: for a locator. */
export const searchOf = (list: Of) =>
	async function (this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult> {
		return await search(this, await list(this), filter, token);
	};

/** A list as n8n's `loadOptions` asks for it: for a field that takes several. */
export const optionsOf = (list: Of) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await all(this, await list(this));
	};
