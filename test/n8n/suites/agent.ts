import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { apiKey, seed, startSimulator, YEAR, type RecordedRequest, type Simulator } from '../../simulator';
import { AGENT, agentWorkflow, earlier, fromAI, nestedWorkflow, parsed, today, TOOL, type Versions } from '../agent/agent';
import { startModel, type Model } from '../agent/stub';
import type { Check } from '../check';
import type { Credential } from '../editor';
import { byId, lumaCredential } from '../luma';
import { needing } from '../features';
import type { RunningN8n } from '../n8n';
import type { Context } from '../suite';

export const name = 'The node as a tool of an AI agent';

const { conference } = seed.events;

/** What is at hand in each check. */
interface Bench {
	n8n: RunningN8n;
	check: Check;
	simulator: Simulator;
	model: Model;
	luma: Credential;
	openAi: Credential;
}

export async function run(context: Context, everyCheck: Check): Promise<void> {
	const check = needing('tools', everyCheck);
	const n8n = await context.n8n();
	const simulator = await startSimulator({ rateLimit: false });
	const model = await startModel();
	try {
		const luma = await lumaCredential(n8n, simulator.url);
		const openAi = await n8n.createCredential('Model', 'openAiApi', { apiKey: 'model-key-of-the-tests', url: model.url });
		const bench = { n8n, check, simulator, model, luma, openAi };
		await checkReads(bench);
		await checkWrites(bench);
		await checkErrors(bench);
		await checkDescriptions(bench);
	} finally {
		await Promise.all([simulator.close(), model.close()]);
	}
}

type Sent = Pick<RecordedRequest, 'method' | 'path'> & Partial<RecordedRequest>;

/** Lets the model call the tool once; gives what the simulator was sent, and what came back to the model. */
async function call({ n8n, simulator, model, luma, openAi }: Bench, parameters: INodeParameters, args: IDataObject, versions: Versions = today) {
	simulator.reset();
	model.use(args);
	const execution = await n8n.runWorkflow(agentWorkflow('Agent', luma, openAi, parameters, versions));
	ok(!execution.text.includes(apiKey));
	const [{ json }] = execution.orThrow().items(AGENT);
	strictEqual(model.results.length, 1);
	// The agent's answer is the model's, and that holds what the tool gave.
	strictEqual(json.output, `The tool says: ${model.results[0]}`);
	const sent: Sent[] = simulator.requests.map(({ method, path, query, body }) => ({ method, path, ...(method === 'GET' ? { query } : { body }) }));
	return { sent, result: model.results[0], items: parsed(model.results[0]) };
}

const event = byId(fromAI('event_id', 'The event, such as evt-1a2b3c'));

