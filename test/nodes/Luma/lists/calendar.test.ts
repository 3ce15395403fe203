/** The lists of what a calendar has, by the one search: what is shown, and what a name given in place of an ID does. */
import type { IDataObject } from 'n8n-workflow';
import * as lists from '../../../../nodes/Luma/lists';
import { loadOptions } from '../support/loadOptions';
import { answer, received, useLuma, type Sent } from '../support/luma';
import { byId } from '../../../operations/parts/case';
import { run } from '../../../engine';

useLuma();

const tags = [
	{ id: 'tag-1', name: 'VIP', color: 'red' },
	{ id: 'tag-2', name: 'Newsletter', color: 'blue' },
	{ id: 'tag-3', name: 'vip', color: 'blue' },
];

type Search = (typeof lists)['searchEvents'];

const searches: Array<[string, Search, string, IDataObject[], string[], string, string[]]> = [
	['calendars', lists.searchCalendars, '/v1/organizations/calendars/list', [{ id: 'cal-1', name: 'Berlin Meetups', slug: 'berlin' }, { id: 'cal-2', name: 'Munich Meetups', slug: null }], ['Berlin Meetups (berlin)', 'Munich Meetups'], 'MÜNICH', ['Munich Meetups']],
	['contact tags', lists.searchContactTags, '/v1/calendars/contact-tags/list', tags, ['VIP (red)', 'Newsletter (blue)', 'vip (blue)'], 'news', ['Newsletter (blue)']],
	['contacts', lists.searchContacts, '/v1/calendars/contacts/list', [{ id: 'usr-1', name: 'Guest 1', email: 'guest1@example.com' }, { id: 'usr-2', name: null, email: 'guest2@example.com' }], ['Guest 1 (guest1@example.com)', 'guest2@example.com'], 'by Luma', ['Guest 1 (guest1@example.com)', 'guest2@example.com']],
	['membership tiers', lists.searchMembershipTiers, '/v1/memberships/tiers/list', [{ id: 'memt-1', name: 'Free' }, { id: 'memt-2', name: 'Paid' }], ['Free', 'Paid'], 'PAI', ['Paid']],
	['submissions', lists.searchSubmissions, '/v1/calendars/events/list', [{ id: 'evt-1', name: 'Hackathon', start_at: '2027-07-03T08:00:00.000Z', timezone: 'Europe/Berlin' }, { id: 'evt-2', name: 'Talks', start_at: null }], ['Hackathon (3 Jul 2027, 10:00)', 'Talks'], 'hack', ['Hackathon (3 Jul 2027, 10:00)']],
	['webhooks', lists.searchWebhooks, '/v1/webhooks/list', [{ id: 'wh-1', url: 'https://example.com/a', status: 'active', secret: 'whsec_1' }, { id: 'wh-2', url: 'https://example.com/b', status: 'paused', secret: 'whsec_2' }], ['https://example.com/a (active)', 'https://example.com/b (paused)'], 'wh-2', ['https://example.com/b (paused)']],
	['event tags', lists.searchEventTags, '/v1/calendars/event-tags/list', tags, ['VIP (red)', 'Newsletter (blue)', 'vip (blue)'], 'TAG-2', ['Newsletter (blue)']],
];

describe.each(searches)('%s', (_what, search, path, entries, names, filter, found) => {
	it('are shown by name', async () => {
		answer('GET', path, { body: { entries, has_more: false } });
		const { results } = await search.call(loadOptions());
		expect(results.map(({ name }) => name)).toEqual(names);
	});

	it('are searched', async () => {
		answer('GET', path, { body: { entries, has_more: false } });
		const { results } = await search.call(loadOptions(), filter);
		expect(results.map(({ name }) => name)).toEqual(found);
	});
});

it('offers contact tags to a field that takes several', async () => {
	answer('GET', '/v1/calendars/contact-tags/list', { body: { entries: tags, has_more: false } });
	expect(await lists.getContactTags.call(loadOptions())).toEqual([
		{ name: 'VIP (red)', value: 'tag-1' },
		{ name: 'Newsletter (blue)', value: 'tag-2' },
		{ name: 'vip (blue)', value: 'tag-3' },
	]);
});

