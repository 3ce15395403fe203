import { createHmac, timingSafeEqual } from 'crypto';
import { isSecret } from './secret';

/** Seconds that the signed time may be off, either way; more could be a delivery that somebody kept. */
const TOLERANCE = 300;

/** Why a signature does not hold, in words for the log and for the answer. */
export class Refusal {
	/** @param mismatch whether another secret could make it hold */
	constructor(
		readonly reason: string,
		readonly mismatch = false,
	) {}
}

/** `t=<seconds>,v1=<hex>`; several v1 while a secret changes, parts of other names for later schemes. */
function parsed(header: string): { time: string; digests: Buffer[] } | undefined {
	const parts = header.split(',').map((part) => part.trim());
	const of = (name: string) => parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
	const times = of('t');
	const digests = of('v1').filter((digest) => /^[0-9a-f]{64}$/i.test(digest));
	if (times.length !== 1 || !/^\d{1,12}$/.test(times[0]) || digests.length === 0) return undefined;
	return { time: times[0], digests: digests.map((digest) => Buffer.from(digest, 'hex')) };
}

/** A signature that holds. */
export interface Signed {
	/** When it was made, in milliseconds since 1970. */
	time: number;
	/** What it was made with. */
	secret: string;
}

/**
 * Checks the Webhook-Signature of a delivery: v1 is the HMAC-SHA256, in hex, of `<t>.<raw body>`, keyed with the
 * whole secret, its `whsec_` included.
 * @param body the bytes as they came; a body that was parsed and put together again does not fit
 * @param secrets those that it may be made with
 * @param now milliseconds since 1970
 */
export function verify(header: unknown, body: Buffer, secrets: unknown[], now: number): Signed | Refusal {
	if (typeof header !== 'string' || header === '') return new Refusal('it has no Webhook-Signature');
	const signature = parsed(header);
	if (!signature) return new Refusal('its Webhook-Signature is not in the form t=…,v1=…');
	const off = Math.floor(now / 1000) - Number(signature.time);
	if (Math.abs(off) > TOLERANCE) {
		const when = off > 0 ? `${off} seconds ago` : `${-off} seconds in the future by this machine's clock`;
		return new Refusal(`it was signed ${when}, and the limit is ${TOLERANCE} seconds`);
	}
	const known = secrets.filter(isSecret);
	const matches = (expected: Buffer) => signature.digests.some((digest) => digest.length === expected.length && timingSafeEqual(digest, expected));
	const secret = known.find((one) => matches(createHmac('sha256', one).update(`${signature.time}.`).update(body).digest()));
	if (secret !== undefined) return { time: Number(signature.time) * 1000, secret };
	return new Refusal(known.length === 0 ? 'Luma has given no secret for this webhook' : 'its Webhook-Signature does not match the secret of this webhook', true);
}
