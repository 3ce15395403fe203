import { seed } from '../simulator';
import { byId, get, post } from './parts/case';
import { type Sample } from './parts/sample';

const { tags, contacts, events } = seed;

interface Kind {
	resource: string;
	path: string;
	tagId: string;
	tag: string;
	name: string;
	remove: string;
	on: Sample['parameters'];
	sent: object;
	/** One entry, as the items have it. */
	known: object[];
	all: object[];
}

const kinds: Kind[] = [
	{
		resource: 'contactTag',
		path: '/v1/calendars/contact-tags',
		tagId: 'contactTagId',
		tag: tags.newsletter,
		name: 'Newsletter',
		remove: 'removeFromContacts',
		on: { taggedFrom: 'list', contactRefs: `guest1@example.com, ${contacts.second}` },
		sent: { emails: ['guest1@example.com'], user_ids: [contacts.second] },
		known: [{ email: 'guest1@example.com' }, { user_id: contacts.second }],
		all: [{ id: tags.newsletter, name: 'Newsletter', color: 'blue' }, { id: tags.vip }],
	},
	{
		resource: 'eventTag',
		path: '/v1/calendars/event-tags',
		tagId: 'eventTagId',
		tag: tags.conference,
		name: 'Conference',
		remove: 'removeFromEvents',
		on: { eventsFrom: 'chosen', eventIds: [events.conference, events.paid] },
		sent: { event_ids: [events.conference, events.paid] },
		known: [{ event_id: events.conference }, { event_id: events.paid }],
		all: [{ id: tags.conference, name: 'Conference', color: 'green' }, { id: tags.meetup }],
	},
];

const casesOf = ({ resource, path, tagId, tag, name, remove, on, sent, known, all }: Kind): Sample[] => {
	const list = get(`${path}/list`, {});
	return [
		{
			resource,
			operation: 'apply',
			parameters: { [tagId]: byId(name), ...on },
			sent: [post(`${path}/apply`, { tag: name, ...sent })],
			items: () => known.map((one) => ({ ...one, tag: name, status: 'applied' })),
		},
		{
			resource,
			operation: 'create',
			parameters: { tagName: 'Sponsor', additionalFields: { tagColor: 'green' } },
			sent: [post(`${path}/create`, { name: 'Sponsor', color: 'green' })],
			items: () => [{ id: 'tag-new-1', name: 'Sponsor', color: 'green' }],
		},
		{
			resource,
			operation: 'delete',
			parameters: { [tagId]: byId(name) },
			sent: [list, post(`${path}/delete`, { tag_id: tag })],
			items: () => [{ deleted: true, tag_id: tag }],
		},
		{ resource, operation: 'getAll', parameters: { returnAll: true }, sent: [list], items: () => all },
		{
			resource,
			operation: remove,
			parameters: { [tagId]: byId(tag), ...on },
			sent: [post(`${path}/unapply`, { tag, ...sent })],
			items: () => known.map((one) => ({ ...one, tag, status: 'removed' })),
		},
		{
			resource,
			operation: 'update',
			parameters: { [tagId]: byId(tag), updateFields: { tagName: 'Renamed', tagColor: 'red' } },
			sent: [post(`${path}/update`, { tag_id: tag, name: 'Renamed', color: 'red' })],
			items: () => [{ success: true, tag_id: tag }],
		},
	];
};

export const samples: Sample[] = kinds.flatMap(casesOf);
