import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one of the services was sent. */
export interface Received {
	method: string;
	/** The service's name and the path there: "crm/contacts". */
	path: string;
	body: unknown;
}

/** Stands in for every service of example.com that the examples speak to: a CRM, a mail service, a sheet, a chat. */
export interface StandIn {
	/** In place of https://crm.example.com: this and "/crm". */
	url: string;
	received: Received[];
	/** What it answers, by service and path, where that is more than that all went well. */
	answers: Record<string, unknown>;
	close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
	const received: Received[] = [];
	const answers: StandIn['answers'] = {};
	const server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk) => (text += chunk));
		request.on('end', () => {
			received.push({ method: request.method ?? '', path: decodeURIComponent((request.url ?? '').slice(1)), body: text === '' ? undefined : JSON.parse(text) });
			response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[(request.url ?? '').slice(1).split('?')[0]] ?? { ok: true }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received,
		answers,
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}
