/** The events that are chosen under Filters, looked up when the workflow is published. */
import type { INodeParameters, WorkflowActivateMode } from 'n8n-workflow';
import { clock } from '../../../nodes/Luma/api/clock';
import { apiKey, seed, startSimulator, type Fault, type Simulator } from '../../simulator';
import { logged, Published } from './support';

let simulator: Simulator;

const { wait: realWait } = clock;

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, webhooks: false });
});

beforeEach(() => {
	simulator.reset();
	logged.length = 0;
	clock.wait = async () => undefined;
});

afterEach(() => {
	clock.wait = realWait;
});

afterAll(async () => await simulator.close());

const { conference, paid } = seed.events;

const filteredBy = (eventIds: INodeParameters[string]) => new Published(simulator, { eventTypes: ['guest.registered'], filters: { eventIds } });

const lookUps = ({ asked }: Published) => asked.filter((request) => request === 'GET /v1/events/get').length;

/** n8n registers the workflow for this reason. */
async function publishedBy(workflow: Published, activation: WorkflowActivateMode): Promise<void> {
	workflow.activation = activation;
	workflow.asked.length = 0;
	await workflow.publish();
}

const remedy = "Under 'Filters', remove what isn't there, and choose events from the list. If another calendar manages the event, use the API key of that calendar in the credential.";

it.each([
	['one', ['evt-none'], 'no event "evt-none"'],
	['one among others', [conference, 'evt-none', paid], 'no event "evt-none"'],
	['several', ['evt-none', conference, 'evt-gone'], 'none of the events "evt-none", "evt-gone"'],
	['one by expression', '={{ "evt-none" }}', 'no event "evt-none"'],
])('an event that Luma does not have is refused by its ID, and nothing is left in Luma: %s', async (_what, eventIds, words) => {
	const workflow = filteredBy(eventIds);
	await expect(workflow.publish()).rejects.toThrow(`Event Names or IDs: Luma has ${words} that this API key can access. ${remedy}`);
	expect(simulator.webhooks()).toEqual([]);
	expect(workflow.kept).toEqual({});
});

it.each([400, 403, 404, 422])('so is one for which Luma answers %i', async (status) => {
	simulator.fail({ path: '/v1/events/get', status, message: 'No.' });
	await expect(filteredBy([conference]).publish()).rejects.toThrow(`Event Names or IDs: Luma has no event "${conference}" that this API key can access`);
});

it('is refused while the workflow is being tried, too', async () => {
	await expect(publishedBy(filteredBy(['evt-none']), 'manual')).rejects.toThrow('Luma has no event "evt-none"');
});

it('takes one request for each event, and none where none is chosen', async () => {
	for (const eventIds of [[conference, paid], [conference, conference], [], '={{ null }}']) {
		const workflow = filteredBy(eventIds);
		await workflow.publish();
		expect(lookUps(workflow)).toBe(Array.isArray(eventIds) ? new Set(eventIds).size : 0);
	}
});

it('takes 50 requests at most', async () => {
	const workflow = filteredBy(Array.from({ length: 120 }, () => simulator.addEvent()));
	await workflow.publish();
	expect(lookUps(workflow)).toBe(50);
});

it.each<[string, Fault]>([
	['503', { status: 503 }],
	['a lost connection', { kind: 'reset' }],
	['a page of something on the way', { kind: 'html', status: 404 }],
])('where Luma cannot be asked (%s), it is published, and the log says so', async (_what, fault) => {
	simulator.fail({ path: '/v1/events/get', times: 1000, ...fault });
	const workflow = filteredBy([conference, paid]);
	await workflow.publish();
	expect(simulator.webhooks()).toHaveLength(1);
	expect(logged.join('\n')).toContain("couldn't look up all events chosen under 'Filters', and goes on without: ");
	expect(logged.join('\n')).not.toContain(apiKey);
});

it('an API key that Luma does not know is refused as such', async () => {
	simulator.fail({ status: 401, message: 'You are not signed in.', times: 2 });
	await expect(filteredBy(['evt-none']).publish()).rejects.toThrow(/^You are not signed in\./);
});

describe('an event that is canceled while the workflow is published', () => {
	let workflow: Published;

	const cancel = async (event_id: string) => {
		const ask = async (path: string, body: object) => (await (await fetch(simulator.url + path, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify(body) })).json()) as { cancellation_token: string };
		const { cancellation_token } = await ask('/v1/events/cancel/request', { event_id });
		await ask('/v1/events/cancel', { event_id, cancellation_token, should_refund: false });
		expect(simulator.events().map(({ id }) => id)).not.toContain(event_id);
	};

	beforeEach(async () => {
		workflow = filteredBy([conference, paid]);
		await workflow.publish();
		await cancel(conference);
	});

	it.each<WorkflowActivateMode>(['init', 'leadershipChange'])('does not keep n8n from starting it again (%s), which looks nothing up', async (activation) => {
		await publishedBy(workflow, activation);
		expect(workflow.asked).toEqual(['GET /v1/webhooks/list']);
		expect(simulator.webhooks()).toHaveLength(1);
	});

	it('does not keep a change of the workflow from being published, and the log names it', async () => {
		for (let time = 1; time <= 2; time += 1) {
			await publishedBy(workflow, 'update');
			expect(simulator.webhooks()).toHaveLength(1);
			expect(logged.pop()).toContain(`Luma no longer has the chosen event "${conference}", so nothing about it starts the workflow. Remove it under 'Filters'.`);
		}
	});

	it('also where an older version of the node published it, which noted no events, once n8n has started with this one', async () => {
		delete workflow.kept.events;
		await publishedBy(workflow, 'init');
		expect(lookUps(workflow)).toBe(0);
		await workflow.unpublish();
		await publishedBy(workflow, 'update');
		expect(simulator.webhooks()).toHaveLength(1);
		expect(logged.pop()).toContain(`Luma no longer has the chosen event "${conference}"`);
	});

	it('also where n8n takes its webhook away before', async () => {
		await workflow.unpublish();
		await publishedBy(workflow, 'update');
		expect(simulator.webhooks()).toHaveLength(1);
	});

	it('another one that never was is refused in a change, too', async () => {
		workflow.set({ eventTypes: ['guest.registered'], filters: { eventIds: [conference, 'evt-none'] } });
		await expect(publishedBy(workflow, 'update')).rejects.toThrow('Luma has no event "evt-none"');
	});

	it('is refused when the workflow is unpublished and published anew', async () => {
		await workflow.unpublish();
		await expect(publishedBy(workflow, 'activate')).rejects.toThrow(`Luma has no event "${conference}"`);
	});
});

it('static data that is damaged does not matter', async () => {
	for (const events of [null, 5, 'text', {}, [null]]) {
		const workflow = filteredBy([conference]);
		workflow.static = { 'node:Luma Trigger': { events } };
		await publishedBy(workflow, 'update');
		expect(workflow.kept.events).toEqual([conference]);
	}
});
