import { onlyOfEvent, scope } from '../../fields/coupon';
import { eventInQuery } from '../../fields/event';
import { list } from '../../fields/getMany';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions } from '../../fields/paging';
import type { Operation } from '../operation';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many coupons',
		description: 'Retrieve a list of coupons of an event or of the calendar',
		routing: { request: { method: 'GET', url: '/v1/calendars/coupons/list' } },
	},
	perform: list,
	fields: [scope('list'), onlyOfEvent(eventInQuery), ...limits, optionsWith(...pageOptions)],
};
