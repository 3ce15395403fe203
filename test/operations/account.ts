import { get, type Cases } from './parts/case';
import type { Sample } from './parts/sample';

const self = { id: 'usr-1', name: 'Nathan Smith', email: 'nathan@example.com', avatar_url: 'https://images.lumacdn.com/avatars/a.png', first_name: 'Nathan', last_name: 'Smith' };

const account: Cases[string] = {
	get: [{ what: 'as Luma answers it', parameters: {}, exchanges: [get('/v1/users/get-self', undefined, self)], items: [self] }],
};

export const cases: Cases = { account };

export const samples: Sample[] = [
	{
		resource: 'account',
		operation: 'get',
		parameters: {},
		sent: [get('/v1/users/get-self', {})],
		items: () => [{ id: 'usr-host', email: 'host@example.com', name: 'Simulator Host', first_name: 'Simulator', last_name: 'Host' }],
	},
];
