/**
 * Connections that fail and answers that cannot be read, made by real servers on loopback: a write counts as not done only
 * where nothing can have been sent.
 */
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { clock } from '../../../../nodes/Luma/api/clock';
import { logged, run } from '../../../engine';
import { garbled, saying as garbling } from '../../../garbled';
import { plainCase } from '../../../operations';
import { selfSigned } from '../support/certificate';

const real = { ...clock };
const servers: Server[] = [];
let tries = 0;
beforeEach(() => {
	tries = 0;
	clock.wait = async () => await Promise.resolve();
});
afterEach(async () => {
	Object.assign(clock, real);
	await Promise.all(servers.splice(0).map(async (server) => await new Promise((resolve) => server.close(resolve))));
});

async function listening(server: Server): Promise<number> {
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

const saying = async (bytes: string | Buffer) => await listening(garbling(bytes, () => (tries += 1)));

const json = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

const unreadable: Array<[string, string, string]> = [
	['a content encoding that is not true', garbled['a content encoding that is not true'], "Luma's response can't be read (Z_DATA_ERROR)"],
	['another', `${json}Content-Encoding: br\r\nContent-Length: 2\r\n\r\n{}`, "Luma's response can't be read (ERR__ERROR_FORMAT_PADDING_2)"],
	['a bad chunk', garbled['a bad chunk'], "Luma's response can't be read (HPE_INVALID_CHUNK_SIZE)"],
	['a malformed status line', garbled['a malformed status line'], "Luma's response can't be read (HPE_INVALID_CONSTANT)"],
	['a Content-Length that comes twice', garbled['a Content-Length that comes twice'], "Luma's response can't be read (HPE_UNEXPECTED_CONTENT_LENGTH)"],
	['a body that breaks off', `${json}Content-Length: 200\r\n\r\n{}`, "Luma's response can't be read (ERR_BAD_RESPONSE)"],
	['a chunk that breaks off', `${json}Transfer-Encoding: chunked\r\n\r\n10\r\n{}`, "Luma's response can't be read (ERR_BAD_RESPONSE)"],
	['headers without end', `HTTP/1.1 200 OK\r\nX-Big: ${'x'.repeat(40_000)}\r\n\r\n{}`, "Luma's response can't be read (HPE_HEADER_OVERFLOW)"],
	['nothing at all', '', 'The connection to Luma failed (ECONNRESET)'],
	['a web page', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>', 'Luma returned a web page instead of data'],
	['JSON that is cut off', `${json}Content-Length: 3\r\n\r\n{"a`, 'Luma returned incomplete or damaged data'],
	['an empty body', `${json}Content-Length: 0\r\n\r\n`, 'Luma returned an empty response'],
	...[408, 500, 502, 503, 504, 520, 521, 522, 523, 524].map((status): [string, string, string] => [`a ${status}`, `HTTP/1.1 ${status} No\r\nContent-Length: 2\r\n\r\nNo`, 'No']),
];

const reads = ['event get', 'event getAll', 'guest getAll'];
const writes = ['guest add', 'guest sendInvites', 'guest updateStatus', 'event create', 'ticketType delete'];
const operations = [...reads.map((name) => [name, 'read'] as const), ...writes.map((name) => [name, 'write'] as const)];

const failing = async (name: string, baseUrl: string, credentials = {}, requestOptions = {}) => {
	const [resource, operation] = name.split(' ');
	const { error, json: items } = await run({ ...plainCase(resource, operation).parameters, resource, operation, requestOptions: { timeout: 5000, ...requestOptions } }, { credentials: { baseUrl, ...credentials } });
	expect(items).toEqual([]);
	return error!;
};

const maybeDone = 'Luma may have made the change anyway';

describe.each(operations)('%s, a %s', (name, kind) => {
	it.each(unreadable)('%s', async (_what, bytes, message) => {
		const error = await failing(name, `http://127.0.0.1:${await saying(bytes)}`);
		expect(error.message).toBe(message);
		expect(error.description?.includes(maybeDone)).toBe(kind === 'write');
		expect(tries).toBe(kind === 'write' ? 1 : 4);
		expect(error.description?.includes('The node tried 4 times.')).toBe(kind === 'read');
		if (/read|data|empty/.test(message)) expect(error.description).toContain("Check the 'Base URL' in the credential, and any proxy in between.");
	});
});

describe('before anything is sent', () => {
	const { key, cert } = selfSigned('luma');
	const goneAgain = 4;

	it.each<[string, () => Promise<string>, string, number]>([
		['nobody listens', async () => await Promise.resolve('http://127.0.0.1:1'), 'The connection to Luma failed (ECONNREFUSED)', goneAgain],
		['there is no such name', async () => await Promise.resolve('http://luma.invalid'), 'The connection to Luma failed (', goneAgain],
		['the certificate is not to be trusted', async () => `https://127.0.0.1:${await listening(createHttpsServer({ key, cert }))}`, 'The connection to Luma failed (DEPTH_ZERO_SELF_SIGNED_CERT)', 1],
		['the server does not speak TLS', async () => `https://127.0.0.1:${await saying('HTTP/1.1 400 Bad Request\r\n\r\n')}`, 'The connection to Luma failed (EPROTO)', 1],
		['the server speaks another TLS', async () => `https://127.0.0.1:${await listening(createHttpsServer({ key, cert, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }))}`, 'The connection to Luma failed (EPROTO)', 1],
		['the address is none', async () => await Promise.resolve('no address'), 'The connection to Luma failed (ERR_INVALID_URL)', 1],
		['the address is of another kind', async () => await Promise.resolve('ftp://127.0.0.1'), 'The connection to Luma failed (ERR_BAD_REQUEST)', 1],
	])('%s', async (_what, start, message, times) => {
		const baseUrl = await start();
		for (const name of ['event get', 'guest updateStatus', 'guest add']) {
			const error = await failing(name, baseUrl);
			expect(error.message).toContain(message);
			expect(error.description).not.toContain(maybeDone);
			expect(logged.filter((line) => line.includes('; try '))).toHaveLength(times - 1);
			expect(error.description?.includes("The request wasn't sent.")).toBe(times === 1);
		}
	});

	it('but not where TLS breaks after the request', async () => {
		let asked = 0;
		const inside = await listening(createHttpsServer({ key, cert }, () => (asked += 1)));
		// In between, something that spoils the answer.
		const outside = await listening(
			createServer((client) => {
				const server = connect(inside, '127.0.0.1');
				for (const socket of [client, server]) socket.on('error', () => undefined);
				client.pipe(server);
				server.on('data', (bytes) => client.write(bytes));
				client.on('close', () => server.destroy());
				const spoil = setInterval(() => {
					if (asked > tries) {
						tries = asked;
						client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
					}
				}, 5);
				client.on('close', () => clearInterval(spoil));
			}),
		);
		const error = await failing('guest updateStatus', `https://127.0.0.1:${outside}`, {}, { allowUnauthorizedCerts: true });
		expect(error.message).toMatch(/^The connection to Luma failed \(.+\)$/);
		expect(error.description).toContain(maybeDone);
		expect(asked).toBe(1);
	});
});

it.each(['event get', 'guest updateStatus'])('a redirect of %s is not followed, so that no other server gets the key', async (name) => {
	let elsewhere = 0;
	const other = await listening(createServer((socket) => {
		elsewhere += 1;
		socket.destroy();
	}));
	for (const status of [301, 302, 303, 307, 308]) {
		const error = await failing(name, `http://127.0.0.1:${await saying(`HTTP/1.1 ${status} Moved\r\nLocation: http://127.0.0.1:${other}/v1\r\nContent-Length: 0\r\n\r\n`)}`);
		expect(error).toMatchObject({ message: `Luma responded with HTTP ${status}`, httpCode: String(status) });
		expect(error.description).toContain("'Base URL' in the credential redirects to another URL");
		expect(error.description).not.toContain(maybeDone);
	}
	expect({ elsewhere, tries }).toEqual({ elsewhere: 0, tries: 5 });
});
