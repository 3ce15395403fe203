/** Answers that nobody can read, and who gives them: for the engine's tests and a real n8n. */
import { createServer, type Server } from 'node:net';

const json = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** What goes over the wire, by what is wrong with it. */
export const garbled = {
	'a content encoding that is not true': `${json}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}`,
	'a bad chunk': `${json}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
	'a malformed status line': 'HTTQ/1.1 abc\r\n\r\n',
	'a Content-Length that comes twice': `${json}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
};

/** A server, not yet listening, that says the same to whatever it is sent, and hangs up. @param asked told of each time */
export const saying = (bytes: string | Buffer, asked: () => void): Server =>
	createServer((socket) => {
		socket.on('error', () => undefined);
		socket.once('data', () => {
			asked();
			socket.end(bytes);
		});
	});
