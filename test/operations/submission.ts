import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seed } from '../simulator';
import { byId, byLink, fromList, get, post, type Case, type Cases } from './parts/case';
import type { Sample } from './parts/sample';

const lookUp = get('/v1/entities/lookup', { slug: 'summer-conference' }, { entity: { type: 'event', event: { id: 'evt-1' } } });
const link = byLink('https://luma.com/summer-conference');

const add = '/v1/calendars/events/add';
const answered = (status: string) => ({ id: 'calev-1', api_id: 'calev-1', status });

const luma = (what: string, more: INodeParameters, sent: IDataObject = {}, status = 'approved'): Case => ({
	what,
	parameters: { publicEventId: byId('evt-1'), ...more },
	exchanges: [post(add, { platform: 'luma', event_id: 'evt-1', ...sent }, answered(status))],
	items: [{ id: 'calev-1', status, event_id: 'evt-1' }],
});

const url = 'https://www.eventbrite.com/e/123456789';
const external = (what: string, more: INodeParameters, sent: IDataObject = {}): Case => ({
	what,
	parameters: { platform: 'external', externalUrl: url, eventName: 'Fair', startAt: '2027-06-15T09:00:00', endAt: '2027-06-15T11:30:00', ...more },
	exchanges: [post(add, { platform: 'external', url, name: 'Fair', start_at: '2027-06-15T09:00:00+02:00', duration_interval: 'PT2H30M', timezone: 'Europe/Berlin', ...sent }, answered('approved'))],
	items: [{ id: 'calev-1', status: 'approved', url }],
	timezone: 'Europe/Berlin',
});

const manual = { type: 'manual', address: 'Alexanderplatz 1, Berlin' };
const google = { type: 'google', place_id: 'place-1', description: 'Third floor' };
const place = (field: string, value: INodeParameters, parameter: string, sent: IDataObject) => external(`${field} ${JSON.stringify(value)}`.slice(0, 80), { additionalFields: { [field]: value } }, { [parameter]: sent });

const addToCalendar: Case[] = [
	luma('of Luma', {}),
	luma('of Luma, chosen as such', { platform: 'luma' }),
	{ ...luma('by link', { publicEventId: link }), exchanges: [lookUp, ...luma('', {}).exchanges] },
	luma('at once', { additionalFields: { submissionMode: 'auto' } }, { submission_mode: 'auto' }),
	luma('to wait for an admin', { additionalFields: { submissionMode: 'pending' } }, { submission_mode: 'pending' }, 'pending'),
	external('of another site', {}),
	external('in a time zone', { timezone: 'America/New_York' }, { timezone: 'America/New_York', start_at: '2027-06-15T09:00:00-04:00' }),
	external('over days', { endAt: '2027-06-17T09:00:00' }, { duration_interval: 'PT48H' }),
	external('with a host', { additionalFields: { externalHost: 'Nathan Smith' } }, { host: 'Nathan Smith' }),
	place('address', { manual: { address: manual.address } }, 'geo_address_json', manual),
	...[byId('place-1'), fromList('place-1')].map((placeId) => place('address', { google: { placeId, description: 'Third floor' } }, 'geo_address_json', google)),
	place('address', { json: { json: JSON.stringify(manual) } }, 'geo_address_json', manual),
	place('coordinate', { position: { latitude: 52.52, longitude: 13.405 } }, 'coordinate', { latitude: 52.52, longitude: 13.405 }),
	place('coordinate', { json: { json: '{ "latitude": -90, "longitude": 180 }' } }, 'coordinate', { latitude: -90, longitude: 180 }),
	{ ...external('that ends before it starts', { endAt: '2027-06-15T08:00:00' }), exchanges: [], items: [], refused: 'End is 2027-06-15T08:00:00+02:00, which is not after \'Start\' (2027-06-15T09:00:00+02:00)' },
];

const deciding = (operation: string) => {
	const calendar_event_id = 'calev-1';
	const of = (what: string, more: INodeParameters, sent: IDataObject = {}): Case => ({
		what,
		parameters: { submissionId: byId(calendar_event_id), ...more },
		exchanges: [post(`/v1/calendars/events/${operation}`, { calendar_event_id, ...sent })],
		items: [{ success: true, calendar_event_id, ...('calendar_event_id' in sent && { calendar_event_id: sent.calendar_event_id }) }],
	});
	const byUrl = of('by link', { submissionId: link }, { calendar_event_id: 'evt-1' });
	return { of, all: [of('by ID', {}), of('from the list', { submissionId: fromList('evt-2') }, { calendar_event_id: 'evt-2' }), { ...byUrl, exchanges: [lookUp, ...byUrl.exchanges] }] };
};

const approve: Case[] = deciding('approve').all;

const rejecting = deciding('reject');

const reject: Case[] = [
	...rejecting.all,
	rejecting.of('with a message', { additionalFields: { message: 'Not about Berlin' } }, { message: 'Not about Berlin' }),
	...[true, false].map((sendEmail) => rejecting.of(`Send Email: ${sendEmail}`, { additionalFields: { sendEmail } }, { notify_submitter: sendEmail })),
	{ ...rejecting.of('', { additionalFields: { message: 'No', sendEmail: false } }), what: 'with a message and no mail', exchanges: [], items: [], refused: "Send Email is off, but 'Message' is filled in" },
];

export const cases: Cases = { event: { addToCalendar, approveSubmission: approve, rejectSubmission: reject } };

const { pending, listed } = seed.events;
const calev = pending.replace('evt-', 'calev-');

export const samples: Sample[] = [
	{
		resource: 'event',
		operation: 'addToCalendar',
		parameters: { platform: 'luma', publicEventId: byId(listed) },
		sent: [post(add, { platform: 'luma', event_id: listed })],
		items: () => [{ id: listed.replace('evt-', 'calev-'), status: 'approved', event_id: listed }],
	},
	{
		what: 'from another site',
		resource: 'event',
		operation: 'addToCalendar',
		parameters: {
			platform: 'external',
			externalUrl: 'https://events.example.com/fair',
			eventName: 'Fair',
			startAt: '2027-06-15T09:00:00',
			endAt: '2027-06-15T11:00:00',
			timezone: 'Europe/Berlin',
			additionalFields: { submissionMode: 'pending', externalHost: 'Fair Organizers' },
		},
		sent: [
			post(add, {
				platform: 'external',
				url: 'https://events.example.com/fair',
				name: 'Fair',
				start_at: '2027-06-15T09:00:00+02:00',
				duration_interval: 'PT2H',
				timezone: 'Europe/Berlin',
				submission_mode: 'pending',
				host: 'Fair Organizers',
			}),
		],
		items: () => [{ id: 'calev-new-1', status: 'pending', url: 'https://events.example.com/fair' }],
	},
	{
		resource: 'event',
		operation: 'approveSubmission',
		parameters: { submissionId: byId(calev) },
		sent: [post('/v1/calendars/events/approve', { calendar_event_id: calev })],
		items: () => [{ success: true, calendar_event_id: calev }],
	},
	{
		resource: 'event',
		operation: 'rejectSubmission',
		parameters: { submissionId: byId(pending), additionalFields: { message: 'Not about Berlin' } },
		sent: [post('/v1/calendars/events/reject', { calendar_event_id: pending, message: 'Not about Berlin' })],
		items: () => [{ success: true, calendar_event_id: pending }],
	},
];