async function checkReads(bench: Bench): Promise<void> {
	const { check, simulator } = bench;
	const getMany = {
		resource: 'event',
		operation: 'getAll',
		returnAll: fromAI('all', 'Whether to read all', 'boolean'),
		limit: fromAI('limit', 'How many', 'number'),
		when: fromAI('when', 'all, next7Days, past, today or upcoming'),
		whichEvents: fromAI('which', 'managed, listed, submitted, external or all'),
		filters: { after: fromAI('after', 'Events that start after this time') },
	};
	await check('Get Many Events: number, boolean, date and option reach Luma, the events the agent', async () => {
		const { sent, items } = await call(bench, getMany, { all: false, limit: 2, after: `${YEAR}-04-01T00:00:00+02:00`, which: 'all', when: 'all' });
		deepStrictEqual(sent, [{ method: 'GET', path: '/v1/calendars/events/list', query: { after: `${YEAR}-04-01T00:00:00+02:00`, access: ['manage', 'view'], platforms: ['luma', 'external'], pagination_limit: '2' } }]);
		strictEqual(items.length, 2);
		for (const item of items) ok(simulator.events().some(({ id, name: called }) => id === item.id && called === item.name));
	});
	await check('Get Many Events with Return All reads all pages', async () => {
		const { sent, items } = await call(bench, getMany, { all: true, limit: 1, after: '2026-01-01T00:00:00Z', which: 'managed', when: 'all' });
		strictEqual(sent.length, 2);
		ok(items.length > 100);
	});
	const getGuest = { resource: 'guest', operation: 'get', eventId: event, guestId: byId(fromAI('guest', 'Email address of the guest')) };
	for (const versions of [today, earlier]) {
		await check(`Get Guest: event and guest by what the model gave (agent ${versions.agent}, model ${versions.model})`, async () => {
			const { sent, items } = await call(bench, getGuest, { event_id: conference, guest: 'guest17@example.com' }, versions);
			deepStrictEqual(sent, [{ method: 'GET', path: '/v1/events/guests/get', query: { event_id: conference, id: 'guest17@example.com' } }]);
			strictEqual(items[0].user_email, 'guest17@example.com');
			deepStrictEqual((items[0].tickets as IDataObject[]).map(({ name }) => name), ['Standard']);
		});
	}
	for (const versions of [today, earlier]) {
		await check(`three input items: each of the agent's calls is answered (agent ${versions.agent})`, async () => {
			const { n8n, model, luma, openAi } = bench;
			simulator.reset();
			model.use({ event_id: conference, guest: 'guest17@example.com' });
			const execution = await n8n.runWorkflow(agentWorkflow('Agent', luma, openAi, getGuest, versions, [{ n: 0 }, { n: 1 }, { n: 2 }]));
			strictEqual(execution.orThrow().items(AGENT).length, 3);
			deepStrictEqual(model.results.map((result) => parsed(result)[0].user_email), Array<string>(3).fill('guest17@example.com'));
			strictEqual(simulator.requests.length, 3);
		});
	}
	await check('three input items, the tool of an agent that is a tool itself: each of its calls is answered', async () => {
		const { n8n, model, luma, openAi } = bench;
		simulator.reset();
		model.use({ task: 'Find the guest', event_id: conference, guest: 'guest17@example.com' });
		const execution = await n8n.runWorkflow(nestedWorkflow('Nested agent', luma, openAi, getGuest, earlier, [{ n: 0 }, { n: 1 }, { n: 2 }]));
		strictEqual(execution.orThrow().items(AGENT).length, 3);
		strictEqual(simulator.requests.length, 3);
		// What the node gave the inner agent, and what that gave the outer one.
		strictEqual(model.results.length, 6);
		for (const result of model.results) match(result, /guest17@example\.com/);
	});
	await check('Get Guest takes the address of an event in place of its ID', async () => {
		const { sent, items } = await call(bench, getGuest, { event_id: 'https://luma.com/summer-conference', guest: 'guest17@example.com' });
		deepStrictEqual(sent.map(({ path }) => path), ['/v1/entities/lookup', '/v1/events/guests/get']);
		strictEqual(items[0].user_email, 'guest17@example.com');
	});
}

async function checkWrites(bench: Bench): Promise<void> {
	const { check } = bench;
	const add = { resource: 'guest', operation: 'add', eventId: event };
	const mailing = { additionalFields: { sendEmail: fromAI('mail', 'Whether to mail them', 'boolean') } };
	const guests = [{ email: 'new1@example.com', name: 'New 1' }, { email: 'new2@example.com' }];
	const added = { method: 'POST', path: '/v1/events/guests/add' };
	for (const versions of [today, earlier]) {
		await check(`Add Guests as JSON: the list goes out in one request (agent ${versions.agent})`, async () => {
			const parameters = { ...add, ...mailing, guestsFrom: 'json', guestsJson: fromAI('guests', 'List of guests with email and name', 'json') };
			const { sent, items } = await call(bench, parameters, { event_id: conference, guests, mail: false }, versions);
			deepStrictEqual(sent, [{ ...added, body: { event_id: conference, guests, send_email: false } }]);
			deepStrictEqual(items, guests.map((guest) => ({ ...guest, event_id: conference, status: 'added' })));
		});
	}
	await check('Add Guests by fields: one guest from texts', async () => {
		const row = { email: fromAI('email', 'Email address'), name: fromAI('name', 'Full name') };
		const { sent } = await call(bench, { ...add, guestsFrom: 'fields', guests: { guest: [row] } }, { event_id: conference, email: 'new1@example.com', name: 'New 1' });
		deepStrictEqual(sent, [{ ...added, body: { event_id: conference, guests: [guests[0]] } }]);
	});
	for (const versions of [today, earlier]) {
		await check(`Add Guests from input items: the one guest that the model gives (agent ${versions.agent})`, async () => {
			const parameters = { ...add, guestsFrom: 'inputItems', guestEmail: fromAI('email', 'Email address'), guestName: fromAI('name', 'Full name') };
			const { sent, items } = await call(bench, parameters, { event_id: conference, email: 'new1@example.com', name: 'New 1' }, versions);
			deepStrictEqual(sent, [{ ...added, body: { event_id: conference, guests: [guests[0]] } }]);
			strictEqual(items.length, 1);
		});
	}
	await check('Create Event: text, date, zone, number, boolean, option, colour, list and JSON', async () => {
		const parameters = {
			resource: 'event',
			operation: 'create',
			eventName: fromAI('name', 'Name'),
			startAt: fromAI('start', 'Start'),
			endAt: fromAI('end', 'End'),
			timezone: fromAI('zone', 'Time zone'),
			visibility: fromAI('visibility', 'public, private or members-only'),
			additionalFields: {
				address: { manual: { address: fromAI('address', 'Address') } },
				feedbackEmail: fromAI('feedback', 'Feedback mail', 'json'),
				maxCapacity: fromAI('capacity', 'Capacity', 'number'),
				showGuestList: fromAI('show', 'Whether guests see each other', 'boolean'),
				tintColor: fromAI('color', 'Color'),
			},
		};
		const args = {
			name: 'Autumn Meetup', start: `${YEAR}-09-01T19:00:00`, end: `${YEAR}-09-01T22:00:00+02:00`, zone: 'Europe/Berlin', address: 'Example Street 1, Berlin',
			feedback: { enabled: true, delay: 'PT2H' }, capacity: 80, show: false, color: '#112233', visibility: 'private',
		};
		const { sent, items } = await call(bench, parameters, args);
		deepStrictEqual(sent[0].body, {
			name: 'Autumn Meetup',
			start_at: `${YEAR}-09-01T19:00:00+02:00`,
			end_at: `${YEAR}-09-01T22:00:00+02:00`,
			timezone: 'Europe/Berlin',
			geo_address_json: { type: 'manual', address: 'Example Street 1, Berlin' },
			feedback_email: { enabled: true, delay: 'PT2H' },
			max_capacity: 80,
			show_guest_list: false,
			tint_color: '#112233',
			visibility: 'private',
		});
		strictEqual(items[0].name, 'Autumn Meetup');
	});
}

