import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { byName } from '../../fields/byName';
import { after, eventTime } from '../../fields/dates';
import { publicEventInBody } from '../../fields/event';
import { options } from '../../fields/options';
import { address, coordinate } from '../../fields/place';
import { body, plain, required, step, type Change } from '../../fields/send';
import { isBlank } from '../../values/blank';
import { addressElsewhere } from '../../values/link';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';
import { endAt, startAt, timezone } from './fields';

const platforms = [
	{ name: 'Another Site', value: 'external', description: 'An event on another site' },
	{ name: 'Luma', value: 'luma', description: 'An event in Luma' },
];

const modes = [
	{ name: 'At Once', value: 'auto', description: 'The calendar lists the event right away' },
	{ name: 'Wait for an Admin', value: 'pending', description: 'An admin of the calendar has to approve the event' },
];

const onLuma = { show: { platform: ['luma'] } };
const elsewhere = { show: { platform: ['external'] } };
const moreElsewhere = { show: { '/platform': ['external'] } };

/** Luma takes the length of such an event, not its end. */
const toLength: Change = (end, { sent }) => DateTime.fromISO(String(end)).diff(DateTime.fromISO(String(sent.start_at)), ['hours', 'minutes', 'seconds']).toISO();

/** Luma wants a time zone for an event on another site; without one chosen it is the workflow's. */
const zoneElsewhere = step('Time Zone', ({ sent, zone }) => {
	if (sent.platform === 'external' && isBlank(sent.timezone)) sent.timezone = zone;
});

/** Luma answers its own ID of the entry and its status. */
const added = ({ id, status }: IDataObject, { event_id, url }: IDataObject): IDataObject => ({ id, status, ...(event_id !== undefined && { event_id }), ...(url !== undefined && { url }) });

export const addToCalendar: Operation = {
	option: {
		name: 'Add to Calendar',
		value: 'addToCalendar',
		action: 'Add an event to the calendar',
		description: 'Add an event to the calendar that is already in Luma or on another site',
		routing: { request: { method: 'POST', url: '/v1/calendars/events/add' }, send: { preSend: [zoneElsewhere] } },
	},
	output: ({ sent }) => (answer) => added(answer, sent),
	fields: [
		{
			displayName: 'Event On',
			name: 'platform',
			type: 'options',
			// An expression here would make n8n show, and require, both ways.
			noDataExpression: true,
			options: platforms,
			default: 'luma',
			description: 'Site that hosts the event',
			routing: body('platform', 'Event On', choice(platforms)),
		},
		{ ...publicEventInBody, displayOptions: onLuma },
		{
			displayName: 'URL',
			name: 'externalUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://www.eventbrite.com/e/123456789',
			displayOptions: elsewhere,
			description: 'URL of the event on the other site',
			routing: body('url', 'URL', required, plain, addressElsewhere),
		},
		{
			displayName: 'Name',
			name: 'eventName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Summer Conference',
			displayOptions: elsewhere,
			description: 'Name of the event',
			routing: body('name', 'Name', required, plain),
		},
		{ ...startAt, required: true, displayOptions: elsewhere },
		{ ...endAt, required: true, displayOptions: elsewhere, routing: body('duration_interval', 'End', required, eventTime, after('start_at', 'Start'), toLength) },
		{ ...timezone, displayOptions: elsewhere },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				{ ...address, displayOptions: moreElsewhere },
				{
					displayName: 'Approval',
					name: 'submissionMode',
					type: 'options',
					options: modes,
					default: 'auto',
					description: 'When the calendar lists the event',
					routing: body('submission_mode', 'Approval', choice(modes)),
				},
				{ ...coordinate, displayOptions: moreElsewhere },
				{
					displayName: 'Host',
					name: 'externalHost',
					type: 'string',
					default: '',
					placeholder: 'e.g. Nathan Smith',
					displayOptions: moreElsewhere,
					description: 'Name of the host',
					routing: body('host', 'Host', plain),
				},
			]),
		},
		options,
	],
};
