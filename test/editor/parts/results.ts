import { ok, strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { luma } from '../../n8n/luma';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'A result';

export async function run(stage: Stage, check: Check): Promise<void> {
	const { view, simulator } = stage;
	await check('Get Many Guests with Return All gives 1,234 items', async () => {
		await stage.openNode(luma(await stage.credential(), 'guest', 'getAll'));
		await view.chooseFromList('eventId', 'Summer Conference');
		ok((await view.labels()).includes('Limit'));
		await view.field('returnAll').locator('.el-switch').click();
		await eventually(async () => ok(!(await view.labels()).includes('Limit')));
		simulator.requests.length = 0;
		await view.execute();
		await view.output.getByTestId('ndv-items-count').getByText('1234 items').waitFor();
		// 1,234 guests are 13 pages.
		strictEqual(simulator.requests.filter(({ path }) => path === '/v1/events/guests/list').length, 13);
	});
}
