import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../n8n/check';
import { luma } from '../../n8n/luma';
import { lumaTrigger } from '../../n8n/trigger/trigger';
import { chain, manualTrigger } from '../../n8n/workflow';
import { apiKey } from '../../simulator';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'The pictures in docs/images';

const folder = join(__dirname, '..', '..', '..', 'docs', 'images');

export async function run(stage: Stage, check: Check): Promise<void> {
	const { n8n, simulator, page, view } = stage;
	const credential = await n8n.createCredential('Luma account', 'lumaApi', { apiKey, calendarId: '', baseUrl: simulator.url });
	mkdirSync(folder, { recursive: true });
	const picture = async (file: string, draw: () => Promise<void>) =>
		await check(file, async () => {
			await draw();
			await page.mouse.move(0, 0);
			await page.evaluate('document.fonts.ready');
			await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
		});

	await picture('node-panel.png', async () => {
		await stage.openWorkflow(chain('Guests of our events', [manualTrigger('When clicking ‘Execute workflow’')]));
		await page.getByTestId('canvas-handle-plus').click();
		await page.getByTestId('node-creator-search-bar').fill('luma');
		const items = page.getByTestId('item-iterator-item');
		await items.filter({ has: page.getByText('Luma', { exact: true }) }).click();
		await items.filter({ hasText: 'Get many guests' }).waitFor();
	});
	await picture('node-list.png', async () => {
		await stage.openNode(luma(credential, 'guest', 'get'));
		await view.openList('eventId');
		await view.found('eventId').first().waitFor();
	});
	await picture('result.png', async () => {
		const getAll = luma(credential, 'guest', 'getAll', { returnAll: true });
		await stage.openNode(getAll);
		await view.chooseFromList('eventId', 'Summer Conference');
		await view.execute();
		await view.output.getByText('1234 items').waitFor();
		await closeToasts(stage);
	});
	await picture('trigger.png', async () => {
		const trigger = lumaTrigger(credential, {
			eventTypes: ['guest.going', 'guest.left'],
			options: { againAfterLeaving: true },
		});
		await stage.openNodeOf(chain('On Luma', [trigger]), trigger);
		await eventually(async () => await view.field('eventTypes').getByText('Guest Going').waitFor());
	});
}

/** Takes away n8n's "Node executed successfully". */
async function closeToasts({ page }: Stage): Promise<void> {
	const toast = page.locator('.el-notification');
	await toast.first().waitFor();
	for (const one of await toast.all()) await one.locator('.el-notification__closeBtn').click();
	await toast.first().waitFor({ state: 'hidden' });
}
