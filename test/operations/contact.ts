import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seed } from '../simulator';
import { byId, fromList, get, post, type Case, type Cases } from './parts/case';
import { directions, listing, paging, simplifying } from './parts/lists';
import type { Sample } from './parts/sample';

const whole: IDataObject = {
	id: 'usr-1',
	user_id: 'usr-1',
	created_at: '2026-10-01T08:00:00.000Z',
	event_approved_count: 3,
	event_checked_in_count: 1,
	revenue_usd_cents: 1250,
	tags: [{ id: 'tag-1', name: 'VIP' }, { id: 'tag-2', name: 'Newsletter' }],
	membership: { status: 'approved', calendar_membership_tier_id: 'memt-1' },
	name: 'Guest 1',
	avatar_url: 'https://images.lumacdn.com/avatars/1.png',
	email: 'guest1@example.com',
	first_name: 'Guest',
	last_name: '1',
};

const plain: IDataObject = {
	name: 'Guest 1',
	email: 'guest1@example.com',
	tags: 'VIP, Newsletter',
	membership_status: 'approved',
	membership_tier_id: 'memt-1',
	event_approved_count: 3,
	event_checked_in_count: 1,
	revenue_usd: 12.5,
	created_at: '2026-10-01T08:00:00.000Z',
	id: 'usr-1',
};

const path = '/v1/calendars/contacts/list';
const list = listing(path);

const getAll: Case[] = [
	list('without filters', {}),
	...paging(path, {}, {}),
	...simplifying(list, whole, plain),
	...['approved', 'approved-pending-payment', 'declined', 'pending'].map((status) => list(`with status ${status}`, { filters: { membershipStatus: status } }, { membership_status: status })),
	...[byId('memt-1'), fromList('memt-1')].map((tier) => list(`of a tier by ${tier.mode}`, { filters: { membershipTierId: tier } }, { calendar_membership_tier_id: 'memt-1' })),
	list('found by a search', { filters: { contactQuery: 'nathan' } }, { query: 'nathan' }),
	list('with a tag', { filters: { contactTagIds: ['tag-1'] } }, { tags: 'tag-1' }, [whole], [plain]),
	list('with one of two tags', { filters: { contactTagIds: ['tag-1', 'VIP'] } }, { tags: ['tag-1', 'VIP'] }, [whole], [plain]),
	...['created_at', 'event_approved_count', 'event_checked_in_count', 'name', 'revenue_usd_cents'].map((column) => list(`sorted by ${column}`, { sort: { column } }, { sort_column: column })),
	...directions.map((direction) => list(`sorted ${direction}`, { sort: { direction } }, { sort_direction: direction })),
];

/** One item comes out for each contact. */
const importing = (what: string, parameters: INodeParameters, contacts: IDataObject[], sent: IDataObject = {}): Case => ({
	what,
	parameters,
	exchanges: [post('/v1/calendars/contacts/import', { contacts, ...sent })],
	items: contacts.map((contact) => ({ ...contact, status: 'imported' })),
});

const one = { email: 'guest1@example.com' };
const named = { ...one, name: 'Guest 1' };
const item = { contactsFrom: 'inputItems', contactEmail: 'guest1@example.com', contactName: '' };

const imports: Case[] = [
	importing('from an input item', { ...item, options: { batchSize: 1 } }, [one]),
	importing('from an input item, with a name', { ...item, contactName: ' Guest 1 ' }, [named]),
	importing('from an input item, with tags', { ...item, additionalFields: { contactTagIds: ['tag-1', 'VIP'] } }, [one], { tags: ['tag-1', 'VIP'] }),
	importing('from an input item, with a tag that has a comma', { ...item, additionalFields: { contactTagIds: '["Smith, Inc.", "VIP"]' } }, [one], { tags: ['Smith, Inc.', 'VIP'] }),
	importing('from fields', { contactsFrom: 'fields', contacts: { contact: [named, { email: ' guest2@example.com ', name: '' }] } }, [named, { email: 'guest2@example.com' }]),
	importing('as JSON', { contactsFrom: 'json', contactsJson: JSON.stringify([named, 'guest2@example.com']) }, [named, { email: 'guest2@example.com' }]),
	{
		...importing('from two input items', { ...item, contactEmail: '={{ `guest${$json.n}@example.com` }}' }, [{ email: 'guest0@example.com' }, { email: 'guest1@example.com' }]),
		inputs: 2,
	},
];

