import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { Check } from '../../n8n/check';
import { byId, LUMA, luma } from '../../n8n/luma';
import { chain, manualTrigger, node } from '../../n8n/workflow';
import { apiKey, seed, YEAR } from '../../simulator';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'The lists';

interface Page {
	entries: Array<{ name: string; start_at: string }>;
	next_cursor?: string;
}

/** The names of the simulator's events as a person looks for them: those to come, the nearest first, then the others, the latest first. */
async function namesInOrder(url: string): Promise<string[]> {
	const all: Page['entries'] = [];
	for (let cursor: string | undefined = ''; cursor !== undefined; ) {
		const query = new URLSearchParams({ pagination_limit: '100', sort_column: 'start_at', sort_direction: 'asc', ...(cursor && { pagination_cursor: cursor }) });
		const answer = await fetch(`${url}/v1/calendars/events/list?${query.toString()}`, { headers: { 'x-luma-api-key': apiKey } });
		const { entries, next_cursor } = (await answer.json()) as Page;
		all.push(...entries);
		cursor = next_cursor;
	}
	const begun = all.filter(({ start_at }) => Date.parse(start_at) < Date.now()).reverse();
	return [...all.filter((event) => !begun.includes(event)), ...begun].map(({ name }) => name);
}

export async function run(stage: Stage, check: Check): Promise<void> {
	const { page, view, n8n, simulator } = stage;
	const events = view.found('eventId');
	const guests = view.found('guestId');
	await stage.openNode(luma(await stage.credential(), 'guest', 'get'));

	await check('guests ask for an event first', async () => {
		await view.openList('guestId');
		await view.refusal('guestId').getByText('Choose an event first').waitFor();
	});
	await check('the nearest of the events to come stand on top, those that have begun behind them', async () => {
		const expected = await namesInOrder(simulator.url);
		await view.openList('eventId');
		await eventually(async () => ok((await events.count()) >= 100));
		const shown = await events.allInnerTexts();
		deepStrictEqual(shown.map((text) => text.replace(/ \(.*/, '')), expected.slice(0, shown.length));
		match(shown[0], / \(\d{1,2} [A-Z][a-z]{2} 20\d\d, \d\d:\d\d\)$/);
	});
	await check('the next page comes when one scrolls to the end', async () => {
		const before = await events.count();
		await events.last().scrollIntoViewIfNeeded();
		await eventually(async () => ok((await events.count()) > before));
	});
	await check('a search reaches events of later pages', async () => {
		await view.search('eventId', 'autumn');
		await eventually(async () => deepStrictEqual(await events.allInnerTexts(), ['Autumn Talks (10 Sep 2025, 18:00)']));
	});
	await check('a pasted link finds its event', async () => {
		await view.search('eventId', 'https://luma.com/summer-conference?utm_source=mail');
		await eventually(async () => deepStrictEqual(await events.allInnerTexts(), [`Summer Conference (15 Jun ${YEAR}, 09:00)`]));
	});
	await check('a search for what there is not says so', async () => {
		await view.search('eventId', 'no such event');
		await view.locator('eventId').getByText('No results').waitFor();
		await view.search('eventId', 'autumn');
		await eventually(async () => strictEqual(await events.count(), 1));
	});
	await check('guests are those of the chosen event', async () => {
		await events.first().click();
		await view.openList('guestId');
		await eventually(async () => strictEqual(await guests.count(), 30));
		match((await guests.allInnerTexts())[0], /^.+ \(.+@.+, .+\)$/);
	});
	await check('guests are those of another event after that is chosen', async () => {
		await view.chooseFromList('eventId', 'Night Run');
		await view.openList('guestId');
		await eventually(async () => strictEqual(await guests.count(), 5));
	});
	await check('a whole email address is asked for directly', async () => {
		const [email] = /\S+@[^,]+/.exec((await guests.allInnerTexts())[3])!;
		simulator.requests.length = 0;
		await view.search('guestId', email.replace('(', ''));
		await eventually(async () => strictEqual(await guests.count(), 1));
		deepStrictEqual(simulator.requests.map(({ path }) => path), ['/v1/events/guests/get']);
	});
	await check('what Luma says about a refused list is to be read', async () => {
		const message = 'Your calendar has no Luma Plus any more.';
		await view.chooseFromList('eventId', 'Members Evening');
		simulator.fail({ path: '/v1/events/guests/list', status: 403, message, times: 10 });
		await view.openList('guestId');
		await view.refusal('guestId').getByText(message).waitFor();
	});

	const standard = { __rl: true, mode: 'list', value: seed.ticketTypes.standard, cachedResultName: 'Standard (free)' };
	const workshop = { __rl: true, mode: 'list', value: seed.ticketTypes.workshop, cachedResultName: 'Workshop (free)' };
	const conference = { __rl: true, mode: 'list', value: seed.events.conference, cachedResultName: `Summer Conference (15 Jun ${YEAR}, 09:00)`, cachedResultUrl: 'https://luma.com/summer-conference' };
	/** What n8n has of the node once it has saved the workflow. */
	const saved = async (id: string, holds: (parameters: INodeParameters) => void) => {
		await page.keyboard.press('ControlOrMeta+s');
		await eventually(async () => {
			const { nodes } = await n8n.rest<{ nodes: INode[] }>('GET', `/workflows/${id}`);
			holds(nodes.find(({ name }) => name === LUMA)!.parameters);
		});
	};
	const valueOf = (locator: unknown) => (locator as { value: string }).value;

	await check('another event leaves no ticket type of the one before', async () => {
		const id = await stage.openNode(luma(await stage.credential(), 'ticketType', 'update', { eventId: conference, ticketTypeId: standard }));
		await view.chooseFromList('eventId', 'Night Run');
		await saved(id, ({ eventId, ticketTypeId }) => deepStrictEqual([valueOf(eventId), valueOf(ticketTypeId)], [seed.events.clockChange, '']));
	});
	await check('nor in rows of tickets', async () => {
		const tickets = { type: [{ ticketTypeId: standard, quantity: 2 }, { ticketTypeId: workshop, quantity: 1 }] };
		const id = await stage.openNode(luma(await stage.credential(), 'guest', 'updateTickets', { eventId: conference, guestId: byId('guest@example.com'), ticketsToAdd: tickets }));
		await view.chooseFromList('eventId', 'Night Run');
		await saved(id, ({ eventId, guestId, ticketsToAdd }) => {
			const rows = (ticketsToAdd as { type: Array<{ ticketTypeId: unknown }> }).type.map(({ ticketTypeId }) => valueOf(ticketTypeId));
			deepStrictEqual([valueOf(eventId), valueOf(guestId), rows], [seed.events.clockChange, '', ['', '']]);
		});
	});
	await check('what is given by expression stays when the nodes before have run', async () => {
		const items = [{ event: seed.events.conference, guest: 'guest-1@example.com' }];
		const source = node('Source', 'n8n-nodes-base.code', { jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))}` }, { typeVersion: 2 });
		const given = { eventId: byId('={{ $json.event }}'), guestId: byId('={{ $json.guest }}') };
		const get = luma(await stage.credential(), 'guest', 'get', given);
		// Without pinData n8n's partial run fails by itself.
		await stage.openNodeOf({ ...chain('Expressions', [manualTrigger(), source, get]), pinData: {} }, get);
		await page.getByText('Execute previous nodes').first().click();
		await view.fields.getByText(items[0].guest).first().waitFor();
		simulator.requests.length = 0;
		await view.execute();
		await eventually(async () => deepStrictEqual(simulator.requests.map(({ query }) => query), [{ event_id: seed.events.conference, id: items[0].guest }]));
	});
}
