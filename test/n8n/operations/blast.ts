import { seed } from '../../simulator';
import { byId } from '../luma';
import { get, post, type OperationCase } from './case';

const { conference } = seed.events;
const { scheduled, sent } = seed.blasts;
const ofEvent = { eventId: byId(conference) };
const path = '/v1/events/blasts';

export const blastCases: OperationCase[] = [
	{
		resource: 'blast',
		operation: 'create',
		parameters: { ...ofEvent, contentMd: 'Doors open at **9**', scheduledFor: '2027-06-15T06:00:00', additionalFields: { subject: 'Today', recipientGroups: { group: [{ recipientStatus: 'approved', ticketTypeId: byId(seed.ticketTypes.standard) }, { recipientStatus: 'invited' }] } } },
		sent: [
			get('/v1/events/get', { event_id: conference }),
			post(`${path}/create`, { event_id: conference, content_md: 'Doors open at **9**', scheduled_for: '2027-06-15T06:00:00+02:00', subject: 'Today', recipient_groups: [{ status: 'approved', event_ticket_type_id: seed.ticketTypes.standard }, { status: 'invited' }] }),
		],
		items: () => [{ id: 'ep-new-1', subject: 'Today', status: 'scheduled', scheduled_for: '2027-06-15T04:00:00.000Z' }],
	},
	{
		what: 'that goes now',
		resource: 'blast',
		operation: 'create',
		parameters: { ...ofEvent, contentMd: 'Doors are open', sendWhen: 'now' },
		sent: [post(`${path}/create`, { event_id: conference, content_md: 'Doors are open' })],
		items: () => [{ id: 'ep-new-1', status: 'sent', recipient_groups: [{ status: 'approved' }] }],
	},
	{
		resource: 'blast',
		operation: 'delete',
		parameters: { ...ofEvent, blastId: byId(scheduled) },
		sent: [post(`${path}/delete`, { blast_id: scheduled })],
		items: () => [{ deleted: true, blast_id: scheduled }],
	},
	{
		resource: 'blast',
		operation: 'get',
		parameters: { blastId: byId(sent) },
		sent: [get(`${path}/get`, { blast_id: sent })],
		items: () => [{ id: sent, status: 'sent', recipient_count: 600, email_open_count: 412 }],
	},
	{
		resource: 'blast',
		operation: 'getAll',
		parameters: ofEvent,
		sent: [get(`${path}/list`, { event_id: conference })],
		items: () => [{ id: scheduled, status: 'scheduled' }, { status: 'quarantined' }, { id: sent, status: 'sent' }],
	},
	{
		resource: 'blast',
		operation: 'update',
		parameters: { ...ofEvent, blastId: byId(scheduled), updateFields: { subject: 'Two days to go' } },
		sent: [get(`${path}/get`, { blast_id: scheduled }), post(`${path}/update`, { blast_id: scheduled, subject: 'Two days to go', scheduled_for: '2027-06-12T07:00:00.000Z' }), get(`${path}/get`, { blast_id: scheduled })],
		items: () => [{ id: scheduled, subject: 'Two days to go', status: 'scheduled', scheduled_for: '2027-06-12T07:00:00.000Z' }],
	},
];
