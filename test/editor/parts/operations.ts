import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { credentialsFor, luma } from '../../n8n/luma';
import { seed, startSimulator } from '../../simulator';
import { eventually } from '../eventually';
import { others } from '../fromTheNode';
import { expected } from '../operations';
import type { Stage } from '../stage';

export const name = 'The operations';

export async function run(stage: Stage, check: Check): Promise<void> {
	const { view } = stage;
	await stage.openNode(luma(await stage.credential(), 'event', 'getAll'));
	// One node goes through all of them, so that whatever one operation leaves behind shows in the next.
	let resource = 'Event';
	for (const one of expected) {
		await check(`${one.resource}: ${one.operation}`, async () => {
			if (one.resource !== resource) await view.choose('resource', one.resource);
			resource = one.resource;
			await view.choose('operation', one.operation);
			await eventually(async () => {
				deepStrictEqual(await view.labels(), ['Resource', 'Operation', ...one.fields]);
			});
			const notices = await view.notices();
			strictEqual(notices.length, one.notice ? 1 : 0, notices.join('\n'));
			if (one.notice) match(notices[0], one.notice);
			const { field, shows } = await one.fillIn(view);
			// n8n shows the id for a moment.
			await eventually(async () => strictEqual(await field.inputValue(), shows));
		});
	}
	// With a webhook, so that there is one to choose.
	const simulator = await startSimulator({ rateLimit: false, registered: [seed.webhook] });
	try {
		await checkOthers(stage, simulator.url, check);
	} finally {
		await simulator.close();
	}
}

/** The other operations, on a new node for each resource: their fields, their notices, and a list that can be chosen from. */
async function checkOthers(stage: Stage, url: string, check: Check): Promise<void> {
	const { view } = stage;
	const credentialFor = await credentialsFor(stage.n8n, url);
	let before: string | undefined;
	for (const { resource, operation, resourceName, operationName, labels, notices, list } of others()) {
		await check(`${resourceName}: ${operationName}`, async () => {
			if (resource !== before) await stage.openNode(luma(credentialFor(resource === 'organization' ? { needs: 'organization' } : {}), resource, operation));
			else await view.choose('operation', operationName);
			before = resource;
			await eventually(async () => deepStrictEqual(await view.labels(), labels));
			deepStrictEqual(await view.notices(), notices);
			if (list === undefined) return;
			await view.openList(list);
			await view.found(list).first().click();
			await eventually(async () => ok((await view.locator(list).getByTestId('rlc-input').inputValue()) !== ''));
		});
	}
}
