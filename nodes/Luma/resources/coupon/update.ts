import { byName } from '../../fields/byName';
import { clearFields } from '../../fields/clear';
import { couponEvent, couponInBody, couponTimes, scope } from '../../fields/coupon';
import { done } from '../../fields/done';
import { options } from '../../fields/options';
import { body } from '../../fields/send';
import { whole } from '../../values/scalar';
import type { Operation } from '../operation';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a coupon',
		description: 'Change how often and until when a coupon can be used. Its discount stays as it is.',
		routing: { request: { method: 'POST', url: '/v1/calendars/coupons/update' } },
	},
	output: done({ success: true }, 'code', 'event_id'),
	fields: [
		scope('update'),
		couponEvent,
		couponInBody,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				{
					displayName: 'Max Uses',
					name: 'maxUses',
					type: 'number',
					typeOptions: { minValue: 0, maxValue: 1_000_000 },
					default: 1,
					description: 'How often the coupon can still be used. 0 stops it, 1000000 means without end.',
					routing: body('remaining_count', 'Max Uses', (value) => whole(value, { max: 1_000_000 })),
				},
				...couponTimes,
			]),
		},
		clearFields(
			[
				{ name: 'Valid From', value: 'valid_start_at' },
				{ name: 'Valid Until', value: 'valid_end_at' },
			],
			{ changesNothing: ['event_id', 'code'] },
		),
		options,
	],
};
