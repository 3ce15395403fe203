/** What an error of n8n's request helper means, in the forms in which n8n's versions give it. */
import { NodeApiError, NodeOperationError, UserError, type INode, type JsonObject } from 'n8n-workflow';
import { faultOf } from '../../../../nodes/Luma/api/faults';
import { send, type Context } from '../../../../nodes/Luma/api/send';
import { partsOf } from '../../../../nodes/Luma/api/errors';

const node = { name: 'Luma', type: 'n8n-nodes-luma.luma', typeVersion: 1, parameters: {} } as INode;

/** A fault of Node.js, as axios hands it on. */
const native = (code: string | undefined, message: string, more = {}) => {
	const cause = Object.assign(new Error(message), { code, ...more });
	return Object.assign(new Error(message, { cause }), { code, isAxiosError: true });
};

/** As n8n's helper throws it. */
const wrapped = (error: Error) => new NodeApiError(node, error as unknown as JsonObject);

/** The same in n8n-workflow 1.99 to 2.33, whose class wipes the cause. */
const wiped = (error: Error) => Object.assign(wrapped(error), { cause: undefined });

const faults: Array<[string, Error, { notSent: boolean; passes?: boolean; damaged?: boolean; words: string }]> = [
	...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].map((code): (typeof faults)[number] => [code, native(code, `connect ${code}`), { notSent: true, words: `The connection to Luma failed (${code})` }]),
	...['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ECONNRESET', 'EINVAL', 'EADDRNOTAVAIL'].map((code): (typeof faults)[number] => [
		`connect ${code}`,
		native(code, `connect ${code} 192.0.2.1:443`, { syscall: 'connect' }),
		{ notSent: true, words: `The connection to Luma failed (${code})` },
	]),
	['getaddrinfo', native('ESERVFAIL', 'getaddrinfo ESERVFAIL luma.com', { syscall: 'getaddrinfo' }), { notSent: true, words: 'The connection to Luma failed (ESERVFAIL)' }],
	...['EHOSTUNREACH', 'ECONNRESET', 'EPIPE'].map((code): (typeof faults)[number] => [`read ${code}`, native(code, `read ${code}`, { syscall: 'read' }), { notSent: false, words: `The connection to Luma failed (${code})` }]),
	...['ECONNABORTED', 'ETIMEDOUT'].map((code): (typeof faults)[number] => [`${code} in the middle`, native(code, 'timeout of 1500ms exceeded'), { notSent: false, words: "Luma didn't respond within 1.5 seconds" }]),
	['before secure TLS', native('ECONNRESET', 'Client network socket disconnected before secure TLS connection was established'), { notSent: true, words: 'The connection to Luma failed (ECONNRESET)' }],
	...[
		'CERT_HAS_EXPIRED',
		'CERT_NOT_YET_VALID',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'ERR_TLS_HANDSHAKE_TIMEOUT',
		'HOSTNAME_MISMATCH',
		'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
		'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
		'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
		'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
		'EPROTO',
		'ERR_INVALID_URL',
		'ERR_INVALID_CHAR',
	].map((code): (typeof faults)[number] => [code, native(code, 'Something'), { notSent: true, passes: false, words: `The connection to Luma failed (${code})` }]),
	...['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'ERR_NETWORK', 'EWHATEVER'].map((code): (typeof faults)[number] => [code, native(code, 'Something'), { notSent: false, words: `The connection to Luma failed (${code})` }]),
	...['HPE_INVALID_CONSTANT', 'HPE_INVALID_CHUNK_SIZE', 'Z_DATA_ERROR', 'Z_BUF_ERROR', 'ERR__ERROR_FORMAT_PADDING_2', 'ERR_BAD_RESPONSE'].map((code): (typeof faults)[number] => [
		code,
		native(code, 'Parse Error'),
		{ notSent: false, damaged: true, words: `Luma's response can't be read (${code})` },
	]),
	['no code at all', native(undefined, 'Something broke'), { notSent: false, words: 'Something broke' }],
	['a protocol', native('ERR_BAD_REQUEST', 'Unsupported protocol ftp:'), { notSent: true, passes: false, words: 'The connection to Luma failed (ERR_BAD_REQUEST)' }],
	['a domain', new UserError('Domain not allowed: This credential is restricted from accessing luma.com.'), { notSent: true, passes: false, words: 'Domain not allowed: This credential is restricted from accessing luma.com.' }],
	['an address inside', native(undefined, "The request was blocked because it resolves to a restricted IP address"), { notSent: true, passes: false, words: 'The request was blocked because it resolves to a restricted IP address' }],
	['a credential', new NodeOperationError(node, 'Node "Luma" does not have any credentials of type "lumaApi" set'), { notSent: true, passes: false, words: 'Node "Luma" does not have any credentials of type "lumaApi" set' }],
];

