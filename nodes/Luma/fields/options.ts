import type { INodeProperties } from 'n8n-workflow';
import { whole } from '../values/scalar';
import { byName } from './byName';
import { checked } from './send';

/** How patiently requests are sent; every operation has these under Options. `run/run.ts` reads them. */
const sending: INodeProperties[] = [
	{
		displayName: 'Max Tries',
		name: 'maxTries',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 4,
		routing: checked('options.maxTries', 'Max Tries', (value) => whole(value, { min: 1 })),
		description:
			'How often a request is sent at most when Luma or the connection fails. What changes something at Luma goes again only where it is certain that nothing has happened yet.',
	},
	{
		displayName: 'Max Wait on Rate Limit',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 300,
		routing: checked('options.maxWait', 'Max Wait on Rate Limit', (value) => whole(value)),
		description: 'How many seconds a request may wait until Luma takes requests again. Luma allows 200 a minute for a calendar, and refuses all for a minute after more.',
	},
];

/** The Options collection of an operation that has options of its own beside how requests are sent. */
export const optionsWith = (...own: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: byName([...own, ...sending]),
});

/** The Options collection of an operation that has none of its own. */
export const options = optionsWith();
