/** Contact > Get Many by what there is not: a tag or a tier with a typo lets pass nobody. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { run, type Options } from '../../engine';
import { byId } from '../../operations/parts/case';
import { always, answer, received, useLuma } from './support/luma';

useLuma();

const LIST = '/v1/calendars/contacts/list';
const TAGS = '/v1/calendars/contact-tags/list';
const TIERS = '/v1/memberships/tiers/list';

const contact = (n: number, more: IDataObject = {}): IDataObject => ({ id: `usr-${n}`, user_id: `usr-${n}`, email: `guest${n}@example.com`, name: null, tags: [], membership: null, ...more });
const tags = [{ id: 'tag-1', name: 'VIP' }, { id: 'tag-2', name: 'Newsletter' }];
const tiers = [{ id: 'memt-1', name: 'Friends' }];

const list = async (filters: INodeParameters, more: INodeParameters = {}, options: Options = {}) => await run({ resource: 'contact', operation: 'getAll', filters, ...more }, options);
const serve = (...entries: IDataObject[]) => always('GET', LIST, () => ({ body: { entries, has_more: false } }));
const paths = () => received.map(({ path }) => path);

describe('a tag that no contact has', () => {
	it.each(['tag-2', 'newsletter', ' Newsletter '])('may be there all the same: %j', async (tag) => {
		serve();
		answer('GET', TAGS, { body: { entries: tags, has_more: false } });
		const { json, error } = await list({ contactTagIds: [tag] });
		expect([json, error]).toEqual([[], undefined]);
	});

	it.each<[string, INodeParameters, IDataObject[]]>([
		['alone', { contactTagIds: ['V.I.P.'] }, []],
		['beside one that some have', { contactTagIds: ['VIP', 'V.I.P.'] }, [contact(1, { tags: [tags[0]] })]],
		['by expression', { contactTagIds: '={{ "VIP, V.I.P." }}' }, [contact(1, { tags: [tags[0]] })]],
	])('is refused where the calendar has none of the kind: %s', async (_how, filters, contacts) => {
		serve(...contacts);
		answer('GET', TAGS, { body: { entries: tags, has_more: false } });
		const { items, error } = await list(filters);
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: 'Tag Names or IDs: there is no tag "V.I.P."', description: 'The calendar has "VIP", "Newsletter".' });
	});

	it('is not looked for where contacts before a cursor may have it', async () => {
		serve();
		const { json, error } = await list({ contactTagIds: ['V.I.P.'], membershipTierId: byId('memt-9') }, { options: { paginationCursor: 'page-2' } });
		expect([json, error, paths()]).toEqual([[], undefined, [LIST]]);
	});

	it('is not refused where Luma has more tags than it lists', async () => {
		serve();
		answer('GET', TAGS, { body: { entries: tags, has_more: true } });
		expect((await list({ contactTagIds: ['V.I.P.'] })).error).toBeUndefined();
	});

	it('costs no request where a contact has it, or on a later page', async () => {
		serve(contact(1, { tags: [tags[0]] }));
		await list({ contactTagIds: ['vip'] });
		await list({ contactTagIds: ['vip', 'tag-1'] }, { options: { output: 'pages' } });
		await list({ contactTagIds: ['Newsletter'] }, { options: { output: 'pages', paginationCursor: 'c1' } });
		expect(new Set(paths())).toEqual(new Set([LIST]));
	});

	it('is asked for once by all items', async () => {
		serve();
		answer('GET', TAGS, { body: { entries: tags, has_more: false } });
		const { json } = await list({ contactTagIds: '={{ $json.tag }}' }, {}, { items: [{ tag: 'VIP' }, { tag: 'Newsletter' }, { tag: 'V.I.P.' }], node: { onError: 'continueRegularOutput' } });
		expect(json).toMatchObject([{ error: 'Tag Names or IDs: there is no tag "V.I.P."' }]);
	});
});

describe('a membership tier that no contact is of', () => {
	it('may be there all the same', async () => {
		serve();
		answer('GET', TIERS, { body: { entries: tiers, has_more: false } });
		const { json, error } = await list({ membershipTierId: byId('memt-1') });
		expect([json, error]).toEqual([[], undefined]);
	});

	it('is refused where the calendar has none of the kind, on any page of its tiers', async () => {
		serve();
		always('GET', TIERS, ({ query }) => ({ body: query!.pagination_cursor === undefined ? { entries: tiers, has_more: true, next_cursor: 'c1' } : { entries: [{ id: 'memt-2', name: 'Patrons' }], has_more: false } }));
		expect((await list({ membershipTierId: byId('memt-2') })).error).toBeUndefined();
		const { items, error } = await list({ membershipTierId: byId('memt-9') });
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: 'Membership Tier: there is no tier "memt-9"', description: 'The calendar has "Friends", "Patrons".' });
	});

	it('costs no request where there are contacts of it', async () => {
		serve(contact(1, { membership: { status: 'approved', calendar_membership_tier_id: 'memt-1' } }));
		expect((await list({ membershipTierId: byId('memt-1') })).json).toHaveLength(1);
		expect(paths()).toEqual([LIST]);
	});
});
