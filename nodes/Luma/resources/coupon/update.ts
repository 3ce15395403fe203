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
		description: 'Change the number of uses and the dates of a coupon. Luma keeps its discount.',
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
					default: null,
					description: 'Max number of times the coupon can still be used. 0 stops the coupon, and 1000000 stands for no limit.',
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
