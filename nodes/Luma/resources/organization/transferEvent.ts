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
		description: 'Transfer an event to another calendar of the organization. The calendar that manages it now loses it. Needs an organization API key.',
		routing: { request: { method: 'POST', url: '/v1/organizations/events/transfer-calendar' } },
	},
	output: done({ success: true }, 'event_id', 'calendar_id'),
	fields: [needsKeyAnd('The calendar that manages the event now loses it.'), eventInBody, calendarInBody, organizationOptions],
};
