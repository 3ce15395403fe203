import { NodeConnectionTypes, type IHookFunctions, type INodeType, type INodeTypeDescription, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { lumaApiTest } from '../../credentials/lumaApiTest';
import { getEvents } from '../Luma/lists/events';
import { eventFilter, statusFilter } from '../Luma/triggers/fields';
import { eventTypes } from '../Luma/fields/eventTypes';
import { deliveryOutputs, signatures } from './parameters';
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
		subtitle: '={{ [$parameter["eventTypes"]].flat().join(", ").replaceAll(".", " ").replaceAll("_", " ").replace("*", "all") }}',
		// n8n's panel shows this beside the Luma node too, which it lists together with its trigger.
		description: 'Starts the workflow when something happens in Luma, such as a guest registering or an event changing. To manage events, guests, and ticket types, use the Luma node.',
		// In place of n8n's own words, which tell people to create an event in Luma.
		eventTriggerDescription: 'Waiting for Luma to report something you chose, such as a guest who registers',
		activationMessage: 'Luma now reports what you chose to this workflow. n8n keeps its webhook in Luma until you unpublish the workflow.',
		triggerPanel: {
			header: 'Start on what happens in Luma',
			executionsHelp: {
				inactive:
					"<b>While you build the workflow</b>, choose 'Execute step', then register for one of your events in Luma. The guest shows up here. If nothing comes within five minutes, check that the webhook URL is one that Luma can reach over the internet, and that Luma lists the webhook (in the calendar, under Settings > Developer).<br /><br /><b>Once you publish the workflow</b>, it starts by itself. Its executions are in the executions list.",
				active:
					"<b>While you build the workflow</b>, choose 'Execute step', then register for one of your events in Luma. The guest shows up here.<br /><br /><b>The workflow is published</b>, so it also starts by itself. Its executions are in the executions list. If there are none, check that the webhook URL is one that Luma can reach, and that Luma lists the webhook as active.",
			},
			activationHint: 'Once you have tried the workflow, publish it so that Luma starts it from then on.',
		},
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
					"For one registration, Luma sends both 'Guest Registered' and 'Ticket Registered', about 20 milliseconds apart, so the workflow starts at least twice for one person. To start it once per person, choose only one of them, or turn on 'One Run for a Person' under 'Options'.",
				name: 'registeredTwiceNotice',
				type: 'notice',
				default: '',
				// n8n shows a field when each of these holds. Both are the same field, once from here and once from the top,
				// which is how to ask for two values of one list.
				displayOptions: { show: { eventTypes: ['guest.registered'], '/eventTypes': ['ticket.registered'] }, hide: { '/options.onePerPerson': [true] } },
			},
			{
				displayName: 'Output',
				name: 'output',
				type: 'options',
				options: deliveryOutputs,
				default: 'simplified',
				description: 'Structure of the item that starts the workflow',
			},
			{
				displayName: 'Filters',
				name: 'filters',
				type: 'collection',
				placeholder: 'Add Filter',
				default: {},
				options: [eventFilter, statusFilter],
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Again After Leaving',
						name: 'againAfterLeaving',
						type: 'boolean',
						default: false,
						description: "Whether a guest who has left and is going again starts 'Guest Going' again, and 'Guest Left' after that",
					},
					{
						displayName: 'One Run for a Person',
						name: 'onePerPerson',
						type: 'boolean',
						default: false,
						description: "Whether to skip 'Ticket Registered' for the tickets that a guest gets with the registration. Tickets that a guest gets later still start the workflow.",
					},
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
