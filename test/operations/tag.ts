import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, fromList, get, post, type Case, type Cases } from './parts/case';

const COLORS = ['barney', 'blue', 'cranberry', 'green', 'orange', 'purple', 'red', 'yellow'];

const tags = [
	{ id: 'tag-1', name: 'VIP', color: 'red' },
	{ id: 'tag-2', name: 'Newsletter', color: 'blue' },
	{ id: 'tag-3', name: 'Twice', color: 'blue' },
	{ id: 'tag-4', name: 'twice', color: 'green' },
];

interface Kind {
	path: string;
	/** The name of the locator. */
	tagId: string;
	/** The operation that takes a tag off. */
	remove: string;
	/** Fills in some entries, and one for each input item. */
	some: (...names: string[]) => INodeParameters;
	each: (value: string) => INodeParameters;
	/** What goes out for entries, and what comes out for one. */
	sent: (...names: string[]) => IDataObject;
	known: (name: string) => IDataObject;
	/** Three names of entries. */
	names: [string, string, string];
	why: string;
}

const contacts: Kind = {
	path: '/v1/calendars/contact-tags',
	tagId: 'contactTagId',
	remove: 'removeFromContacts',
	some: (...names) => ({ taggedFrom: 'list', contactRefs: names.join(', ') }),
	each: (contactRef) => ({ taggedFrom: 'inputItems', contactRef }),
	sent: (...names) => {
		const [emails, user_ids] = [names.filter((name) => name.includes('@')), names.filter((name) => !name.includes('@'))];
		return { ...(emails.length > 0 && { emails }), ...(user_ids.length > 0 && { user_ids }) };
	},
	known: (name) => (name.includes('@') ? { email: name } : { user_id: name }),
	names: ['guest1@example.com', 'usr-2', 'guest3@example.com'],
	why: "Luma skipped it, because it isn't a contact of the calendar",
};

const events: Kind = {
	path: '/v1/calendars/event-tags',
	tagId: 'eventTagId',
	remove: 'removeFromEvents',
	some: (...names) => ({ eventsFrom: 'chosen', eventIds: names }),
	each: (eventRef) => ({ eventsFrom: 'inputItems', eventRef }),
	sent: (...names) => ({ event_ids: names }),
	known: (name) => ({ event_id: name }),
	names: ['evt-1', 'evt-2', 'evt-3'],
	why: "Luma skipped it, because it isn't on the calendar",
};

const MIXED = 'Luma skipped 1 of the 2 in this request and does not say which. Set Batch Size to 1 to tell them apart.';

/** Apply and Remove From …: one item for each entry. */
function onSome({ path, tagId, some, each, sent, known, names, why }: Kind, operation: string, status: string): Case[] {
	const tag = 'tag-1';
	const url = `${path}/${operation}`;
	const [one, two, three] = names;
	const answer = (all: number, skipped: number) => ({ [`${status}_count`]: all - skipped, skipped_count: skipped });
	const items = (of: string[], outcome: IDataObject) => of.map((name) => ({ ...known(name), tag, ...outcome }));
	const chosen = { [tagId]: byId(tag) };
	return [
		{ what: 'one', parameters: { ...chosen, ...some(one) }, exchanges: [post(url, { tag, ...sent(one) }, answer(1, 0))], items: items([one], { status }) },
		{ what: 'some', parameters: { ...chosen, ...some(...names) }, exchanges: [post(url, { tag, ...sent(...names) }, answer(3, 0))], items: items(names, { status }) },
		{ what: 'a tag by its name', parameters: { [tagId]: byId(' VIP '), ...some(one) }, exchanges: [post(url, { tag: 'VIP', ...sent(one) }, answer(1, 0))], items: [{ ...known(one), tag: 'VIP', status }] },
		{ what: 'a tag from the list', parameters: { [tagId]: fromList(tag), ...some(one) }, exchanges: [post(url, { tag, ...sent(one) }, answer(1, 0))], items: items([one], { status }) },
		{ what: 'all of them skipped', parameters: { ...chosen, ...some(one, two) }, exchanges: [post(url, { tag, ...sent(one, two) }, answer(2, 2))], items: items([one, two], { status: 'skipped', reason: why }) },
		{ what: 'one of two skipped', parameters: { ...chosen, ...some(one, three) }, exchanges: [post(url, { tag, ...sent(one, three) }, answer(2, 1))], items: items([one, three], { status: 'mixed', reason: MIXED }) },
		{ what: 'from an input item', parameters: { ...chosen, ...each(` ${two} `) }, exchanges: [post(url, { tag, ...sent(two) }, answer(1, 0))], items: items([two], { status }) },
		{
			what: 'from two input items, one a time',
			parameters: { ...chosen, ...each(`={{ ${JSON.stringify([one, two])}[$json.n] }}`), options: { batchSize: 1 } },
			inputs: 2,
			exchanges: [post(url, { tag, ...sent(one) }, answer(1, 1)), post(url, { tag, ...sent(two) }, answer(1, 0))],
			items: [...items([one], { status: 'skipped', reason: why }), ...items([two], { status })],
		},
	];
}

function casesFor(kind: Kind): Record<string, Case[]> {
	const { path, tagId } = kind;
	const tag_id = 'tag-1';
	const chosen = { [tagId]: byId(tag_id) };
	const list = get(`${path}/list`, undefined, { entries: tags, has_more: false });
	const creating = (what: string, more: INodeParameters, sent: IDataObject = {}): Case => ({
		what,
		parameters: { tagName: 'VIP', ...more },
		exchanges: [post(`${path}/create`, { name: 'VIP', ...sent }, { id: tag_id })],
		items: [{ id: tag_id, name: 'VIP', ...sent }],
	});
	const updating = (what: string, updateFields: INodeParameters, sent: IDataObject): Case => ({
		what,
		parameters: { ...chosen, updateFields },
		exchanges: [post(`${path}/update`, { tag_id, ...sent })],
		items: [{ success: true, tag_id }],
	});
	const byName = ({ parameters, exchanges, items }: Case): Case[] => [
		{ what: 'from the list', parameters: { ...parameters, [tagId]: fromList(tag_id) }, exchanges, items },
		{ what: 'by name', parameters: { ...parameters, [tagId]: byId('vip') }, exchanges: [list, ...exchanges], items },
	];
	const listing = (what: string, parameters: INodeParameters, items: IDataObject[] = tags): Case => ({ what, parameters, exchanges: [list], items });
	const deleting: Case = { what: 'by ID', parameters: chosen, exchanges: [post(`${path}/delete`, { tag_id })], items: [{ deleted: true, tag_id }] };
	const renaming = updating('Name', { tagName: 'Sponsor' }, { name: 'Sponsor' });
	return {
		apply: onSome(kind, 'apply', 'applied'),
		[kind.remove]: onSome(kind, 'unapply', 'removed'),
		create: [creating('with what is required', {}), ...COLORS.map((color) => creating(color, { additionalFields: { tagColor: color } }, { color }))],
		delete: [deleting, ...byName(deleting)],
		getAll: [listing('some', {}), listing('all', { returnAll: true }), listing('up to Limit', { returnAll: false, limit: 2 }, tags.slice(0, 2))],
		update: [renaming, ...COLORS.map((color) => updating(color, { tagColor: color }, { color })), ...byName(renaming)],
	};
}

export const cases: Cases = { contactTag: casesFor(contacts), eventTag: casesFor(events) };
