import { deepStrictEqual, doesNotMatch, strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { lumaTrigger } from '../../n8n/trigger/trigger';
import { chain, node } from '../../n8n/workflow';
import { YEAR } from '../../simulator';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'The triggers';

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
	await check('the notice goes where One Run for a Person is on', async () => {
		const notice = page.getByText('so the workflow starts at least twice for one person');
		await view.add('Options', 'One Run for a Person');
		await view.field('onePerPerson').locator('.el-switch').click();
		await eventually(async () => strictEqual(await notice.count(), 0));
	});
	await check('a filter by an event from the list', async () => {
		await view.add('Filters', 'Event Names or IDs');
		await view.find('eventIds', `Summer Conference (15 Jun ${YEAR}, 09:00)`);
		await page.keyboard.press('Escape');
		await eventually(async () => deepStrictEqual(await tags('eventIds'), [`Summer Conference (15 Jun ${YEAR}, 09:00)`]));
	});
	await check('Signature is off only with a warning', async () => {
		const warning = page.getByText('Anyone who knows the webhook URL can start this workflow');
		await view.add('Options', 'Signature');
		strictEqual(await warning.count(), 0);
		await view.choose('signature', 'Off');
		await eventually(async () => strictEqual(await warning.count(), 1));
	});
	await check('the panel says to register for an event, never to create one', async () => {
		await page.getByText('When will this node trigger my flow?').click();
		await page.getByText('register for one of your events in Luma').waitFor();
		const text = await page.getByTestId('ndv').innerText();
		doesNotMatch(text, /create a(n)? (event|luma event)/i);
	});
	await check('the polling trigger: its fields, events chosen from the list', async () => {
		const { id, name: credential } = await stage.credential();
		const trigger = node('Luma Polling Trigger', 'n8n-nodes-luma.lumaPollingTrigger', {}, { credentials: { lumaApi: { id, name: credential } } });
		await stage.openNodeOf(chain('On Luma, asked', [trigger]), trigger);
		await eventually(async () => deepStrictEqual(await view.labels(), ['Poll Times', 'Mode', 'Trigger On', 'Events', 'Output', 'Filters', 'Options']));
		await view.choose('triggerOn', 'New Contact');
		await eventually(async () => deepStrictEqual(await view.labels(), ['Poll Times', 'Mode', 'Trigger On', 'Output', 'Options']));
		await view.choose('triggerOn', 'Guest Going');
		await view.choose('eventsToWatch', 'Chosen Events');
		await view.find('eventIds', `Summer Conference (15 Jun ${YEAR}, 09:00)`);
		await page.keyboard.press('Escape');
		await eventually(async () => deepStrictEqual(await tags('eventIds'), [`Summer Conference (15 Jun ${YEAR}, 09:00)`]));
	});
	await check('run by hand, it shows the latest guests', async () => {
		await view.execute();
		await view.output.getByText('3 items').waitFor();
	});
}
