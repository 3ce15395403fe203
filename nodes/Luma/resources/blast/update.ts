import type { IDataObject } from 'n8n-workflow';
import { blastInBody, newContent, newSendAt, recipients, subject } from '../../fields/blast';
import { byName } from '../../fields/byName';
import { somethingToChange } from '../../fields/clear';
import { hasPassed } from '../../fields/dates';
import { eventOfBlast } from '../../fields/event';
import { options } from '../../fields/options';
import { readBackFrom } from '../../fields/readBack';
import type { Item } from '../../run/item';
import { ofField, Problem } from '../../values/problem';
import type { Operation } from '../operation';

const path = '/v1/events/blasts/get';

/**
 * Looks at the blast first. One that is not sent, whatever else its status is, always goes with its time, for Luma sends at once
 * what comes without one; a sent one keeps its recipients and its time. Luma answers nothing of use, so the blast is read back.
 */
async function byItsStatus(item: Item): Promise<IDataObject[]> {
	const { blast_id, scheduled_for, recipient_groups } = item.sent;
	const { status, scheduled_for: own } = await item.also('GET', path, { blast_id });
	if (status === 'sent' && (scheduled_for !== undefined || recipient_groups !== undefined)) {
		throw new Problem('The blast was already sent, so its recipients and its time stay as they are', "Remove 'Recipients' and 'Send At'. You can still change its subject and content.");
	}
	const time = scheduled_for ?? (status === 'sent' ? undefined : (own ?? undefined));
	const outdated = () => {
		// What else becomes of one that is under review is for Luma to say.
		const isDue = scheduled_for !== undefined || status === 'scheduled';
		const passed = time === undefined || !isDue ? undefined : hasPassed(time);
		return passed && (scheduled_for === undefined ? new Problem('Luma is sending the blast right now', 'Run the node again in a minute.') : ofField('Send At', passed));
	};
	const late = outdated();
	if (late) throw late;
	await item.send(time === undefined ? {} : { scheduled_for: time }, { outdated });
	return [await readBackFrom(item, path, { blast_id }, { id: blast_id as string, warning: "The blast was updated, but its details couldn't be retrieved" })];
}

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a blast',
		description: 'Change a blast that is scheduled, or the subject and content of one that was sent',
		routing: { request: { method: 'POST', url: '/v1/events/blasts/update' } },
	},
	perform: byItsStatus,
	mails: true,
	fields: [
		{
			displayName: 'Luma emails a scheduled blast at its time. Of a blast that was sent, you can change only the subject and content.',
			name: 'mailNotice',
			type: 'notice',
			default: '',
		},
		eventOfBlast,
		blastInBody,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([newContent, { ...recipients, default: {}, description: 'Guests who get the blast, instead of those it had' }, newSendAt, subject]),
			routing: { send: { preSend: [somethingToChange(['blast_id'])] } },
		},
		options,
	],
};
