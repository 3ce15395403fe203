import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { seed } from '../simulator';
import { byId, fromList, post, type Case, type Cases } from './parts/case';
import type { Sample } from './parts/sample';

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

const host: Cases[string] = {
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

export const cases: Cases = { host };

const { conference } = seed.events;
const ofEvent = { eventId: byId(conference) };
const door = { mode: 'email', value: 'door@example.com', __rl: true };

export const samples: Sample[] = [
	{
		resource: 'host',
		operation: 'add',
		parameters: { ...ofEvent, newHostEmail: 'staff@example.com', additionalFields: { accessLevel: 'check-in', hostName: 'Staff', isVisible: false } },
		sent: [post('/v1/events/hosts/add', { event_id: conference, email: 'staff@example.com', access_level: 'check-in', name: 'Staff', is_visible: false })],
		items: () => [{ success: true, event_id: conference, email: 'staff@example.com' }],
	},
	{
		resource: 'host',
		operation: 'remove',
		parameters: { ...ofEvent, hostEmail: door },
		sent: [post('/v1/events/hosts/remove', { event_id: conference, email: 'door@example.com' })],
		items: (simulator) => {
			const { hosts } = simulator.events().find(({ id }) => id === conference)!;
			return hosts.length === 1 ? [{ success: true, event_id: conference, email: 'door@example.com' }] : ['the host is there still'];
		},
	},
	{
		resource: 'host',
		operation: 'update',
		parameters: { ...ofEvent, hostEmail: door, updateFields: { accessLevel: 'check-in' } },
		sent: [post('/v1/events/hosts/update', { event_id: conference, email: 'door@example.com', access_level: 'check-in' })],
		items: () => [{ success: true, event_id: conference, email: 'door@example.com' }],
	},
];
