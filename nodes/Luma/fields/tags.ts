import type { INodeProperties, INodePropertyRouting } from 'n8n-workflow';
import { entriesIn } from '../api/pages';
import { idsOf } from '../values/ids';
import { Problem, shown } from '../values/problem';
import { choice } from '../values/scalar';
import { spelled, tidy } from '../values/text';
import { inBody, locator, naming } from './locator';
import { body, query, required, words, type At, type Change } from './send';

/** A tag as Luma answers it. */
const ID = /^tag-\S+$/;

const TYPED = { displayName: 'By Name or ID', placeholder: 'e.g. VIP', hint: 'The name of the tag or its ID (tag-…)' };

const contactTag = locator({ displayName: 'Tag', name: 'contactTagId', description: 'The contact tag this operation applies to', choose: 'Choose a tag…', search: 'searchContactTags', typed: [TYPED] });
const eventTag = locator({ displayName: 'Tag', name: 'eventTagId', description: 'The event tag this operation applies to', choose: 'Choose a tag…', search: 'searchEventTags', typed: [TYPED] });

/** The id of a tag given by id or by name; Luma is asked for the tags once in a run. */
const toId = (path: string): Change =>
	Object.assign(
		async (value: unknown, { ask }: At) => {
			const text = String(value);
			if (ID.test(text)) return text;
			const answer = await ask(path, {});
			const tags = entriesIn(answer);
			const same = tags.filter(({ name }) => tidy(name) === text);
			const named = same.length === 1 ? same : tags.filter(({ name }) => spelled(name) === spelled(text));
			if (named.length === 1) return named[0].id;
			const among = answer.has_more === true ? ` among the first ${tags.length}, which are all that Luma lists` : '';
			throw new Problem(named.length === 0 ? `there is no tag ${shown(text)}${among}` : `there are ${named.length} tags ${shown(text)}`, 'Choose the tag from the list, or use its ID.');
		},
		{ asks: true },
	);

/** A tag where Luma takes its name or its ID. */
const named = naming('tag');
export const contactTagByName = inBody(contactTag, 'tag', named);
export const eventTagByName = inBody(eventTag, 'tag', named);

/** A tag where Luma takes its ID alone. */
export const contactTagById = inBody(contactTag, 'tag_id', named, toId('/v1/calendars/contact-tags/list'));
export const eventTagById = inBody(eventTag, 'tag_id', named, toId('/v1/calendars/event-tags/list'));

const colors = ['Barney', 'Blue', 'Cranberry', 'Green', 'Orange', 'Purple', 'Red', 'Yellow'].map((name) => ({ name, value: name.toLowerCase() }));

/** The color of a tag; Luma has names for them. */
export const tagColor: INodeProperties = {
	displayName: 'Color',
	name: 'tagColor',
	type: 'options',
	options: colors,
	default: 'blue',
	description: 'Color of the tag',
	routing: body('color', 'Color', choice(colors)),
};

/** The name of a tag that is to be changed. */
export const newTagName: INodeProperties = {
	displayName: 'Name',
	name: 'tagName',
	type: 'string',
	default: '',
	placeholder: 'e.g. VIP',
	description: 'Name of the tag',
	routing: body('name', 'Name', words),
};

/** The name of a new tag. */
export const tagName: INodeProperties = { ...newTagName, required: true, routing: body('name', 'Name', required, words) };

const tagsIn: Change = (value) => idsOf('tag', value);

/** Tags for contacts, by name or ID, as they stand in a body or a query. */
const contactTags = (description: string, routing: INodePropertyRouting): INodeProperties => ({
	displayName: 'Tag Names or IDs',
	name: 'contactTagIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getContactTags' },
	default: [],
	description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
	routing,
});

export const contactTagsInBody = contactTags('Tags to give the contacts', body('tags', 'Tag Names or IDs', tagsIn));
export const contactTagsInQuery = contactTags('Return only contacts with at least one of these tags', query('tags', 'Tag Names or IDs', tagsIn));
