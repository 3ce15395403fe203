import type { INodeProperties } from 'n8n-workflow';
import { taggedContacts, taggedFields } from '../../fields/contacts';
import { batchOptions } from '../../fields/entries';
import { eventsFields, taggedEvents } from '../../fields/events';
import { contactTagById, contactTagByName, eventTagById, eventTagByName } from '../../fields/tags';
import type { Taken } from '../../run/batches/rows';
import type { Batch } from '../../run/work';

/** What contact tags and event tags differ in. */
export interface Kind {
	/** "contact tag", and with its article. */
	tag: string;
	aTag: string;
	/** What has tags: "contacts". */
	things: string;
	/** Which of them Luma skips, in a sentence without its period. */
	skipped: string;
	path: string;
	/** The operation that takes the tag off: its name in the list, and its value. */
	remove: { name: string; value: string };
	byName: INodeProperties;
	byId: INodeProperties;
	/** What the tag is put on, or taken off. */
	on: INodeProperties[];
	batch: (taken: Taken) => Batch;
	/** The Options of what puts it on and takes it off. */
	options: INodeProperties;
}

export const contacts: Kind = {
	tag: 'contact tag',
	aTag: 'a contact tag',
	things: 'contacts',
	skipped: "Luma skips people who aren't contacts",
	path: '/v1/calendars/contact-tags',
	remove: { name: 'Remove From Contacts', value: 'removeFromContacts' },
	byName: contactTagByName,
	byId: contactTagById,
	on: taggedFields,
	batch: taggedContacts,
	options: batchOptions('contacts'),
};

export const events: Kind = {
	tag: 'event tag',
	aTag: 'an event tag',
	things: 'events',
	skipped: "Luma skips events that aren't on it",
	path: '/v1/calendars/event-tags',
	remove: { name: 'Remove From Events', value: 'removeFromEvents' },
	byName: eventTagByName,
	byId: eventTagById,
	on: eventsFields,
	batch: taggedEvents,
	options: batchOptions('events'),
};
