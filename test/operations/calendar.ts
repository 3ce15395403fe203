import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { get, post, type Case, type Cases } from './parts/case';
import { calendarSettings, listingAdmins, plainCalendar, wholeCalendar } from './parts/calendars';
import { file_url, storing } from './image';
import type { Sample } from './parts/sample';
import { filledIn, sentFor, shown, type Row } from './parts/settings';

const own = get('/v1/calendars/get', undefined, wholeCalendar);
const getting = (what: string, parameters: INodeParameters, item = plainCalendar): Case => ({ what, parameters, exchanges: [own], items: [item] });

const updating = (what: string, parameters: INodeParameters, sent: IDataObject, item = plainCalendar): Case => ({
	what,
	parameters,
	shared: 1,
	exchanges: [own, post('/v1/calendars/update', { calendar_id: wholeCalendar.id, ...sent }, wholeCalendar)],
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
		{
			...updating('with an avatar from the input item', { updateFields: { avatar: { file: { binaryPropertyName: 'data' } } } }, {}),
			exchanges: [own, ...storing, post('/v1/calendars/update', { calendar_id: wholeCalendar.id, avatar_url: file_url }, wholeCalendar)],
		},
		...['https://www.instagram.com/lumahq/', 'instagram.com/lumahq?igsh=1', '@lumahq'].map((instagramHandle) => updating(`with the handle ${instagramHandle}`, { updateFields: { instagramHandle } }, { instagram_handle: 'lumahq' })),
		...['https://x.com/lumahq', 'https://twitter.com/@lumahq'].map((twitterHandle) => updating(`with the handle ${twitterHandle}`, { updateFields: { twitterHandle } }, { twitter_handle: 'lumahq' })),
		...['n/a', 'Nathan Smith', 'https://example.com/lumahq', 'https://www.youtube.com/channel/UC1'].map((youtubeHandle): Case => ({ what: `with what is no handle: ${youtubeHandle}`, parameters: { updateFields: { youtubeHandle } }, exchanges: [], items: [], refused: `YouTube Handle: "${youtubeHandle}" is not a handle` })),
		updating('with a website without its scheme', { updateFields: { website: 'example.com' } }, { website: 'https://example.com' }),
		{ what: 'with what is no website', parameters: { updateFields: { website: 'n/a' } }, exchanges: [], items: [], refused: 'Website: "n/a" is not a URL' },
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
