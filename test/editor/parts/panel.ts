import { deepStrictEqual, strictEqual } from 'node:assert';
// With its ending, since tsx would find the codex file, Luma.node.json, first.
import { Luma } from '../../../nodes/Luma/Luma.node.ts';
import { LumaTrigger } from '../../../nodes/LumaTrigger/LumaTrigger.node.ts';
import type { Check } from '../../n8n/check';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'The node panel';

/** How many choices there are in all fields of a name. */
const choicesOf = ({ description }: Luma | LumaTrigger, named: string) => description.properties.filter(({ name: field }) => field === named).flatMap(({ options = [] }) => options).length;

/** How n8n heads the actions of the node: all its operations. */
const ACTIONS = `Actions (${choicesOf(new Luma(), 'operation')})`;

const first = { search: 'rsvp', group: `Triggers (${choicesOf(new LumaTrigger(), 'eventTypes')})`, action: 'On guest registered', node: 'Luma Trigger' };

const next = [
	{ search: 'luma', group: ACTIONS, action: 'Get many guests', node: 'Get many guests' },
	{ search: 'lu.ma', group: ACTIONS, action: 'Add guests to an event', node: 'Add guests to an event' },
];

/** Searches the open panel, and adds the node by one of its actions; it opens. */
async function add({ page, view }: Stage, { search, group, action }: typeof first): Promise<void> {
	await page.getByTestId('node-creator-search-bar').fill(search);
	const items = page.getByTestId('item-iterator-item');
	await eventually(async () => {
		const names = await items.getByTestId('node-creator-item-name').allInnerTexts();
		strictEqual(names.filter((name) => name === 'Luma').length, 1, `found: ${names.join(', ')}`);
	});
	await items.filter({ has: page.getByText('Luma', { exact: true }) }).click();
	await page.getByTestId('node-creator').getByText(group).waitFor();
	await items.filter({ has: page.getByText(action, { exact: true }) }).click();
	await view.fields.waitFor();
}

export async function run(stage: Stage, check: Check): Promise<void> {
	const { page, view } = stage;
	await check(`"${first.search}" finds the trigger for the first step`, async () => {
		await stage.newWorkflow();
		await page.getByTestId('node-creator-plus-button').click();
		await add(stage, first);
		deepStrictEqual(await view.labels(), ['Trigger On', 'Output', 'Filters', 'Options']);
		strictEqual(await view.field('eventTypes').locator('.el-tag').innerText(), 'Guest Registered');
		await view.close();
	});
	for (const one of next) {
		await check(`"${one.search}" finds the node for a next step`, async () => {
			await page.getByTestId('canvas-handle-plus').last().click();
			await add(stage, one);
			await view.close();
		});
	}
	await check('the nodes on the canvas say what they do', async () => {
		const subtitles = ['guest registered', 'get many: guest', 'add: guest'];
		await eventually(async () => {
			for (const subtitle of subtitles) {
				strictEqual(await page.getByTestId('canvas-node').getByText(subtitle, { exact: true }).count(), 1, subtitle);
			}
		});
	});
}
