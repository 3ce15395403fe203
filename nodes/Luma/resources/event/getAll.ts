import type { IDataObject } from 'n8n-workflow';
import { after, moment } from '../../fields/dates';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions, sort } from '../../fields/paging';
import { query, step } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import { simpleEvent } from '../../simplified/event';
import { list as pages } from '../../fields/getMany';
import { isBlank } from '../../values/blank';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';

const whichEvents = [
	{ name: 'Everything on the Calendar', value: 'all' },
	{ name: 'Hosted on Other Sites', value: 'external', description: 'Events on other sites that the calendar lists' },
	{ name: 'Managed by Other Calendars', value: 'listed', description: 'Events in Luma that the calendar only lists' },
	{ name: 'Managed by This Calendar', value: 'managed' },
	{ name: 'Waiting for Approval', value: 'submitted', description: 'Events that someone submitted to the calendar' },
];

const WHEREVER = { access: ['manage', 'view'], platforms: ['luma', 'external'] };

/** What Luma is asked for. Its own defaults are events in Luma that the calendar manages and that are approved. */
const ASKED: Record<string, IDataObject> = {
	all: WHEREVER,
	external: { ...WHEREVER, platforms: ['external'] },
	listed: { access: ['view'] },
	managed: {},
	submitted: { ...WHEREVER, status: 'pending' },
};

const asked = step('Which Events', ({ context, sent }) => {
	const chosen = context.getNodeParameter('whichEvents', '');
	if (!isBlank(chosen)) Object.assign(sent, ASKED[choice(whichEvents)(chosen) as string]);
});

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many events',
		description: 'Retrieve a list of events on the calendar',
		routing: { request: { method: 'GET', url: '/v1/calendars/events/list' } },
	},
	perform: pages,
	output: simplified(simpleEvent),
	fields: [
		{
			displayName: 'Which Events',
			name: 'whichEvents',
			type: 'options',
			options: whichEvents,
			default: 'managed',
			description: 'Events to return',
			routing: { send: { preSend: [asked] } },
		},
		...limits,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'After',
					name: 'after',
					type: 'dateTime',
					default: '',
					description: "Return only events that start after this time. A time without an offset uses the workflow's time zone.",
					routing: query('after', 'After', moment),
				},
				{
					displayName: 'Before',
					name: 'before',
					type: 'dateTime',
					default: '',
					description: "Return only events that start before this time. A time without an offset uses the workflow's time zone.",
					routing: query('before', 'Before', moment, after('after', 'After')),
				},
			],
		},
		optionsWith(...pageOptions),
		sort('start_at', [{ name: 'Start', value: 'start_at' }]),
	],
};
