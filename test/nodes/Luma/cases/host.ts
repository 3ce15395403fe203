import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, fromList, post, type Case } from '../support/case';

const event_id = 'evt-1';
const email = 'host1@example.com';
const byEmail = (value: string) => ({ __rl: true, mode: 'email', value });
const items = [{ success: true, event_id, email }];

/** Each of the settings of a host, in its collection. */
const settings: Array<[INodeParameters, IDataObject]> = [
	...['check-in', 'manager', 'none'].map((accessLevel): [INodeParameters, IDataObject] => [{ accessLevel }, { access_level: accessLevel }]),
	...[true, false].map((isVisible): [INodeParameters, IDataObject] => [{ isVisible }, { is_visible: isVisible }]),
];

const adding = (what: string, additionalFields: INodeParameters, sent: IDataObject = {}): Case => ({
	what,
	parameters: { eventId: byId(event_id), newHostEmail: ` ${email} `, additionalFields },
	exchanges: [post('/v1/events/hosts/add', { event_id, email, ...sent })],
	items,
});

const working = (operation: string, what: string, more: INodeParameters, sent: IDataObject = {}): Case => ({
	what,
	parameters: { eventId: byId(event_id), hostEmail: byEmail(email), ...more },
	exchanges: [post(`/v1/events/hosts/${operation}`, { event_id, email, ...sent })],
	items,
});

export const host: Record<string, Case[]> = {
	add: [
		adding('with what is required', {}),
		...settings.map(([fields, sent]) => adding(JSON.stringify(fields), fields, sent)),
		adding('with a name', { hostName: 'Nathan Smith' }, { name: 'Nathan Smith' }),
		{ ...adding('without an email address', {}), parameters: { eventId: byId(event_id), newHostEmail: 'Nathan' }, exchanges: [], items: [], refused: 'Email: "Nathan" is not an email address' },
	],
	remove: [working('remove', 'by email', {}), working('remove', 'from the list', { hostEmail: fromList(email) })],
	update: [
		working('update', 'by email', { updateFields: { accessLevel: 'check-in' } }, { access_level: 'check-in' }),
		working('update', 'from the list', { hostEmail: fromList(email), updateFields: { isVisible: true } }, { is_visible: true }),
		...settings.map(([updateFields, sent]) => working('update', JSON.stringify(updateFields), { updateFields }, sent)),
	],
};
