import type { IDataObject, IExecuteFunctions, IExecuteSingleFunctions, IHookFunctions, IHttpRequestOptions, ILoadOptionsFunctions, IN8nHttpFullResponse, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { CALENDAR_HEADER } from './calendarHeader';
import { backoff, clock } from './clock';
import { ended } from './deadline';
import { apiError, redacted } from './errors';
import { refused, unanswered, type Effect, type Mishap } from './mishaps';
import { ownPacerFor, pacerFor, TooLong, type Kind, type Pacer } from './pace';
import { quotaOf } from './quota';
import { numberIn } from './rateLimit';
import { visible } from '../values/text';

/** n8n's contexts from which requests are sent. */
export type Context = IExecuteFunctions | IExecuteSingleFunctions | ILoadOptionsFunctions | IHookFunctions | IPollFunctions | IWebhookFunctions;

/** Milliseconds without an answer after which a request counts as lost, where `options.timeout` does not say. */
const TIMEOUT_MS = 60_000;

/** Writes by their method that change nothing: they give an address to put a file to, or what is at stake and a token. Another one does no harm. */
const PREPARING = ['/v1/events/cancel/request', '/v1/images/create-upload-url'];

export interface Settings {
	/** The key, where it is known already. */
	apiKey?: () => Promise<string>;
	/** How often a request is sent at most, the first time included. A 429 does not count: waiting it out is the pacer's. */
	tries: number;
	/** For a write: the same again does no harm, so it is tried again like a read. */
	repeatable?: boolean;
	/** Milliseconds that one request waits for the rate limits at most, all its waits together; `patienceFor` its path where it is not said. */
	maxWait?: number;
	/** Whether nobody can change that by the option Max Wait on Rate Limit. */
	fixedWait?: boolean;
	/** Whose request it is: any object that stands for the execution. Its requests wait in a queue of their own. */
	queue?: object;
	/** Goes before the queues of executions: a person waits for it in the editor, or n8n for a trigger. */
	first?: boolean;
	/** Asked each time right before it is sent, which may be long after it was checked: what is wrong with it by now. */
	outdated?: () => Error | undefined;
	/** For errors: "Get Guest". */
	operation?: string;
	itemIndex?: number;
	/** For errors: what was done before. */
	notes?: () => string[];
	/** For errors: the cursor from which to read on. */
	cursor?: () => string | undefined;
	/** Told how many milliseconds a request has waited for the rate limit. */
	waited?: (milliseconds: number) => void;
	/** Told each time that a request is to be sent again after a fault; not after a 429. */
	retried?: () => void;
	signal?: AbortSignal;
}

export const DEFAULTS: Settings = { tries: 4 };

/** Milliseconds that a request waits where it is not said. One of a path with a limit of its own may have to wait for that limit's whole window first. */
const patienceFor = (path: string) => 300_000 + (quotaOf(path)?.windowMs ?? 0);

/** The API key of the credential. It tells whose rate limit counts, and is what no error may show; n8n itself puts it into the request. */
export const keyOf = async (context: Pick<Context, 'getCredentials'>): Promise<string> => visible((await context.getCredentials<{ apiKey?: string | null }>('lumaApi')).apiKey ?? '');

const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000);

/**
 * Sends one request to Luma and gives the body of the answer, an object.
 *
 * Every request of this package goes through here: paced by Luma's rate limit, tried again where that can do no harm
 * (there is no idempotency key, so a write goes again only where it is certain that nothing happened), and with an
 * error that says what to do. Facts: docs.luma.com, rate-limits and api-conventions pages.
 * @throws NodeApiError
 */
