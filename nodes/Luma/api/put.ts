import type { IExecuteSingleFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { Problem } from '../values/problem';
import { redacted } from './errors';
import { faultOf } from './faults';

/** A file as it goes out. */
export interface File {
	type: string;
	/** In bytes. */
	size: number;
	/** Its bytes, anew each time: a stream where n8n has it on a disk, so that it is never whole in memory. */
	open: () => Promise<IHttpRequestOptions['body']>;
}

/** Milliseconds without an answer after which an upload counts as lost, where `options.timeout` does not say. */
const TIMEOUT_MS = 300_000;

/** Answers after which the same again may work. */
const passing = (status: number) => status === 408 || status === 429 || status >= 500;

/**
 * Puts a file to an address that Luma has given for it: without the API key, which is none of that server's business.
 * The address is a secret of its own, so no error shows it.
 * @returns what went wrong, and whether another try may go better; undefined when the file is there
 */
export async function put(context: IExecuteSingleFunctions, url: string, file: File, connection: Pick<IHttpRequestOptions, 'proxy' | 'timeout' | 'skipSslCertificateValidation'>): Promise<{ problem: Problem; again: boolean } | undefined> {
	const timeout = connection.timeout || TIMEOUT_MS;
	const headers = { 'Content-Type': file.type, 'Content-Length': String(file.size) };
	const failed = (words: string, again: boolean) => ({ problem: new Problem(words, "The image wasn't stored, and nothing else was changed. Run the node again. If this keeps happening, check that n8n can reach the internet."), again });
	try {
		// With redirects, the whole stream would be kept in memory to be sent again.
		const options: IHttpRequestOptions = { ...connection, timeout, method: 'PUT', url, headers, body: await file.open(), disableFollowRedirect: true, returnFullResponse: true, ignoreHttpStatusErrors: true, encoding: 'text' };
		const { statusCode: status } = (await context.helpers.httpRequest(options)) as IN8nHttpFullResponse;
		return status >= 200 && status < 300 ? undefined : failed(`Luma's image server responded with HTTP ${status}`, passing(status));
	} catch (error) {
		const { words, passes } = faultOf(error, timeout);
		return failed(redacted(words, url).replace('to Luma', "to Luma's image server"), passes);
	}
}
