import { deepStrictEqual, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { seed, type Simulator } from '../../simulator';
import type { Check } from '../check';
import { byLink, lumaCredential } from '../luma';
import type { RunningN8n } from '../n8n';
import type { Workflow } from '../workflow';

const FILE = join(__dirname, '..', '..', '..', 'examples', 'crm-list-to-invites.json');

interface Contact {
	email: string;
	name: string;
}

/** A CRM that answers its contacts, and keeps what it was asked for. */
async function startCrm(contacts: Contact[]) {
	const asked: URL[] = [];
	const server = createServer((request, response) => {
		asked.push(new URL(request.url ?? '/', 'http://127.0.0.1'));
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(contacts));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = async () =>
		await new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/contacts`, asked, close };
}

/** 250 new contacts, of which some are no use. */
const contacts: Contact[] = Array.from({ length: 250 }, (_, n) => ({ email: `contact${n}@example.com`, name: `Contact ${n}` }));
contacts[3].email = 'contact3';
contacts[120].email = 'Contact7@Example.com';
contacts[200].email = 'contact200@blocked.example';

/** The example workflow as a person sets it up: with the credential, the event and the address of the CRM. */
export async function checkExample(n8n: RunningN8n, check: Check, simulator: Simulator): Promise<void> {
	const crm = await startCrm(contacts);
	try {
		await check('examples/crm-list-to-invites.json invites the contacts of a CRM, and counts what became of them', async () => {
			simulator.reset();
			const { id, name } = await lumaCredential(n8n, simulator.url);
			const workflow = JSON.parse(readFileSync(FILE, 'utf8')) as Workflow;
			for (const node of workflow.nodes) {
				if (node.type === 'n8n-nodes-base.httpRequest') node.parameters.url = crm.url;
				if (node.type !== 'n8n-nodes-luma.luma') continue;
				node.credentials = { lumaApi: { id, name } };
				node.parameters.eventId = byLink('https://luma.com/summer-conference');
			}
			const execution = (await n8n.run(await n8n.createWorkflow(workflow), 'Every Morning')).orThrow();
			const summary = execution.items('Summary').map(({ json }) => [json.status, json.count_status]);
			deepStrictEqual(Object.fromEntries(summary), { invited: 247, error: 1, duplicate: 1, skipped: 1 });
			const invited = simulator.guests(seed.events.conference).filter(({ user_email }) => user_email.startsWith('contact'));
			strictEqual(invited.length, 247);
			strictEqual(simulator.requests.filter(({ method }) => method === 'POST').length, 3);
			strictEqual(crm.asked.length, 1);
			const day = Date.now() - Date.parse(crm.asked[0].searchParams.get('created_after') ?? '');
			strictEqual(Math.round(day / 3_600_000), 24);
		});
	} finally {
		await crm.close();
	}
}
