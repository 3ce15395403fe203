import { randomUUID } from 'node:crypto';
import type { ExecutionStatus, INode, INodeParameters } from 'n8n-workflow';
import { apiKey, type Simulator } from '../../simulator';
import type { Credential, Editor } from '../editor';
import { before, n8nVersion } from '../versions';
import { node } from '../workflow';

/** The name of the Luma Trigger in workflows of tests. */
export const TRIGGER = 'Luma Trigger';

/** A Luma Trigger with its credential and a webhook address of its own. */
export const lumaTrigger = (
	{ id, name }: Credential,
	parameters: INodeParameters = { eventTypes: ['*'] },
): INode =>
	node(TRIGGER, 'n8n-nodes-luma.lumaTrigger', parameters, {
		typeVersion: 2,
		webhookId: randomUUID(),
		credentials: { lumaApi: { id, name } },
	});

/** Does something at the simulated Luma, as a person there would. */
export async function act(simulator: Simulator, path: string, body: object): Promise<void> {
	const response = await fetch(simulator.url + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-luma-api-key': apiKey },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

interface Listed {
	id: string;
	status: ExecutionStatus;
	workflowId: string;
}

/**
 * All executions of a workflow, settled or not. n8n's own list of them leaves some out at the ends of its pages when
 * they did not start in the order in which they were made; their ids are those between the others.
 */
export async function allExecutions(n8n: Editor, workflowId: string): Promise<Listed[]> {
	interface Page {
		results: Listed[];
		nextCursor?: string | null;
	}
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const listed = new Map<number, Listed>();
	let next: string | undefined = '';
	do {
		const page: string = `/executions?limit=100&filter=${filter}${next}`;
		const { results, nextCursor }: Page = await n8n.rest<Page>('GET', page);
		for (const execution of results) listed.set(Number(execution.id), execution);
		// n8n 2.41 has cursors; 2.38 still wants the last id of the page before, until a page is empty.
		const last: Listed | undefined = before(n8nVersion(), '2.41') ? results.at(-1) : undefined;
		next = last ? `&lastId=${last.id}` : nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : undefined;
	} while (next);
	for (let id = Math.min(...listed.keys()); id < Math.max(...listed.keys()); id += 1) {
		if (listed.has(id)) continue;
		const row = await n8n.rest<Listed>('GET', `/executions/${id}`).catch(() => undefined);
		if (row?.workflowId === workflowId) listed.set(id, row);
	}
	return [...listed.values()];
}
