import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { single } from './api/operation';
import { enter } from './api/run';
import { bulk } from './bulk';
import * as lists from './lists';
import { event } from './resources/event';
import { guest } from './resources/guest';
import { ticketType } from './resources/ticketType';

const { getTimeZones, ...listSearch } = lists;

/** Luma in a workflow. What an operation sends stands in `resources/`; how it is sent in `api/`. */
export class Luma implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Luma',
		name: 'luma',
		icon: { light: 'file:../../icons/luma.svg', dark: 'file:../../icons/luma.dark.svg' },
		group: ['input'],
		version: 1,
		// In words: "get many: ticket type".
		subtitle: '={{ ($parameter["operation"].replace("getAll", "getMany") + ": " + $parameter["resource"]).replace(/[A-Z]/g, " $&").toLowerCase() }}',
		description: 'Run Luma events: create and change events, add and invite guests, manage ticket types',
		defaults: { name: 'Luma' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'lumaApi', required: true }],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl.replace(/\\/+$/, "") }}' },
		requestOperations: { pagination: single },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Event', value: 'event' },
					{ name: 'Guest', value: 'guest' },
					{ name: 'Ticket Type', value: 'ticketType' },
				],
				default: 'event',
				// Every operation of every resource takes the same way: its item enters the run, then the pagination function sends.
				routing: { send: { preSend: [enter], paginate: true } },
			},
			...event,
			...guest,
			...ticketType,
		],
	};

	methods = { listSearch, loadOptions: { getTimeZones } };

	customOperations = bulk(this.description);
}