it.each([undefined, 'c'])('end with a reason where Luma has more than it gives, rather than to begin anew as a person scrolls (next_cursor %j)', async (next_cursor) => {
	const many = Array.from({ length: 30 }, (_, at) => ({ id: `tag-${at}`, name: `Tag ${at}` }));
	answer('GET', '/v1/calendars/contact-tags/list', { body: { entries: many, has_more: true, next_cursor } }, 2);
	const { results, paginationToken } = await lists.searchContactTags.call(loadOptions());
	expect([results.length, results[0].name, paginationToken]).toEqual([31, expect.stringMatching(/^Only the first 30 tags were loaded: Luma says there are more items/), undefined]);
	expect((await lists.getContactTags.call(loadOptions())).map(({ name }) => name)).toEqual(results.map(({ name }) => name));
});

it.each([
	['', ''],
	['c', 'c'],
])('end with a reason where the cursor of the next page leads nowhere (%j)', async (next_cursor, cursor) => {
	const entries = Array.from({ length: 30 }, (_, at) => ({ id: `usr-${at}`, name: `Guest ${at}`, email: 'guest@example.com' }));
	answer('GET', '/v1/calendars/contacts/list', { body: { entries, has_more: true, next_cursor } }, 1);
	const { results, paginationToken } = await lists.searchContacts.call(loadOptions(), undefined, JSON.stringify({ at: 1, part: 0, cursor }));
	expect([results.length, results[0].name, paginationToken]).toEqual([31, expect.stringMatching(/^Only the first 30 contacts were loaded: Luma s/), undefined]);
});

it.each([
	['calendar', '/v1/calendars/coupons/list', {}],
	['event', '/v1/events/coupons/list', { event_id: 'evt-1' }],
])('shows the coupons of the %s that is chosen', async (couponScope, path, query) => {
	const entries = [
		{ code: 'SUMMER20', percent_off: 20, cents_off: null, currency: null, remaining_count: 17 },
		{ code: 'FIVE', percent_off: null, cents_off: 500, currency: 'eur', remaining_count: 1_000_000 },
	];
	answer('GET', path, { body: { entries, has_more: false } });
	const { results } = await lists.searchCoupons.call(loadOptions({ resource: 'coupon', operation: 'update', couponScope, eventId: byId('evt-1') }));
	expect(results.map(({ name }) => name)).toEqual(['SUMMER20 (20% off, 17 left)', 'FIVE (5.00 EUR off)']);
	expect(received[0].query).toMatchObject(query);
});

it('shows the events of an organization, which Luma sorts by itself, to move one of them', async () => {
	const entries = [{ id: 'evt-1', name: 'Hackathon', start_at: '2027-07-03T08:00:00.000Z', timezone: 'Europe/Berlin', url: 'https://luma.com/hack' }];
	answer('GET', '/v1/organizations/events/list', { body: { entries, has_more: false } }, 2);
	const { results } = await lists.searchEvents.call(loadOptions({ resource: 'organization', operation: 'transferEvent' }), 'evt-1');
	expect(results.map(({ name }) => name)).toEqual(['Hackathon (3 Jul 2027, 10:00)', 'Hackathon (3 Jul 2027, 10:00)']);
	expect(received.map(({ query }) => Object.keys(query!).filter((name) => name.startsWith('sort')))).toEqual([['sort_direction'], ['sort_direction']]);
});

it('lets Luma search contacts, of which there may be 100,000', async () => {
	answer('GET', '/v1/calendars/contacts/list', { body: { entries: [], has_more: false } });
	await lists.searchContacts.call(loadOptions(), ' nathan ');
	expect(received[0].query).toMatchObject({ query: 'nathan' });
});

it.each([
	['contacts', lists.searchContacts],
	['members', lists.searchMembers],
])('takes an ID in the search for %s as it is, since Luma does not search by it', async (_what, search) => {
	expect((await search.call(loadOptions(), ' usr-1a2b3c\u200b')).results).toEqual([{ name: 'usr-1a2b3c', value: 'usr-1a2b3c' }]);
	expect(received).toEqual([]);
});

