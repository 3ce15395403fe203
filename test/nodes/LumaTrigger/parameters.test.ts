/** The fields of the trigger as people and expressions fill them, through n8n's own contexts. */
import type { INodeParameters } from 'n8n-workflow';
import { apiKey, startSimulator, type Simulator } from '../../simulator';
import { deliver } from './delivering';
import { logged, Published } from './support';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, webhooks: false });
});

beforeEach(() => {
	simulator.reset();
	logged.length = 0;
});

afterAll(async () => await simulator.close());

const published = async (parameters: INodeParameters) => {
	for (const id of ['evt-1', 'evt-12', 'evt-3']) simulator.addEvent({ id });
	const workflow = new Published(simulator, parameters);
	await workflow.publish();
	return workflow;
};

describe('Trigger On', () => {
	it.each([
		['={{ ["guest.registered","guest.updated"] }}', ['guest.registered', 'guest.updated']],
		['={{ ["guest.registered","guest.updated"] }} ', ['guest.registered', 'guest.updated']],
		['= {{ ["guest.registered","guest.updated"] }}', ['guest.registered', 'guest.updated']],
		['={{ "guest.registered, guest.updated" }}', ['guest.registered', 'guest.updated']],
		['={{ JSON.stringify(["guest.registered"]) }}', ['guest.registered']],
		['={{ "Guest Registered" }}', ['guest.registered']],
		['={{ ["guest.registered", "", null] }}', ['guest.registered']],
		['={{ ["guest.registered", "*"] }} ', ['*']],
		[['event.created', '*'], ['*']],
		[['event.created', 'event.created'], ['event.created']],
		['guest.registered', ['guest.registered']],
	])('%j is registered as %j', async (eventTypes, types) => {
		await published({ eventTypes });
		expect(simulator.webhooks().map(({ event_types }) => event_types)).toEqual([types]);
	});

	it.each([[[]], [''], ['={{ [] }}'], ['={{ null }} '], ['={{ undefined }}'], [['', ' ']]])('%j is nothing, and publishing fails before Luma is asked', async (eventTypes) => {
		const workflow = new Published(simulator, { eventTypes });
		await expect(workflow.publish()).rejects.toThrow(/^(Choose at least one option in 'Trigger On'|Trigger On: )/);
		expect(workflow.asked).not.toContain('POST /v2/webhooks/create');
	});

	it('that is no choice is refused by name with the choices, and without advice about the address', async () => {
		const error = await published({ eventTypes: '={{ "guest.registered, guest.deleted" }}' }).catch(({ message }: Error) => message);
		expect(error).toMatch(/^Trigger On: "guest\.deleted" is not one of \*, .*ticket\.registered$/);
		expect(error).not.toContain('WEBHOOK_URL');
		expect(simulator.webhooks()).toEqual([]);
	});
});

