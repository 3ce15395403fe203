import { clock } from '../../../../nodes/Luma/api/clock';
import type { Simulator } from '../../../simulator';
import { approve, guests, on, oneGuest, people, restoreTime, simulate, stopSimulators } from './support';

// In real time: what is tested is that nothing waits for it. The waits take 30 seconds and more.
const NO_WAIT_MS = 25_000;

afterEach(async () => {
	restoreTime();
	await stopSimulators();
});

async function cancelled(luma: Simulator, parameters: Parameters<typeof on>[1], count: number, when: () => boolean) {
	let cancel!: () => void;
	const from = Date.now();
	const running = on(luma, parameters, { items: people(count), onStart: (stop) => (cancel = stop), contract: false });
	while (!when()) await new Promise((resolve) => setTimeout(resolve, 5));
	const before = luma.requests.length;
	cancel();
	await running;
	const sent = luma.requests.length;
	await new Promise((resolve) => setTimeout(resolve, 120));
	return { took: Date.now() - from, underWay: sent - before, later: luma.requests.length - sent };
}

test('cancelling ends a wait for the rate limit, and nothing is sent any more', async () => {
	const luma = await simulate({ rateLimit: { limit: 10 }, now: Date.now });
	const { took, later } = await cancelled(luma, approve, 30, () => luma.requests.length >= 10);
	expect(later).toBe(0);
	expect(took).toBeLessThan(NO_WAIT_MS);
});

test('cancelling ends the wait before another try', async () => {
	clock.random = () => 100;
	const luma = await simulate({ now: Date.now });
	luma.fail({ status: 503, times: Infinity });
	const { took, later } = await cancelled(luma, oneGuest, 1, () => luma.requests.length >= 1);
	expect(later).toBe(0);
	expect(took).toBeLessThan(NO_WAIT_MS);
});

test('cancelling between pages asks for no further page', async () => {
	const luma = await simulate({ delayMs: 30, now: Date.now });
	const { underWay, later } = await cancelled(luma, guests({ returnAll: true }), 1, () => luma.requests.length >= 3);
	expect(later).toBe(0);
	expect(underWay).toBeLessThanOrEqual(2);
});

test('cancelling stops a queue of writes', async () => {
	const luma = await simulate({ delayMs: 20, now: Date.now });
	const { underWay, later } = await cancelled(luma, approve, 50, () => luma.requests.length >= 5);
	expect(later).toBe(0);
	expect(underWay).toBeLessThanOrEqual(3);
});

test('a wait that begins after cancelling is none', async () => {
	const from = Date.now();
	await expect(clock.wait(30_000, AbortSignal.abort(new Error('Cancelled')))).rejects.toThrow('Cancelled');
	expect(Date.now() - from).toBeLessThan(NO_WAIT_MS);
});

test('a wait that is over no longer listens for a cancel', async () => {
	const listeners = jest.fn();
	const { signal } = new AbortController();
	jest.spyOn(signal, 'addEventListener').mockImplementation(() => listeners(1));
	jest.spyOn(signal, 'removeEventListener').mockImplementation(() => listeners(-1));
	await clock.wait(1, signal);
	expect(listeners.mock.calls).toEqual([[1], [-1]]);
});
