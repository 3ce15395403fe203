import { deepStrictEqual } from 'node:assert';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { Check } from '../../n8n/check';
import { byId, luma } from '../../n8n/luma';
import { seed } from '../../simulator';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'Another operation or resource';

const event = byId(seed.events.conference);

const filledIn: INodeParameters = {
	eventId: event,
	guestsFrom: 'json',
	guestsJson: '[]',
	additionalFields: { guestStatus: 'waitlist' },
	options: { batchSize: 3 },
};

/** What is left at each step, less what is empty. */
const steps: Array<{ field: string; entry: string; left: INodeParameters }> = [
	{ field: 'operation', entry: 'Update Status', left: { resource: 'guest', operation: 'updateStatus', eventId: event } },
	{ field: 'resource', entry: 'Ticket Type', left: { resource: 'ticketType', eventId: event } },
	{ field: 'resource', entry: 'Event', left: {} },
];

const isEmpty = (value: unknown) =>
	typeof value === 'object' && value !== null && ('value' in value ? value.value === '' : Object.keys(value).length === 0);

export async function run(stage: Stage, check: Check): Promise<void> {
	const { page, view, n8n } = stage;
	const id = await stage.openNode(luma(await stage.credential(), 'guest', 'add', filledIn));
	for (const { field, entry, left } of steps) {
		await check(`${entry} leaves nothing of what was filled in before but the event`, async () => {
			await view.choose(field, entry);
			await page.keyboard.press('ControlOrMeta+s');
			await eventually(async () => {
				const { nodes } = await n8n.rest<{ nodes: INode[] }>('GET', `/workflows/${id}`);
				const { parameters } = nodes[1];
				const filled = Object.entries(parameters).filter(([, value]) => !isEmpty(value));
				deepStrictEqual(Object.fromEntries(filled), left);
			});
		});
	}
}
