import { NodeConnectionTypes, type IHookFunctions, type INodeType, type INodeTypeDescription, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { lumaApiTest } from '../../credentials/lumaApiTest';
import { guestStatuses } from '../Luma/fields/guest';
import { getEvents } from '../Luma/lists/events';
import { eventTypes } from './eventTypes';
import { receive } from './receive';
import { deregister, register, takeOver } from './registration';
import { spelledOut } from './spelledOut';

/** Starts a workflow when something happens on Luma. */
export class LumaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Luma Trigger',
		name: 'lumaTrigger',
		icon: { light: 'file:../../icons/luma.svg', dark: 'file:../../icons/luma.dark.svg' },
		group: ['trigger'],
		// For each request to a webhook node of version 1, n8n evaluates an expression, and starts a sandbox to do so (`parseRequestBody`
		// of the n8n package).
		version: 2,
		// In words: "guest registered, event canceled".
		subtitle: '={{ [$parameter["eventTypes"]].flat().join(", ").replaceAll(".", " ").replace("*", "all events") }}',
		// n8n's panel shows this beside the Luma node too, which it lists together with its trigger.
		description: 'Starts the workflow when a guest registers, an event changes or a ticket is bought on Luma. The Luma node manages events, guests and ticket types.',
		defaults: { name: 'Luma Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'lumaApi', required: true, testedBy: 'lumaApiTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Empty, so that n8n answers with what the node returns as `webhookResponse`.
				responseData: '',
				path: 'webhook',
			},
		],
		properties: [
			{
				displayName: 'Trigger On',
				name: 'eventTypes',
				type: 'multiOptions',
				options: eventTypes,
				required: true,
				default: [],
			},
			{
				displayName: 'Output',
				name: 'output',
				type: 'options',
				options: [
					{ name: 'Data at the Top Level', value: 'data', description: 'The guest, event or ticket itself, with type, webhookId and deliveredAt beside its fields' },
					{ name: 'As Delivered', value: 'delivery', description: 'With type, webhookId, deliveredAt and the guest, event or ticket under data' },
				],
				default: 'data',
				description: 'What the item looks like that starts the workflow',
			},
			{
				displayName: 'Filters',
				name: 'filters',
				type: 'collection',
				placeholder: 'Add Filter',
				default: {},
				options: [
					{
						displayName: 'Event Names or IDs',
						name: 'eventIds',
						type: 'multiOptions',
						typeOptions: { loadOptionsMethod: 'getEvents' },
						default: [],
						description:
							'Only what is about one of these events starts the workflow; what is about no event, such as a new subscriber, still does. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
					},
					{
						displayName: 'Guest Statuses',
						name: 'guestStatuses',
						type: 'multiOptions',
						options: guestStatuses,
						default: [],
						description: 'Only guests with one of these statuses start the workflow; what is about no guest, such as a changed event, still does',
					},
				],
			},
		],
	};

	methods = { loadOptions: { getEvents }, credentialTest: { lumaApiTest } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await spelledOut(takeOver(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await spelledOut(register(this));
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await spelledOut(deregister(this));
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