it('has members of every status, those to decide on first', async () => {
	answer('GET', '/v1/calendars/contacts/list', { body: ({ query }: Sent) => ({ entries: [{ id: 'usr-1', user_id: `usr-${String(query!.membership_status)}`, name: 'Guest 1', email: 'guest1@example.com' }], has_more: false }) }, 4);
	const { results } = await lists.searchMembers.call(loadOptions());
	expect(results.map(({ value }) => value)).toEqual(['usr-approved', 'usr-pending', 'usr-approved-pending-payment', 'usr-declined']);
});

describe.each([
	['contactTag', 'contactTagId', '/v1/calendars/contact-tags'],
	['eventTag', 'eventTagId', '/v1/calendars/event-tags'],
])('%s by name, where Luma wants an ID', (resource, tagId, path) => {
	const listed = () => answer('GET', `${path}/list`, { body: { entries: tags, has_more: false } });

	it.each([
		['Sponsor', 'Tag: there is no tag "Sponsor"'],
		['Vip', 'Tag: there are 2 tags "Vip"'],
	])('%s: nothing is changed', async (name, message) => {
		listed();
		const { error } = await run({ resource, operation: 'delete', [tagId]: byId(name) });
		expect(error?.message).toBe(message);
		expect(received.map(({ method }) => method)).toEqual(['GET']);
	});

	it('is the one of just that name where others differ in case', async () => {
		listed();
		answer('POST', `${path}/update`, {});
		await run({ resource, operation: 'update', [tagId]: byId('VIP'), updateFields: { tagName: 'New' } });
		expect(received[1].body).toEqual({ tag_id: 'tag-1', name: 'New' });
	});

	it('says so where Luma does not list all tags', async () => {
		answer('GET', `${path}/list`, { body: { entries: tags, has_more: true } });
		const { error } = await run({ resource, operation: 'delete', [tagId]: byId('Sponsor') });
		expect(error).toMatchObject({ message: 'Tag: there is no tag "Sponsor" among the first 3, which are all that Luma lists', description: expect.stringContaining('use its ID') as string });
	});

	it('says beside a list that Luma has more than it gives', async () => {
		answer('GET', `${path}/list`, { body: { entries: tags, has_more: true } });
		const { json, run: { data } } = await run({ resource, operation: 'getAll', returnAll: true });
		expect(json).toHaveLength(3);
		expect(data.resultData.runData.Luma[0].hints?.map(({ message }) => message)).toEqual(['Luma returned the first 3 and says that there are more, which it has no way to ask for.']);
	});

	it('is looked up once for all items', async () => {
		listed();
		answer('POST', `${path}/update`, {}, 3);
		const { error } = await run({ resource, operation: 'update', [tagId]: byId('newsletter'), updateFields: { tagName: '={{ "Name " + $json.n }}' } }, { items: [{}, {}, {}] });
		expect(error).toBeUndefined();
		expect(received.slice(1).map(({ body }) => body)).toEqual([0, 1, 2].map((n) => ({ tag_id: 'tag-2', name: `Name ${n}` })));
	});

	it('changes nothing where there is nothing to change', async () => {
		const { error } = await run({ resource, operation: 'update', [tagId]: byId('tag-1'), updateFields: {} });
		expect(error?.message).toBe('Update Fields has no changes to send');
	});
});

it('finds places by what a person types, and shows none before', async () => {
	answer('GET', '/v1/places/search', { body: { entries: [{ place_id: 'place-1', name: 'Alexanderplatz', address: 'Berlin' }, { name: 'without an ID' }] } });
	expect(await lists.searchPlaces.call(loadOptions())).toEqual({ results: [] });
	expect(await lists.searchPlaces.call(loadOptions(), ' Alex ')).toEqual({ results: [{ name: 'Alexanderplatz, Berlin', value: 'place-1' }] });
	expect(received).toEqual([{ method: 'GET', path: '/v1/places/search', query: { query: 'Alex' } }]);
});
