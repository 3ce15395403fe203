import { startSimulator, seed, apiKey } from '../../../simulator';
import { run } from '../../../engine';
it('x', async () => {
	const simulator = await startSimulator({});
	for (const n of [1, 10000, 10000]) {
	simulator.reset();
	const items = Array.from({ length: n }, (_, i) => ({ email: `new${i}@example.com`, name: `New ${i}` }));
	const t = performance.now();
	const r = await run({ resource: 'guest', operation: 'sendInvites', guestsFrom: 'inputItems', eventId: { __rl: true, mode: 'id', value: seed.events.conference } }, { items, credentials: { baseUrl: simulator.url, apiKey }, after: false, contract: false });
	console.log(n, performance.now() - t, simulator.requests.length, r.error, r.json.slice(0, 2), r.run.data.resultData.runData.Luma[0].executionTime);
	}
	await simulator.close();
}, 60000);
