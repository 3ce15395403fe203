import { calendarInBody } from '../../fields/calendar';
import { done } from '../../fields/done';
import { eventInBody } from '../../fields/event';
import { organizationOptions } from '../../fields/options';
import type { Operation } from '../operation';
import { needsKeyAnd } from './notice';

export const transferEvent: Operation = {
	option: {
		name: 'Transfer Event',
		value: 'transferEvent',
		action: 'Transfer an event to another calendar',
		description: 'Have another calendar of the organization manage an event. The one that manages it now no longer does. Needs the API key of an organization.',
		routing: { request: { method: 'POST', url: '/v1/organizations/events/transfer-calendar' } },
	},
	output: done({ success: true }, 'event_id', 'calendar_id'),
	fields: [needsKeyAnd('The calendar that manages the event now no longer manages it afterwards'), eventInBody, calendarInBody, organizationOptions],
};
