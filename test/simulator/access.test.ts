import { apiKey, calendarId, organizationKey } from './index';
import {
	simulator,
	restart,
	get,
	post,
	useSimulator,
} from './testing';

useSimulator();

describe('keys', () => {
	it('answers the default key', async () => {
		const { status, body } = await get('/v1/users/get-self');
		expect([status, body.email]).toEqual([200, 'host@example.com']);
	});

	it('answers 400 without a key, 401 to an unknown one', async () => {
		expect((await get('/v1/users/get-self', {}, {})).status).toBe(400);
		expect((await get('/v1/users/get-self', {}, { 'x-luma-api-key': ' ' })).status).toBe(400);
		const unknown = await get('/v1/users/get-self', {}, { 'x-luma-api-key': 'nobody' });
		expect(unknown.status).toBe(401);
		expect(unknown.body).toEqual({ message: 'You are not signed in.', code: null });
	});

	it('wants a calendar with an organization key', async () => {
		const key = { 'x-luma-api-key': organizationKey };
		const calendar = (id: string) => get('/v1/calendars/get', {}, { ...key, 'x-luma-calendar-id': id });
		expect((await get('/v1/users/get-self', {}, key)).status).toBe(200);
		expect((await get('/v1/calendars/get', {}, key)).status).toBe(400);
		expect((await calendar('cal-other')).status).toBe(404);
		expect((await calendar(calendarId)).body.id).toBe(calendarId);
	});

	it('wants an organization key for an organization, with or without a calendar', async () => {
		expect((await get('/v1/organizations/admins/list')).status).toBe(403);
		expect((await get('/v1/organizations/admins/list', {}, { 'x-luma-api-key': organizationKey })).status).toBe(200);
	});

	it('keeps the events of its calendars apart, also when one is moved', async () => {
		const key = { 'x-luma-api-key': organizationKey };
		const on = async (id: string) => (await get('/v1/calendars/events/list', { after: '2027-06-01T00:00:00Z' }, { ...key, 'x-luma-calendar-id': id })).body.entries.map((event: { id: string }) => event.id);
		expect(await on('cal-second')).toEqual(['evt-of-second']);
		expect(await on(calendarId)).toContain('evt-conference');
		await post('/v1/organizations/events/transfer-calendar', { event_id: 'evt-conference', calendar_id: 'cal-second' }, key);
		expect(await on('cal-second')).toEqual(['evt-conference', 'evt-of-second']);
		expect(await on(calendarId)).not.toContain('evt-conference');
	});

	it('keeps no key in its record', async () => {
		await get('/v1/users/get-self');
		await get('/v1/users/get-self', {}, { 'x-luma-api-key': 'nobody' });
		expect(simulator.requests.map(({ authorized, status }) => [authorized, status])).toEqual([
			[true, 200],
			[false, 401],
		]);
		expect(JSON.stringify(simulator.requests)).not.toContain(apiKey);
	});
});

describe('the rate limit', () => {
	it('counts down, blocks, and starts anew after the block', async () => {
		let now = 1_000_000_000_000;
		await restart({ now: () => now, rateLimit: { limit: 2, windowMs: 10_000, blockMs: 5_500 } });
		const take = async () => {
			const { status, headers } = await get('/v1/users/get-self');
			return [
				status,
				headers.get('x-ratelimit-limit'),
				headers.get('x-ratelimit-remaining'),
				headers.get('x-ratelimit-reset'),
				headers.get('retry-after'),
			];
		};
		expect(await take()).toEqual([200, '2', '1', '1000000010', null]);
		now += 1000;
		expect(await take()).toEqual([200, '2', '0', '1000000010', null]);
		expect(await take()).toEqual([429, '2', '0', '1000000007', '6']);
		now += 5_000;
		expect(await take()).toEqual([429, '2', '0', '1000000007', '1']);
		now += 500;
		expect(await take()).toEqual([200, '2', '1', '1000000017', null]);
		now += 10_000;
		expect(await take()).toEqual([200, '2', '1', '1000000027', null]);
	});

	it('counts each key by itself, refused parameters too, 200 and 500 by default', async () => {
		await restart({ rateLimit: {} });
		const organization = { 'x-luma-api-key': organizationKey };
		const first = await get('/v1/users/get-self', { no: 'such' });
		const second = await get('/v1/users/get-self', {}, organization);
		expect(first.headers.get('x-ratelimit-remaining')).toBe('199');
		expect(second.headers.get('x-ratelimit-remaining')).toBe('499');
	});
});
