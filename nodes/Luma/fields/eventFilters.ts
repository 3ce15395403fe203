import type { INodeProperties } from 'n8n-workflow';
import { after, moment } from './dates';
import { query } from './send';

/** Which events a list has, by when they start. */
export const eventsBetween: INodeProperties = {
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
};
