import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { entriesIn } from '../../api/pages';
import { byName } from '../../fields/byName';
import { afterNewStart, newTime } from '../../fields/dates';
import { eventInBody } from '../../fields/event';
import { COVER, storedImage } from '../../fields/image';
import { readBack, readBackOptions } from '../../fields/readBack';
import { body, required } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import type { Item } from '../../run/item';
import { simpleEvent } from '../../simplified/event';
import { pick } from '../../simplified/pick';
import type { Operation } from '../operation';
import { copyOf, notCopied, ticketTypesLike } from './copy';
import { endAt, newName, startAt } from './fields';
import { eventTags, hostRows, questionRows, ticketTypeRows } from './rows';
import { creationSettings, settings } from './settings';
import { createWhole, furtherRows, withMissing } from './whole';

/** The event to copy and its ticket types; read once in a run, however many copies there are. */
const original = async (item: Item, event_id: string): Promise<[IDataObject, IDataObject[]]> => [
	await item.ask('/v1/events/get', { event_id }),
	entriesIn(await item.ask('/v1/events/ticket-types/list', { event_id, include_hidden: 'true' })),
];

/** Luma has no request that copies an event: it is read, and created again. */
async function createLike(item: Item): Promise<IDataObject[]> {
	const { event_id, ...given } = item.sent;
	const [old, ticketTypes] = await original(item, event_id as string);
	const copied = copyOf(old, given);
	const copiedTypes = given.ticket_types === undefined ? ticketTypesLike(old, ticketTypes, given.start_at as string) : [];
	const { id, missing } = await createWhole(item, {
		...copied,
		event_id: undefined,
		...(copiedTypes.length > 0 && { ticket_types: copiedTypes }),
		...(await storedImage(item, 'additionalFields', COVER)),
	});
	const event = await readBack(item, id, 'created');
	return [withMissing({ ...event, copied_from: event_id, not_copied: notCopied(old, copied, { ...given, ...furtherRows(item) }) }, missing)];
}

/** A new event has no guests to count; what it comes from counts for more. Ten columns at most. */
function simpleCopy(event: IDataObject): IDataObject {
	return pick({}, { ...simpleEvent(event), copied_from: event.copied_from, not_copied: event.not_copied }, ['name', 'start_at', 'end_at', 'timezone', 'location', 'url', 'meeting_url', 'copied_from', 'not_copied', 'id']);
}

const ZONE = 'A time without an offset uses the time zone of the event that is duplicated.';

const start: INodeProperties = { ...startAt, description: `When the new event starts. ${ZONE}`, routing: body('start_at', 'Start', required, ...newTime) };
const end: INodeProperties = { ...endAt, description: `When the new event ends. Without it, the event lasts as long as the one that is duplicated. ${ZONE}`, routing: body('end_at', 'End', ...newTime, afterNewStart) };
const name: INodeProperties = { ...newName, description: 'Name of the new event. Without it, the event has the same name.' };

export const duplicate: Operation = {
	option: {
		name: 'Duplicate',
		value: 'duplicate',
		action: 'Duplicate an event',
		description: 'Create a new event from an existing one at another time, with its settings, registration questions, and ticket types. Leaves out hosts, tags, coupons, guests, and the meeting URL; the output lists all that is missing.',
		routing: { request: { method: 'POST', url: '/v1/events/create' } },
	},
	perform: createLike,
	output: simplified(simpleCopy),
	fields: [
		{
			displayName: "The new event is as visible as the one that is duplicated as soon as it is created, unless you set 'Visibility' under 'Additional Fields'",
			name: 'copyNotice',
			type: 'notice',
			default: '',
		},
		eventInBody,
		{ ...start, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'What is filled in here replaces what is copied',
			options: byName([name, ...settings.map((field) => (field === endAt ? end : field)), ...creationSettings, eventTags, hostRows, questionRows('additionalFields'), ticketTypeRows]),
		},
		simplify,
		readBackOptions,
	],
};
