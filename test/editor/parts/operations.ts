import { deepStrictEqual, match, strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { luma } from '../../n8n/luma';
import { eventually } from '../eventually';
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
}
