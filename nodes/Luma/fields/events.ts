import type { INodeProperties } from 'n8n-workflow';
import type { Batch } from '../run/work';
import type { Taken } from '../run/batches/rows';
import { eventIn } from '../values/eventLink';
import { entriesBy, from, INPUT_ITEMS } from './entries';
import { idsOf, severalEvents } from './event';
import { body, required, words, type At, type Change } from './send';

/** The events that a tag is put on, or taken off. */
export const taggedEvents = (taken: Taken): Batch => ({
	list: 'event_ids',
	taken,
	noun: 'event',
	same: 'event and tag',
	by: 'event_id',
	skips: "Luma skipped it, because it isn't on the calendar",
	parts: (entries) => ({ event_ids: entries.map(({ event_id }) => event_id as string) }),
});

/** Events given by ID or by link; each link is looked up once in a run. */
const lookedUp: Change = Object.assign(async (value: unknown, { ask }: At) => (await idsOf((value as Array<{ event_id: string }>).map(({ event_id }) => event_id), ask)).map((event_id) => ({ event_id })), { asks: true });

/** What names an event, as a person gave it; what certainly names none is refused before anything is asked. */
const entry = (text: string) => {
	eventIn(text);
	return { event_id: text };
};

/** Which events a tag is put on, or taken off. */
export const eventsFields: INodeProperties[] = [
	from('Events From', 'eventsFrom', 'event', [{ name: 'Chosen Events', value: 'chosen', description: 'Choose events from the list' }]),
	{
		...severalEvents,
		required: true,
		displayOptions: { show: { eventsFrom: ['chosen'] } },
		routing: body('event_ids', severalEvents.displayName, required, entriesBy(entry), lookedUp),
	},
	{
		displayName: 'Event ID or URL',
		name: 'eventRef',
		type: 'string',
		default: '={{ $json.id }}',
		required: true,
		placeholder: 'e.g. evt-1a2b3c4d5e6f7g8',
		displayOptions: { show: { eventsFrom: [INPUT_ITEMS] } },
		description: 'ID or URL of the event, taken from each input item',
		routing: body('event_ids', 'Event ID or URL', required, words, (value) => [entry(value as string)], lookedUp),
	},
];
