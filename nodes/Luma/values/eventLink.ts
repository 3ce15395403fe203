import { Problem, shown } from './problem';
import { visible } from './text';

/** An address on Luma's site: what comes behind the host. */
const LINK = /^(?:https?:\/\/)?(?:www\.)?(?:luma\.com|lu\.ma)\/(.+)$/i;

interface Link {
	path: string[];
	query: URLSearchParams;
}

/** Without its escapes; half an escape stays what it is. */
function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

function linkIn(text: string): Link | undefined {
	const link = LINK.exec(text)?.[1];
	if (link === undefined) return undefined;
	const [whole] = link.split('#');
	const [path, ...query] = whole.split('?');
	return { path: path.split('/').filter((part) => part !== '').map(decoded), query: new URLSearchParams(query.join('?')) };
}

/** An event's ID; `calev-` is that of its submission to a calendar. */
const isId = (text: string) => /^(?:evt|calev)-\S+$/i.test(text);

const isSlug = (text: string) => /^[\p{L}\p{N}_-]+$/u.test(text);

/**
 * What a person gives to name an event: its id, or its address on luma.com or lu.ma. The manager's pages, check-in links and
 * embedded pages carry the id in their path, a calendar's page with an event open has it as `e` in its query; an event's
 * public page is its slug alone.
 * @param form what the text was asked for as: under By URL a word that is no id is a slug, elsewhere it is an id of whatever form
 * @returns the id when it can be told from the text, else the slug that Luma has to be asked about
 */
export function eventIn(given: string, form: 'id' | 'link' = 'id'): { id: string } | { slug: string } {
	const text = visible(given);
	const link = linkIn(text);
	if (!link) return form === 'link' && isSlug(text) && !isId(text) ? { slug: text } : { id: text };
	const id = [...link.path, ...link.query.getAll('e')].map(visible).find(isId);
	if (id !== undefined) return { id };
	return link.path.length > 0 ? { slug: link.path[0] } : { id: text };
}

/**
 * What a person gives to name a guest: an email address, an id or a key as it is, or the link that a ticket's QR code holds
 * and Luma answers as `check_in_qr_code` (`luma.com/check-in/evt-…?pk=g-…`), of which it is the key.
 */
export function guestIn(given: unknown): string {
	const text = visible(given);
	return visible(linkIn(text)?.query.get('pk') ?? text);
}

/**
 * What names a page on Luma's site: the last part of its address, or that part alone.
 * @throws Problem where a text is neither
 */
export function slugIn(given: unknown): string {
	const text = visible(given);
	const link = linkIn(text);
	const slug = link ? visible(link.path.at(-1) ?? '') : text;
	if (isSlug(slug)) return slug;
	throw new Problem(`${shown(given)} is not a page on Luma`, 'Use a URL such as https://luma.com/summer-conference, or the last part of it.');
}

/** The id of the event behind an answer of /v1/entities/lookup, if it is one. */
export function eventBehind(answer: Record<string, unknown>): string | undefined {
	const entity = answer.entity as { type?: string; event?: { id: string } } | null | undefined;
	return entity?.type === 'event' ? entity.event?.id : undefined;
}
