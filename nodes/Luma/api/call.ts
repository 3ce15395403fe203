import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { baseUrlOf } from './baseUrl';
import { DEFAULTS, send, type Context, type Settings } from './send';

/**
 * A request that belongs to no operation: for lists in the editor, and for the trigger.
 * @param timeout milliseconds without an answer after which it counts as lost
 * @throws NodeApiError
 */
export async function call(
	context: Context,
	method: 'GET' | 'POST',
	url: string,
	parameters: IDataObject,
	{ timeout, headers, proxy, skipSslCertificateValidation, ...settings }: Partial<Settings> & Pick<IHttpRequestOptions, 'timeout' | 'headers' | 'proxy' | 'skipSslCertificateValidation'> = {},
): Promise<IDataObject> {
	const credential = await context.getCredentials<{ baseUrl: string }>('lumaApi');
	const options = { baseURL: baseUrlOf(credential), url, method, headers, timeout, proxy, skipSslCertificateValidation, ...(method === 'GET' ? { qs: parameters } : { body: parameters }) };
	return await send(context, options, { ...DEFAULTS, first: true, fixedWait: true, ...settings });
}
