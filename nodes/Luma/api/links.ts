import type { IDataObject } from 'n8n-workflow';

const LINK = /^(?:https?:\/\/)?(?:www\.)?(?:luma\.com|lu\.ma)\/(.+)$/i;

/** Without its escapes; half an escape stays what it is. */
function decoded(slug: string): string {
	try {
		return decodeURIComponent(slug);
	} catch {
		return slug;
	}
}

/**
 * What a person gives to name an event: its id, or its address on luma.com or lu.ma.
 * @returns the id when it can be told from the text, else the slug that Luma has to be asked about
 */
export function eventIn(text: string): { id: string } | { slug: string } {
	const link = LINK.exec(text.trim());
	if (!link) return { id: text.trim() };
	const path = link[1].split(/[?#]/)[0].replace(/\/+$/, '');
	const id = /(?:^|\/)(evt-[^/]+)/.exec(path);
	// The manager's pages of an event carry its id; its public page is the slug alone.
	return id ? { id: id[1] } : { slug: decoded(path.split('/')[0]) };
}

/** The id of the event behind an answer of /v1/entities/lookup, if it is one. */
export function eventOf(answer: IDataObject): string | undefined {
	const entity = answer.entity as { type?: string; event?: { id: string } } | null | undefined;
	return entity?.type === 'event' ? entity.event?.id : undefined;
}
