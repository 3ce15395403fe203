import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { lumaApiTest } from '../../credentials/lumaApiTest';
import * as lists from './lists';
import { resources } from './resources';
import { alone, customOperations } from './run';

const { getAnswerColumns, getContactTags, getEvents, getGuestTickets, getQuestions, getTicketTypes, getTimeZones, ...listSearch } = lists;

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
		// What n8n's workflow builder goes by, since 2.0; older ones pass it by.
		builderHint: {
			searchHint:
				"Guest lists: one Get Many of Guest answers with its own filters (Guest Statuses, Registered After, Check-In, Answers, Ticket Types) and over several events ('Guests Of'); don't read all guests and filter behind it. Many guests at once: Add or Send Invites with 'Guests From' set to Input Items, without a loop. Events to come: Get Many of Event with 'When'. Rate limits and pages are handled by the node: no Wait, no loop. To start when somebody registers, use Luma Trigger.",
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		// Of a webhook, where somebody asks for it. n8n 2 shows it in no execution; the next node gets it.
		sensitiveOutputFields: ['secret'],
		credentials: [{ name: 'lumaApi', required: true, testedBy: 'lumaApiTest' }],
		requestDefaults: { baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}' },
		requestOperations: { pagination: alone(() => this.description, resources) },
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Account', value: 'account' },
					{ name: 'Blast', value: 'blast' },
					{ name: 'Calendar', value: 'calendar' },
					{ name: 'Contact', value: 'contact' },
					{ name: 'Contact Tag', value: 'contactTag' },
					{ name: 'Coupon', value: 'coupon' },
					{ name: 'Event', value: 'event' },
					{ name: 'Event Tag', value: 'eventTag' },
					{ name: 'Guest', value: 'guest' },
					{ name: 'Host', value: 'host' },
					{ name: 'Image', value: 'image' },
					{ name: 'Membership', value: 'membership' },
					{ name: 'Organization', value: 'organization' },
					{ name: 'Page', value: 'page' },
					{ name: 'Place', value: 'place' },
					{ name: 'Ticket Type', value: 'ticketType' },
					{ name: 'Webhook', value: 'webhook' },
				],
				default: 'event',
				// Where n8n's own routing brings an item, the pagination function takes it.
				routing: { send: { paginate: true } },
			},
			...resources.flatMap(({ properties }) => properties),
		],
	};

	methods = { listSearch, loadOptions: { getContactTags, getEvents, getGuestTickets, getQuestions, getTicketTypes, getTimeZones }, credentialTest: { lumaApiTest }, resourceMapping: { getAnswerColumns } };

	customOperations = customOperations(this.description, resources);
}