/** What goes wrong comes back to the model in words that say what to do, and the agent goes on. */
async function checkErrors(bench: Bench): Promise<void> {
	const check = needing('toolErrors', bench.check);
	const getGuest = { resource: 'guest', operation: 'get', eventId: byId(conference), guestId: byId(fromAI('guest', 'Email address of the guest')) };
	// Not with version 2.2 of the agent, which tells the model nothing of a tool that failed, whatever that said.
	await check("an unknown guest: the model reads Luma's words, and that it should check the address", async () => {
		const { sent, result } = await call(bench, getGuest, { guest: 'nobody@example.com' });
		strictEqual(sent.length, 1);
		match(result, /Luma has no guest \\"nobody@example.com\\".*Check the ID/);
	});
	await check('JSON without an email: the model reads what is missing and sees an example', async () => {
		const parameters = { resource: 'guest', operation: 'add', eventId: byId(conference), guestsFrom: 'json', guestsJson: fromAI('guests', 'Guests', 'json') };
		const { sent, result } = await call(bench, parameters, { guests: [{ name: 'Guest 17' }] });
		deepStrictEqual(sent, []);
		match(result, /\[0\]: \\"email\\" is missing\. Expected: /);
	});
	await check('a guest without an email among input items: the model reads what is wrong', async () => {
		const parameters = { resource: 'guest', operation: 'add', eventId: byId(conference), guestsFrom: 'inputItems', guestEmail: fromAI('email', 'Email') };
		const { sent, result } = await call(bench, parameters, { email: 'Guest 17' });
		deepStrictEqual(sent, []);
		match(result, /Email: \\"Guest 17\\" is not an email address/);
	});
	await check('a time that is none: the model reads how to give one', async () => {
		const parameters = { resource: 'event', operation: 'getAll', filters: { after: fromAI('after', 'After') } };
		const { sent, result } = await call(bench, parameters, { after: 'soon' });
		deepStrictEqual(sent, []);
		match(result, /After: \\"soon\\" is not a date\..*ISO 8601/);
	});
}

async function checkDescriptions(bench: Bench): Promise<void> {
	const { check, model } = bench;
	await needing('toolFields', check)('the model is told what the operation does and how to fill in its fields, each with its type', async () => {
		const parameters = { resource: 'guest', operation: 'add', eventId: event, guestsFrom: 'json', guestsJson: fromAI('guests', 'The guests', 'json'), additionalFields: { sendEmail: fromAI('mail', 'Mail them', 'boolean') } };
		await call(bench, parameters, { event_id: conference, guests: [{ email: 'new1@example.com' }], mail: false });
		const [{ name: toolName, description, parameters: schema }] = model.tools;
		strictEqual(toolName, TOOL.replace(' ', '_'));
		match(description, /Luma emails them, unless 'Send Email' is off.*evt-.*"email"/);
		deepStrictEqual(Object.keys(schema.properties).sort(), ['event_id', 'guests', 'mail']);
		strictEqual(schema.properties.event_id.type, 'string');
		strictEqual(schema.properties.mail.type, 'boolean');
		match(String(schema.properties.event_id.description), /evt-/);
	});
	await check('a description of the person goes before', async () => {
		await call(bench, { resource: 'event', operation: 'getAll', limit: 1, toolDescription: 'Finds our meetups' }, {});
		strictEqual(model.tools[0].description, 'Finds our meetups');
	});
}
