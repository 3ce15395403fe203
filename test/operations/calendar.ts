import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { get, post, type Case, type Cases } from './parts/case';
import type { Sample } from './parts/sample';
import { filledIn, sentFor, shown, type Row } from './parts/settings';

const id = 'cal-1';

export const wholeCalendar: IDataObject = {
	id,
	name: 'Berlin Meetups',
	slug: 'berlin-meetups',
	avatar_url: null,
	url: 'https://luma.com/berlin-meetups',
	description: 'Talks',
	social_image_url: null,
	cover_image_url: null,
	is_personal: false,
	location: { city: 'Berlin', region: null, country: 'Germany', country_code: 'DE', timezone: 'Europe/Berlin' },
	coordinate: null,
	instagram_handle: null,
	twitter_handle: null,
	youtube_handle: null,
	website: null,
};

export const plainCalendar: IDataObject = {
	name: 'Berlin Meetups',
	url: 'https://luma.com/berlin-meetups',
	slug: 'berlin-meetups',
	description: 'Talks',
	website: null,
	city: 'Berlin',
	country: 'Germany',
	timezone: 'Europe/Berlin',
	avatar_url: null,
	id,
};

const own = get('/v1/calendars/get', undefined, wholeCalendar);
const getting = (what: string, parameters: INodeParameters, item = plainCalendar): Case => ({ what, parameters, exchanges: [own], items: [item] });

export const wholeAdmins: IDataObject[] = [1, 2, 3].map((n) => ({ id: `usr-${n}`, name: `Admin ${n}`, avatar_url: 'https://images.lumacdn.com/a.png', email: `admin${n}@example.com`, first_name: 'Admin', last_name: `${n}`, api_id: `usr-${n}` }));
const plainAdmins = wholeAdmins.map(({ id: user, name, email, first_name, last_name, avatar_url }) => ({ id: user, name, email, first_name, last_name, avatar_url }));

/** Return All and Limit of a list of admins. */
export const listingAdmins = (path: string): Case[] => {
	const listing = (what: string, parameters: INodeParameters, items = plainAdmins): Case => ({ what, parameters, exchanges: [get(path, undefined, { entries: wholeAdmins })], items });
	return [listing('some', {}), listing('all', { returnAll: true }), listing('up to Limit', { returnAll: false, limit: 2 }, plainAdmins.slice(0, 2))];
};

/** What can be set when a calendar is made and when it is changed. */
export const calendarSettings: Row[] = [
	['avatar', { url: { url: ' https://images.lumacdn.com/avatars/a.png' } }, 'avatar_url', 'https://images.lumacdn.com/avatars/a.png'],
	['calendarColor', '#bb2dc7', 'tint_color', '#bb2dc7'],
	['calendarDescription', 'Talks on the first Tuesday', 'description', 'Talks on the first Tuesday'],
	['instagramHandle', '@lumahq', 'instagram_handle', 'lumahq'],
	...['archived', 'coming-soon', 'launched'].map((status): Row => ['launchStatus', status, 'launch_status', status]),
	['locationJson', '{ "city": "Berlin" }', 'location', { city: 'Berlin' }],
	['calendarSlug', 'berlin-meetups', 'slug', 'berlin-meetups'],
	['website', 'https://example.com', 'website', 'https://example.com'],
	['twitterHandle', 'lumahq', 'twitter_handle', 'lumahq'],
	['youtubeHandle', 'lumahq', 'youtube_handle', 'lumahq'],
];

const updating = (what: string, parameters: INodeParameters, sent: IDataObject, item = plainCalendar): Case => ({
	what,
	parameters,
	shared: 1,
	exchanges: [own, post('/v1/calendars/update', { calendar_id: id, ...sent }, wholeCalendar)],
	items: [item],
});
const clearable = ['instagram_handle', 'website', 'twitter_handle', 'youtube_handle'];
const name: Row = ['calendarName', 'Berlin Meetups', 'name', 'Berlin Meetups'];
const renamed: INodeParameters = { updateFields: { calendarName: 'Berlin Meetups' } };

const adding = (what: string, parameters: INodeParameters, emails: string[]): Case => ({
	what,
	parameters,
	exchanges: [post('/v1/calendars/admins/add', { emails }, { added: emails.length })],
	items: emails.map((email) => ({ email, status: 'added' })),
});
const item = { adminsFrom: 'inputItems', adminEmail: 'guest1@example.com' };
const many = Array.from({ length: 25 }, (_, n) => `guest${n}@example.com`);

const calendar: Cases[string] = {
	addAdmins: [
		adding('from an input item', { ...item, options: { batchSize: 1 } }, ['guest1@example.com']),
		adding('from a list', { adminsFrom: 'list', adminEmails: 'guest1@example.com, guest2@example.com' }, ['guest1@example.com', 'guest2@example.com']),
		{
			...adding('more than Luma takes at once', { adminsFrom: 'list', adminEmails: many.join(', ') }, many),
			exchanges: [many.slice(0, 20), many.slice(20)].map((emails) => post('/v1/calendars/admins/add', { emails })),
		},
		{ what: 'a batch that is too large', parameters: { ...item, options: { batchSize: 21 } }, exchanges: [], items: [], refused: 'Batch Size: 21 is not a whole number from 1 to 20' },
	],
	get: [getting('as it stands', {}), getting('simplified', { simplify: true }), getting('as Luma answers it', { simplify: false }, wholeCalendar)],
	getAdmins: listingAdmins('/v1/calendars/admins/list'),
	update: [
		...[name, ...calendarSettings].map((row) => updating(shown(row), { updateFields: filledIn(row) }, sentFor(row))),
		updating('clearing', { clearFields: clearable }, Object.fromEntries(clearable.map((parameter) => [parameter, null]))),
		updating('simplified', { ...renamed, simplify: true }, { name: 'Berlin Meetups' }),
		updating('as Luma answers it', { ...renamed, simplify: false }, { name: 'Berlin Meetups' }, wholeCalendar),
	],
};

export const cases: Cases = { calendar };

export const samples: Sample[] = [
	{
		resource: 'calendar',
		operation: 'addAdmins',
		parameters: { adminsFrom: 'list', adminEmails: 'new1@example.com, new2@example.com' },
		sent: [post('/v1/calendars/admins/add', { emails: ['new1@example.com', 'new2@example.com'] })],
		items: () => [1, 2].map((n) => ({ email: `new${n}@example.com`, status: 'added' })),
	},
	{ resource: 'calendar', operation: 'get', parameters: {}, sent: [own], items: () => [{ id: 'cal-simulator', name: 'Simulator Calendar', city: 'Berlin', timezone: 'Europe/Berlin' }] },
	{
		what: 'as Luma answers it',
		resource: 'calendar',
		operation: 'get',
		parameters: { simplify: false },
		sent: [own],
		items: () => [{ id: 'cal-simulator', location: { city: 'Berlin', country_code: 'DE' } }],
	},
	{ resource: 'calendar', operation: 'getAdmins', parameters: { returnAll: true }, sent: [get('/v1/calendars/admins/list')], items: () => [{ id: 'usr-host', email: 'host@example.com' }] },
	{
		resource: 'calendar',
		operation: 'update',
		parameters: { updateFields: { calendarName: 'Renamed', instagramHandle: '@lumahq' }, clearFields: ['website'] },
		sent: [own, post('/v1/calendars/update', { calendar_id: 'cal-simulator', name: 'Renamed', instagram_handle: 'lumahq', website: null })],
		items: () => [{ id: 'cal-simulator', name: 'Renamed', website: null }],
	},
];
