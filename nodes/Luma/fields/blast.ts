import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { idOf } from '../values/ids';
import { valueIn } from '../values/object';
import { Problem } from '../values/problem';
import { choice, textIn } from '../values/scalar';
import { timeToCome } from './dates';
import { ofItsEvent } from './event';
import { inBody, inQuery, locator, naming } from './locator';
import { ofEvent } from './ofEvent';
import { cell, cellIfGiven, rowsOf } from './rows';
import { body, plain, required, type Change } from './send';
import { ticketTypeLocator } from './ticketType';

const blast = locator({
	displayName: 'Blast',
	name: 'blastId',
	typeOptions: ofEvent,
	description: 'The blast this operation applies to',
	choose: 'Choose a blast…',
	search: 'searchBlasts',
	typed: [{ displayName: 'By ID', placeholder: 'e.g. ep-1a2b3c4d5e6f7g8', hint: 'Starts with ep-' }],
});

/** The blast that a read is about. */
export const blastInQuery: INodeProperties = inQuery(blast, 'blast_id', naming('blast'));

/** The blast that a write is about. */
export const blastInBody: INodeProperties = inBody(blast, 'blast_id', naming('blast'));

const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'contentMd',
	type: 'string',
	typeOptions: { rows: 6 },
	default: '',
	placeholder: 'e.g. Doors open at **6 pm**',
	description: 'Text of the email, in Markdown. Images have to be on images.lumacdn.com.',
};

/** What a new blast says. */
export const content: INodeProperties = { ...contentField, required: true, routing: body('content_md', 'Content', required, plain) };

/** What a blast says from now on. */
export const newContent: INodeProperties = { ...contentField, routing: body('content_md', 'Content', plain) };

export const subject: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	default: '',
	placeholder: 'e.g. Tomorrow at 6 pm',
	description: 'Subject of the email, up to 200 characters. If not set, it names the event.',
	routing: body('subject', 'Subject', plain, (value) => textIn(value, { max: 200 })),
};

const sendAtField: INodeProperties = {
	displayName: 'Send At',
	name: 'scheduledFor',
	type: 'dateTime',
	default: '',
	description: "When Luma sends the blast. It has to be in the future. A time without an offset uses the event's time zone.",
};

/** When Luma sends a new blast. */
export const sendAt: INodeProperties = { ...sendAtField, required: true, routing: body('scheduled_for', 'Send At', required, ...timeToCome) };

/** When Luma sends a blast from now on. */
export const newSendAt: INodeProperties = {
	...sendAtField,
	description: "When Luma sends the blast. It has to be in the future. A time without an offset uses the time zone of the event chosen above.",
	routing: body('scheduled_for', 'Send At', ...timeToCome),
};

const statuses = [
	{ name: 'Approved (Going)', value: 'approved' },
	{ name: 'Checked In', value: 'checked_in' },
	{ name: 'Invited', value: 'invited' },
	{ name: 'Pending Approval', value: 'pending_approval' },
	{ name: 'Waitlist', value: 'waitlist' },
];

const status = choice(statuses);

/** Rows of the editor, as Luma takes them. A list that is there and has nobody in it must not become everybody who is going. */
const toGroups: Change = Object.assign(
	(value: unknown) => {
		const rows = rowsOf(value, 'group');
		if (rows.length === 0) throw new Problem('has no rows', 'Add a row, or remove the field. Luma then sends the blast to approved guests.');
		return rows.map(({ recipientStatus, ticketTypeId }, index) => {
			const group = { status: cell('Status', index, recipientStatus, status) };
			const type = cellIfGiven('Ticket Type', index, valueIn(ticketTypeId), (id) => idOf('ticketType', id));
			if (type === undefined) return group;
			if (group.status === 'invited') throw new Problem(`has Invited with a ticket type in row ${index + 1}`, 'Invited guests have no tickets yet. Remove the ticket type.');
			return { ...group, event_ticket_type_id: type };
		});
	},
	{ blanks: true },
);

const typesIn = (groups: unknown): unknown[] => (groups as IDataObject[]).map(({ event_ticket_type_id: type }) => type).filter((type) => type !== undefined);

/** Who gets a blast. */
export const recipients: INodeProperties = {
	displayName: 'Recipients',
	name: 'recipientGroups',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Recipients',
	default: { group: [{ recipientStatus: 'approved' }] },
	description: 'Guests who get the blast. If not set, approved guests get it.',
	options: [
		{
			displayName: 'Guests',
			name: 'group',
			values: [
				{
					displayName: 'Status',
					name: 'recipientStatus',
					type: 'options',
					options: statuses,
					default: 'approved',
					description: 'Status of the guests',
				},
				{ ...ticketTypeLocator, required: false, description: 'Only guests with a ticket of this type. Not for invited guests.' },
			],
		},
	],
	routing: body('recipient_groups', 'Recipients', toGroups, ofItsEvent(typesIn)),
};
