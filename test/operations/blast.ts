import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seed, YEAR } from '../simulator';
import { byId, fromList, get, post, type Case, type Cases } from './parts/case';
import { entriesOf } from './parts/lists';
import type { Sample } from './parts/sample';

const event_id = 'evt-1';
const blast_id = 'ep-1';
const ofEvent = { eventId: byId(event_id) };
const content_md = 'Doors open at **6 pm**';
const scheduled = { id: blast_id, subject: 'Tomorrow', content_md, status: 'scheduled', scheduled_for: `${YEAR}-06-12T07:00:00.000Z`, sent_at: null };
const ofThisEvent = get('/v1/events/blasts/list', { event_id }, { entries: [{ id: blast_id }] });
const inBerlin = get('/v1/events/get', { event_id }, { id: event_id, timezone: 'Europe/Berlin' });

const STATUSES = ['approved', 'checked_in', 'invited', 'pending_approval', 'waitlist'];

/** What is filled in under Recipients, and what goes out. */
const recipients: Array<[string, INodeParameters, IDataObject[]]> = [
	...STATUSES.map((status): [string, INodeParameters, IDataObject[]] => [status, { group: [{ recipientStatus: status }] }, [{ status }]]),
	...[byId(' ttype-1 '), fromList('ttype-1')].map((ticketTypeId): [string, INodeParameters, IDataObject[]] => [
		`of a ticket type by ${ticketTypeId.mode}, and others`,
		{ group: [{ recipientStatus: 'approved', ticketTypeId }, { recipientStatus: 'invited', ticketTypeId: { __rl: true, mode: 'list', value: '' } }] },
		[{ status: 'approved', event_ticket_type_id: 'ttype-1' }, { status: 'invited' }],
	]),
];

/** The same under Additional Fields and Update Fields. */
const settings: Array<[string, INodeParameters, IDataObject]> = [
	...recipients.map(([what, recipientGroups, recipient_groups]): [string, INodeParameters, IDataObject] => [`for ${what}`, { recipientGroups }, { recipient_groups }]),
	['with a subject', { subject: 'Tomorrow' }, { subject: 'Tomorrow' }],
];

/** What is refused there. */
const refusals: Array<[INodeParameters, string]> = [
	[{ recipientGroups: { group: [] } }, 'Recipients has no rows'],
	[{ recipientGroups: {} }, 'Recipients has no rows'],
	[{ recipientGroups: { group: [{ recipientStatus: 'invited', ticketTypeId: byId('ttype-1') }] } }, 'Recipients has Invited with a ticket type in row 1'],
	[{ subject: 'x'.repeat(201) }, 'Subject has 201 characters, but Luma allows at most 200'],
];

/** Ticket types of the event are asked for, so that a blast is not for those of another one. */
const ofTypes = get('/v1/events/ticket-types/list', { event_id, include_hidden: 'true' }, { entries: [{ id: 'ttype-1' }] });
const hasType = (sent: IDataObject) => JSON.stringify(sent).includes('ttype-1');
const ofOther: INodeParameters = { recipientGroups: { group: [{ recipientStatus: 'approved', ticketTypeId: byId('ttype-2') }] } };
const IS_OTHER = 'Recipients: "ttype-2" is not a ticket type of this event';

const creating = (what: string, more: INodeParameters, sent: IDataObject): Case => ({
	what,
	parameters: { ...ofEvent, contentMd: content_md, ...more },
	exchanges: [...(hasType(sent) ? [ofTypes] : []), post('/v1/events/blasts/create', { event_id, content_md, ...sent }, scheduled)],
	items: [scheduled],
});
const now = (what: string, additionalFields: INodeParameters = {}, sent: IDataObject = {}) => creating(what, { sendWhen: 'now', additionalFields }, sent);
const scheduling = (what: string, scheduledFor: string, scheduled_for: string) => creating(what, { scheduledFor }, { scheduled_for });
const refused = (one: Case, what: string, message: string): Case => ({ ...one, what, exchanges: [], items: [], refused: message });

const read = get('/v1/events/blasts/get', { blast_id }, scheduled);
/** A scheduled one goes with its own time, where no other is given. */
const updating = (what: string, updateFields: INodeParameters, sent: IDataObject, before = read): Case => ({
	what,
	parameters: { blastId: byId(blast_id), updateFields },
	exchanges: [before, post('/v1/events/blasts/update', { blast_id, scheduled_for: scheduled.scheduled_for, ...sent }), read],
	items: [scheduled],
});
const wasSent = get('/v1/events/blasts/get', { blast_id }, { ...scheduled, status: 'sent', sent_at: '2026-12-12T07:00:00.000Z' });
const subjectAlone = post('/v1/events/blasts/update', { blast_id, subject: 'New' });

