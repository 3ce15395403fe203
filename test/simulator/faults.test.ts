import { apiKey, seed } from './index';
import {
	simulator,
	answered,
	get,
	post,
	guestsList,
	seedEvents,
	emails,
	useSimulator,
	type Parameters,
} from './testing';

const { conference } = seed.events;

useSimulator();

describe('faults', () => {
	const path = '/v1/users/get-self';
	const raw = () => fetch(simulator.url + path, { headers: { 'x-luma-api-key': apiKey } });

	it('answers a status, once, after those to skip, where it matches', async () => {
		simulator.fail({ path: /get-self$/, method: 'get', skip: 1, status: 503, message: 'Down' });
		await get('/v1/calendars/get');
		expect((await get(path)).status).toBe(200);
		const failed = await get(path);
		expect([failed.status, failed.body]).toEqual([503, { message: 'Down', code: null }]);
		expect((await get(path)).status).toBe(200);
	});

	it.each([
		[undefined, '1'],
		[7, '7'],
		['Wed, 01 Sep 2027 10:00:00 GMT', 'Wed, 01 Sep 2027 10:00:00 GMT'],
		['', null],
	])('sends Retry-After with a 429: %j', async (retryAfter, header) => {
		simulator.fail({ status: 429, retryAfter });
		const { status, headers } = await get(path);
		expect([status, headers.get('retry-after')]).toEqual([429, header]);
	});

	it('resets before or after the work', async () => {
		const addOne = (name: string) =>
			post('/v1/events/guests/add', { event_id: conference, guests: emails(name) });
		simulator.fail({ kind: 'reset' });
		await expect(addOne('a')).rejects.toThrow('fetch failed');
		expect(simulator.guests(conference)).toHaveLength(1234);
		simulator.fail({ kind: 'resetAfterHandling' });
		await expect(addOne('b')).rejects.toThrow('fetch failed');
		expect(simulator.guests(conference)).toHaveLength(1235);
		simulator.fail({ status: 502, handled: true });
		expect((await addOne('c')).status).toBe(502);
		expect(simulator.guests(conference)).toHaveLength(1236);
		expect(simulator.requests.map(({ status }) => status)).toEqual([undefined, undefined, 502]);
	});

	it('never answers, and closes at once all the same', async () => {
		simulator.fail({ kind: 'timeout' });
		const unanswered = expect(get(path)).rejects.toThrow('fetch failed');
		while (simulator.requests.length === 0) await new Promise(setImmediate);
		await simulator.close();
		await unanswered;
	});

	it('sends HTML, half an answer, nothing', async () => {
		simulator.fail({ kind: 'html' });
		simulator.fail({ kind: 'cutOff' });
		simulator.fail({ kind: 'empty' });
		const html = await raw();
		expect(html.headers.get('content-type')).toContain('text/html');
		expect(await html.text()).toContain('<html>');
		const half = await raw();
		expect(half.status).toBe(200);
		expect(await half.text()).toMatch(/^\{"id":[^}]*$/);
		expect(await (await raw()).text()).toBe('');
		expect(answered()).toEqual([]);
	});

	it('repeats a cursor, or leaves it out', async () => {
		const list = (more: Parameters = {}) => get(guestsList, { event_id: conference, ...more });
		const { next_cursor } = (await list()).body;
		simulator.fail({ kind: 'repeatCursor', times: 2 });
		expect((await list()).body.next_cursor).toBe(next_cursor);
		expect((await list({ pagination_cursor: next_cursor })).body.next_cursor).toBe(next_cursor);
		simulator.fail({ kind: 'noCursor' });
		const { body } = await list();
		expect([body.has_more, 'next_cursor' in body, body.entries.length]).toEqual([true, false, 50]);
	});

	it('delays an answer', async () => {
		simulator.fail({ delayMs: 60 });
		const started = performance.now();
		expect((await get(path)).status).toBe(200);
		expect(performance.now() - started).toBeGreaterThan(55);
	});

	it('forgets all on reset', async () => {
		simulator.fail({ status: 500, times: Infinity });
		await get(path);
		simulator.addEvent();
		simulator.reset();
		expect([simulator.requests.length, simulator.events().length]).toEqual([0, seedEvents]);
		expect((await get(path)).status).toBe(200);
	});
});
