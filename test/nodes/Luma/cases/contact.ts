import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, fromList, post, type Case } from '../support/case';
import { directions, listing, paging, simplifying } from './lists';

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
	list('with a tag', { filters: { contactTagIds: ['tag-1'] } }, { tags: 'tag-1' }),
	list('with one of two tags', { filters: { contactTagIds: ['tag-1', 'VIP'] } }, { tags: ['tag-1', 'VIP'] }),
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

export const contact: Record<string, Case[]> = { block: moving('block'), getAll, import: imports, remove: moving('remove'), restore: moving('restore') };
