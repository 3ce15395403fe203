import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { after, eventTime, timeZone } from '../../fields/dates';
import { body, plain, required } from '../../fields/send';
import { choice } from '../../values/scalar';

const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'eventName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Summer Conference',
	description: 'Name of the event',
};

/** What a new event is called. */
export const name: INodeProperties = { ...nameField, routing: body('name', 'Name', required, plain) };

/** What an event is called from now on; blank leaves its name as it is. */
export const newName: INodeProperties = { ...nameField, routing: body('name', 'Name', plain) };

const startField: INodeProperties = {
	displayName: 'Start',
	name: 'startAt',
	type: 'dateTime',
	default: '',
	description: "When the event starts. A time without an offset uses the time zone set in this node or, if none is set, the workflow's time zone.",
};

/** When a new event begins. */
export const startAt: INodeProperties = { ...startField, routing: body('start_at', 'Start', required, eventTime) };

/** When an event begins from now on; blank leaves it as it is. */
export const newStartAt: INodeProperties = { ...startField, routing: body('start_at', 'Start', eventTime) };

export const timezone: INodeProperties = {
	displayName: 'Time Zone Name or ID',
	name: 'timezone',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getTimeZones' },
	default: '',
	description: 'IANA time zone of the event, such as Europe/Berlin. Luma shows the times of the event in this time zone. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	routing: body('timezone', 'Time Zone', timeZone),
};

export const endAt: INodeProperties = {
	displayName: 'End',
	name: 'endAt',
	type: 'dateTime',
	default: '',
	description: "When the event ends. A time without an offset uses the time zone set in this node or, if none is set, the workflow's time zone.",
	routing: body('end_at', 'End', eventTime, after('start_at', 'Start')),
};

const visibilities: INodePropertyOptions[] = [
	{ name: 'Members Only', value: 'members-only', description: 'Only for members of the calendar' },
	{ name: 'Private', value: 'private', description: 'Only for people who have the event URL' },
	{ name: 'Public', value: 'public', description: 'Shown on the calendar' },
];

/** Who sees an event. */
export const visibility: INodeProperties = {
	displayName: 'Visibility',
	name: 'visibility',
	type: 'options',
	options: visibilities,
	default: 'public',
	description: 'Who can see the event',
	routing: body('visibility', 'Visibility', choice(visibilities)),
};
