import type { IDataObject } from 'n8n-workflow';
import { content, recipients, sendAt, subject } from '../../fields/blast';
import { byName } from '../../fields/byName';
import { hasPassed } from '../../fields/dates';
import { eventInBody } from '../../fields/event';
import { options } from '../../fields/options';
import type { Item } from '../../run/item';
import { ofField } from '../../values/problem';
import type { Operation } from '../operation';

/** Luma takes ten in five minutes, so one may wait for longer than its time is away. */
async function whileToCome(item: Item): Promise<IDataObject[]> {
	const { scheduled_for: time } = item.sent;
	const outdated = () => {
		const passed = time === undefined ? undefined : hasPassed(time);
		return passed && ofField('Send At', passed);
	};
	return [await item.send({}, { outdated })];
}

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a blast',
		description: 'Email guests of an event, at a set time or now',
		routing: { request: { method: 'POST', url: '/v1/events/blasts/create' } },
	},
	perform: whileToCome,
	mails: true,
	fields: [
		{
			displayName: 'Luma emails this to the guests you choose, and counts it toward the send limit of your plan',
			name: 'mailNotice',
			type: 'notice',
			default: '',
		},
		eventInBody,
		content,
		{
			displayName: 'Send',
			name: 'sendWhen',
			type: 'options',
			// An expression here would make n8n show, and require, both ways.
			noDataExpression: true,
			options: [
				{ name: 'At a Set Time', value: 'schedule', description: 'You can change or delete the blast until then' },
				{ name: 'Now', value: 'now', description: "Luma sends it at once. You can't take it back." },
			],
			// A field that is left out must not mail hundreds of people.
			default: 'schedule',
			description: 'When Luma sends the blast',
		},
		{ ...sendAt, displayOptions: { show: { sendWhen: ['schedule'] } } },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([recipients, subject]),
		},
		options,
	],
};
