import { createHmac, timingSafeEqual } from 'crypto';

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

/**
 * Checks the Webhook-Signature of a delivery: v1 is the HMAC-SHA256, in hex, of `<t>.<raw body>`, keyed with the
 * whole secret, its `whsec_` included.
 * @param body the bytes as they came; a body that was parsed and put together again does not fit
 * @param secret undefined while it is not known
 * @param now milliseconds since 1970
 * @returns when it was signed, in milliseconds since 1970
 */
export function verify(header: unknown, body: Buffer, secret: string | undefined, now: number): number | Refusal {
	if (typeof header !== 'string' || header === '') return new Refusal('it has no Webhook-Signature');
	const signature = parsed(header);
	if (!signature) return new Refusal('its Webhook-Signature is not of the form t=…,v1=…');
	const off = Math.floor(now / 1000) - Number(signature.time);
	if (Math.abs(off) > TOLERANCE) {
		const when = off > 0 ? `${off} seconds ago` : `${-off} seconds from now by the clock of this machine`;
		return new Refusal(`it was signed ${when}; ${TOLERANCE} are allowed`);
	}
	const matches = (expected: Buffer) => signature.digests.some((digest) => digest.length === expected.length && timingSafeEqual(digest, expected));
	if (secret !== undefined && matches(createHmac('sha256', secret).update(`${signature.time}.`).update(body).digest())) return Number(signature.time) * 1000;
	return new Refusal('its Webhook-Signature does not match the secret of this webhook', true);
}
