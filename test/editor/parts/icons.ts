import { match, ok, strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { luma } from '../../n8n/luma';
import { lumaTrigger } from '../../n8n/trigger/trigger';
import { chain } from '../../n8n/workflow';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'The icons';

const themes = [
	{ colorScheme: 'light', file: /icons\/luma\.svg$/ },
	{ colorScheme: 'dark', file: /icons\/luma\.dark\.svg$/ },
] as const;

/** Runs in the browser; an image that cannot be shown has no width. */
const isDrawn = (image: unknown) => (image as { naturalWidth: number }).naturalWidth > 0;

export async function run(stage: Stage, check: Check): Promise<void> {
	const { page } = stage;
	const credential = await stage.credential();
	await stage.openWorkflow(chain('Icons', [lumaTrigger(credential), luma(credential, 'event', 'getAll')]));
	for (const { colorScheme, file } of themes) {
		await check(`there is one for the ${colorScheme} theme`, async () => {
			await page.emulateMedia({ colorScheme });
			const icons = page.getByTestId('canvas-node').locator('img');
			await eventually(async () => {
				strictEqual(await icons.count(), 2);
				for (const icon of await icons.all()) {
					match(String(await icon.getAttribute('src')), file);
					ok(await icon.evaluate(isDrawn), `${await icon.getAttribute('src')} is not drawn`);
				}
			});
		});
	}
	await page.emulateMedia({ colorScheme: 'light' });
}
