import { strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { node } from '../../n8n/workflow';
import { apiKey } from '../../simulator';
import type { Stage } from '../stage';

export const name = 'The credential';

const refusal = 'Luma does not know this API key. Copy it anew from Luma: calendar, Settings → Developer.';

export async function run(stage: Stage, check: Check): Promise<void> {
	const { page, view, simulator } = stage;
	const dialog = page.getByTestId('credential-edit-dialog');
	const fill = async (field: string, value: string) =>
		await dialog.getByTestId(`parameter-input-${field}`).locator('input').fill(value);
	const save = async () => await page.getByTestId('credential-save-button').click();

	await check('a node without one offers to make it', async () => {
		await stage.openNode(node('Luma', 'n8n-nodes-luma.luma'));
		await view.fields.getByText('Connect to Luma').click();
		await dialog.waitFor();
	});
	await check('a wrong key is refused, and it says what to do', async () => {
		await fill('apiKey', 'luma-simulator-wrong-key');
		await fill('baseUrl', simulator.url);
		await save();
		await dialog.getByText('More details').click();
		await dialog.getByText(refusal, { exact: true }).waitFor();
	});
	await check('the key is not shown', async () => {
		strictEqual(await dialog.getByTestId('parameter-input-apiKey').locator('input').getAttribute('type'), 'password');
	});
	await check('a right key passes the test', async () => {
		await fill('apiKey', apiKey);
		await save();
		await dialog.waitFor({ state: 'hidden' });
		await page.getByTestId('credential-edit-button').click();
		await dialog.getByTestId('credentials-config-container-test-success').waitFor();
	});
}
