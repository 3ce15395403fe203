/** What happens when a person saves the credential: through the context in which n8n runs the test, against a server on loopback. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialTestFunctions, IDataObject, INodeCredentialTestResult } from 'n8n-workflow';
import '../engine';
import { LumaApi } from '../../credentials/LumaApi.credentials';
import { lumaApiTest } from '../../credentials/lumaApiTest';
import { Luma } from '../../nodes/Luma/Luma.node';
import { LumaTrigger } from '../../nodes/LumaTrigger/LumaTrigger.node';
import { checkRequest } from '../contract/document';
import { apiKey, calendarId, organizationKey, startSimulator, type Simulator } from '../simulator';

/** As n8n's `CredentialsTester` calls it. */
async function tested(data: IDataObject): Promise<INodeCredentialTestResult> {
	const context = new CredentialTestContext({} as never) as unknown as ICredentialTestFunctions;
	return await lumaApiTest.call(context, { id: '1', name: 'Luma', type: 'lumaApi', data: { apiKey, calendarId: '', ...data } as never });
}

const passed = { status: 'OK', message: 'Connection successful!' };
const failed = (words: string) => ({ status: 'Error', message: expect.stringContaining(words) as string });

it.each([
	['Luma', new Luma()],
	['Luma Trigger', new LumaTrigger()],
])('%s tests the credential, and the credential does not do it before', (_name, { description, methods }) => {
	const [{ name, testedBy }] = description.credentials!;
	expect({ name, test: methods.credentialTest[testedBy as 'lumaApiTest'] }).toEqual({ name: 'lumaApi', test: lumaApiTest });
	expect(new LumaApi()).not.toHaveProperty('test');
});

describe('with the simulated Luma', () => {
	let simulator: Simulator;
	beforeAll(async () => (simulator = await startSimulator({ rateLimit: false })));
	beforeEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	it.each([
		['the key of a calendar', {}, passed],
		['the key of a calendar, and its ID', { calendarId: ` ${calendarId} ` }, passed],
		['blanks around everything', { apiKey: ` ${apiKey}\u200b\n`, baseUrl: 'blanks' }, passed],
		['the key of an organization and a calendar of it', { apiKey: organizationKey, calendarId }, passed],
		['no key', { apiKey: '  ' }, failed("'API Key' is empty")],
		['a key that Luma does not know', { apiKey: 'wrong' }, failed("Luma doesn't recognize this API key. Copy it again")],
		['the key of an organization without a calendar', { apiKey: organizationKey }, failed("enter the 'Calendar ID'. Luma's response: The header x-luma-calendar-id is required")],
		['the key of an organization and a calendar that is none', { apiKey: organizationKey, calendarId: 'cal-none' }, failed("Check 'Calendar ID'")],
		['the page of the calendar', { calendarId: `https://luma.com/calendar/manage/${calendarId}?tab=x` }, passed],
		['the ID of an event', { calendarId: 'evt-1' }, failed("'Calendar ID': \"evt-1\" is the ID of an event, not of a calendar. Use an ID that starts with cal-")],
		['a page that is none of Luma', { calendarId: 'https://example.com/cal' }, failed("'Calendar ID': \"https://example.com/cal\" is a URL, not a calendar.")],
		['the key of a calendar, and the ID of another', { calendarId: 'cal-none' }, failed("This API key is for another calendar. Check 'Calendar ID'")],
	])('%s', async (_what, data: IDataObject, expected) => {
		const baseUrl = data.baseUrl === 'blanks' ? `\u2060 ${simulator.url}/ ` : simulator.url;
		expect(await tested({ ...data, baseUrl })).toEqual(expected);
	});

	it('keeps to what Luma documents', async () => {
		await tested({ baseUrl: simulator.url, calendarId });
		expect(simulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/calendars/events/list', 'GET /v1/calendars/get']);
		checkRequest({ method: 'GET', url: '/v1/calendars/events/list', qs: { pagination_limit: 1 } });
		checkRequest({ method: 'GET', url: '/v1/calendars/get' });
	});
});

describe('with other servers', () => {
	const servers: Server[] = [];
	/** The address of a server that answers each request so, and what it was sent. */
	async function serving(status: number, body: string, headers: Record<string, string> = {}) {
		const received: IncomingMessage[] = [];
		const server = createServer((request, response) => {
			received.push(request);
			response.writeHead(status, headers).end(body);
		});
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
	}
	afterEach(() => servers.splice(0).forEach((server) => server.close()));
	const json = { 'content-type': 'application/json' };

	it.each([301, 302, 303, 307, 308])('follows no redirect (%d), neither to this host nor to another', async (status) => {
		const stranger = await serving(200, JSON.stringify({ entries: [] }), json);
		const { baseUrl, received } = await serving(status, '', { location: stranger.baseUrl.replace('127.0.0.1', 'localhost') });
		expect(await tested({ baseUrl })).toEqual(failed("redirects to another one, and the API key isn't sent there. Check 'Base URL'"));
		expect({ here: received.length, there: stranger.received.length }).toEqual({ here: 1, there: 0 });
	});

	it.each([
		['a web page', 200, '<!doctype html><html></html>', { 'content-type': 'text/html' }],
		['a page that is not there', 404, '<!doctype html><html></html>', { 'content-type': 'text/html' }],
		['nothing', 200, '', {}],
		['something other than an object', 200, '[]', json],
		['the JSON of somebody else', 200, '{"status":"ok"}', json],
		['half an answer', 200, '{"entries":[', json],
	])('does not take %s for Luma', async (_what, status, body, headers) => {
		const { baseUrl } = await serving(status, body, headers as Record<string, string>);
		expect(await tested({ baseUrl })).toEqual(failed("There's no Luma API at this URL. Check 'Base URL'"));
	});

	it.each([
		[400, '', "If this is the API key of an organization, enter the 'Calendar ID'"],
		[400, 'cal-1', "Check 'Calendar ID'"],
		[403, '', 'The calendar needs Luma Plus.'],
		[403, 'cal-1', "The calendar needs Luma Plus, and 'Calendar ID' has to be a calendar of the API key's organization."],
		[404, 'cal-1', "Check 'Calendar ID'"],
		[407, '', 'The proxy between n8n and Luma wants a user name and password.'],
		[429, '', 'Try again in a minute.'],
		[500, '', 'Luma is temporarily unavailable.'],
		[503, '', 'Luma is temporarily unavailable.'],
	])('says what a %d means with the calendar "%s", with Luma\'s words and without the key', async (status, calendarId, words) => {
		const { baseUrl } = await serving(status, JSON.stringify({ message: `No luck with ${apiKey}` }), json);
		const { message } = await tested({ baseUrl, calendarId });
		expect(message).toContain(words);
		expect(message).toMatch(/ Luma's response: No luck with …$/);
	});

	it('says that there is nobody', async () => {
		const { baseUrl } = await serving(200, '');
		servers.splice(0).forEach((server) => server.close());
		expect(await tested({ baseUrl })).toEqual(failed("n8n can't reach this URL (ECONNREFUSED). Check 'Base URL'"));
	});

	it.each(['nonsense', 'public-api.luma.com'])('says that %j is no URL', async (baseUrl) => {
		expect(await tested({ baseUrl })).toEqual(failed("'Base URL' is not a URL"));
	});
});
