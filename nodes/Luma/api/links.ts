import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { Problem } from '../values/problem';
import { alsoSend } from './operation';
import { turnOf } from './run';

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

/** The id of an event given by id or by link; each link is looked up once in an execution. */
export async function eventId(context: IExecuteSingleFunctions, text: string): Promise<string> {
	const event = eventIn(text);
	if ('id' in event) return event.id;
	const { run } = turnOf(context);
	return await run.preparing(async () => {
		await run.entered;
		if (run.halted) return text;
		const key = `event ${event.slug}`;
		if (!run.shared.has(key)) run.shared.set(key, alsoSend(context, 'GET', '/v1/entities/lookup', { slug: event.slug }));
		const id = eventOf((await run.shared.get(key)) as IDataObject);
		if (id !== undefined) return id;
		throw new Problem(`${text.trim()} is not the page of an event`, 'Paste the address of the event on luma.com, or choose the event from the list.');
	});
}

