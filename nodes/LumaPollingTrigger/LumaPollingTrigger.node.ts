import { NodeConnectionTypes, type INodeExecutionData, type INodeType, type INodeTypeDescription, type IPollFunctions } from 'n8n-workflow';
import { lumaApiTest } from '../../credentials/lumaApiTest';
import { severalEvents } from '../Luma/fields/event';
import { getEvents } from '../Luma/lists/events';
import { outputs, statusFilter } from '../Luma/triggers/fields';
import { GUESTS, triggerOn, watched } from './choices';
import { poll } from './poll';

/** Starts a workflow when something new is found on Luma, by asking now and then. */
export class LumaPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Luma Polling Trigger',
		name: 'lumaPollingTrigger',
		icon: { light: 'file:../../icons/luma.svg', dark: 'file:../../icons/luma.dark.svg' },
		group: ['trigger'],
		version: 1,
		polling: true,
		subtitle: '={{ $parameter["triggerOn"].replaceAll(".", " ").replaceAll("_", " ") }}',
		description: "Starts the workflow when there is something new in Luma, for an n8n that Luma can't reach. If Luma can reach it, use Luma Trigger, which starts at once.",
		defaults: { name: 'Luma Polling Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'lumaApi', required: true, testedBy: 'lumaApiTest' }],
		properties: [
			{
				displayName: 'Trigger On',
				name: 'triggerOn',
				type: 'options',
				noDataExpression: true,
				options: triggerOn,
				default: 'guest.registered',
			},
			{
				displayName: 'Events',
				name: 'eventsToWatch',
				type: 'options',
				noDataExpression: true,
				options: watched,
				default: 'upcoming',
				displayOptions: { show: { triggerOn: GUESTS } },
				description: 'Events to look for guests at. Each takes one request per poll, or more after many changes. Luma allows 200 requests per minute.',
			},
			{
				...severalEvents,
				required: true,
				displayOptions: { show: { triggerOn: GUESTS, eventsToWatch: ['chosen'] } },
			},
			{
				displayName: 'Output',
				name: 'output',
				type: 'options',
				options: outputs,
				default: 'simplified',
				description: 'Structure of the items that start the workflow',
			},
			{
				displayName: 'Filters',
				name: 'filters',
				type: 'collection',
				placeholder: 'Add Filter',
				default: {},
				displayOptions: { show: { triggerOn: GUESTS } },
				options: [statusFilter],
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Days Ahead',
						name: 'daysAhead',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 30,
						displayOptions: { hide: { '/eventsToWatch': ['chosen'] } },
						description: 'Look only at events that start within this many days. Without this option, all upcoming events count.',
					},
					{
						displayName: 'Days Back',
						name: 'daysBack',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 7,
						displayOptions: { hide: { '/eventsToWatch': ['chosen'] } },
						description: 'Look also at events that started within this many days, until a day after their end',
					},
					{
						displayName: 'Include Existing',
						name: 'includeExisting',
						type: 'boolean',
						default: false,
						description: 'Whether the first poll also starts the workflow with what is there already',
					},
					{
						displayName: 'Max Wait on Rate Limit',
						name: 'maxWait',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 30,
						description: "Max number of seconds a request waits for Luma's rate limit. If that isn't enough, the next poll finds the rest. A poll that could read nothing fails.",
					},
				],
			},
		],
	};

	methods = { loadOptions: { getEvents }, credentialTest: { lumaApiTest } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
