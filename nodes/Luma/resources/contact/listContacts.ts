import type { IDataObject } from 'n8n-workflow';
import { entriesIn, pages } from '../../api/pages';
import { list } from '../../fields/getMany';
import { givesPages } from '../../fields/paging';
import type { Item } from '../../run/item';
import { entriesOf } from '../../simplified/pick';
import { isBlank } from '../../values/blank';
import { Problem, shown, shownAll } from '../../values/problem';
import { isCalled } from '../../values/text';

const TAGS = '/v1/calendars/contact-tags/list';
const TIERS = '/v1/memberships/tiers/list';

const there = (entries: IDataObject[], nothing: string) => (entries.length > 0 ? `The calendar has ${shownAll(entries.map(({ name, id }) => name ?? id))}.` : nothing);

/** Fails where a filter names a tag that no contact has because there is none of the kind: it would let pass nobody without a word. */
async function assertTags(item: Item, contacts: IDataObject[]): Promise<void> {
	const named = [item.sent.tags ?? []].flat() as string[];
	const unseen = named.filter((tag) => !contacts.some(({ tags }) => entriesOf(tags).some(isCalled(tag))));
	if (unseen.length === 0) return;
	const answer = await item.ask(TAGS);
	const known = entriesIn(answer);
	const unknown = unseen.find((tag) => !known.some(isCalled(tag)));
	// Luma has no way to ask for more tags than it lists.
	if (unknown !== undefined && answer.has_more !== true) throw new Problem(`Tag Names or IDs: there is no tag ${shown(unknown)}`, there(known, 'The calendar has no contact tags.'));
}

/** The same for a tier that no contact is of. */
async function assertTier(item: Item, contacts: IDataObject[]): Promise<void> {
	const tier = item.sent.calendar_membership_tier_id as string | undefined;
	if (tier === undefined || contacts.length > 0) return;
	const known: IDataObject[] = [];
	for await (const { entries } of pages(async (paging) => await item.ask(TIERS, paging), {})) known.push(...entries);
	if (!known.some(isCalled(tier))) throw new Problem(`Membership Tier: there is no tier ${shown(tier)}`, there(known, 'The calendar has no membership tiers.'));
}

/** The way of Get Many for contacts. What filters name is looked up where no contact shows that it is there, but not on a later page. */
export async function listContacts(item: Item): Promise<IDataObject[]> {
	const listed = await list(item);
	if (!isBlank(item.parameter('options.paginationCursor', ''))) return listed;
	const contacts = givesPages(item) ? listed.flatMap((page) => entriesIn(page)) : listed;
	await assertTags(item, contacts);
	await assertTier(item, contacts);
	return listed;
}
