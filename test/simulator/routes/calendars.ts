import { badRequest, notFound } from '../errors';
import { page, type PageParameters } from '../pages';
import { route } from '../route';
import { color, filled, instant, listOf, oneOf, orNull, paging, parameters, sortDirection, text, uri } from '../schemas';
import { adminOf, calendarId, calendarSlug, type Store, type StoredEvent } from '../store';
import type { CalendarRecord } from '../records';
import { submissionRoutes } from './submissions';
import { calendar, eventListEntry, self } from '../views';

interface ListEvents extends PageParameters {
	before?: string;
	after?: string;
	platforms?: string[];
	status?: string;
	access?: string[];
	sort_direction?: string;
}

const lookedUp = (stored: StoredEvent | undefined) => ({
	event: stored
		? { id: stored.fields.id, api_id: stored.fields.id, status: stored.fields.status }
		: null,
});

/** What can be set when a calendar is made and when it is changed. */
export const calendarFields = {
	name: filled,
	slug: filled,
	description: text,
	avatar_url: uri,
	tint_color: color,
	launch_status: oneOf('launched', 'coming-soon', 'archived'),
	website: orNull(text),
	instagram_handle: orNull(text),
	twitter_handle: orNull(text),
	youtube_handle: orNull(text),
	location: { type: 'object', nullable: true },
};

/** What of it Luma answers; the rest is put aside. */
export function answeredOf(store: Store, id: string, { tint_color, launch_status, ...answered }: Record<string, unknown>): Partial<CalendarRecord> {
	const given = Object.entries({ tint_color, launch_status }).filter(([, value]) => value !== undefined);
	if (given.length > 0) store.calendarSettings.set(id, { ...store.calendarSettings.get(id), ...Object.fromEntries(given) });
	return answered;
}

export const calendarRoutes = [
	route('GET', '/v1/users/get-self', parameters({}), () => self),
	route('GET', '/v1/calendars/get', parameters({}), ({ store, calendar: id }) => store.calendar(id)),
	route<{ calendar_id: string }>(
		'POST',
		'/v1/calendars/update',
		parameters({ calendar_id: filled, ...calendarFields }, ['calendar_id']),
		({ store, calendar: id = calendarId }, { calendar_id, ...fields }) => {
			if (calendar_id !== id) throw notFound('Calendar', calendar_id);
			return Object.assign(store.calendar(id), answeredOf(store, id, fields));
		},
	),
	route('GET', '/v1/calendars/admins/list', parameters({}), ({ store }) => ({ entries: store.admins })),
	route<{ emails: string[] }>(
		'POST',
		'/v1/calendars/admins/add',
		parameters({ emails: { ...listOf({ type: 'string', format: 'email' }, 1), maxItems: 20 } }, ['emails']),
		({ store }, { emails }) => {
			for (const email of emails) if (!store.admins.some((admin) => admin.email === email)) store.admins.push(adminOf(store.newId('usr'), email));
			return {};
		},
	),
	...submissionRoutes,

	route<ListEvents>(
		'GET',
		'/v1/calendars/events/list',
		parameters({
			before: instant,
			after: instant,
			platforms: listOf(oneOf('luma', 'external')),
			status: oneOf('approved', 'pending'),
			access: listOf(oneOf('manage', 'view')),
			sort_column: oneOf('start_at'),
			sort_direction: sortDirection,
			...paging,
		}),
		({ store, pageCap, calendar: id }, { pagination_cursor, pagination_limit, ...filters }) => {
			const { platforms = ['luma'], access = ['manage'], status = 'approved' } = filters;
			const before = Date.parse(filters.before ?? '') || Infinity;
			const after = Date.parse(filters.after ?? '') || -Infinity;
			const down = filters.sort_direction?.startsWith('desc');
			const found = [...store.events.values()]
				.map((stored) => ({ stored, start: Date.parse(stored.fields.start_at) }))
				.filter(
					({ stored, stored: { fields }, start }) =>
						store.isOn(stored, id) &&
						platforms.includes(fields.platform) &&
						(fields.platform === 'external' || access.includes(fields.access)) &&
						fields.status === status &&
						start > after &&
						start < before,
				)
				.sort((a, b) => (down ? b.start - a.start : a.start - b.start));
			return page(
				found.length,
				(position) => eventListEntry(found[position].stored),
				{ pagination_cursor, pagination_limit },
				filters,
				pageCap,
			);
		},
	),

	route<{ platform?: string; url?: string; event_id?: string; event_api_id?: string }>(
		'GET',
		'/v1/calendars/events/lookup',
		parameters({
			platform: oneOf('external', 'luma'),
			url: filled,
			event_id: filled,
			event_api_id: filled,
		}),
		({ store }, { platform, url, event_id, event_api_id }) => {
			if (platform === 'external') {
				if (!url) throw badRequest('url is required with platform external.');
				return lookedUp(
					[...store.events.values()].find(({ fields }) => fields.external_url === url),
				);
			}
			const id = event_id ?? event_api_id;
			if (!id) throw badRequest('event_id is required with platform luma.');
			return lookedUp(store.events.get(id));
		},
	),

	route<{ slug: string }>(
		'GET',
		'/v1/entities/lookup',
		parameters({ slug: filled }, ['slug']),
		({ store }, { slug }) => {
			if (slug === calendarSlug) {
				const { name, avatar_url } = calendar;
				return {
					entity: {
						type: 'calendar',
						calendar: { id: calendarId, api_id: calendarId, name, slug, avatar_url },
					},
				};
			}
			const fields = store.eventBySlug(slug)?.fields;
			if (!fields) return { entity: null };
			const { id, name, cover_url, start_at, end_at } = fields;
			return {
				entity: {
					type: 'event',
					event: { id, api_id: id, name, slug, cover_url, start_at, end_at },
				},
			};
		},
	),
];