const moving = (operation: string): Case[] => {
	const url = `/v1/calendars/contacts/${operation}`;
	const by = (what: string, contactId: INodeParameters[string], sent: IDataObject): Case => ({ what, parameters: { contactId }, exchanges: [post(url, sent)], items: [{ success: true, ...sent }] });
	return [
		by('by ID', byId(' usr-1 '), { contact_id: 'usr-1' }),
		by('from the list', fromList('usr-1'), { contact_id: 'usr-1' }),
		by('by email', byId(' guest1@example.com '), { email: 'guest1@example.com' }),
		{ what: 'by what is no email', parameters: { contactId: byId('guest1@example') }, exchanges: [], items: [], refused: 'Contact: "guest1@example" is not an email address' },
	];
};

const contact: Cases[string] = { block: moving('block'), getAll, import: imports, remove: moving('remove'), restore: moving('restore') };

export const cases: Cases = { contact };

const { first, member } = seed.contacts;
const contacts = '/v1/calendars/contacts';

export const samples: Sample[] = [
	{
		resource: 'contact',
		operation: 'block',
		parameters: { contactId: byId('guest1@example.com') },
		sent: [post(`${contacts}/block`, { email: 'guest1@example.com' })],
		items: () => [{ success: true, email: 'guest1@example.com' }],
	},
	{
		resource: 'contact',
		operation: 'getAll',
		parameters: { limit: 2, filters: { contactTagIds: ['Newsletter'] }, sort: { column: 'created_at', direction: 'asc' } },
		sent: [get(`${contacts}/list`, { tags: 'Newsletter', sort_column: 'created_at', sort_direction: 'asc', pagination_limit: '2' })],
		items: () => [
			{ id: 'usr-3', name: 'Guest 3', email: 'guest3@example.com', tags: 'Newsletter', membership_status: null, revenue_usd: 0 },
			{ id: 'usr-6', tags: 'Newsletter' },
		],
	},
	{
		what: 'of members',
		resource: 'contact',
		operation: 'getAll',
		parameters: { filters: { membershipStatus: 'approved', membershipTierId: byId('memt-free') } },
		sent: [get(`${contacts}/list`, { membership_status: 'approved', calendar_membership_tier_id: 'memt-free', pagination_limit: '50' })],
		items: () => [{ id: member, membership_status: 'approved', membership_tier_id: 'memt-free' }],
	},
	{
		what: 'as Luma answers them',
		resource: 'contact',
		operation: 'getAll',
		parameters: { limit: 1, simplify: false },
		sent: [get(`${contacts}/list`, { pagination_limit: '1' })],
		items: () => [{ id: first, user_id: first, tags: [], membership: null }],
	},
	{
		resource: 'contact',
		operation: 'import',
		parameters: {
			contactsFrom: 'fields',
			contacts: { contact: [{ email: 'new1@example.com', name: 'New 1' }, { email: 'new2@example.com', name: '' }] },
			additionalFields: { contactTagIds: ['VIP'] },
		},
		sent: [post(`${contacts}/import`, { contacts: [{ email: 'new1@example.com', name: 'New 1' }, { email: 'new2@example.com' }], tags: ['VIP'] })],
		items: () => [
			{ email: 'new1@example.com', name: 'New 1', status: 'imported' },
			{ email: 'new2@example.com', status: 'imported' },
		],
	},
	{
		resource: 'contact',
		operation: 'remove',
		parameters: { contactId: byId(first) },
		sent: [post(`${contacts}/remove`, { contact_id: first })],
		items: () => [{ success: true, contact_id: first }],
	},
	{
		resource: 'contact',
		operation: 'restore',
		parameters: { contactId: byId('former@example.com') },
		sent: [post(`${contacts}/restore`, { email: 'former@example.com' })],
		items: () => [{ success: true, email: 'former@example.com' }],
	},
];
