import { seed } from '../../simulator';
import { byId } from '../luma';
import { post, type OperationCase } from './case';

const { conference } = seed.events;
const ofEvent = { eventId: byId(conference) };
const door = { mode: 'email', value: 'door@example.com', __rl: true };

export const hostCases: OperationCase[] = [
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
