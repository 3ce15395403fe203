import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { luma } from '../../n8n/luma';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'The lists';

export async function run(stage: Stage, check: Check): Promise<void> {
	const { view, simulator } = stage;
	const events = view.found('eventId');
	const guests = view.found('guestId');
	await stage.openNode(luma(await stage.credential(), 'guest', 'get'));

	await check('guests ask for an event first', async () => {
		await view.openList('guestId');
		await view.refusal('guestId').getByText('Choose an event first').waitFor();
	});
	await check('events come newest first, the first page in one request', async () => {
		simulator.requests.length = 0;
		await view.openList('eventId');
		await eventually(async () => strictEqual(await events.count(), 100));
		deepStrictEqual(simulator.requests.map(({ path }) => path), ['/v1/calendars/events/list']);
		const [first, second] = await events.allInnerTexts();
		deepStrictEqual([first, second], ['Summer Conference (15 Jun 2027, 09:00)', 'Members Evening (6 May 2027, 18:30)']);
	});
	await check('the next page comes when one scrolls to the end', async () => {
		await events.last().scrollIntoViewIfNeeded();
		await eventually(async () => ok((await events.count()) > 100));
	});
	await check('a search reaches events of later pages', async () => {
		await view.search('eventId', 'autumn');
		await eventually(async () => deepStrictEqual(await events.allInnerTexts(), ['Autumn Talks (10 Sep 2025, 18:00)']));
	});
	await check('guests are those of the chosen event', async () => {
		await events.first().click();
		await view.openList('guestId');
		await eventually(async () => strictEqual(await guests.count(), 30));
	});
	await check('guests are those of another event after that is chosen', async () => {
		await view.chooseFromList('eventId', 'Night Run');
		await view.openList('guestId');
		await eventually(async () => strictEqual(await guests.count(), 5));
	});
	await check('what Luma says about a refused list is to be read', async () => {
		const message = 'Your calendar has no Luma Plus any more.';
		await view.chooseFromList('eventId', 'Members Evening');
		simulator.fail({ path: '/v1/events/guests/list', status: 403, message, times: 10 });
		await view.openList('guestId');
		await view.refusal('guestId').getByText(message).waitFor();
	});
}