const deleting = (what: string, more: INodeParameters): Case => ({ what, parameters: { blastId: byId(blast_id), ...more }, exchanges: [post('/v1/events/blasts/delete', { blast_id })], items: [{ deleted: true, blast_id }] });
const getting = (what: string, more: INodeParameters): Case => ({ what, parameters: { blastId: byId(blast_id), ...more }, exchanges: [read], items: [scheduled] });
const listing = (what: string, more: INodeParameters, count: number): Case => ({ what, parameters: { ...ofEvent, ...more }, exchanges: [get('/v1/events/blasts/list', { event_id }, { entries: entriesOf(60) })], items: entriesOf(count) });

const blast: Cases[string] = {
	create: [
		now('now'),
		...settings.map(([what, additionalFields, sent]) => now(what, additionalFields, sent)),
		{ ...scheduling('at a time in the zone of the event', `${YEAR}-06-12T09:00:00`, `${YEAR}-06-12T09:00:00+02:00`), exchanges: [inBerlin, ...scheduling('', '', `${YEAR}-06-12T09:00:00+02:00`).exchanges], timezone: 'America/New_York' },
		scheduling('at a time with its offset', `${YEAR}-06-12T09:00:00-04:00`, `${YEAR}-06-12T09:00:00-04:00`),
		{ ...scheduling('scheduled, chosen as such', `${YEAR}-06-12T09:00:00Z`, `${YEAR}-06-12T09:00:00Z`), parameters: { ...ofEvent, contentMd: content_md, sendWhen: 'schedule', scheduledFor: `${YEAR}-06-12T09:00:00Z` } },
		refused(scheduling('', '2026-06-12T09:00:00Z', ''), 'at a time that has passed', 'Send At is 2026-06-12T09:00:00Z, which is in the past'),
		{ ...refused(scheduling('', '2026-06-12T09:00:00', ''), 'at a time that has passed in the zone of the event', 'Send At is 2026-06-12T09:00:00+02:00, which is in the past'), exchanges: [inBerlin] },
		refused(scheduling('', '={{ undefined }}', ''), 'at no time', 'Send At is required'),
		{ ...refused(now('', ofOther), 'for a ticket type of another event', IS_OTHER), exchanges: [ofTypes] },
		...refusals.map(([additionalFields, message]) => refused(now('', additionalFields), message, message)),
	],
	delete: [deleting('by ID', {}), deleting('from the list', { blastId: fromList(blast_id) }), { ...deleting('of an event', ofEvent), exchanges: [ofThisEvent, ...deleting('', {}).exchanges] }],
	get: [getting('by ID', {}), getting('from the list', { blastId: fromList(blast_id) }), getting('of an event', ofEvent)],
	getAll: [listing('as they are', {}, 50), listing('all', { returnAll: true }, 60), listing('some', { returnAll: false, limit: 2 }, 2)],
	update: [
		updating('its content', { contentMd: 'New' }, { content_md: 'New' }),
		{ ...updating('from the list', { subject: 'New' }, { subject: 'New' }), parameters: { blastId: fromList(blast_id), updateFields: { subject: 'New' } } },
		...settings.map(([what, updateFields, sent]) => updating(what, updateFields, sent)),
		{ ...refused(updating('', {}, {}), 'for a ticket type of another event than the chosen one', IS_OTHER), parameters: { ...ofEvent, blastId: byId(blast_id), updateFields: ofOther }, exchanges: [ofThisEvent, ofTypes] },
		updating('its time', { scheduledFor: `${YEAR}-06-13T09:00:00Z` }, { scheduled_for: `${YEAR}-06-13T09:00:00Z` }),
		{ ...updating('its time in the zone of the event', { scheduledFor: `${YEAR}-06-13T09:00:00` }, { scheduled_for: `${YEAR}-06-13T09:00:00+02:00` }), parameters: { ...ofEvent, blastId: byId(blast_id), updateFields: { scheduledFor: `${YEAR}-06-13T09:00:00` } }, exchanges: [ofThisEvent, inBerlin, ...updating('', {}, { scheduled_for: `${YEAR}-06-13T09:00:00+02:00` }).exchanges] },
		{ ...updating('words of one that was sent', { subject: 'New' }, {}), exchanges: [wasSent, subjectAlone, read] },
		// Without its time, Luma sends it at once as soon as it is no longer under review.
		updating('words of one that is under review', { subject: 'New' }, { subject: 'New' }, get('/v1/events/blasts/get', { blast_id }, { ...scheduled, status: 'quarantined' })),
		{ ...refused(updating('', { recipientGroups: { group: [{ recipientStatus: 'approved' }] } }, {}), 'recipients of one that was sent', 'The blast was already sent, so its recipients and its time stay as they are'), exchanges: [wasSent] },
		{
			...refused(updating('', { subject: 'New' }, {}), 'one that is just being sent', 'Luma is sending the blast right now'),
			exchanges: [get('/v1/events/blasts/get', { blast_id }, { ...scheduled, scheduled_for: '2026-12-12T07:00:00.000Z' })],
		},
		refused({ ...updating('', {}, {}), parameters: { blastId: byId(blast_id), updateFields: { scheduledFor: `${YEAR}-06-13T09:00:00` } } }, 'a time without an offset and without its event', 'Send At needs a time zone'),
		...refusals.map(([updateFields, message]) => refused(updating('', { contentMd: 'New', ...updateFields }, {}), message, message)),
	],
};

