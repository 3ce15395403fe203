/** Deliveries as Luma makes them, to a published workflow of a test. */
import { createHmac } from 'node:crypto';
import type { DeliverOptions, Published } from './support';

export const now = () => Math.floor(Date.now() / 1000);

/** The signature of a body: HMAC-SHA256 in hex over `<t>.<body>`. */
export const v1 = (secret: string, time: number | string, body: Buffer) => createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');

export interface Signed {
	secret?: string;
	/** Seconds since 1970. */
	time?: number;
	/** Webhook-Id. */
	id?: string;
	/** In place of what would be sent, or beside it. */
	headers?: Record<string, string>;
}

/** The headers of a delivery. */
export function headersOf(body: Buffer, { secret = '', time = now(), id = 'whd-1', headers }: Signed): Record<string, string> {
	return {
		'content-type': 'application/json',
		'content-length': String(body.length),
		'webhook-id': id,
		'webhook-timestamp': String(time),
		'webhook-signature': `t=${time},v1=${v1(secret, time, body)}`,
		...headers,
	};
}

export const without = (headers: Record<string, string>, name: string) => Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name));

/** Delivers a body, signed with the secret that the workflow has if not said otherwise; text goes as it is, all else as JSON. */
export async function deliver(workflow: Published, what: unknown, { secret = String(workflow.kept.secret), ...signed }: Signed = {}, options?: DeliverOptions) {
	const body = Buffer.isBuffer(what) ? what : Buffer.from(typeof what === 'string' ? what : JSON.stringify(what));
	return await workflow.deliver(body, headersOf(body, { secret, ...signed }), options);
}
