import { idOf, isOfOther } from './ids';
import { lumaLink } from './link';
import { Problem, shown } from './problem';
import { visible } from './text';

/** An event's ID; `calev-` is that of its submission to a calendar. */
const isId = (text: string) => /^(?:evt|calev)-\S+$/i.test(text);

const isSlug = (text: string) => /^[\p{L}\p{N}_-]+$/u.test(text);

/** Pages of Luma's own site, where no event can be: as its menus and the addresses of its app have them. */
const PAGES = new Set(
	'about calendar calendars category check-in create discover e embed event explore help home join login map pricing privacy privacy-policy settings signin sign-in signup sign-up terms u user'.split(' '),
);

/** What names an event: its ID, or the slug of its page, which Luma has to be asked about. */
export type EventNamed = { id: string } | { slug: string };

/** The ID of the event that a page on Luma's site is about, where its address has that. */
export function eventIdIn(text: string): string | undefined {
	const link = lumaLink(visible(text));
	return link && [...link.path, ...link.query.getAll('e')].map(visible).find(isId);
}

/** Said of an address that is not that of an event. */
export const noEvent = (text: string) => new Problem(`${shown(text.trim())} is not an event URL`, 'Paste the event URL from luma.com, or choose the event from the list.');

/** The slug in the address of a page on Luma's site, unless that is one of Luma's own. */
function slugOn(text: string): string | undefined {
	const [page] = lumaLink(text)?.path ?? [];
	return page === undefined || PAGES.has(page.toLowerCase()) ? undefined : page;
}

/**
 * What a person gives to name an event: its id, or its address on luma.com or lu.ma. The manager's pages, check-in links and
 * embedded pages carry the id in their path, a calendar's page with an event open has it as `e` in its query; an event's
 * public page is its slug alone.
 * @param form what the text was asked for as: under By URL a word that is no id is a slug, elsewhere it is an id of whatever form
 * @returns the id when it can be told from the text, else the slug that Luma has to be asked about
 * @throws Problem for what certainly names no event
 */
export function eventIn(given: string, form: 'id' | 'link' = 'id'): EventNamed {
	const text = visible(given);
	const id = eventIdIn(text);
	if (id !== undefined) return { id };
	const slug = slugOn(text);
	if (slug !== undefined) return { slug };
	if (lumaLink(text)) throw noEvent(text);
	const word = text.replace(/^\/(?!\/)/, '');
	if (form === 'link' && isSlug(word) && !isId(word) && !isOfOther('event', word)) return { slug: word };
	if (/^(?:[a-z]+:)?\/\//i.test(text)) throw noEvent(text);
	return { id: idOf('event', text) };
}

/**
 * What a person gives to name a guest: an email address, an id or a key as it is, or the link that a ticket's QR code holds
 * and Luma answers as `check_in_qr_code` (`luma.com/check-in/evt-…?pk=g-…`), of which it is the key.
 * @returns what names the guest, and the id of the event that such a link is about
 * @throws Problem for what certainly names no guest
 */
export function guestIn(given: unknown): { guest: string; event?: string } {
	const text = visible(given);
	const key = visible(lumaLink(text)?.query.get('pk') ?? '');
	return key === '' ? { guest: idOf('guest', text) } : { guest: key, event: eventIdIn(text) };
}

/**
 * The end of an address on Luma's site, given alone or as the whole address.
 * @throws Problem for an address elsewhere, and for what can be no end of one
 */
export function slugIn(given: unknown): string {
	const text = visible(given);
	const slug = lumaLink(text) ? slugOn(text) : text.replace(/^\/+/, '');
	if (slug !== undefined && !isId(slug) && /^[^\s/?#:.@]+$/.test(slug)) return slug;
	throw new Problem(`${shown(text)} is not the end of a URL on luma.com`, 'Use only what comes behind luma.com/, such as summer-conference.');
}

/** The id of the event behind an answer of /v1/entities/lookup, if it is one. */
export function eventBehind(answer: Record<string, unknown>): string | undefined {
	const entity = answer.entity as { type?: string; event?: { id: string } } | null | undefined;
	return entity?.type === 'event' ? entity.event?.id : undefined;
}
