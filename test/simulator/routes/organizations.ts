import { page, type PageParameters } from '../pages';
import { route } from '../route';
import { filled, instant, paging, parameters, sortDirection } from '../schemas';
import type { CalendarRecord } from '../records';
import { managedEventEntry } from '../views';
import { answeredOf, calendarFields } from './calendars';

interface ListEvents extends PageParameters {
	before?: string;
	after?: string;
	sort_direction?: string;
}

/** What belongs to an organization as a whole. `access.ts` refuses the key of a calendar here. */
export const organizationRoutes = [
	route('GET', '/v1/organizations/admins/list', parameters({}), ({ store }) => ({ entries: store.admins })),

	route<PageParameters>('GET', '/v1/organizations/calendars/list', parameters(paging), ({ store: { calendars }, pageCap }, asked) => page(calendars.length, (position) => calendars[position], asked, {}, pageCap)),

	route<Partial<CalendarRecord> & { name: string }>('POST', '/v2/organizations/calendars/create', parameters(calendarFields, ['name']), ({ store }, given) => {
		const id = store.newId('cal');
		return store.addCalendar({ ...answeredOf(store, id, given), name: given.name, id });
	}),

	route<ListEvents>(
		'GET',
		'/v1/organizations/events/list',
		parameters({ before: instant, after: instant, sort_direction: sortDirection, ...paging }),
		({ store, pageCap }, { pagination_cursor, pagination_limit, ...filters }) => {
			const before = Date.parse(filters.before ?? '') || Infinity;
			const after = Date.parse(filters.after ?? '') || -Infinity;
			const down = filters.sort_direction?.startsWith('desc');
			const found = [...store.events.values()]
				.map((stored) => ({ stored, start: Date.parse(stored.fields.start_at) }))
				.filter(({ stored: { fields }, start }) => fields.platform === 'luma' && fields.status === 'approved' && store.calendars.some(({ id }) => id === fields.calendar_id) && start > after && start < before)
				.sort((a, b) => (down ? b.start - a.start : a.start - b.start));
			const entry = (position: number) => managedEventEntry(found[position].stored, store.calendars);
			return page(found.length, entry, { pagination_cursor, pagination_limit }, filters, pageCap);
		},
	),

	route<{ event_id: string; calendar_id: string }>(
		'POST',
		'/v1/organizations/events/transfer-calendar',
		parameters({ event_id: filled, calendar_id: filled }, ['event_id', 'calendar_id']),
		({ store }, { event_id, calendar_id }) => {
			store.event(event_id).fields.calendar_id = store.calendar(calendar_id).id;
			return {};
		},
	),
];
