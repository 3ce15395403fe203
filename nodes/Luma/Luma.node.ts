import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { lumaApiTest } from '../../credentials/lumaApiTest';
import * as lists from './lists';
import { event } from './resources/event';
import { guest } from './resources/guest';
import { ticketType } from './resources/ticketType';
import { alone, customOperations } from './run';

const { getTimeZones, ...listSearch } = lists;

const resources = [event, guest, ticketType];

/** Luma in a workflow. What an operation sends stands in `resources/`; how all items are taken through it in `run/`. */
export class Luma implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Luma',
		name: 'luma',
		icon: { light: 'file:../../icons/luma.svg', dark: 'file:../../icons/luma.dark.svg' },
		group: ['input'],
		version: 1,
		// In words: "get many: ticket type".
		subtitle: '={{ ($parameter["operation"].replace("getAll", "getMany") + ": " + $parameter["resource"]).replace(/[A-Z]/g, " $&").toLowerCase() }}',
		description: 'Create and update Luma events, add and invite guests, and manage ticket types',
		defaults: { name: 'Luma' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'lumaApi', required: true, testedBy: 'lumaApiTest' }],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}' },
		requestOperations: { pagination: alone(resources) },
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
				// Where n8n's own routing brings an item, the pagination function takes it.
				routing: { send: { paginate: true } },
			},
			...event.properties,
			...guest.properties,
			...ticketType.properties,
		],
	};

	methods = { listSearch, loadOptions: { getTimeZones }, credentialTest: { lumaApiTest } };

	customOperations = customOperations(this.description, resources);
}
