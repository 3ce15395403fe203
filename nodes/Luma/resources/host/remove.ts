import { done } from '../../fields/done';
import { eventInBody } from '../../fields/event';
import { hostInBody } from '../../fields/host';
import { options } from '../../fields/options';
import type { Operation } from '../operation';

export const remove: Operation = {
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove a host from an event',
		description: 'Remove a host from an event. Luma keeps the person who created it.',
		routing: { request: { method: 'POST', url: '/v1/events/hosts/remove' } },
	},
	output: done({ success: true }, 'event_id', 'email'),
	fields: [eventInBody, hostInBody, options],
};
