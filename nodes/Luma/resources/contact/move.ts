import { contactInBody, lostContactInBody } from '../../fields/contacts';
import { done } from '../../fields/done';
import { options } from '../../fields/options';
import type { Operation } from '../operation';

const output = done({ success: true }, 'contact_id', 'email');

export const block: Operation = {
	option: {
		name: 'Block',
		value: 'block',
		action: 'Block a contact',
		description: "Block a contact on the calendar. To undo this, use 'Restore'.",
		routing: { request: { method: 'POST', url: '/v1/calendars/contacts/block' } },
	},
	output,
	fields: [
		{ displayName: "The contact is blocked on the calendar until you use 'Restore'", name: 'accessNotice', type: 'notice', default: '' },
		contactInBody,
		options,
	],
};

export const remove: Operation = {
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove a contact',
		description: "Remove a contact from the calendar. To undo this, use 'Restore'.",
		routing: { request: { method: 'POST', url: '/v1/calendars/contacts/remove' } },
	},
	output,
	fields: [
		{ displayName: "The contact is removed from the calendar until you use 'Restore'", name: 'accessNotice', type: 'notice', default: '' },
		contactInBody,
		options,
	],
};

export const restore: Operation = {
	option: {
		name: 'Restore',
		value: 'restore',
		action: 'Restore a contact',
		description: "Restore a contact after 'Block' or 'Remove'",
		routing: { request: { method: 'POST', url: '/v1/calendars/contacts/restore' } },
	},
	output,
	fields: [lostContactInBody, options],
};
