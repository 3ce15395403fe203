import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { eventInBody } from '../../fields/event';
import { byName } from '../../fields/byName';
import { clearFields } from '../../fields/clear';
import { afterNewStart, newTime } from '../../fields/dates';
import { COVER, storedImage } from '../../fields/image';
import { readBack, readBackOptions } from '../../fields/readBack';
import { body, step } from '../../fields/send';
import type { Item } from '../../run/item';
import { simpleEvent } from '../../simplified/event';
import { known, pick } from '../../simplified/pick';
import { isBlank } from '../../values/blank';
import { Problem } from '../../values/problem';
import { choice } from '../../values/scalar';
import { visible } from '../../values/text';
import type { Operation } from '../operation';
import { keptQuestions } from './keptQuestions';
import { questionRows } from './rows';
import { endAt, newName, newStartAt, timezone } from './fields';
import { settings } from './settings';

const ZONE = "A time without an offset uses the time zone set in this node or, if none is set, the event's own.";

const start: INodeProperties = { ...newStartAt, description: `When the event starts. ${ZONE}`, routing: body('start_at', 'Start', ...newTime) };
const end: INodeProperties = { ...endAt, description: `When the event ends. ${ZONE}`, routing: body('end_at', 'End', ...newTime, afterNewStart) };

const notified = [
	{ name: 'By Email and Push Notification', value: 'all' },
	{ name: 'By Push Notification', value: 'push' },
	{ name: 'Not at All', value: 'nobody' },
];

/** Luma has two switches for this, both negative. Once the field is there, an expression that gives nothing must not decide. */
const notify = step('Notify Guests', ({ context, sent }) => {
	const given = context.getNodeParameter('updateFields.notifyGuests', '');
	if (isBlank(given)) throw new Problem('is empty', `Use ${notified.map(({ value }) => value).join(', ')}, or remove the field.`);
	const how = choice(notified)(given);
	if (how === 'push') sent.suppress_email = true;
	if (how === 'nobody') sent.suppress_notifications = true;
});

/** An empty list is no list, and removes nothing in silence. */
const noEmptyList = step('Registration Questions', ({ context }) => {
	const { registrationQuestions: given } = context.getNodeParameter('updateFields', {}) as { registrationQuestions?: unknown };
	const empty = Array.isArray(given) ? given.length === 0 : /^\[\s*\]$/.test(visible(given ?? ''));
	if (empty) throw new Problem('is an empty list', "To remove all questions, choose 'Registration Questions' in 'Clear Fields'.");
});

/** Questions that are given keep the IDs that they have at the event. */
const keeping = ({ routing, ...field }: INodeProperties): INodeProperties => ({ ...field, routing: { send: { ...routing?.send, preSend: [...(routing?.send?.preSend ?? []), keptQuestions] } } });

/** Luma answers nothing; a person wants to see what was set. */
const updateAndReadBack = async (item: Item): Promise<IDataObject[]> => {
	await item.send(await storedImage(item, 'updateFields', COVER));
	return [await readBack(item, item.sent.event_id, 'updated')];
};

/** What was set, as a person looks at it. Its id under two names: as an event has it, and as requests do. */
function updated(event: IDataObject): IDataObject {
	const { id, warning } = event;
	return { success: true, event_id: id, id, ...pick({}, simpleEvent(event), ['name', 'start_at', 'end_at', 'timezone', 'url']), ...known({ warning }) };
}

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an event',
		description: "Change an event. Luma notifies guests when its name, time, or location changes, unless you set 'Notify Guests' to 'Not at All'.",
		routing: { request: { method: 'POST', url: '/v1/events/update' } },
	},
	perform: updateAndReadBack,
	output: () => updated,
	mails: true,
	fields: [
		{
			displayName: "Luma notifies guests when the name, time, or location changes, unless you set 'Notify Guests' to 'Not at All' under 'Update Fields'",
			name: 'mailNotice',
			type: 'notice',
			default: '',
		},
		eventInBody,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				newName,
				start,
				timezone,
				keeping(questionRows('updateFields')),
				...settings.map((field) => (field === endAt ? end : field.name === 'registrationQuestions' ? keeping(field) : field)),
				{
					displayName: 'Notify Guests',
					name: 'notifyGuests',
					type: 'options',
					options: notified,
					default: 'all',
					description: 'How Luma notifies the guests when the name, time, or location changes',
					routing: { send: { preSend: [notify] } },
				},
			]),
			routing: { send: { preSend: [noEmptyList] } },
		},
		clearFields(
			[
				{ name: 'Max Capacity', value: 'max_capacity' },
				{ name: 'Phone Number Requirement', value: 'phone_number_requirement' },
				{ name: 'Registration Questions', value: 'registration_questions', list: true },
			],
			{ changesNothing: ['event_id', 'suppress_email', 'suppress_notifications'] },
		),
		readBackOptions,
	],
};
