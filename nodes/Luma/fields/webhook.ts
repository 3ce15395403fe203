import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Work } from '../run/work';
import { choice, choices, yesNo } from '../values/scalar';
import { eventTypes as triggerTypes, FACTS } from './eventTypes';
import { inBody, inQuery, locator, naming } from './locator';
import { optionsWith } from './options';
import { body, checked, flagOf, required, type Change } from './send';

const webhook = locator({
	displayName: 'Webhook',
	name: 'webhookId',
	description: 'The webhook this operation applies to',
	choose: 'Choose a webhook…',
	search: 'searchWebhooks',
	typed: [{ displayName: 'By ID', placeholder: 'e.g. wh-1a2b3c4d5e6f7g8', hint: 'Starts with wh-' }],
});

/** The webhook that a read is about. */
export const webhookInQuery: INodeProperties = inQuery(webhook, 'id', naming('webhook'));

/** The webhook that a write is about. */
export const webhookInBody: INodeProperties = inBody(webhook, 'id', naming('webhook'));

/** What the trigger makes of deliveries by itself. */
const own: readonly unknown[] = FACTS;

/** What Luma can tell a webhook. What the list of the trigger says beside each is about workflows that it starts. */
const types = triggerTypes.filter(({ value }) => !own.includes(value)).map(({ name, value }) => ({ name, value }));

/** `*` stands for all of them, also those that Luma adds later: the others say nothing beside it. */
const toTypes: Change = (value) => {
	const chosen = choices(types)(value);
	return chosen.includes('*') ? ['*'] : chosen;
};

const eventTypesField: INodeProperties = {
	displayName: 'Event Types',
	name: 'eventTypes',
	type: 'multiOptions',
	options: types,
	default: [],
	description: 'What Luma delivers to the webhook. All includes types that Luma adds later.',
};

/** What a new webhook is told. */
export const eventTypes: INodeProperties = { ...eventTypesField, required: true, routing: body('event_types', 'Event Types', required, toTypes) };

/** What a webhook is told from now on. */
export const newEventTypes: INodeProperties = { ...eventTypesField, description: 'What Luma delivers to the webhook from now on, instead of what it delivered before. All includes types that Luma adds later.', routing: body('event_types', 'Event Types', toTypes) };

const statuses = [
	{ name: 'Active', value: 'active', description: 'Luma delivers to it' },
	{ name: 'Paused', value: 'paused', description: 'Luma delivers nothing to it' },
];

/** Whether Luma delivers to a webhook. */
export const webhookStatus: INodeProperties = {
	displayName: 'Status',
	name: 'webhookStatus',
	type: 'options',
	options: statuses,
	default: 'active',
	description: 'Whether Luma delivers to the webhook',
	routing: body('status', 'Status', choice(statuses)),
};

/** Whether the secret comes out; who has it can forge deliveries. */
export const includeSecret: INodeProperties = {
	displayName: 'Include Secret',
	name: 'includeSecret',
	type: 'boolean',
	default: false,
	description: 'Whether to return the secret that Luma signs deliveries with. n8n then stores it with the execution. Pages never include it.',
	routing: checked('options.includeSecret', 'Include Secret', yesNo),
};

/** The Options of an operation that gives one webhook. */
export const secretOptions = optionsWith(includeSecret);

const withoutSecret = ({ secret, ...rest }: IDataObject): IDataObject => {
	void secret;
	return rest;
};

/** Webhooks as Luma answers them, their secrets only where somebody asks for them; n8n could hide none within a page. */
export const webhookOutput: Work['output'] = (item) => {
	const shows = flagOf(item.parameter('options.includeSecret', false));
	return (answer) => {
		if (Array.isArray(answer.entries)) return { ...answer, entries: (answer.entries as IDataObject[]).map(withoutSecret) };
		return shows ? answer : withoutSecret(answer);
	};
};