export async function send(context: Context, options: IHttpRequestOptions, settings: Settings = DEFAULTS): Promise<IDataObject> {
	const apiKey = await (settings.apiKey ?? (async () => await keyOf(context)))();
	const { baseURL, url: path, method = 'GET' } = options;
	const writes = method !== 'GET' && !PREPARING.includes(path);
	const effect: Effect = { writes, repeatable: !writes || settings.repeatable === true };
	const kind: Kind = writes ? 'write' : 'read';
	const hide = (text: string) => redacted(text, apiKey);
	const { signal, queue, first, operation, itemIndex } = settings;
	const timeout = options.timeout || TIMEOUT_MS;
	const request: IHttpRequestOptions = {
		...options,
		timeout,
		json: true,
		arrayFormat: 'repeat',
		// A redirect would carry the key along, or turn a write into a read.
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	const fail = (failure: Omit<Mishap, 'name' | 'again'>, ...notes: string[]) => {
		const node = context.getNode();
		return apiError(node, {
			...failure,
			method,
			path,
			parameters: { ...options.qs, ...(options.body as IDataObject | undefined) },
			calendar: options.headers?.[CALENDAR_HEADER] as string | undefined,
			repeatable: effect.repeatable,
			fixedWait: settings.fixedWait,
			fixedCalendar: node.type.endsWith('Trigger'),
			operation,
			itemIndex,
			notes: [...notes, ...(settings.notes?.() ?? [])],
			cursor: settings.cursor?.(),
		});
	};
	const log = (text: string) => context.logger.info(hide(`Luma: ${method} ${path} ${text}`));
	if (apiKey === '') throw fail({ words: 'The credential has no API key', origin: 'noKey' });
	const patience = settings.maxWait ?? patienceFor(path);
	let waited = 0;

	/** Waits until a limit lets it go. */
	const turn = async (pacer: Pacer) => {
		const pause = await pacer.acquire(kind, { maxWait: patience - waited, queue, first, signal, paused: (ms) => log(`waits ${seconds(ms)} s for the rate limit`) });
		if (pause instanceof TooLong) {
			waited += pause.waited;
			const passed = waited > 0 ? `, of which ${seconds(waited)} have already passed` : '';
			const allowed = settings.fixedWait ? '' : `, but 'Max Wait on Rate Limit' allows only ${seconds(patience)}${passed}`;
			throw fail({ status: 429, words: `Luma's rate limit requires a wait of ${seconds(pause.milliseconds)} seconds${allowed}` });
		}
		waited += pause;
		if (pause > 0) settings.waited?.(pause);
	};

	for (let attempt = 1; ; attempt += 1) {
		// Asked for anew each time: one that is idle is forgotten, and another request may have started a new one.
		const own = ownPacerFor(String(baseURL), apiKey, path);
		if (own) await turn(own);
		const pacer = pacerFor(String(baseURL), apiKey);
		try {
			await turn(pacer);
		} catch (error) {
			own?.release(kind);
			throw error as Error;
		}
		const outdated = settings.outdated?.();
		if (outdated) {
			pacer.release(kind);
			own?.release(kind);
			throw outdated;
		}
		let answer: IN8nHttpFullResponse | undefined;
		let fault: unknown;
		try {
			// Its own copy: n8n's helper writes headers, the key among them, into what it gets.
			answer = await ended(context.helpers.httpRequestWithAuthentication.call(context, 'lumaApi', { ...request, headers: { ...options.headers } }) as Promise<IN8nHttpFullResponse>, timeout);
		} catch (error) {
			fault = error;
		}
		const mishap = answer ? refused(answer, effect, hide) : unanswered(fault, effect, timeout, hide);
		const learned = answer && { status: answer.statusCode, headers: answer.headers };
		// A refusal while the key has requests left is of the path's own limit.
		const ofPath = own !== undefined && learned?.status === 429 && (numberIn(learned.headers['x-ratelimit-remaining']) ?? 0) > 0;
		pacer.release(kind, ofPath ? undefined : learned);
		own?.release(kind, ofPath || !mishap || mishap.uncertain ? { status: learned?.status ?? 0, headers: learned?.headers ?? {} } : undefined);
		if (!answer) signal?.throwIfAborted();
		if (!mishap) return answer!.body as IDataObject;
		const { name, again, ...failure } = mishap;
		if (failure.status === 429) {
			attempt -= 1;
			log('was refused by the rate limit and will be sent again after the block');
			continue;
		}
		if (!again || attempt >= settings.tries) throw fail(failure, ...(attempt > 1 ? [`The node tried ${attempt} times.`] : []));
		const pause = backoff(attempt);
		log(`got ${name}; try ${attempt + 1} of ${settings.tries} in ${Math.round(pause)} ms`);
		settings.retried?.();
		await clock.wait(pause, signal);
	}
}
