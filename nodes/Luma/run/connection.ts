import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { Problem, shown } from '../values/problem';
import type { Connection } from './run';

/** n8n's Request Options as a person fills them in; n8n adds them to every declarative node. */
export interface RequestOptions {
	/** The interval in milliseconds. */
	batching?: { batch?: { batchSize?: number; batchInterval?: number } };
	proxy?: string;
	/** Milliseconds. */
	timeout?: number;
	allowUnauthorizedCerts?: boolean;
}

/** n8n's Batching: a pause of so many milliseconds after every so many requests. */
export function batchingOf(context: IExecuteSingleFunctions): { size: number; pause: number } {
	const { batchSize, batchInterval } = (context.getNodeParameter('requestOptions', {}) as RequestOptions).batching?.batch ?? {};
	const pause = Number(batchInterval ?? 0);
	return pause > 0 ? { size: Math.max(1, Number(batchSize ?? 1)), pause } : { size: Infinity, pause: 0 };
}

/** @throws Problem for a text that names no proxy: what was meant to go by one must not go out without. */
function proxyOf(text: string): IHttpRequestOptions['proxy'] {
	const { protocol, hostname, port, username, password } = URL.canParse(text.trim()) ? new URL(text.trim()) : ({} as Partial<URL>);
	if (!hostname || !['http:', 'https:'].includes(protocol!)) throw new Problem(`${shown(text)} is not a proxy URL`, "Set 'Proxy' under Settings > Request Options to a URL such as http://host:port.");
	return {
		host: hostname,
		port: Number(port) || (protocol === 'https:' ? 443 : 80),
		protocol: protocol!.replace(':', ''),
		...(username && { auth: { username: decodeURIComponent(username), password: decodeURIComponent(password!) } }),
	};
}

/**
 * Where an item's requests go and how, by the credential and n8n's Request Options.
 * @param baseURL of the credential
 */
export function connectionOf(context: IExecuteSingleFunctions, baseURL: string): Connection {
	const { proxy, timeout, allowUnauthorizedCerts } = context.getNodeParameter('requestOptions', {}) as RequestOptions;
	return {
		baseURL,
		...(!isBlank(timeout) && { timeout: Number(timeout) }),
		...(!isBlank(proxy) && { proxy: proxyOf(String(proxy)) }),
		...(allowUnauthorizedCerts === true && { skipSslCertificateValidation: true }),
	};
}
