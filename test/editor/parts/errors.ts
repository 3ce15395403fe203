import { strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { byId, luma } from '../../n8n/luma';
import { seed } from '../../simulator';
import type { Stage } from '../stage';

export const name = 'What is filled in wrongly';

export async function run(stage: Stage, check: Check): Promise<void> {
	const { view, simulator } = stage;
	const credential = await stage.credential();
	simulator.requests.length = 0;
	const message = view.output.getByTestId('node-error-message');
	const description = view.output.getByTestId('node-error-description');

	await check('bad JSON: says where, and shows how it should look', async () => {
		await stage.openNode(luma(credential, 'guest', 'add', { eventId: byId(seed.events.conference) }));
		await view.choose('guestsFrom', 'JSON');
		await view.type('guestsJson', '[{ "email": "guest1@example.com" ');
		await view.execute();
		await message.getByText('Guests (JSON) is not valid JSON: line 1, column 34').waitFor();
		await description.getByText('Expected: [').waitFor();
	});
	await check('a bad date: says which field, and what is a date', async () => {
		await view.choose('resource', 'Event');
		await view.choose('operation', 'Create');
		await view.field('eventName').locator('input').fill('Autumn Meetup');
		await view.expression('startAt', 'next Friday');
		await view.execute();
		await message.getByText('Start: "next Friday" is not a date').waitFor();
		await description.getByText('Use the date picker, an ISO 8601 date').waitFor();
	});
	await check('nothing was sent', async () => {
		strictEqual(simulator.requests.length, 0);
	});
}
