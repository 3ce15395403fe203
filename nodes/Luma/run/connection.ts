import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { CALENDAR_HEADER } from '../api/calendarHeader';
import { calendarIn } from '../values/calendarLink';
import { given, isBlank } from '../values/blank';
import { valueIn } from '../values/object';
import { named, Problem, shown } from '../values/problem';
import { whole } from '../values/scalar';
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

/**
 * n8n's Batching: a pause of so many milliseconds after every so many requests. As its field says, -1 turns it off, and 0 is 1.
 * @param context of an item whose fields are good; without one nothing is sent
 * @throws Problem for what is no number: it must not make requests go out at once, or not at all
 */
export function batchingOf(context: IExecuteSingleFunctions | undefined): { size: number; pause: number } {
	const { batchSize, batchInterval } = (context?.getNodeParameter('requestOptions', {}) as RequestOptions | undefined)?.batching?.batch ?? {};
	const pause = named('Batch Interval', () => whole(given(batchInterval, 0)));
	const size = named('Items per Batch', () => whole(given(batchSize, 1), { min: -1 }));
	return pause > 0 && size >= 0 ? { size: Math.max(1, size), pause } : { size: Infinity, pause: 0 };
}

/** Milliseconds that a timer can wait; longer ones would end at once. */
const LONGEST = 2 ** 31 - 1;

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
 * The calendar that is chosen under Options, as the header that names it; without one the credential's counts.
 * @throws Problem where an expression gives none: what was meant for one calendar must not go to another
 */
function calendarHeaderOf(context: IExecuteSingleFunctions): Record<string, string> {
	const [read, written] = [context.getNodeParameter('options', {}), context.getNode().parameters.options].map((options) => valueIn((options as { forCalendarId?: unknown } | undefined)?.forCalendarId));
	if (!isBlank(read)) return { [CALENDAR_HEADER]: named('Calendar ID', () => calendarIn(read)) };
	if (!String(written ?? '').startsWith('=')) return {};
	throw new Problem('Calendar ID is required', "Its expression gives nothing here. To use the calendar of the credential, remove 'Calendar ID' from 'Options'.");
}

/**
 * How requests go by the Request Options.
 * @throws Problem
 */
export const wayOf = ({ proxy, timeout, allowUnauthorizedCerts }: RequestOptions): Pick<Connection, 'proxy' | 'timeout' | 'skipSslCertificateValidation'> => ({
	...(!isBlank(timeout) && { timeout: named('Timeout', () => whole(timeout, { max: LONGEST })) }),
	...(!isBlank(proxy) && { proxy: proxyOf(String(proxy)) }),
	...(allowUnauthorizedCerts === true && { skipSslCertificateValidation: true }),
});

/**
 * Where an item's requests go and how, by the credential and n8n's Request Options.
 * @param baseURL of the credential
 */
export function connectionOf(context: IExecuteSingleFunctions, baseURL: string): Connection {
	// What is wrong with it has to be known before anything is sent.
	batchingOf(context);
	return { baseURL, headers: calendarHeaderOf(context), ...wayOf(context.getNodeParameter('requestOptions', {}) as RequestOptions) };
}
