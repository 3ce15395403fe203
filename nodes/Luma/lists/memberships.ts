import type { IDataObject } from 'n8n-workflow';
import { searchOf, type Choice, type List } from './search';

const show = ({ id, name }: IDataObject): Choice => ({ name: String(name ?? id), value: String(id) });

const tiers: List = {
	things: 'membership tiers',
	path: '/v1/memberships/tiers/list',
	parts: () => [{}],
	show,
	words: ({ id, name }) => [name, id],
};

export const searchMembershipTiers = searchOf(() => tiers);