describe('filters by expression', () => {
	const guest = (event: string, approval_status: string) => ({ type: 'guest.registered', data: { id: 'gst-1', approval_status, event: { id: event } } });

	it.each([
		['={{ ["evt-12","evt-3"] }} ', ['evt-12', 'evt-3']],
		['={{ "evt-12, evt-3" }}', ['evt-12', 'evt-3']],
		['evt-12\nevt-3\n', ['evt-12', 'evt-3']],
		['={{ ["https://luma.com/event/evt-12?x=1", "https://luma.com/our-calendar?e=evt-3"] }}', ['evt-12', 'evt-3']],
		['={{ ["evt-12"] }} ', ['evt-12']],
		['={{ [""] }}', ['evt-1', 'evt-12', 'evt-3']],
		['={{ "" }} ', ['evt-1', 'evt-12', 'evt-3']],
		['={{ null }}', ['evt-1', 'evt-12', 'evt-3']],
		[[], ['evt-1', 'evt-12', 'evt-3']],
	])('events %j let %j through', async (eventIds, through) => {
		const workflow = await published({ eventTypes: ['*'], filters: { eventIds } });
		const started: string[] = [];
		for (const id of ['evt-1', 'evt-12', 'evt-3']) if ((await deliver(workflow, guest(id, 'approved'), { id })).item) started.push(id);
		expect(started).toEqual(through);
	});

	it.each([
		['={{ ["approved","waitlist"] }} ', ['approved', 'waitlist']],
		['approved ', ['approved']],
		['={{ "Approved" }}', ['approved']],
		[['Approved (Going)'], ['approved']],
		['={{ [""] }}', ['approved', 'waitlist', 'declined']],
	])('statuses %j let %j through', async (statuses, through) => {
		const workflow = await published({ eventTypes: ['*'], filters: { guestStatuses: statuses } });
		const started: string[] = [];
		for (const status of ['approved', 'waitlist', 'declined']) if ((await deliver(workflow, guest('evt-1', status), { id: status })).item) started.push(status);
		expect(started).toEqual(through);
	});

	it.each([
		[{ filters: { eventIds: ['https://luma.com/summer-conference'] } }, /^Event Names or IDs: "https:\/\/luma\.com\/summer-conference" is not the ID of an event\. .*evt-1a2b/],
		[{ filters: { eventIds: '={{ [{ id: "evt-1" }] }}' } }, /^Event Names or IDs has \{"id":"evt-1"\} in its list, which is not text/],
		[{ filters: { guestStatuses: 'going' } }, /^Guest Statuses: "going" is not one of approved, declined, /],
		[{ output: 'both' }, /^Output: "both" is not one of simplified, data, delivery/],
		[{ options: { signature: 'of' } }, /^Signature: "of" is not one of required, off/],
	])('that cannot be, %j, do not get published', async (parameters, message) => {
		await expect(published({ eventTypes: ['*'], ...parameters })).rejects.toThrow(message);
		expect(simulator.webhooks()).toEqual([]);
	});

	it('let through what is null as they do what is not there', async () => {
		const workflow = await published({ eventTypes: ['*'], filters: { eventIds: ['evt-1'], guestStatuses: ['approved'] } });
		const about = [null, {}, { event: null, approval_status: null }, { event: { id: null } }, { event_id: null }, { event: { id: 'evt-1' }, approval_status: null }];
		for (const [index, data] of about.entries()) expect((await deliver(workflow, { type: 'guest.updated', data }, { id: String(index) })).item).toBeDefined();
		expect((await deliver(workflow, { type: 'guest.updated', data: { event: { id: 'evt-2' } } }, { id: 'other' })).item).toBeUndefined();
	});
});

it.each([
	[{ eventTypes: ['*'], output: 'both' }, 'Output'],
	[{ eventTypes: ['*'], filters: { guestStatuses: ['going'] } }, 'Guest Statuses'],
	[{ eventTypes: ['*'], filters: { eventIds: ['cal-1'] } }, 'Event Names or IDs'],
	...['againAfterLeaving', 'onePerPerson', 'signature'].map((option) => [{ eventTypes: ['guest.registered'], options: { [option]: '={{ "maybe" }}' } }, { againAfterLeaving: 'Again After Leaving', onePerPerson: 'One Run for a Person', signature: 'Signature' }[option]] as const),
] as Array<[INodeParameters, string]>)('what would be refused with each delivery is refused by name when it is published: %j', async (parameters, label) => {
	const workflow = new Published(simulator, parameters);
	await expect(workflow.publish()).rejects.toThrow(new RegExp(`^${label}: `));
	expect(workflow.asked).not.toContain('POST /v2/webhooks/create');
});

describe('a field whose expression gives nonsense after publication', () => {
	it('refuses deliveries, so that Luma tries again, and says so in the log', async () => {
		const workflow = await published({ eventTypes: ['*'] });
		const event = { type: 'event.created', data: { id: 'evt-1' } };
		workflow.set({ eventTypes: ['*'], output: 'both' });
		for (let time = 1; time <= 2; time += 1) expect(await deliver(workflow, event)).toMatchObject({ status: 500, item: undefined });
		expect(logged.join('\n')).toContain('with 500: Output: "both" is not one of simplified, data, delivery');
		workflow.set({ eventTypes: ['*'], output: 'delivery ' });
		expect((await deliver(workflow, event)).item?.json.data).toEqual(event.data);
		expect(logged.join('\n')).not.toContain(apiKey);
	});
});
