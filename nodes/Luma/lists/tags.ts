import type { IDataObject } from 'n8n-workflow';
import { optionsOf, searchOf, type Choice, type List } from './search';

/** A tag by name and color. */
const show = ({ id, name, color }: IDataObject): Choice => ({ name: typeof color === 'string' ? `${name} (${color})` : String(name), value: String(id) });

const tags = (kind: 'contact' | 'event'): List => ({
	things: 'tags',
	path: `/v1/calendars/${kind}-tags/list`,
	parts: () => [{}],
	whole: true,
	show,
	words: (tag) => [show(tag).name, tag.id],
});

export const searchContactTags = searchOf(() => tags('contact'));
export const searchEventTags = searchOf(() => tags('event'));

/** The tags for contacts, for a field that takes several. */
export const getContactTags = optionsOf(() => tags('contact'));
