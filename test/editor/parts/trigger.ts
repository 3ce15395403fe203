import { deepStrictEqual, strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { lumaTrigger } from '../../n8n/trigger/trigger';
import { chain } from '../../n8n/workflow';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'The trigger';

export async function run(stage: Stage, check: Check): Promise<void> {
	const { page, view } = stage;
	const tags = async (field: string) => await view.field(field).locator('.el-tag').allInnerTexts();

	await check('its fields, and what it starts on', async () => {
		const trigger = lumaTrigger(await stage.credential(), { eventTypes: ['guest.registered'] });
		await stage.openNodeOf(chain('On Luma', [trigger]), trigger);
		deepStrictEqual(await view.labels(), ['Trigger On', 'Output', 'Filters', 'Options']);
		await view.choose('eventTypes', 'Event Canceled');
		await page.keyboard.press('Escape');
		await eventually(async () => deepStrictEqual(await tags('eventTypes'), ['Guest Registered', 'Event Canceled']));
	});
	await check('one registration fires two kinds, and a notice says so where both are chosen', async () => {
		const notice = page.getByText('so the workflow starts at least twice for one person');
		strictEqual(await notice.count(), 0);
		await view.choose('eventTypes', 'Ticket Registered');
		await page.keyboard.press('Escape');
		await eventually(async () => strictEqual(await notice.count(), 1));
	});
	await check('a filter by an event from the list', async () => {
		await view.add('Filters', 'Event Names or IDs');
		await view.find('eventIds', 'Summer Conference (15 Jun 2027, 09:00)');
		await page.keyboard.press('Escape');
		await eventually(async () => deepStrictEqual(await tags('eventIds'), ['Summer Conference (15 Jun 2027, 09:00)']));
	});
	await check('Signature is off only with a warning', async () => {
		const warning = page.getByText('Anyone who knows the webhook URL can start this workflow');
		// n8n adds the one option that there is at once.
		const options = page.getByTestId('parameter-item').filter({ has: page.getByTestId('input-label').getByText('Options', { exact: true }) });
		await options.getByTestId('collection-parameter-add').click();
		strictEqual(await warning.count(), 0);
		await view.choose('signature', 'Off');
		await eventually(async () => strictEqual(await warning.count(), 1));
	});
}
