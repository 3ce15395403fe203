import nock from '../nock';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { LumaApi } from '../../credentials/LumaApi.credentials';
import { baseUrlOf } from '../../nodes/Luma/api/baseUrl';
import { apiKey, run } from '../engine';
import { plainCase } from '../operations';
import { answer, headers, received, useLuma } from '../nodes/Luma/support/luma';
import { quickly } from '../quickly';

useLuma();

const credential = new LumaApi();
const field = (name: string) => credential.properties.find((property) => property.name === name)!;
const given = { apiKey: 'key-1', calendarId: '', baseUrl: 'https://public-api.luma.com' };

describe('the fields', () => {
	it('keep the key secret, and need nothing else', () => {
		expect(field('apiKey')).toMatchObject({ required: true, typeOptions: { password: true }, default: '' });
		expect(field('calendarId').required).toBeUndefined();
		expect(field('baseUrl').default).toBe('https://public-api.luma.com');
	});

	it('say where to get a key, and that Luma Plus is needed', () => {
		const words = credential.properties.map(({ displayName, description = '' }) => `${displayName} ${description}`).join('\n');
		expect(words).toContain('https://luma.com/calendar/manage/api-keys');
		expect(words).toContain('Luma Plus');
	});
});

describe('a request', () => {
	it.each([
		['the key alone', given, { 'x-luma-api-key': 'key-1' }],
		['the key without the blanks around it', { ...given, apiKey: ' key\u200b-1\n' }, { 'x-luma-api-key': 'key-1' }],
		['no calendar where it is blank', { ...given, calendarId: '  ' }, { 'x-luma-api-key': 'key-1' }],
		['no key where an expression gives none', { apiKey: undefined, calendarId: null }, { 'x-luma-api-key': '' }],
		['no calendar where there is none', { apiKey: 'key-1' }, { 'x-luma-api-key': 'key-1' }],
		['the calendar of an organization', { ...given, calendarId: ' cal-1 ' }, { 'x-luma-api-key': 'key-1', 'x-luma-calendar-id': 'cal-1' }],
	])('gets %s', async (_what, data, expected) => {
		const { headers: sent } = await credential.authenticate(data as ICredentialDataDecryptedObject, { url: '/v1/users/get-self', headers: { accept: 'application/json' } });
		expect(sent).toEqual({ accept: 'application/json', ...expected });
	});

	describe.each(['url', 'uri'])('with its address in %s', (name) => {
		it.each([
			['/v1/calendars/get', { 'x-luma-api-key': 'key-1', 'x-luma-calendar-id': 'cal-1' }],
			['/v1/organizations/calendars/list', { 'x-luma-api-key': 'key-1' }],
		])('to %s gets its headers', async (path, expected) => {
			const request = { [name]: `https://public-api.luma.com${path}` } as unknown as IHttpRequestOptions;
			expect((await credential.authenticate({ ...given, calendarId: 'cal-1' }, request)).headers).toEqual(expected);
		});
	});

	it('of the node has both headers', async () => {
		answer('GET', '/v1/events/get', { body: { id: 'evt-1' } });
		await run({ resource: 'event', operation: 'get', ...plainCase('event', 'get').parameters }, { credentials: { calendarId: 'cal-1' } });
		expect(headers).toEqual([expect.objectContaining({ 'x-luma-api-key': apiKey, 'x-luma-calendar-id': 'cal-1' })]);
	});

	it.each(['http://localhost:4010', 'http://localhost:4010/', ' http://localhost:4010/luma// \n'])('goes to the Base URL %j', async (baseUrl) => {
		const { origin, pathname } = new URL(baseUrl.trim());
		nock(origin)
			.get(`${pathname.replace(/\/+$/, '')}/v1/events/get`)
			.query({ event_id: 'evt-1' })
			.reply(200, { id: 'evt-1' });
		const { error, json } = await run({ resource: 'event', operation: 'get', ...plainCase('event', 'get').parameters }, { credentials: { baseUrl } });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ id: 'evt-1' }]);
		expect(received).toEqual([]);
	});
});

it.each([
	['https://public-api.luma.com', 'https://public-api.luma.com'],
	[' http://localhost:4010// ', 'http://localhost:4010'],
	['\u2060http://localhost:4010/luma/\u200b', 'http://localhost:4010/luma'],
	['https://public-api.luma.com/v1', 'https://public-api.luma.com'],
	['https://public-api.luma.com/v2/ ', 'https://public-api.luma.com'],
	['https://public-api.luma.com/?utm_source=docs', 'https://public-api.luma.com'],
	['https://public-api.luma.com/v1/?x=1#top', 'https://public-api.luma.com'],
	['https://public-api.luma.com#/v1', 'https://public-api.luma.com'],
	['http://localhost:4010/v1/luma', 'http://localhost:4010/v1/luma'],
	['  ', 'https://public-api.luma.com'],
	[undefined, 'https://public-api.luma.com'],
])('takes the Base URL %j for %s', (baseUrl, expected) => {
	expect(baseUrlOf({ baseUrl })).toBe(expected);
});

it('reads a long Base URL at once', () => {
	quickly(100, () => baseUrlOf({ baseUrl: `${'/'.repeat(100_000)}x` }));
});
