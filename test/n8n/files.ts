import { deepStrictEqual, match, strictEqual } from 'node:assert';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PIXEL } from '../pixel';
import type { Simulator } from '../simulator';
import type { Check } from './check';
import type { Credential } from './editor';
import { luma, LUMA } from './luma';
import type { RunningN8n } from './n8n';
import { node, withInput } from './workflow';

const SIZE = 10 * 1024 * 1024;
const pixel = Buffer.from(PIXEL, 'base64');

/** What a server of a person's own gives, by the last part of the URL. */
const files: Record<string, Buffer> = {
	'big.png': Buffer.concat([pixel, Buffer.alloc(SIZE - pixel.length)]),
	'text.png': Buffer.from('This is not an image, whatever its name says.'),
	'byte.png': pixel.subarray(0, 1),
};

/** A server on loopback for these files. */
async function fileServer(): Promise<Server> {
	const server = createServer(({ url = '' }, response) => response.end(files[url.slice(1)]));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return server;
}

/** Images that n8n has downloaded and keeps as it does by itself: 2.x on disk, 1.x in memory. */
export async function checkFiles(n8n: RunningN8n, check: Check, simulator: Simulator, credential: Credential): Promise<void> {
	const server = await fileServer();
	const upload = async (name: string) => {
		simulator.reset();
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;
		const download = node('Download', 'n8n-nodes-base.httpRequest', { url, options: { response: { response: { responseFormat: 'file', outputPropertyName: 'data' } } } }, { typeVersion: 4.2 });
		return await n8n.runWorkflow(withInput('Upload', [{}], [download, luma(credential, 'image', 'upload')]));
	};
	try {
		await check('image: upload puts a downloaded file of 10 MB, whole', async () => {
			const [item] = (await upload('big.png')).orThrow().items(LUMA);
			strictEqual(item.json.size, SIZE);
			deepStrictEqual(simulator.requests.map(({ method, body }) => [method, body]), [['POST', { content_type: 'image/png' }], ['PUT', `(${SIZE} bytes)`]]);
		});
		for (const name of ['text.png', 'byte.png']) {
			await check(`image: upload refuses ${name} by what is in it, and sends nothing`, async () => {
				const { status, error } = await upload(name);
				strictEqual(status, 'error');
				match(error!.message, /JPEG or PNG/);
				deepStrictEqual(simulator.requests, []);
			});
		}
	} finally {
		server.close();
	}
}
