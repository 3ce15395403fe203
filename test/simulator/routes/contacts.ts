import { badRequest, notFound } from '../errors';
import { page, type PageParameters } from '../pages';
import { route, type World } from '../route';
import { filled, listOf, oneOf, orNull, paging, parameters, sortDirection } from '../schemas';
import type { ContactRecord } from '../records';

const entry = ({ state, ...contact }: ContactRecord) => {
	void state;
	return contact;
};

type Column = 'created_at' | 'event_checked_in_count' | 'event_approved_count' | 'name' | 'revenue_usd_cents';

interface ListContacts extends PageParameters {
	query?: string;
	tags?: string[];
	calendar_membership_tier_id?: string;
	membership_status?: string;
	sort_column?: Column;
	sort_direction?: string;
}

/** Sorted as text or numbers, what is not there last. */
function sorted(contacts: ContactRecord[], column: Column, direction: string): ContactRecord[] {
	const down = direction.startsWith('desc') ? -1 : 1;
	return [...contacts].sort((a, b) => {
		const [left, right] = [a[column] ?? '', b[column] ?? ''];
		return left === right ? 0 : (left < right ? -1 : 1) * down;
	});
}

/** Takes a person off the calendar, or puts one back. */
const moving = (operation: string, from: ContactRecord['state'][], to: ContactRecord['state']) =>
	route<{ contact_id?: string; email?: string }>('POST', `/v1/calendars/contacts/${operation}`, parameters({ contact_id: filled, email: filled }), ({ store }: World, { contact_id, email }) => {
		if ((contact_id === undefined) === (email === undefined)) throw badRequest('Give contact_id or email.');
		const contact = store.contacts.find((one) => one.id === contact_id || one.email === email);
		if (!contact || !from.includes(contact.state)) throw notFound('Contact', (contact_id ?? email)!);
		contact.state = to;
		return {};
	});

export const contactRoutes = [
	route<ListContacts>(
		'GET',
		'/v1/calendars/contacts/list',
		parameters({
			query: filled,
			tags: listOf(filled),
			calendar_membership_tier_id: filled,
			membership_status: oneOf('approved', 'pending', 'approved-pending-payment', 'declined'),
			sort_column: oneOf('created_at', 'event_checked_in_count', 'event_approved_count', 'name', 'revenue_usd_cents'),
			sort_direction: sortDirection,
			...paging,
		}),
		({ store, pageCap }, { pagination_cursor, pagination_limit, ...filters }) => {
			const { query = '', tags, calendar_membership_tier_id: tier, membership_status: status, sort_column = 'created_at', sort_direction = 'asc' } = filters;
			const ids = tags?.map((tag) => store.tag('contact', tag).id);
			const found = store.contacts.filter(
				(one) =>
					one.state === 'listed' &&
					`${one.name ?? ''} ${one.email}`.toLowerCase().includes(query.toLowerCase()) &&
					(!ids || one.tags.some(({ id }) => ids.includes(id))) &&
					(!tier || one.membership?.calendar_membership_tier_id === tier) &&
					(!status || one.membership?.status === status),
			);
			const all = sorted(found, sort_column, sort_direction);
			return page(all.length, (position) => entry(all[position]), { pagination_cursor, pagination_limit }, filters, pageCap);
		},
	),

	route<{ contacts: Array<{ email: string; name?: string | null }>; tags?: string[] }>(
		'POST',
		'/v1/calendars/contacts/import',
		parameters(
			{
				contacts: listOf({ type: 'object', properties: { email: { type: 'string', format: 'email' }, name: orNull(filled) }, required: ['email'], additionalProperties: false }, 1),
				tags: listOf(filled),
			},
			['contacts'],
		),
		({ store }, { contacts, tags = [] }) => {
			const all = tags.map((tag) => store.tag('contact', tag));
			for (const { email, name } of contacts) {
				const contact = store.addContact({ email, name: name ?? null });
				for (const { id, name: tag } of all) if (!contact.tags.some((known) => known.id === id)) contact.tags.push({ id, name: tag });
			}
			return {};
		},
	),

	moving('block', ['listed', 'removed'], 'blocked'),
	moving('remove', ['listed'], 'removed'),
	moving('restore', ['blocked', 'removed'], 'listed'),
];
