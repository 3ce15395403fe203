import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seed, YEAR } from '../simulator';
import { file_url, storing } from './image';
import { calendarSettings, listingAdmins, plainCalendar, wholeCalendar } from './parts/calendars';
import { plainEvent, wholeEvent } from './parts/answers';
import { byId, byLink, fromList, get, post, type Case, type Cases } from './parts/case';
import { directions, listing, paging, simplifying } from './parts/lists';
import type { Sample } from './parts/sample';
import { filledIn, sentFor, shown } from './parts/settings';

const create = '/v2/organizations/calendars/create';
const calendars = '/v1/organizations/calendars/list';
const events = '/v1/organizations/events/list';
const transfer = '/v1/organizations/events/transfer-calendar';

const creating = (what: string, more: INodeParameters, sent: IDataObject = {}, item = plainCalendar): Case => ({
	what,
	parameters: { calendarName: 'Berlin Meetups', ...more },
	exchanges: [post(create, { name: 'Berlin Meetups', ...sent }, wholeCalendar)],
	items: [item],
});

const listingCalendars = listing(calendars);
const listingEvents = listing(events);

const { start_at, end_at } = plainEvent;
const { id, name, timezone, geo_address_json, url, visibility, calendar_id } = wholeEvent;
const managed = { ...wholeEvent, managing_calendars: [wholeCalendar, { ...wholeCalendar, id: 'cal-2', name: 'Munich Meetups' }] };
const plainManaged = { name, start_at, end_at, timezone, location: (geo_address_json as IDataObject).full_address, url, visibility, calendar_id, calendar_names: 'Berlin Meetups, Munich Meetups', id };

const transferring = (what: string, calendar: INodeParameters[string], before: Case['exchanges'] = []): Case => ({
	what,
	parameters: { eventId: byId('evt-1'), calendarId: calendar },
	exchanges: [...before, post(transfer, { event_id: 'evt-1', calendar_id: 'cal-2' })],
	items: [{ success: true, event_id: 'evt-1', calendar_id: 'cal-2' }],
});
const [first, second] = [['cal-1', 'berlin-meetups'], ['cal-2', 'munich-meetups']].map(([one, slug]) => ({ ...wholeCalendar, id: one, slug }));
const pages = [
	get(calendars, { pagination_limit: '100' }, { entries: [first], has_more: true, next_cursor: 'c2' }),
	get(calendars, { pagination_limit: '100', pagination_cursor: 'c2' }, { entries: [second], has_more: false }),
];

export const cases: Cases = {
	organization: {
		createCalendar: [
			creating('with what is required', {}),
			...calendarSettings.map((row) => creating(shown(row), { additionalFields: filledIn(row) }, sentFor(row))),
			{ ...creating('with an avatar from the input item', { additionalFields: { avatar: { file: { binaryPropertyName: 'data' } } } }), exchanges: [...storing, ...creating('', {}, { avatar_url: file_url }).exchanges] },
			creating('simplified', { simplify: true }),
			creating('as Luma answers it', { simplify: false }, {}, wholeCalendar),
		],
		getAdmins: listingAdmins('/v1/organizations/admins/list'),
		getCalendars: [listingCalendars('as they are', {}), ...paging(calendars, {}, {}), ...simplifying(listingCalendars, wholeCalendar, plainCalendar)],
		getEvents: [
			listingEvents('without filters', {}),
			...paging(events, {}, {}),
			...simplifying(listingEvents, managed, plainManaged),
			listingEvents('between two times', { filters: { after: '2027-06-01T00:00:00', before: '2027-12-01T00:00:00' } }, { after: '2027-06-01T00:00:00+02:00', before: '2027-12-01T00:00:00+01:00' }),
			...directions.map((direction) => listingEvents(`sorted ${direction}`, { sort: { direction } }, { sort_direction: direction })),
		],
		transferEvent: [
			transferring('by ID', byId(' cal-2 ')),
			transferring('from the list', fromList('cal-2')),
			transferring('by link', byLink('https://luma.com/munich-meetups?k=c'), pages),
			transferring('by the end of the link', byLink('Munich-Meetups'), pages),
			transferring('by the link of its manager', byLink('https://luma.com/calendar/manage/cal-2/events')),
			{ what: 'by a link that is none of its calendars', parameters: { eventId: byId('evt-1'), calendarId: byLink('https://luma.com/nobody') }, exchanges: pages, items: [], refused: 'Calendar: "https://luma.com/nobody" is not a calendar of the organization' },
		],
	},
};

const { conference, ofSecond } = seed.events;
const organization = { resource: 'organization', needs: 'organization' } as const;

export const samples: Sample[] = [
	{
		...organization,
		operation: 'createCalendar',
		parameters: { calendarName: 'Third Calendar', additionalFields: { calendarSlug: 'third', website: 'https://third.example.com', instagramHandle: '@third' } },
		sent: [post(create, { name: 'Third Calendar', slug: 'third', website: 'https://third.example.com', instagram_handle: 'third' })],
		items: () => [{ id: 'cal-new-1', name: 'Third Calendar', url: 'https://luma.com/third' }],
	},
	{ ...organization, operation: 'getAdmins', parameters: { returnAll: true }, sent: [get('/v1/organizations/admins/list')], items: () => [{ id: 'usr-host', email: 'host@example.com' }] },
	{
		...organization,
		operation: 'getCalendars',
		parameters: { returnAll: true },
		sent: [get(calendars, { pagination_limit: '100' })],
		items: () => [{ id: 'cal-simulator', city: 'Berlin' }, { id: seed.calendars.second, slug: 'second-calendar' }],
	},
	{
		...organization,
		operation: 'getEvents',
		parameters: { limit: 1, filters: { after: `${YEAR + 1}-09-04T00:00:00Z` }, sort: { direction: 'asc' } },
		sent: [get(events, { after: `${YEAR + 1}-09-04T00:00:00Z`, sort_direction: 'asc', pagination_limit: '1' })],
		items: () => [{ id: ofSecond, calendar_id: seed.calendars.second, calendar_names: 'Second Calendar' }],
	},
	{
		...organization,
		operation: 'transferEvent',
		parameters: { eventId: byId(conference), calendarId: byId(seed.calendars.second) },
		sent: [post(transfer, { event_id: conference, calendar_id: seed.calendars.second })],
		items: () => [{ success: true, event_id: conference, calendar_id: seed.calendars.second }],
	},
	{
		what: 'of another calendar of the organization',
		resource: 'event',
		operation: 'getAll',
		needs: 'organization',
		parameters: { when: 'all', options: { forCalendarId: byId(seed.calendars.second) } },
		sent: [get('/v1/calendars/events/list', { pagination_limit: '50' })],
		items: () => [{ id: ofSecond }],
	},
];
