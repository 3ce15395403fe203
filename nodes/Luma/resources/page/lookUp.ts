import type { IDataObject } from 'n8n-workflow';
import { failureOf } from '../../api/errors';
import { options } from '../../fields/options';
import { plain, query, required } from '../../fields/send';
import type { Item } from '../../run/item';
import { isBlank } from '../../values/blank';
import { slugIn } from '../../values/eventLink';
import type { Operation } from '../operation';

/** What is behind a page, flat. `api_id` is the deprecated name of its id. */
function found(entity: IDataObject | null | undefined): IDataObject {
	if (!entity) return { found: false };
	const { type } = entity;
	const { api_id, ...thing } = (entity[type as string] ?? {}) as IDataObject;
	return { found: true, type, ...thing, ...(thing.id === undefined && api_id !== undefined && { id: api_id }) };
}

/** Whether requests name a calendar, under Options or in the credential. */
const namesCalendar = async ({ calendar, context }: Item) => calendar !== undefined || !isBlank((await context.getCredentials<{ calendarId?: string }>('lumaApi')).calendarId);

/**
 * Luma answers a free slug with null by its document, and with 404 by what others have seen. It answers 404 to a calendar that is
 * not there as well: where the request names one, the calendar itself is asked for, once in a run.
 */
async function foundOrNot(item: Item): Promise<IDataObject[]> {
	const answer = await item.send().catch(async (error: Error) => {
		const { status, origin } = failureOf(error) ?? {};
		if (status !== 404 || origin !== undefined) throw error;
		if (await namesCalendar(item)) await item.ask('/v1/calendars/get');
		return { entity: null };
	});
	return [found(answer.entity as IDataObject | null)];
}

export const lookUp: Operation = {
	option: {
		name: 'Look Up',
		value: 'lookUp',
		action: 'Look up a page',
		description: 'See which event or calendar a Luma URL belongs to, or whether it is free',
		routing: { request: { method: 'GET', url: '/v1/entities/lookup' } },
	},
	perform: foundOrNot,
	fields: [
		{
			displayName: 'URL or Slug',
			name: 'pageSlug',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://luma.com/summer-conference',
			hint: 'The URL of an event or a calendar, or the last part of it',
			description: 'The page to look up',
			routing: query('slug', 'URL or Slug', required, plain, slugIn),
		},
		options,
	],
};
