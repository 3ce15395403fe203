import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { isBlank } from '../values/blank';
import { eventBehind, eventIn, noEvent } from '../values/eventLink';
import { list } from '../values/scalar';
import { ask } from './ask';
import { optionsOf, searchOf, type Choice, type List } from './search';
import { unlessUnknown } from './unlessUnknown';

/** The id of the event that a person names by id or link; a link is looked up. */
async function idOf(context: ILoadOptionsFunctions, text: string, form?: 'link'): Promise<string> {
	const event = eventIn(text, form);
	if ('id' in event) return event.id;
	const id = eventBehind(await ask(context, '/v1/entities/lookup', { slug: event.slug }));
	if (id === undefined) throw noEvent(text);
	return id;
}

/** The event chosen in the node, for the lists of what belongs to it. */
export async function chosenEvent(context: ILoadOptionsFunctions): Promise<string> {
	const value = context.getCurrentNodeParameter('eventId', { extractValue: true }) ?? '';
	if (isBlank(value)) throw new Error('Choose an event first');
	const { mode } = context.getCurrentNodeParameter('eventId') as { mode?: string };
	return await idOf(context, String(value), mode === 'url' ? 'link' : undefined);
}

/** The events whose guests are listed, as far as they are chosen in the node. */
export async function chosenEvents(context: ILoadOptionsFunctions): Promise<string[]> {
	const of = context.getCurrentNodeParameter('guestsOf');
	if (of === undefined || of === 'one') return [await chosenEvent(context)];
	const chosen = of === 'several' ? list(context.getCurrentNodeParameter('eventIds') ?? []) : [];
	if (chosen.length === 0) throw new Error(of === 'several' ? 'Choose events first' : 'Choose one event, or specify names using an expression');
	return await Promise.all([...new Set(chosen)].map(async (id) => await idOf(context, id)));
}

/** An event by name and date, as its guests read the date. */
function show({ id, name, start_at, timezone, url }: IDataObject): Choice {
	const start = DateTime.fromISO(String(start_at), { zone: typeof timezone === 'string' ? timezone : 'UTC' });
	const date = start.isValid ? ` (${start.toFormat('d LLL yyyy, HH:mm', { locale: 'en' })})` : '';
	return { name: `${name ?? id}${date}`, value: String(id), ...(typeof url === 'string' && { url }) };
}

const NAMES_AN_EVENT = /^evt-|(?:luma\.com|lu\.ma)\//i;

/** The events of the calendar: those to come, the nearest first, then those that have begun, the latest first. */
const events = (context: ILoadOptionsFunctions): List => ({
	things: 'events',
	path: '/v1/calendars/events/list',
	// Luma's bounds leave out an event that starts at that very instant; one of the two has to have it.
	parts: (at) => [
		{ after: new Date(at - 1).toISOString(), sort_column: 'start_at', sort_direction: 'asc' },
		{ before: new Date(at).toISOString(), sort_column: 'start_at', sort_direction: 'desc' },
	],
	show,
	// Of the URL only what names the event: every one has "luma.com" in it.
	words: (event) => [show(event).name, event.id, String(event.url ?? '').split('/').pop()],
	named: async (text) =>
		NAMES_AN_EVENT.test(text) ? await unlessUnknown(ask(context, '/v1/events/get', { event_id: await idOf(context, text) })) : undefined,
	otherwise: "Paste the event URL, or choose 'By ID'.",
});

/** The events of all calendars of an organization, in the same order. Luma looks up neither a link nor an ID there without a calendar. */
const eventsOfOrganization = (context: ILoadOptionsFunctions): List => {
	const { parts, ...list } = events(context);
	const withoutColumn = ({ sort_column, ...query }: IDataObject) => (void sort_column, query);
	return { ...list, path: '/v1/organizations/events/list', parts: (at) => parts(at).map(withoutColumn), named: undefined, otherwise: "Choose 'By ID'." };
};

/** Events of the calendar, or of the organization, by name and date. */
export const searchEvents = searchOf((context) => (context.getCurrentNodeParameter('resource') === 'organization' ? eventsOfOrganization(context) : events(context)));

/** The events of the calendar, for a field that takes several. */
export const getEvents = optionsOf((context) => ({ ...events(context), otherwise: 'Specify the IDs of other events by an expression.' }));

const submissions = (context: ILoadOptionsFunctions): List => ({
	...events(context),
	things: 'submissions',
	parts: () => [{ status: 'pending', platforms: ['luma', 'external'], access: ['manage', 'view'] }],
	otherwise: "Paste the event URL, or choose 'By ID'.",
});

/** Events that were submitted to the calendar and wait for approval. */
export const searchSubmissions = searchOf(submissions);
