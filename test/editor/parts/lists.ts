import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { Check } from '../../n8n/check';
import { byId, luma } from '../../n8n/luma';
import { seed } from '../../simulator';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'The lists';

const EVENTS = '/v1/calendars/events/list';

export async function run(stage: Stage, check: Check): Promise<void> {
	const { page, view, simulator } = stage;
	const credential = await stage.credential();
	const asked = () => simulator.requests.map(({ path }) => path);

	await check('events come newest first, the first page in one request', async () => {
		await stage.openNode(luma(credential, 'guest', 'get'));
		simulator.requests.length = 0;
		await view.openList('eventId');
		await view.found.first().waitFor();
		deepStrictEqual(asked(), [EVENTS]);
		strictEqual(await view.found.count(), 100);
		const shown = await view.found.allInnerTexts();
		deepStrictEqual(shown.slice(0, 2), ['Summer Conference (15 Jun 2027, 09:00)', 'Members Evening (6 May 2027, 18:30)']);
	});
	await check('the next page comes when one scrolls to the end', async () => {
		await view.found.last().scrollIntoViewIfNeeded();
		await eventually(async () => ok((await view.found.count()) > 100));
	});
	await check('a search reaches events of later pages', async () => {
		await view.search('autumn');
		await eventually(async () => {
			deepStrictEqual(await view.found.allInnerTexts(), ['Autumn Talks (10 Sep 2025, 18:00)']);
		});
	});
	await check('guests are those of the chosen event, and those of another one after that is chosen', async () => {
		await view.found.first().click();
		await view.openList('guestId');
		await eventually(async () => strictEqual(await view.found.count(), 30));
		await page.keyboard.press('Escape');
		await view.chooseFromList('eventId', 'Night Run');
		await view.openList('guestId');
		await eventually(async () => strictEqual(await view.found.count(), 5));
	});
	await check('what Luma says about a refused list is to be read', async () => {
		const message = 'Your calendar has no Luma Plus any more.';
		await stage.openNode(luma(credential, 'ticketType', 'get', { eventId: byId(seed.events.conference) }));
		simulator.fail({ path: '/v1/events/ticket-types/list', status: 403, message });
		await view.openList('ticketTypeId');
		const error = page.getByTestId('rlc-error-container').filter({ visible: true });
		await error.waitFor();
		match(await error.innerText(), new RegExp(message));
	});
	await check('a list that needs an event asks for one', async () => {
		await stage.openNode(luma(credential, 'guest', 'get'));
		await view.openList('guestId');
		const error = page.getByTestId('rlc-error-container').filter({ visible: true });
		await error.waitFor();
		match(await error.innerText(), /Choose an event first/);
	});
}
