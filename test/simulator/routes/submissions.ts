import { DateTime, Duration } from 'luxon';
import { badRequest, notFound } from '../errors';
import { address, coordinate } from '../eventSchema';
import { route } from '../route';
import { filled, flag, instant, needs, oneOf, orNull, parameters, text, type Schema } from '../schemas';
import type { EventFields } from '../records';
import type { Store, StoredEvent } from '../store';
import { toAddress, type AddressInput } from './events';

interface AddEvent {
	platform: 'luma' | 'external';
	submission_mode?: 'auto' | 'pending';
	event_id?: string;
	url?: string;
	name?: string;
	start_at?: string;
	duration_interval?: string;
	timezone?: string;
	geo_address_json?: AddressInput | null;
	coordinate?: EventFields['coordinate'];
	host?: string | null;
}

/** Luma takes the ID of the submission (calev-…) or of its event. */
function submission(store: Store, id: string): StoredEvent {
	const stored = store.events.get(id.replace(/^calev-/, 'evt-'));
	if (stored?.fields.status !== 'pending') throw notFound('Submission', id);
	return stored;
}

const addEvent: Schema = {
	...parameters(
		{
			platform: oneOf('external', 'luma'),
			submission_mode: oneOf('auto', 'pending'),
			event_id: filled,
			event_api_id: filled,
			url: filled,
			name: filled,
			start_at: instant,
			duration_interval: { type: 'string', format: 'duration' },
			timezone: { type: 'string', format: 'timezone' },
			geo_address_json: orNull(address),
			coordinate: orNull(coordinate),
			geo_latitude: orNull({ type: 'number' }),
			geo_longitude: orNull({ type: 'number' }),
			host: orNull(text),
		},
		['platform'],
	),
	allOf: [needs('platform', ['external'], ['url', 'name', 'start_at', 'duration_interval', 'timezone'])],
};

export const submissionRoutes = [
	route<AddEvent>(
		'POST',
		'/v1/calendars/events/add',
		addEvent,
		({ store }, { platform, submission_mode = 'auto', event_id, ...fields }) => {
			const status = submission_mode === 'auto' ? ('approved' as const) : ('pending' as const);
			if (platform === 'luma') {
				if (!event_id) throw badRequest('event_id is required with platform luma.');
				store.event(event_id).fields.status = status;
				return { id: event_id.replace(/^evt-/, 'calev-'), api_id: event_id, status };
			}
			const { url, name, start_at, duration_interval, timezone } = fields as Required<typeof fields>;
			const { geo_address_json: place, coordinate = null, host = null } = fields;
			const start = DateTime.fromISO(start_at);
			const end = start.plus(Duration.fromISO(duration_interval));
			const [from, to] = [start, end].map((time) => time.toJSDate().toISOString());
			const stored = store.addEvent({ platform, name, start_at: from, end_at: to, timezone, status, coordinate, geo_address_json: place ? toAddress(place) : null, external_url: url, external_host: host });
			const id = stored.fields.id.replace(/^evt-/, 'calev-');
			return { id, api_id: id, status };
		},
	),

	route<{ calendar_event_id: string }>('POST', '/v1/calendars/events/approve', parameters({ calendar_event_id: filled }, ['calendar_event_id']), ({ store }, { calendar_event_id }) => {
		submission(store, calendar_event_id).fields.status = 'approved';
		return {};
	}),

	route<{ calendar_event_id: string; message?: string; notify_submitter?: boolean }>(
		'POST',
		'/v1/calendars/events/reject',
		parameters({ calendar_event_id: filled, message: text, notify_submitter: flag }, ['calendar_event_id']),
		({ store }, { calendar_event_id, message = null, notify_submitter }) => {
			const { fields } = submission(store, calendar_event_id);
			fields.status = 'rejected';
			const to = fields.submitted_by?.email;
			if (to && (message !== null || notify_submitter)) store.messages.push({ to, text: message });
			return {};
		},
	),
];
