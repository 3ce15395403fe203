import { get, type OperationCase } from './case';

export const accountCases: OperationCase[] = [
	{
		resource: 'account',
		operation: 'get',
		parameters: {},
		sent: [get('/v1/users/get-self', {})],
		items: () => [{ id: 'usr-host', email: 'host@example.com', name: 'Simulator Host', first_name: 'Simulator', last_name: 'Host' }],
	},
];
