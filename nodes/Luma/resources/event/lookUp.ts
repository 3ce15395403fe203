import type { IDataObject } from 'n8n-workflow';
import { publicEventInQuery } from '../../fields/event';
import { options } from '../../fields/options';
import { plain, query, required } from '../../fields/send';
import { addressElsewhere } from '../../values/link';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';

/** Luma answers { event } or { event: null }; a plain `found` is easier to branch on. */
const found = ({ event }: IDataObject): IDataObject => ({ found: Boolean(event), ...(event as IDataObject | null) });

const platforms = [
	{ name: 'Another Site', value: 'external' },
	{ name: 'Luma', value: 'luma' },
];

export const lookUp: Operation = {
	option: {
		name: 'Look Up',
		value: 'lookUp',
		action: 'Look up an event on the calendar',
		description: "Check whether an event is on the calendar and whether it's approved",
		routing: { request: { method: 'GET', url: '/v1/calendars/events/lookup' } },
	},
	output: () => found,
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
			routing: query('platform', 'Event On', choice(platforms)),
		},
		{ ...publicEventInQuery, displayOptions: { show: { platform: ['luma'] } } },
		{
			displayName: 'URL',
			name: 'externalUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://www.eventbrite.com/e/123456789',
			displayOptions: { show: { platform: ['external'] } },
			description: 'URL of the event on the other site',
			routing: query('url', 'URL', required, plain, addressElsewhere),
		},
		options,
	],
};
