import { calendarId, seed, YEAR } from '../simulator';
import { byId, byLink, get, post } from './parts/case';
import { CURSOR, type Sample } from './parts/sample';

const { conference, paid } = seed.events;

export const samples: Sample[] = [
	{
		what: 'made whole',
		resource: 'event',
		operation: 'create',
		decides: '/v1/events/create',
		parameters: {
			eventName: 'Spring Fair',
			startAt: '2027-09-02T19:00:00',
			timezone: 'Europe/Berlin',
			additionalFields: {
				cover: { file: { binaryPropertyName: 'data' } },
				ticketTypeRows: { type: [{ name: 'Free', type: 'free' }, { name: 'Seat', type: 'paid', cents: 5000, currency: 'eur' }] },
				questionRows: { question: [{ label: 'Meal', questionType: 'dropdown', choices: 'Vegan\nAnything' }] },
				hosts: { host: [{ hostEmail: 'staff@example.com', accessLevel: 'check-in' }] },
				eventTags: 'Meetup',
			},
			options: { returnIdOnly: true },
		},
		sent: [
			post('/v1/images/create-upload-url', { content_type: 'image/png' }),
			{ method: 'PUT', path: '/uploads/image-new-1', body: '(70 bytes)', answer: {} },
			post('/v1/events/create', {
				name: 'Spring Fair',
				start_at: '2027-09-02T19:00:00+02:00',
				timezone: 'Europe/Berlin',
				visibility: 'public',
				cover_url: 'https://images.lumacdn.com/uploads/image-new-1.png',
				ticket_types: [{ name: 'Free', type: 'free', require_approval: false }, { name: 'Seat', type: 'paid', cents: 5000, currency: 'eur', require_approval: false }],
				registration_questions: [{ id: 'meal', label: 'Meal', required: false, question_type: 'dropdown', options: ['Vegan', 'Anything'] }],
				registration_open: false,
			}),
			get('/v1/events/ticket-types/list', { event_id: 'evt-new-1', include_hidden: 'true' }),
			post('/v1/events/update', { event_id: 'evt-new-1', registration_open: true }),
			post('/v1/events/hosts/add', { event_id: 'evt-new-1', email: 'staff@example.com', access_level: 'check-in', is_visible: true }),
			post('/v1/calendars/event-tags/apply', { tag: 'Meetup', event_ids: ['evt-new-1'] }),
		],
		items: (simulator) => {
			const { hosts } = simulator.events().find(({ id }) => id === 'evt-new-1')!;
			return hosts.some(({ email }) => email === 'staff@example.com') ? [{ id: 'evt-new-1' }] : ['the host is not there'];
		},
	},
	{
		resource: 'event',
		operation: 'create',
		parameters: {
			eventName: 'Autumn Meetup',
			startAt: '2027-09-01T19:00:00',
			endAt: '2027-09-01T22:00:00',
			timezone: 'Europe/Berlin',
			visibility: 'private',
			simplify: false,
			additionalFields: {
				descriptionMd: 'Come *early*',
				maxCapacity: 80,
				tintColor: '#112233',
				waitlistStatus: 'enabled',
				address: { manual: { address: 'Example Street 1, Berlin' } },
			},
		},
		sent: [
			post('/v1/events/create', {
				name: 'Autumn Meetup',
				start_at: '2027-09-01T19:00:00+02:00',
				end_at: '2027-09-01T22:00:00+02:00',
				timezone: 'Europe/Berlin',
				visibility: 'private',
				description_md: 'Come *early*',
				max_capacity: 80,
				tint_color: '#112233',
				waitlist_status: 'enabled',
				geo_address_json: { type: 'manual', address: 'Example Street 1, Berlin' },
			}),
			get('/v1/events/get', { event_id: 'evt-new-1' }),
		],
		items: () => [
			{
				id: 'evt-new-1',
				calendar_id: calendarId,
				name: 'Autumn Meetup',
				duration_interval: 'PT3H',
				description: 'Come early',
				max_capacity: 80,
			},
		],
	},
	{
		resource: 'event',
		operation: 'get',
		parameters: { eventId: byId(conference) },
		sent: [get('/v1/events/get', { event_id: conference })],
		items: ({ guests }) => [
			{
				id: conference,
				name: 'Summer Conference',
				location: 'Simulator Hall, Example Street 1, 10115 Berlin, Germany',
				guest_counts: { approved: guests(conference).filter(({ approval_status }) => approval_status === 'approved').length },
			},
		],
	},
	{
		what: 'by link',
		resource: 'event',
		operation: 'get',
		parameters: { eventId: byLink('https://luma.com/summer-conference'), simplify: false },
		sent: [
			get('/v1/entities/lookup', { slug: 'summer-conference' }),
			get('/v1/events/get', { event_id: conference }),
		],
		items: () => [{ id: conference, geo_address_json: { city: 'Berlin' }, guest_counts: {} }],
	},
	{
		resource: 'event',
		operation: 'getAll',
		parameters: {
			when: 'all',
			returnAll: false,
			limit: 105,
			filters: { after: `${YEAR}-01-01T00:00:00Z`, before: `${YEAR + 1}-01-01T00:00:00Z` },
			sort: { direction: 'desc' },
		},
		sent: [
			get('/v1/calendars/events/list', {
				after: `${YEAR}-01-01T00:00:00Z`,
				before: `${YEAR + 1}-01-01T00:00:00Z`,
				sort_direction: 'desc',
				pagination_limit: '100',
			}),
			get('/v1/calendars/events/list', {
				after: `${YEAR}-01-01T00:00:00Z`,
				before: `${YEAR + 1}-01-01T00:00:00Z`,
				sort_direction: 'desc',
				pagination_limit: '5',
				pagination_cursor: CURSOR,
			}),
		],
		items: (simulator) =>
			simulator
				.events()
				.filter(
					({ platform, access, status, start_at }) =>
						platform === 'luma' &&
						access === 'manage' &&
						status === 'approved' &&
						start_at.startsWith(String(YEAR)),
				)
				.sort((a, b) => b.start_at.localeCompare(a.start_at))
				.slice(0, 105)
				.map(({ id, name }) => ({ id, name })),
	},
	{
		what: 'that are past, the latest first',
		resource: 'event',
		operation: 'getAll',
		parameters: { when: 'past', filters: { before: '2026-11-20T00:00:00Z' } },
		sent: [get('/v1/calendars/events/list', { before: '2026-11-20T00:00:00Z', sort_column: 'start_at', sort_direction: 'desc', pagination_limit: '50' })],
		items: (simulator) =>
			simulator
				.events()
				.filter(({ platform, access, status, start_at }) => platform === 'luma' && access === 'manage' && status === 'approved' && start_at < '2026-11-20')
				.sort((a, b) => b.start_at.localeCompare(a.start_at))
				.slice(0, 50)
				.map(({ id, tags }) => ({ id, tags: tags.map(({ name }) => name).join(', ') })),
	},
	{
		resource: 'event',
		operation: 'update',
		parameters: {
			eventId: byId(conference),
			updateFields: { eventName: 'Winter Conference', notifyGuests: 'nobody' },
			clearFields: ['max_capacity'],
		},
		sent: [
			post('/v1/events/update', {
				event_id: conference,
				name: 'Winter Conference',
				suppress_notifications: true,
				max_capacity: null,
			}),
			get('/v1/events/get', { event_id: conference }),
		],
		items: () => [{ success: true, event_id: conference, id: conference, name: 'Winter Conference', timezone: 'Europe/Berlin' }],
	},
	{
		resource: 'event',
		operation: 'cancel',
		parameters: { eventId: byId(paid), confirm: true, refundGuests: 'yes' },
		sent: [
			post('/v1/events/cancel/request', { event_id: paid }),
			post('/v1/events/cancel', {
				event_id: paid,
				cancellation_token: 'evtdel-new-1',
				should_refund: true,
			}),
		],
		items: () => [{ success: true, event_id: paid, is_paid: true, should_refund: true }],
	},
	{
		resource: 'event',
		operation: 'lookUp',
		parameters: { platform: 'luma', publicEventId: byId(conference) },
		sent: [get('/v1/calendars/events/lookup', { platform: 'luma', event_id: conference })],
		items: () => [{ found: true, id: conference, status: 'approved' }],
	},
	{
		what: 'by URL, not there',
		resource: 'event',
		operation: 'lookUp',
		parameters: { platform: 'external', externalUrl: 'https://events.example.com/unknown' },
		sent: [
			get('/v1/calendars/events/lookup', {
				platform: 'external',
				url: 'https://events.example.com/unknown',
			}),
		],
		items: () => [{ found: false }],
	},
];
