import type { INodeProperties } from 'n8n-workflow';
import { choice, yesNo } from '../values/scalar';
import { email } from '../values/shape';
import { inBody, locator, naming } from './locator';
import { ofEvent } from './ofEvent';
import { body } from './send';

/** The host that a write is about; Luma knows hosts by their email address. */
export const hostInBody: INodeProperties = inBody(
	locator({
		displayName: 'Host',
		name: 'hostEmail',
		typeOptions: ofEvent,
		description: 'The host this operation applies to',
		choose: 'Choose a host…',
		search: 'searchHosts',
		typed: [{ displayName: 'By Email', name: 'email', placeholder: 'e.g. nathan@example.com', hint: 'The email address of the host' }],
	}),
	'email',
	naming('host'),
	(value) => email(value, ''),
);

export const accessLevels = [
	{ name: 'Check-In', value: 'check-in', description: 'Check-in staff. They can check guests in.' },
	{ name: 'Manager', value: 'manager', description: 'Can manage the event and its guests' },
	{ name: 'None', value: 'none', description: 'Named as a host, without access' },
];

/** What a host may do. */
export const accessLevel: INodeProperties = {
	displayName: 'Access Level',
	name: 'accessLevel',
	type: 'options',
	options: accessLevels,
	default: 'manager',
	description: "What the host can do. You can't change it for the person who created the event.",
	routing: body('access_level', 'Access Level', choice(accessLevels)),
};

/** Whether people see a host. */
export const isVisible: INodeProperties = {
	displayName: 'Visible',
	name: 'isVisible',
	type: 'boolean',
	default: true,
	description: 'Whether to show the host on the event page',
	routing: body('is_visible', 'Visible', (value) => yesNo(value)),
};
