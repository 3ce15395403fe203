import { match, ok, strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { apiKey, startSimulator } from '../../simulator';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = "The simulator's page";

export async function run({ page }: Stage, check: Check): Promise<void> {
	const simulator = await startSimulator({ page: true, rateLimit: false });
	const said = page.getByRole('status');
	const press = async (name: string) => await page.getByRole('button', { name }).click();
	const row = page.locator('#events tr').first();
	const numbers = async () => (await row.locator('td.number').allInnerTexts()).map(Number);

	await page.goto(simulator.url);
	await check('says what to fill in, and what it holds', async () => {
		await page.getByText(apiKey).waitFor();
		ok((await numbers()).length === 4);
	});
	await check('a guest registers, is approved and checks in', async () => {
		const before = await numbers();
		await press('A guest registers');
		await eventually(async () => match(await said.innerText(), /has registered/));
		await press('Approve a guest');
		await eventually(async () => match(await said.innerText(), /is approved/));
		await press('Check in a guest');
		await eventually(async () => match(await said.innerText(), /has checked in/));
		await eventually(async () => strictEqual((await numbers())[3], before[3] + 1));
	});
	await check('the last requests appear by themselves', async () => {
		await fetch(`${simulator.url}/v1/users/get-self`, { headers: { 'x-luma-api-key': apiKey } });
		await page.locator('#requests').getByText('GET /v1/users/get-self').first().waitFor();
	});
	await check('429 now has Luma refuse the next request', async () => {
		await press('429 now');
		await eventually(async () => match(await said.innerText(), /429/));
		strictEqual((await fetch(`${simulator.url}/v1/users/get-self`, { headers: { 'x-luma-api-key': apiKey } })).status, 429);
	});
	await simulator.close();
}
