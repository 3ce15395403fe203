import { get, post, type OperationCase } from './case';

const own = get('/v1/calendars/get', {});

export const calendarCases: OperationCase[] = [
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
	{ resource: 'calendar', operation: 'getAdmins', parameters: { returnAll: true }, sent: [get('/v1/calendars/admins/list', {})], items: () => [{ id: 'usr-host', email: 'host@example.com' }] },
	{
		resource: 'calendar',
		operation: 'update',
		parameters: { updateFields: { calendarName: 'Renamed', instagramHandle: '@lumahq' }, clearFields: ['website'] },
		sent: [own, post('/v1/calendars/update', { calendar_id: 'cal-simulator', name: 'Renamed', instagram_handle: 'lumahq', website: null })],
		items: () => [{ id: 'cal-simulator', name: 'Renamed', website: null }],
	},
];
