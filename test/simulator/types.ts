import type { EventFields, GuestRecord, TicketType, WebhookRecord } from './records';

/** What whoever starts the simulator works with. */

export interface RecordedRequest {
	/** Milliseconds by the simulator's clock. */
	at: number;
	method: string;
	path: string;
	query: Record<string, string | string[]>;
	/** Parsed JSON; the raw text when it is not JSON; undefined when there is none. */
	body: unknown;
	/** Without the key: `authorized` says whether it was a known one. */
	headers: Record<string, string | string[] | undefined>;
	authorized: boolean;
	/** Undefined until answered, and for ever when a fault answered nothing. */
	status?: number;
}

/** Something that goes wrong, once or more. Only requests that pass the key check and the rate limit count as matching. */
export interface Fault {
	method?: string;
	path?: string | RegExp;
	/** Let that many matching requests pass first. */
	skip?: number;
	/** How often; 1 by default, Infinity allowed. */
	times?: number;
	/** Answer with this status and Luma's error body; with `kind` html, cutOff or empty the status of that answer. */
	status?: number;
	message?: string;
	/** Where a redirect points. */
	location?: string;
	/** Retry-After; a 429 sends 1 by default, none with an empty string. */
	retryAfter?: number | string;
	/**
	 * reset: destroy the socket unhandled. resetAfterHandling: handle, then destroy it. timeout: never answer.
	 * html, cutOff, empty: an HTML page, JSON that stops half way, no body.
	 * repeatCursor: has_more with the cursor that the request carried; noCursor: has_more without a cursor.
	 */
	kind?:
		| 'reset'
		| 'resetAfterHandling'
		| 'timeout'
		| 'html'
		| 'cutOff'
		| 'empty'
		| 'repeatCursor'
		| 'noCursor';
	/** Whether the work is done all the same; by default not for reset, timeout, html and a status. */
	handled?: boolean;
	/** Answer that much later. */
	delayMs?: number;
}

export interface DeliverOptions {
	/** Webhook-Id; a fresh one by default. */
	id?: string;
	/** Send what Luma would never send; it is not repeated. */
	forge?: 'wrongSecret' | 'oldTimestamp' | 'noSignature' | 'malformed';
	/** Send (and sign) this in place of `{ type, data }`. */
	body?: string;
	/** Added to the headers, or in their place. */
	headers?: Record<string, string>;
}

export interface DeliveryAttempt {
	/** Milliseconds by the real clock: receivers compare the signed time with theirs. */
	at: number;
	/** The receiver's status; 0 when it did not answer. */
	status: number;
	ms: number;
}

export interface DeliveryRecord {
	/** Webhook-Id. */
	id: string;
	registration: string;
	url: string;
	type: string;
	body: string;
	/** Of the last attempt. */
	headers: Record<string, string>;
	attempts: DeliveryAttempt[];
}

export interface DeliveryResult {
	registration: string;
	/** Of the last attempt. */
	status: number;
	/** From sending the last attempt to its answer. */
	ms: number;
	attempts: number;
}

export interface Exchange {
	method: string;
	path: string;
	query: Record<string, string | string[]>;
	requestBody: unknown;
	status: number;
	responseBody: unknown;
}

export interface RateLimitOptions {
	/** Requests per window; 200 for the calendar key and 500 for the organization key by default. */
	limit?: number;
	windowMs?: number;
	/** How long every call is refused after going over the limit. */
	blockMs?: number;
}

export interface SimulatorOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	rateLimit?: RateLimitOptions | false;
	/** The clock, in milliseconds. */
	now?: () => number;
	/** Added to each answer. */
	delayMs?: number;
	/** guests/add and send-invites with more guests are refused; no maximum by default. */
	maxGuestsPerCall?: number;
	/** Most entries of a page; 100 by default. */
	pageCap?: number;
	/** False: what happens is not told to the registered webhooks; `deliver` still works. */
	webhooks?: boolean;
	/** Webhooks that are registered from the start, and after each reset; none by default. */
	registered?: readonly WebhookRecord[];
	/** Before each of the three retries of a delivery; 2000 by default. */
	retryMs?: number;
	/** Whether it has a page on `/` to look at and to make things happen with. */
	page?: boolean;
	/** Refuse to register addresses inside a network, as Luma does. */
	refusePrivateUrls?: boolean;
	/** Called with every request when it has been answered; `ms` is how long that took. */
	onRequest?: (request: RecordedRequest, ms: number) => void;
}

export type NewEvent = Partial<EventFields> & {
	/** How many guests it starts with; made up when they are asked for. */
	guests?: number;
	ticketTypes?: Array<Partial<TicketType>>;
};

export interface Simulator {
	/** http://127.0.0.1:PORT */
	url: string;
	/** Everything it was sent, in order. */
	requests: RecordedRequest[];
	fail(fault: Fault): void;
	/** Adds an event and returns its id. */
	addEvent(event?: NewEvent): string;
	/** A snapshot of all guests of an event, in order of creation. */
	guests(eventId: string): GuestRecord[];
	/** A snapshot of all events, external and pending ones too. */
	events(): EventFields[];
	/** A snapshot of an event's ticket types, hidden ones too, by position. */
	ticketTypes(eventId: string): TicketType[];
	/** A snapshot of the webhook registrations. */
	webhooks(): WebhookRecord[];
	/** All deliveries, in the order they were begun. */
	deliveries: DeliveryRecord[];
	/**
	 * Delivers to every active registration of that type, and ends when each has acknowledged or has failed
	 * for good. Without data it sends an example made from the seed.
	 */
	deliver(type: string, data?: object, options?: DeliverOptions): Promise<DeliveryResult[]>;
	/** Example data of a webhook type, made from the seed. */
	example(type: string): object;
	/** Ends when no delivery is under way. */
	delivered(): Promise<void>;
	/** Back to the seed: records, faults, rate limits, deliveries and all changes are gone. */
	reset(): void;
	/** Called with every answer that is JSON by intention, errors too. */
	onExchange?: (exchange: Exchange) => void;
	close(): Promise<void>;
}

