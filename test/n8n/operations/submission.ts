import { seed } from '../../simulator';
import { byId } from '../luma';
import { post, type OperationCase } from './case';

const { pending, listed } = seed.events;
const calev = pending.replace('evt-', 'calev-');
const add = '/v1/calendars/events/add';

export const submissionCases: OperationCase[] = [
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
