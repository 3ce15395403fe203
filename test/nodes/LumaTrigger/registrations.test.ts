/** Random publications at a Luma that fails at random: in the end there is one webhook, or none, and its deliveries are taken. */
import { clock } from '../../../nodes/Luma/api/clock';
import fc, { runs } from '../../properties';
import { apiKey, startSimulator, type Fault, type Simulator } from '../../simulator';
import { deliver } from './delivering';
import { Published } from './support';

let simulator: Simulator;
const { wait } = clock;

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, webhooks: false });
	clock.wait = async () => {};
});

afterAll(async () => {
	clock.wait = wait;
	await simulator.close();
});

const kinds: Array<Omit<Fault, 'path'>> = [{ status: 500 }, { status: 503 }, { status: 400, message: 'No.' }, { kind: 'reset' }, { kind: 'resetAfterHandling' }, { kind: 'cutOff' }, { kind: 'html' }];
const fault = fc.option(fc.record({ path: fc.constantFrom('/v1/webhooks/list', '/v2/webhooks/create', '/v2/webhooks/update', '/v1/webhooks/delete', '/v1/events/guests/list'), kind: fc.nat(kinds.length - 1), times: fc.integer({ min: 1, max: 6 }), skip: fc.nat(1) }));
const types: fc.Arbitrary<string[]> = fc.constantFrom(['guest.going'], ['*'], ['guest.registered', 'event.created']);
const step = fc.record({
	do: fc.constantFrom('publish', 'publish', 'unpublish', 'pause', 'remove', 'another', 'restore'),
	types,
	fault,
});

/** There are only so many faults. */
async function untilItWorks(act: () => Promise<void>): Promise<void> {
	for (let tries = 0; ; tries += 1) {
		try {
			return await act();
		} catch (error) {
			if (tries > 60) throw error as Error;
		}
	}
}

it('leaves one webhook, active and for what was chosen; and none once it is taken offline', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 8 }), types, async (steps, last) => {
			simulator.reset();
			const ask = async (path: string, body: object) => void (await fetch(simulator.url + path, { method: 'POST', headers: { 'x-luma-api-key': apiKey }, body: JSON.stringify(body) }).catch(() => undefined));
			const workflow = new Published(simulator);
			// n8n may lose what the node has stored, or have it from a backup.
			let backup = structuredClone(workflow.static);
			for (const { do: what, types: eventTypes, fault: fails } of steps) {
				if (fails) simulator.fail({ path: fails.path, times: fails.times, skip: fails.skip, ...kinds[fails.kind] });
				const [webhook] = simulator.webhooks();
				workflow.set({ eventTypes });
				if (what === 'publish') await workflow.publish().catch(() => undefined);
				else if (what === 'unpublish') await workflow.unpublish().catch(() => undefined);
				else if (what === 'pause' && webhook) await ask('/v2/webhooks/update', { id: webhook.id, status: 'paused' });
				else if (what === 'remove' && webhook) await ask('/v1/webhooks/delete', { id: webhook.id });
				else if (what === 'another') await ask('/v2/webhooks/create', { url: workflow.url, event_types: ['*'] });
				else if (what === 'restore') [backup, workflow.static] = [structuredClone(workflow.static), backup];
			}
			workflow.set({ eventTypes: last });
			await untilItWorks(async () => await workflow.publish());
			const [webhook, ...others] = simulator.webhooks();
			expect(others).toEqual([]);
			expect(webhook).toMatchObject({ url: workflow.url, status: 'active', event_types: last[0] === 'guest.going' ? ['guest.registered', 'guest.updated', 'guest.refunded'] : last });
			expect(workflow.kept).toMatchObject({ webhookId: webhook.id });
			expect((await deliver(workflow, { type: 'guest.registered', data: { id: 'gst-1' } }, { secret: webhook.secret ?? '', id: 'first' })).status).toBe(200);
			await untilItWorks(async () => await workflow.unpublish());
			expect(simulator.webhooks()).toEqual([]);
		}),
		{ numRuns: runs(15) },
	);
});
