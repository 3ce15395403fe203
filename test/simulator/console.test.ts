/** The simulator's page: what a person sees of it, and makes happen. */
import { apiKey, seed, startSimulator, type Simulator } from './index';

const { conference } = seed.events;
let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ page: true, rateLimit: false });
});
beforeEach(() => simulator.reset());
afterAll(async () => await simulator.close());

const press = async (action: string, event: string = conference) => {
	const answer = await fetch(`${simulator.url}/simulator/${action}?event=${event}`, { method: 'POST' });
	return { status: answer.status, message: ((await answer.json()) as { message: string }).message };
};
const luma = async (path: string) => await fetch(`${simulator.url}${path}`, { headers: { 'x-luma-api-key': apiKey } });
const guest = (email: string) => simulator.guests(conference).find(({ user_email }) => user_email === email)!;

it('is a page that needs no key, and is no request of Luma', async () => {
	const answer = await fetch(simulator.url);
	expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
	expect(await answer.text()).toContain('<h1>Luma simulator</h1>');
	expect(simulator.requests).toEqual([]);
});

it('lets a guest register, be approved and check in', async () => {
	const { message } = await press('register');
	const [email] = message.split(' ');
	expect(guest(email)).toMatchObject({ approval_status: 'pending_approval' });
	expect(await press('approve')).toEqual({ status: 200, message: `${email} is approved` });
	expect(guest(email)).toMatchObject({ approval_status: 'approved' });
	expect(await press('checkIn')).toEqual({ status: 200, message: `${email} has checked in` });
	expect(guest(email).event_tickets.every(({ checked_in_at: at }) => at !== null)).toBe(true);
});

it('refuses the next request with 429', async () => {
	await press('limit');
	const refused = await luma('/v1/users/get-self');
	expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
	expect((await luma('/v1/users/get-self')).status).toBe(200);
});

it('says what it holds, its webhooks and its last requests, and no key of theirs', async () => {
	await luma(`/v1/events/get?event_id=${conference}`);
	const state = (await (await fetch(`${simulator.url}/simulator/state`)).json()) as { events: Array<{ id: string }>; requests: unknown[]; webhooks: unknown[] };
	expect(state.events.map(({ id }) => id)).toContain(conference);
	expect(state.requests).toEqual([expect.objectContaining({ method: 'GET', path: '/v1/events/get', query: { event_id: conference }, status: 200 })]);
	expect(state.webhooks).toEqual([]);
});

it('says why something does not work', async () => {
	expect(await press('register', 'evt-nowhere')).toMatchObject({ status: 404, message: expect.stringContaining('evt-nowhere') as string });
	const empty = simulator.addEvent();
	expect(await press('approve', empty)).toEqual({ status: 400, message: 'Nobody waits for approval. Let a guest register first.' });
	expect(await press('checkIn', empty)).toEqual({ status: 400, message: 'Everybody who is approved has checked in. Approve a guest first.' });
});

it('has no page where none was asked for', async () => {
	const plain = await startSimulator();
	expect((await fetch(plain.url)).status).not.toBe(200);
	expect((await fetch(`${plain.url}/simulator/limit`, { method: 'POST' })).status).not.toBe(200);
	await plain.close();
});