export const cases: Cases = { blast };

const { conference } = seed.events;
const { blasts } = seed;
const ofConference = { eventId: byId(conference) };
const path = '/v1/events/blasts';

export const samples: Sample[] = [
	{
		resource: 'blast',
		operation: 'create',
		parameters: { ...ofConference, contentMd: 'Doors open at **9**', scheduledFor: `${YEAR}-06-15T06:00:00`, additionalFields: { subject: 'Today', recipientGroups: { group: [{ recipientStatus: 'approved', ticketTypeId: byId(seed.ticketTypes.standard) }, { recipientStatus: 'invited' }] } } },
		sent: [
			get('/v1/events/get', { event_id: conference }),
			get('/v1/events/ticket-types/list', { event_id: conference, include_hidden: 'true' }),
			post(`${path}/create`, { event_id: conference, content_md: 'Doors open at **9**', scheduled_for: `${YEAR}-06-15T06:00:00+02:00`, subject: 'Today', recipient_groups: [{ status: 'approved', event_ticket_type_id: seed.ticketTypes.standard }, { status: 'invited' }] }),
		],
		items: () => [{ id: 'ep-new-1', subject: 'Today', status: 'scheduled', scheduled_for: `${YEAR}-06-15T04:00:00.000Z` }],
	},
	{
		what: 'that goes now',
		resource: 'blast',
		operation: 'create',
		parameters: { ...ofConference, contentMd: 'Doors are open', sendWhen: 'now' },
		sent: [post(`${path}/create`, { event_id: conference, content_md: 'Doors are open' })],
		items: () => [{ id: 'ep-new-1', status: 'sent', recipient_groups: [{ status: 'approved' }] }],
	},
	{
		resource: 'blast',
		operation: 'delete',
		parameters: { ...ofConference, blastId: byId(blasts.scheduled) },
		sent: [get(`${path}/list`, { event_id: conference }), post(`${path}/delete`, { blast_id: blasts.scheduled })],
		items: () => [{ deleted: true, blast_id: blasts.scheduled }],
	},
	{
		resource: 'blast',
		operation: 'get',
		parameters: { blastId: byId(blasts.sent) },
		sent: [get(`${path}/get`, { blast_id: blasts.sent })],
		items: () => [{ id: blasts.sent, status: 'sent', recipient_count: 600, email_open_count: 412 }],
	},
	{
		resource: 'blast',
		operation: 'getAll',
		parameters: ofConference,
		sent: [get(`${path}/list`, { event_id: conference })],
		items: () => [{ id: blasts.scheduled, status: 'scheduled' }, { status: 'quarantined' }, { id: blasts.sent, status: 'sent' }],
	},
	{
		resource: 'blast',
		operation: 'update',
		parameters: { ...ofConference, blastId: byId(blasts.scheduled), updateFields: { subject: 'Two days to go' } },
		sent: [get(`${path}/list`, { event_id: conference }), get(`${path}/get`, { blast_id: blasts.scheduled }), post(`${path}/update`, { blast_id: blasts.scheduled, subject: 'Two days to go', scheduled_for: `${YEAR}-06-12T07:00:00.000Z` }), get(`${path}/get`, { blast_id: blasts.scheduled })],
		items: () => [{ id: blasts.scheduled, subject: 'Two days to go', status: 'scheduled', scheduled_for: `${YEAR}-06-12T07:00:00.000Z` }],
	},
];