describe.each([['as n8n gives it', wrapped], ['with its cause wiped', wiped], ['as it is', (error: Error) => error]])('%s', (_form, form) => {
	it.each(faults)('%s', (_what, error, { notSent, passes = true, damaged = false, words }) => {
		expect(faultOf(form(error), 1500)).toEqual({ name: expect.any(String) as string, notSent, passes, damaged, words });
	});
});

it.each([
	['what n8n says by itself, whatever it is', wrapped(new UserError('Not today'))],
	['what it says because of something else', wrapped(new UserError('Not today', { cause: new Error('Closed') }))],
	['a class that descends from it', wrapped(new (class SsrfBlockedIpError extends UserError {})('Not there'))],
])('%s is from before sending', (_what, error) => {
	expect(faultOf(error, 1)).toMatchObject({ notSent: true, passes: false });
});

it('an answer that came and cannot be read shows by its status, where the cause is wiped', () => {
	const error = wiped(Object.assign(native('Z_DATA_ERROR', 'incorrect header check'), { status: 200 }));
	expect(faultOf(error, 1)).toEqual({ name: 'incorrect header check', notSent: false, passes: true, damaged: true, words: "Luma's response can't be read (incorrect header check)" });
});

describe('of several addresses', () => {
	const several = (...errors: Error[]) => wrapped(Object.assign(new Error('', { cause: new AggregateError(errors) }), { code: (errors[0] as { code?: string }).code }));
	const refused = native('ECONNREFUSED', 'connect ECONNREFUSED ::1:443', { syscall: 'connect' });
	const late = native('ETIMEDOUT', 'connect ETIMEDOUT 192.0.2.1:443', { syscall: 'connect' });
	const lost = native('ECONNRESET', 'read ECONNRESET', { syscall: 'read' });

	it.each([
		['none was reached', several(refused, late), true],
		['one may have been', several(refused, lost), false],
		['one may have been, the first', several(lost, refused), false],
	])('%s', (_what, error, notSent) => {
		expect(faultOf(error, 1).notSent).toBe(notSent);
	});
});

it.each([undefined, null, 'text', 7, {}, Object.create(null)])('%p is not known to come before sending', (error) => {
	expect(faultOf(error, 1)).toMatchObject({ notSent: false, passes: true, damaged: false });
});

it.each([undefined, null, {}, new Error(''), { message: ' ' }, new AggregateError([])])('%p has words all the same', (error) => {
	expect(faultOf(error, 1)).toMatchObject({ words: 'The connection to Luma failed', name: 'a fault without words' });
});

it.each([
	['what Node.js was at tells it, without words', native('ETIMEDOUT', '', { syscall: 'connect' })],
	['a cause without a code has that of the error around it', Object.assign(new Error('no', { cause: new Error('none') }), { code: 'ECONNREFUSED' })],
])('%s', (_what, error) => {
	expect(faultOf(error, 1)).toMatchObject({ notSent: true, passes: true });
});

it('causes that lead in circles end', () => {
	const error = new Error('round') as Error & { errors?: unknown };
	error.cause = new Error('and round', { cause: error });
	error.errors = [error, error.cause];
	expect(faultOf(error, 1)).toMatchObject({ notSent: false, words: 'round' });
});

describe('a write', () => {
	const context = (error: Error) =>
		({
			getCredentials: async () => await Promise.resolve({ apiKey: 'key' }),
			getNode: () => node,
			logger: { info: () => undefined },
			helpers: { httpRequestWithAuthentication: async () => await Promise.reject(error) },
		}) as unknown as Context;

	it.each(faults)('%s', async (_what, error, { notSent }) => {
		for (const form of [wrapped, wiped]) {
			const failed: unknown = await send(context(form(error)), { method: 'POST', url: '/v1/events/create', baseURL: 'https://luma', body: {} }, { tries: 1, maxWait: 0 }).catch((reason: unknown) => reason);
			expect(partsOf(failed)).toMatchObject({ uncertain: !notSent, status: undefined });
		}
	});
});
