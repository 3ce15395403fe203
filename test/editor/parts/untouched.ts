import { deepStrictEqual, match, ok } from 'node:assert';
import type { Check } from '../../n8n/check';
import { byId, luma } from '../../n8n/luma';
import { seed } from '../../simulator';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'Fields that are added and left as they are';

/** Fields of Update Event that show an example, or a value of their own, when they are added. */
const examples = ['Registration Questions', 'Feedback Email', 'Theme', 'Color', 'Coordinates', 'Max Capacity'];

export async function run(stage: Stage, check: Check): Promise<void> {
	const { page, view, simulator } = stage;
	const { conference } = seed.events;
	const open = async () => {
		await stage.openNode(luma(await stage.credential(), 'event', 'update', { eventId: byId(conference), updateFields: {} }));
		simulator.requests.length = 0;
	};
	const written = () => simulator.requests.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }));

	for (const field of examples) {
		await check(`${field} changes nothing at Luma`, async () => {
			await open();
			await view.add('Update Fields', field);
			await view.execute();
			// With nothing else there is nothing to change, and the node says so.
			await eventually(async () => match(await view.output.innerText(), /no changes to send/i));
			deepStrictEqual(written(), []);
		});
	}
	await check('one click brings a text field for the address, which stays when another field is added', async () => {
		await open();
		await view.add('Update Fields', 'Address');
		const text = view.fields.getByPlaceholder(/Alexanderplatz|Street/).first();
		await text.waitFor();
		await view.add('Update Fields', 'Slug');
		ok(await text.isVisible());
		await text.fill('Example Street 1, Berlin');
		await page.keyboard.press('Tab');
		await view.execute();
		await eventually(async () => {
			await Promise.resolve();
			deepStrictEqual(written(), [{ path: '/v1/events/update', body: { event_id: conference, geo_address_json: { type: 'manual', address: 'Example Street 1, Berlin' } } }]);
		});
	});
}
