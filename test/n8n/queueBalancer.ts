import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one public address before n8n's webhook processes. */
export interface Balancer {
	url: string;
	/** The processes that requests go to, in turn. */
	targets: string[];
	close: () => Promise<void>;
}

/** Starts a load balancer on loopback that knows nothing but taking turns. */
export async function startBalancer(): Promise<Balancer> {
	const targets: string[] = [];
	const agent = new Agent({ keepAlive: true });
	let turn = 0;
	const server = createServer((incoming, outgoing) => {
		const target = targets[(turn += 1) % targets.length];
		const { method, headers, url } = incoming;
		const passed = request(new URL(url ?? '/', target), { method, headers, agent }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		passed.on('error', () => outgoing.destroy());
		incoming.pipe(passed);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		targets,
		close: async () => {
			agent.destroy();
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}
