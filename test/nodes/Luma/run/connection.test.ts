/** n8n's Request Options as the node's requests have them. */
import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { connectionOf, type RequestOptions } from '../../../../nodes/Luma/run/connection';
import { Item } from '../../../../nodes/Luma/run/item';

const httpRequest = jest.fn().mockResolvedValue({ statusCode: 200 });

const contextOf = (requestOptions: RequestOptions) => ({ getNodeParameter: (name: string, otherwise: unknown) => (name === 'requestOptions' ? requestOptions : otherwise), getNode: () => ({ parameters: {} }), helpers: { httpRequest } }) as unknown as IExecuteSingleFunctions;

const connection = (requestOptions: RequestOptions) => connectionOf(contextOf(requestOptions), 'https://public-api.luma.com');

it.each([
	['http://proxy.example.com', { host: 'proxy.example.com', port: 80, protocol: 'http' }],
	['https://proxy.example.com', { host: 'proxy.example.com', port: 443, protocol: 'https' }],
	[' http://10.0.0.1:3128 ', { host: '10.0.0.1', port: 3128, protocol: 'http' }],
	['https://some%40one:p%40ss@proxy.example.com:8443', { host: 'proxy.example.com', port: 8443, protocol: 'https', auth: { username: 'some@one', password: 'p@ss' } }],
])('the proxy %j', (proxy, expected) => expect(connection({ proxy }).proxy).toEqual(expected));

it('a file goes out by the same proxy, with the same timeout, and with certificates treated alike', async () => {
	const requestOptions = { proxy: 'http://proxy.example.com:3128', timeout: 1234, allowUnauthorizedCerts: true };
	const { proxy } = connection(requestOptions);
	const item = new Item(contextOf(requestOptions), { url: '/v1/images/create-upload-url', method: 'POST', body: {}, ...connection(requestOptions) });
	expect(await item.put('https://files.example.com/1', { type: 'image/png', size: 1, open: async () => Buffer.from('x') })).toBeUndefined();
	expect(httpRequest).toHaveBeenCalledWith(expect.objectContaining({ url: 'https://files.example.com/1', proxy, timeout: 1234, skipSslCertificateValidation: true }));
});
