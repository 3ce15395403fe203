import type { INodeProperties } from 'n8n-workflow';
import { whole } from '../values/scalar';
import { calendarOption } from './calendar';
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
			"Max number of times to send a request if Luma or the connection fails. The node sends a request that changes something in Luma again only if it's certain that nothing has changed yet.",
	},
	{
		displayName: 'Max Wait on Rate Limit',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 300,
		routing: checked('options.maxWait', 'Max Wait on Rate Limit', (value) => whole(value)),
		description: "Max number of seconds a request waits for Luma's rate limit. Luma allows 200 requests per minute for a calendar, then refuses all requests for a minute.",
	},
];

/** The Options collection of an operation that has options of its own beside how requests are sent. */
export const optionsWith = (...own: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: byName([...own, calendarOption, ...sending]),
});

/** The same for what is not about a calendar. */
export const optionsOfOrganization = (...own: INodeProperties[]): INodeProperties => ({ ...optionsWith(), options: byName([...own, ...sending]) });

/** The Options collection of an operation that has none of its own. */
export const options = optionsWith();

/** The Options of an operation that has none of its own and is not about a calendar. */
export const organizationOptions = optionsOfOrganization();
