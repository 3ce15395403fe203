/** What can be seen of the example workflows without running them; the suite `examples` runs them in a real n8n. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type INode, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';
import { Luma } from '../../nodes/Luma/Luma.node';
import { LumaPollingTrigger } from '../../nodes/LumaPollingTrigger/LumaPollingTrigger.node';
import { LumaTrigger } from '../../nodes/LumaTrigger/LumaTrigger.node';
import { CREDENTIALS, exampleFiles, folder } from '../n8n/examples/example';
import { REQUESTS } from '../n8n/examples/jobs';
import type { Workflow } from '../n8n/workflow';
import { fieldsOf, mapLeaves } from '../nodes/Luma/support/description';

const STICKY = 'n8n-nodes-base.stickyNote';
/** The side of a node on the canvas. */
const NODE = 100;

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** What a node covers on the canvas. */
function boxOf({ name, type, position: [left, top], parameters: { width, height } }: INode): Box {
	const [w, h] = type === STICKY ? [Number(width), Number(height)] : [NODE, NODE];
	return { name, left, top, right: left + w, bottom: top + h };
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const luma = new Luma().description;
const descriptions: Record<string, INodeTypeDescription> = {
	'n8n-nodes-luma.luma': luma,
	'n8n-nodes-luma.lumaTool': { ...luma, name: 'lumaTool' },
	'n8n-nodes-luma.lumaPollingTrigger': new LumaPollingTrigger().description,
	'n8n-nodes-luma.lumaTrigger': new LumaTrigger().description,
};

it('there are six at least', () => expect(exampleFiles().length).toBeGreaterThanOrEqual(6));

it('README has the requests of the jobs, as the suite counts them', () => {
	const readme = readFileSync(join(folder, '..', 'README.md'), 'utf8');
	const rows = [...readme.matchAll(/^\| \[[^\]]+\]\(examples\/([a-z-]+\.json)\)[^|]*\| \d \| (\d+) \| \d+ \|$/gm)].map(([, file, requests]): [string, number] => [file, Number(requests)]);
	expect(Object.fromEntries(rows)).toEqual(REQUESTS);
});

describe.each(exampleFiles())('%s', (file) => {
	const text = readFileSync(join(folder, file), 'utf8');
	const workflow = JSON.parse(text) as Workflow;
	const { nodes, connections } = workflow;
	const notes = nodes.filter(({ type }) => type === STICKY);
	const steps = nodes.filter(({ type }) => type !== STICKY);

	it('is a workflow and nothing of the n8n it was made in', () => {
		expect(file).toMatch(/^[a-z-]+\.json$/);
		expect(Object.keys(workflow)).toEqual(['name', 'nodes', 'connections', 'settings']);
		expect(workflow.settings).toEqual({ executionOrder: 'v1' });
		expect(steps.some(({ type }) => type.startsWith('n8n-nodes-luma.'))).toBe(true);
	});

	it('has a note that names its nodes as they are called', () => {
		expect(notes.length).toBeGreaterThan(0);
		const content = notes.map(({ parameters }) => String(parameters.content)).join('\n');
		const named = [...content.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name);
		expect(named.length).toBeGreaterThan(1);
		expect(named.filter((name) => !steps.some((node) => node.name === name))).toEqual([]);
		expect(content).toMatch(/your Luma credential/);
	});

	it('has no secret, and refers to credentials by name', () => {
		for (const { credentials = {} } of nodes) {
			for (const [type, credential] of Object.entries(credentials)) expect(credential).toEqual({ id: null, name: CREDENTIALS[type as keyof typeof CREDENTIALS] });
		}
		expect(text).not.toMatch(/bearer |\bsk-|\bwhsec_|x-luma-api-key|api[-_ ]?key|password/i);
		// Nothing that looks like a key, but for the IDs that n8n gives to nodes and webhooks.
		const words = text.replace(/"(id|webhookId)": "[0-9a-f-]{36}"/g, '').match(/[A-Za-z0-9]{20,}/g) ?? [];
		expect(words.filter((word) => /\d/.test(word))).toEqual([]);
	});

	it('leads to places that a person is to replace, never to a machine', () => {
		expect(text).not.toMatch(/localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|192\.168\.|\b10\.\d+\.\d+\./);
		const addresses = [...text.matchAll(/https?:\/\/([^\s"'/{}]+)(\/[^\s"'{}]*)?/g)].map(([, host, path = '']) => (host === 'luma.com' ? host + path : host));
		expect(addresses.filter((address) => address !== 'luma.com/your-event' && !address.endsWith('.example.com'))).toEqual([]);
		// IDs of events, guests and ticket types belong to somebody.
		expect(text.match(/\b(evt|gst|ttype)-(?!1a2b3c)\w+/g)).toBeNull();
	});

	it('is tidy on the canvas, and every node is connected', () => {
		for (const values of [nodes.map(({ id }) => id), nodes.map(({ name }) => name)]) expect(new Set(values).size).toBe(nodes.length);
		const boxes = nodes.map(boxOf);
		expect(boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => overlap(a, b)).map((b) => `${a.name} over ${b.name}`))).toEqual([]);
		const targets = Object.values(connections).flatMap((outputs) => Object.values(outputs).flat(2)).map((target) => target!.node);
		const connected = new Set([...Object.keys(connections), ...targets]);
		expect([...connected].sort()).toEqual(steps.map(({ name }) => name).sort());
	});

	it('fills in fields that the Luma nodes have, and all that they need, in a version that there is', () => {
		for (const node of steps.filter(({ type }) => type.startsWith('n8n-nodes-luma.'))) {
			const description = descriptions[node.type];
			// The editor does not know a node in a version that it does not have, and draws it broken.
			expect([description.version].flat()).toContain(node.typeVersion);
			// n8n adds the poll times to every node that polls.
			const { resource, operation, pollTimes, ...given } = node.parameters as INodeParameters & { resource?: string; operation?: string };
			expect(pollTimes !== undefined).toBe(description.polling === true);
			const fields = resource === undefined ? description.properties : fieldsOf(resource, String(operation));
			expect(fields.length).toBeGreaterThan(0);
			// Fails where the node has no such field.
			mapLeaves(fields, given, ({ value }) => value);
			const parameters = NodeHelpers.getNodeParameters(description.properties, node.parameters, true, false, node, description)!;
			expect(NodeHelpers.getNodeParametersIssues(description.properties, { ...node, parameters }, description)).toBeNull();
		}
	});
});
