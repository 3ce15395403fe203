import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { seed, type Simulator } from '../../simulator';
import type { Check } from '../check';
import type { RunningN8n } from '../n8n';
import { lumaCredential } from '../luma';
import type { Workflow } from '../workflow';
import { act } from './trigger';

const FILE = join(__dirname, '..', '..', '..', 'examples', 'new-guest-to-crm.json');

/** A CRM that keeps the contacts that it is sent. */
async function startCrm() {
	const contacts: unknown[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', () => {
			contacts.push(JSON.parse(body));
			response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = async () =>
		await new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/contacts`, contacts, close };
}

/** The example workflow as a person sets it up: with the credential, and with the address of the CRM. */
export async function checkExample(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	const crm = await startCrm();
	try {
		await check('examples/new-guest-to-crm.json makes a contact of a guest who is going', async () => {
			simulator.reset();
			const { id, name } = await lumaCredential(n8n, simulator.url);
			const workflow = JSON.parse(readFileSync(FILE, 'utf8')) as Workflow;
			for (const node of workflow.nodes) {
				if (node.type === 'n8n-nodes-luma.lumaTrigger') node.credentials = { lumaApi: { id, name } };
				if (node.type === 'n8n-nodes-base.httpRequest') node.parameters.url = crm.url;
			}
			const workflowId = await n8n.createWorkflow(workflow);
			await n8n.activate(workflowId);
			const event_id = seed.events.conference;
			await act(simulator, '/v1/events/guests/add', { event_id, guests: [{ email: 'waiting@example.com', name: 'Waiting' }], approval_status: 'pending_approval' });
			await act(simulator, '/v1/events/guests/add', { event_id, guests: [{ email: 'newcomer@example.com', name: 'Newcomer' }] });
			await simulator.delivered();
			await act(simulator, '/v1/events/guests/update-status', { event_id, guest_id: 'waiting@example.com', status: 'approved' });
			await simulator.delivered();
			for (const run of await n8n.executions(workflowId, 2)) run.orThrow();
			const contacts = simulator.guests(event_id).slice(-2).map(({ user_email: email, user_name: name, registered_at }) => ({ email, name, source: 'Luma: Summer Conference', registered_at }));
			// The one who was approved came last.
			deepStrictEqual(crm.contacts, contacts.reverse());
			await n8n.deactivate(workflowId);
		});
	} finally {
		await crm.close();
	}
}
