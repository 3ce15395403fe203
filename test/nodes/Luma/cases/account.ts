import { get, type Case } from '../support/case';

const self = { id: 'usr-1', name: 'Nathan Smith', email: 'nathan@example.com', avatar_url: 'https://images.lumacdn.com/avatars/a.png', first_name: 'Nathan', last_name: 'Smith' };

export const account: Record<string, Case[]> = {
	get: [{ what: 'as Luma answers it', parameters: {}, exchanges: [get('/v1/users/get-self', undefined, self)], items: [self] }],
};
