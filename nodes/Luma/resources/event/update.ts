import { eventInBody } from '../../fields/event';
import { options } from '../../fields/options';
import { byName } from '../../fields/byName';
import { clearFields } from '../../fields/clear';
import { done } from '../../fields/done';
import { body } from '../../fields/send';
import { yesNo } from '../../values/scalar';
import type { Operation } from '../operation';
import { name, settings, startAt, timezone } from './fields';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an event',
		description: 'Change an event. Guests are mailed when its name, time or place changes, unless Suppress Notifications is on.',
		routing: { request: { method: 'POST', url: '/v1/events/update' } },
	},
	output: done({ success: true }, 'event_id'),
	mails: true,
	fields: [
		{
			displayName: 'Luma mails the guests when name, time or place changes, unless you turn Suppress Notifications on under Update Fields',
			name: 'mailNotice',
			type: 'notice',
			default: '',
		},
		eventInBody,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				name,
				startAt,
				timezone,
				...settings,
				{
					displayName: 'Suppress Email',
					name: 'suppressEmail',
					type: 'boolean',
					default: false,
					description: 'Whether guests are kept from being emailed about the change',
					routing: body('suppress_email', 'Suppress Email', (value) => yesNo(value)),
				},
				{
					displayName: 'Suppress Notifications',
					name: 'suppressNotifications',
					type: 'boolean',
					default: false,
					description: 'Whether guests are kept from hearing of a change of name, time or place, by email or push notification',
					routing: body('suppress_notifications', 'Suppress Notifications', (value) => yesNo(value)),
				},
			]),
		},
		clearFields(
			[
				{ name: 'Max Capacity', value: 'max_capacity' },
				{ name: 'Phone Number Requirement', value: 'phone_number_requirement' },
			],
			{ changesNothing: ['event_id', 'suppress_email', 'suppress_notifications'] },
		),
		options,
	],
};
