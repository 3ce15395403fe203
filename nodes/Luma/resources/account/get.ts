import { organizationOptions } from '../../fields/options';
import type { Operation } from '../operation';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an account',
		description: 'Retrieve the person that the API key belongs to',
		routing: { request: { method: 'GET', url: '/v1/users/get-self' } },
	},
	fields: [organizationOptions],
};
