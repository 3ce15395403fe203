import type { INodeExecutionData } from 'n8n-workflow';
import { apiKey, seed, startSimulator } from '../simulator';
import { say } from './check';
import { installN8n } from './install';
import { startN8n } from './n8n';
import { packPackage } from './pack';
import { steps, showProgress } from './progress';
import { takeVersion } from './versions';
import { chain, manualTrigger, node } from './workflow';

/** n8n's own port. */
const PORT = 5678;

const ROWS = 10;

interface Guest {
	name: string | null;
	email: string;
	status: string;
}

const columns = 'Name, email and status';

const workflow = (credential: { id: string; name: string }) =>
	chain('Luma: all guests of an event', [
		manualTrigger('When clicking ‘Execute workflow’'),
		node(
			'Get all guests',
			'n8n-nodes-luma.luma',
			{
				resource: 'guest',
				operation: 'getAll',
				eventId: { __rl: true, mode: 'id', value: seed.events.conference },
				returnAll: true,
			},
			{ credentials: { lumaApi: credential } },
		),
		node(
			columns,
			'n8n-nodes-base.set',
			{
				mode: 'raw',
				jsonOutput:
					'={{ { name: $json.user_name, email: $json.user_email, status: $json.approval_status } }}',
			},
			{ typeVersion: 3.4 },
		),
	]);

function table(guests: Guest[]): string {
	const rows = guests.map(({ name, email, status }) => [name ?? '–', email, status]);
	const all = [['Name', 'Email', 'Status'], ...rows];
	const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column].length)));
	return all
		.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd())
		.join('\n');
}

const guestsOf = (items: INodeExecutionData[]) => items.map(({ json }) => json as unknown as Guest);

async function main(): Promise<void> {
	const once = takeVersion(process.argv.slice(2)).includes('--once');
	const step = steps(showProgress);
	await installN8n(showProgress);
	const tarball = await step('Packing n8n-nodes-luma', packPackage());
	const simulator = await startSimulator({ page: true });
	const n8n = await step('Starting n8n', startN8n({ tarball, port: PORT }));
	const credential = await n8n.createCredential('Luma simulator', 'lumaApi', {
		apiKey,
		calendarId: '',
		baseUrl: simulator.url,
	});
	const example = workflow({ id: credential.id, name: credential.name });
	const workflowId = await n8n.createWorkflow(example);
	const execution = await n8n.run(workflowId, example.nodes[0].name);
	const guests = guestsOf(execution.orThrow().items(columns));

	say(`\n${table(guests.slice(0, ROWS))}`);
	if (guests.length > ROWS) say(`… and ${guests.length - ROWS} more`);
	if (!once) {
		say(`\nThe workflow in n8n's editor: ${n8n.url}/workflow/${workflowId}`);
		say(`Sign in as ${n8n.login.email} with the password ${n8n.login.password}`);
		say(`Luma is simulated on this machine, with a page of its own: ${simulator.url}`);
		say('Nothing leaves the machine. Ctrl-C ends n8n and removes its data.');
		return;
	}
	await n8n.stop();
	await simulator.close();
	const [first] = guests;
	say(`\nn8n returned ${guests.length} guests; first: ${first.name} <${first.email}> (${first.status})`);
}

main().catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
