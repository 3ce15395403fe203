import { generateKeyPairSync, sign } from 'node:crypto';

/** A value in DER, the form of certificates (X.690): what it is, how long it is, and what is in it. */
function der(tag: number, ...parts: Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const length = content.length < 128 ? [content.length] : content.length < 256 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 255];
	return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const [SEQUENCE, SET, INTEGER, BITS, UTC_TIME, UTF8] = [0x30, 0x31, 0x02, 0x03, 0x17, 0x0c];

/** ecdsa-with-SHA256 and commonName, as object identifiers. */
const ECDSA = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');

const bits = (content: Buffer) => der(BITS, Buffer.from([0]), content);
const utc = (moment: Date) => der(UTC_TIME, Buffer.from(`${moment.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

/** A key and a certificate that it has signed itself, which nobody trusts; good for as long as such dates can say (RFC 5280). */
export function selfSigned(name: string): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const subject = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, Buffer.from(name)))));
	const algorithm = der(SEQUENCE, ECDSA);
	const [from, until] = ['2000-01-01', '2049-12-31'].map((day) => new Date(day));
	const signed = der(SEQUENCE, der(INTEGER, Buffer.from([1])), algorithm, subject, der(SEQUENCE, utc(from), utc(until)), subject, publicKey.export({ type: 'spki', format: 'der' }));
	const whole = der(SEQUENCE, signed, algorithm, bits(sign('sha256', signed, privateKey)));
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
		cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
	};
}
