import { listWhole } from '../../fields/getMany';
import { organizationOptions } from '../../fields/options';
import { limits } from '../../fields/paging';
import { simpleAdmin } from '../../simplified/calendar';
import type { Operation } from '../operation';
import { needsKey } from './notice';

export const getAdmins: Operation = {
	option: {
		name: 'Get Admins',
		value: 'getAdmins',
		action: 'Get the admins of an organization',
		description: 'List all admins of the organization. Needs an organization API key.',
		routing: { request: { method: 'GET', url: '/v1/organizations/admins/list' } },
	},
	perform: listWhole,
	output: () => simpleAdmin,
	fields: [needsKey, ...limits, organizationOptions],
};
