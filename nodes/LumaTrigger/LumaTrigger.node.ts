import { NodeConnectionTypes, type IHookFunctions, type INodeType, type INodeTypeDescription, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { lumaApiTest } from '../../credentials/lumaApiTest';
import { guestStatuses } from '../Luma/fields/guest';
import { getEvents } from '../Luma/lists/events';
import { eventTypes } from './eventTypes';
import { outputs, signatures } from './parameters';
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
		subtitle: '={{ [$parameter["eventTypes"]].flat().join(", ").replaceAll(".", " ").replace("*", "all") }}',
		// n8n's panel shows this beside the Luma node too, which it lists together with its trigger.
		description: 'Starts the workflow when something happens in Luma, such as a guest registering or an event changing. To manage events, guests, and ticket types, use the Luma node.',
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
				displayName:
					"For one registration, Luma sends both 'Guest Registered' and 'Ticket Registered', about 20 milliseconds apart, so the workflow starts at least twice for one person. To start it once per person, choose only 'Guest Registered'.",
				name: 'registeredTwiceNotice',
				type: 'notice',
				default: '',
				// n8n shows a field when each of these holds. Both are the same field, once from here and once from the top,
				// which is how to ask for two values of one list.
				displayOptions: { show: { eventTypes: ['guest.registered'], '/eventTypes': ['ticket.registered'] } },
			},
			{
				displayName: 'Output',
				name: 'output',
				type: 'options',
				options: outputs,
				default: 'data',
				description: 'Structure of the item that starts the workflow',
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
							'Start the workflow only for these events. Anything that isn\'t about an event, such as a new subscriber, still starts it. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
					},
					{
						displayName: 'Guest Statuses',
						name: 'guestStatuses',
						type: 'multiOptions',
						options: guestStatuses,
						default: [],
						description:
							"Start the workflow only for guests with one of these statuses. Anything that isn't about a guest, such as a changed event, still starts it.",
					},
				],
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Signature',
						name: 'signature',
						type: 'options',
						options: signatures,
						default: 'required',
						description: "How to treat the signature of a delivery. Turn it off only if n8n's log shows that deliveries from Luma are refused because of their signature.",
					},
				],
			},
			{
				displayName: "'Signature' is off. Anyone who knows the webhook URL can start this workflow, with guests and events that don't exist.",
				name: 'signatureOffNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { '/options.signature': ['off'] } },
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
