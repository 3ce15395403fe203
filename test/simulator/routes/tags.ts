import { notFound } from '../errors';
import { route } from '../route';
import { filled, listOf, oneOf, parameters } from '../schemas';
import type { Store } from '../store';
import type { Tag } from '../records';

type Tagged = { tags: Array<{ id: string; name: string }> };

const color = oneOf('cranberry', 'barney', 'red', 'green', 'blue', 'purple', 'yellow', 'orange');

/** Luma's update and delete want the ID itself. */
function byId(tags: Tag[], id: string): Tag {
	const tag = tags.find((one) => one.id === id);
	if (!tag) throw notFound('Tag', id);
	return tag;
}

/** Everything that may have the tag. */
const tagged = (store: Store, kind: 'contact' | 'event'): Tagged[] => (kind === 'contact' ? store.contacts : [...store.events.values()].map(({ fields }) => fields));

/** What a request names, undefined for what is not on the calendar. */
const found = (store: Store, { event_ids = [], emails = [], user_ids = [] }: Names): Array<Tagged | undefined> => [
	...event_ids.map((id) => store.events.get(id)?.fields),
	...[...emails, ...user_ids].map((name) => store.contact(name)),
];

interface Names {
	event_ids?: string[];
	emails?: string[];
	user_ids?: string[];
}

const names = (kind: 'contact' | 'event'): Record<string, Record<string, unknown>> => (kind === 'contact' ? { emails: listOf(filled), user_ids: listOf(filled) } : { event_ids: listOf(filled, 1) });

const routesOf = (kind: 'contact' | 'event') => {
	const path = `/v1/calendars/${kind}-tags`;
	const naming = parameters({ tag: filled, ...names(kind) }, ['tag', ...(kind === 'event' ? ['event_ids'] : [])]);
	return [
		route('GET', `${path}/list`, parameters({}), ({ store }) => ({ entries: store.tags[kind], has_more: false })),

		route<{ name: string; color?: string }>('POST', `${path}/create`, parameters({ name: filled, color }, ['name']), ({ store }, { name, color: chosen = 'purple' }) => {
			const tag = { id: store.newId('tag'), name, color: chosen };
			store.tags[kind].push(tag);
			return { id: tag.id };
		}),

		route<{ tag_id: string; name?: string; color?: string }>('POST', `${path}/update`, parameters({ tag_id: filled, name: filled, color }, ['tag_id']), ({ store }, { tag_id, ...fields }) => {
			Object.assign(byId(store.tags[kind], tag_id), fields);
			return {};
		}),

		route<{ tag_id: string }>('POST', `${path}/delete`, parameters({ tag_id: filled }, ['tag_id']), ({ store }, { tag_id }) => {
			store.tags[kind].splice(store.tags[kind].indexOf(byId(store.tags[kind], tag_id)), 1);
			for (const one of tagged(store, kind)) one.tags = one.tags.filter(({ id }) => id !== tag_id);
			return {};
		}),

		route<{ tag: string } & Names>('POST', `${path}/apply`, naming, ({ store }, { tag, ...all }) => {
			const { id, name } = store.tag(kind, tag);
			const those = found(store, all);
			for (const one of those) if (one && !one.tags.some((known) => known.id === id)) one.tags.push({ id, name });
			return { applied_count: those.filter(Boolean).length, skipped_count: those.filter((one) => !one).length };
		}),

		route<{ tag: string } & Names>('POST', `${path}/unapply`, naming, ({ store }, { tag, ...all }) => {
			const { id } = store.tag(kind, tag);
			const those = found(store, all);
			for (const one of those) if (one) one.tags = one.tags.filter((known) => known.id !== id);
			return { removed_count: those.filter(Boolean).length, skipped_count: those.filter((one) => !one).length };
		}),
	];
};

export const tagRoutes = [...routesOf('contact'), ...routesOf('event')];
