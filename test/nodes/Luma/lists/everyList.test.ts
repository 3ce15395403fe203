/** Every list of the editor asks as the node does: at the calendar that is chosen, and by the same proxy. */
import type { IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { Luma } from '../../../../nodes/Luma/Luma.node';
import { fromList } from '../../../operations/parts/case';
import { loadOptions } from '../support/loadOptions';
import { useLuma } from '../support/luma';

useLuma();

type Method = (this: ILoadOptionsFunctions, filter?: string) => Promise<unknown>;

const { listSearch, loadOptions: options, resourceMapping } = new Luma().methods;
// The names of time zones are n8n's own.
const methods = [listSearch, options, resourceMapping].flatMap((some) => Object.entries(some as Record<string, Method>)).filter(([name]) => name !== 'getTimeZones');

/** What a list asks Luma with these Request Options, where Luma has nothing. */
async function askedBy(method: Method, requestOptions = {}) {
	const context = loadOptions({ resource: 'guest', operation: 'updateTickets', eventId: fromList('evt-1'), guestId: fromList('gst-1'), options: { forCalendarId: fromList('cal-2') }, requestOptions });
	const asked: IHttpRequestOptions[] = [];
	jest.spyOn(context.helpers, 'httpRequestWithAuthentication').mockImplementation(async (_type, options) => {
		asked.push(options);
		return await Promise.resolve({ statusCode: 200, headers: {}, body: { entries: [], has_more: false } });
	});
	const error = await method.call(context, 'some').then(() => undefined, (reason: unknown) => reason as Error);
	return { asked, error };
}

it('finds the lists', () => expect(methods.length).toBeGreaterThan(15));

describe.each(methods)('%s', (_name, method) => {
	it('asks at the chosen calendar', async () => {
		const { asked } = await askedBy(method);
		expect(asked.length).toBeGreaterThan(0);
		for (const { headers } of asked) expect(headers).toEqual({ 'x-luma-calendar-id': 'cal-2' });
	});

	it('asks by the proxy, with the timeout, and with certificates treated as the node treats them', async () => {
		const { asked } = await askedBy(method, { proxy: 'http://127.0.0.1:3128', timeout: 1234, allowUnauthorizedCerts: true });
		expect(asked.length).toBeGreaterThan(0);
		for (const { proxy, timeout, skipSslCertificateValidation } of asked) expect({ proxy, timeout, skipSslCertificateValidation }).toEqual({ proxy: { host: '127.0.0.1', port: 3128, protocol: 'http' }, timeout: 1234, skipSslCertificateValidation: true });
	});

	it('asks nothing where the proxy is none', async () => {
		const { asked, error } = await askedBy(method, { proxy: 'proxy.example.com:3128' });
		expect(asked).toEqual([]);
		expect(error?.message).toBe('"proxy.example.com:3128" is not a proxy URL');
	});
});
