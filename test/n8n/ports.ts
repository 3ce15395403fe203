import { createServer, type AddressInfo } from 'node:net';

/** The port if it is free on loopback, else any free one; 0 asks for any. */
async function claim(port: number): Promise<{ port: number; release: () => Promise<void> }> {
	const server = createServer();
	return await new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (port !== 0 && ['EADDRINUSE', 'EACCES'].includes(error.code ?? '')) resolve(claim(0));
			else reject(error);
		});
		server.listen(port, '127.0.0.1', () =>
			resolve({
				port: (server.address() as AddressInfo).port,
				release: async () => await new Promise((done) => server.close(() => done())),
			}),
		);
	});
}

/** Free loopback ports, all different; each is the wanted one where that is free, 0 meaning any. */
export async function freePorts(...wanted: number[]): Promise<number[]> {
	const claims = [];
	for (const port of wanted) claims.push(await claim(port));
	await Promise.all(claims.map(async ({ release }) => await release()));
	return claims.map(({ port }) => port);
}
