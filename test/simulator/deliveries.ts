import { createHmac, randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { Agent as TlsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebhookRecord } from './records';
import type { DeliverOptions, DeliveryAttempt, DeliveryRecord, DeliveryResult } from './types';

const retries = 3;
/** Luma's own timeout is not known. */
const timeoutMs = 30_000;
/** Receivers refuse a signed time that is more than 300 s off. */
const tooOldSeconds = 600;
/** Luma promises no order; several at once keep receivers from relying on one. */
const connections = { keepAlive: true, maxSockets: 8 };

/** Delivers to webhook registrations, signs and repeats. */
export class Deliverer {
	readonly records: DeliveryRecord[] = [];
	private readonly underWay = new Set<Promise<unknown>>();
	private readonly agents = { http: new Agent(connections), https: new TlsAgent(connections) };
	private readonly closing = new AbortController();

	constructor(private readonly retryMs = 2000) {
		// Each delivery under way listens.
		setMaxListeners(0, this.closing.signal);
	}

	async deliver(
		webhooks: Iterable<WebhookRecord>,
		type: string,
		data: object,
		options: DeliverOptions = {},
	): Promise<DeliveryResult[]> {
		const body = options.body ?? JSON.stringify({ type, data });
		const interested = [...webhooks].filter(
			({ status, event_types: types }) =>
				status === 'active' && (types.includes(type) || types.includes('*')),
		);
		const all = Promise.all(interested.map((webhook) => this.toOne(webhook, type, body, options)));
		this.underWay.add(all);
		return await all.finally(() => this.underWay.delete(all));
	}

	async delivered(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	close(): void {
		this.closing.abort();
		this.agents.http.destroy();
		this.agents.https.destroy();
	}

	private async toOne(
		{ id: registration, url, secret }: WebhookRecord,
		type: string,
		body: string,
		options: DeliverOptions,
	): Promise<DeliveryResult> {
		const id = options.id ?? `whd-${randomUUID()}`;
		const record: DeliveryRecord = { id, registration, url, type, body, headers: {}, attempts: [] };
		this.records.push(record);
		const attempts = options.forge ? 1 : 1 + retries;
		let last: DeliveryAttempt = { at: Date.now(), status: 0, ms: 0 };
		for (let attempt = 0; attempt < attempts && !this.closing.signal.aborted; attempt++) {
			if (attempt > 0 && !(await this.pause())) break;
			record.headers = headersOf(id, body, secret, options);
			last = await this.post(url, body, record.headers);
			record.attempts.push(last);
			if (last.status >= 200 && last.status < 300) break;
		}
		return { registration, status: last.status, ms: last.ms, attempts: record.attempts.length };
	}

	/** False when the simulator was closed meanwhile. */
	private async pause(): Promise<boolean> {
		try {
			await sleep(this.retryMs, undefined, { signal: this.closing.signal });
			return true;
		} catch {
			return false;
		}
	}

	private async post(
		url: string,
		body: string,
		headers: Record<string, string>,
	): Promise<DeliveryAttempt> {
		const at = Date.now();
		const started = performance.now();
		const isTls = url.startsWith('https:');
		const status = await new Promise<number>((resolve) => {
			const outgoing = (isTls ? httpsRequest : httpRequest)(
				url,
				{
					method: 'POST',
					headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
					agent: isTls ? this.agents.https : this.agents.http,
					timeout: timeoutMs,
					signal: this.closing.signal,
				},
				(response) => {
					response.resume();
					response.on('end', () => resolve(response.statusCode ?? 0));
					response.on('error', () => resolve(0));
				},
			);
			outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
			outgoing.on('error', () => resolve(0));
			outgoing.end(body);
		});
		return { at, status, ms: performance.now() - started };
	}
}

/** A retry is signed anew, with its own time. */
function headersOf(
	id: string,
	body: string,
	secret: string,
	{ forge, headers = {} }: DeliverOptions,
): Record<string, string> {
	const now = Math.floor(Date.now() / 1000);
	const timestamp = String(forge === 'oldTimestamp' ? now - tooOldSeconds : now);
	const key = forge === 'wrongSecret' ? 'whsec_of-another-webhook' : secret;
	const signature = createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
	const signed = forge === 'malformed' ? 'nonsense' : `t=${timestamp},v1=${signature}`;
	return {
		'Content-Type': 'application/json',
		'Webhook-Id': id,
		'Webhook-Timestamp': timestamp,
		...(forge === 'noSignature' ? {} : { 'Webhook-Signature': signed }),
		...headers,
	};
}
