import type { INodeExecutionData } from 'n8n-workflow';
import type { Item } from '../item';
import type { Ledger } from '../ledger';
import type { Run } from '../run';
import type { Batch } from '../work';
import { Batches } from './batches';
import { rowsOf, type Row } from './rows';

/** Entries that Luma has left out, or that are about the same person as one before. */
const LEFT_OUT = ['skipped', 'duplicate', 'present'];

/**
 * Takes an operation that has a list in its body through for all input items: the entries of all of them share requests.
 * One item comes out for each entry, linked to the input item that it came in with.
 */
export async function performBatches(run: Run, items: Item[], batch: Batch, ledger: Ledger | undefined): Promise<INodeExecutionData[]> {
	const first = new Map<string, Item>();
	const sameAs = new Map<Item, Item>();
	const rows = new Map<Item, Row[]>();
	for (const item of items) {
		const of = rowsOf(item, batch);
		const key = of.length > 1 ? JSON.stringify([item.calendar, item.sent, item.parameter('options', {})]) : '';
		const before = key === '' ? undefined : first.get(key);
		if (before) sameAs.set(item, before);
		else rows.set(item, of);
		if (key !== '' && !before) first.set(key, item);
	}
	const all = [...rows.values()].flat();
	await new Batches(run, items, all, batch, ledger).send();
	const out: INodeExecutionData[] = [];
	for (const item of items) {
		const before = sameAs.get(item);
		if (before) out.push(repeated(item, before, `${rows.get(before)!.length} ${batch.noun}s`));
		else for (const row of rows.get(item)!) out.push(row.output);
	}
	const skipped = all.filter(({ outcome }) => LEFT_OUT.includes(outcome!.status)).length;
	if (skipped > 0) run.hints.add(`${skipped} of the ${batch.noun}s ${skipped === 1 ? 'was' : 'were'} skipped by Luma or not sent. See status and reason of the items.`);
	if (sameAs.size > 0) run.hints.add(`${sameAs.size + 1} input items returned the same list, so the node sent it once. If a list is meant for all items, turn on 'Execute Once' in the node's settings.`);
	return out;
}

/** The one item of an input item that gives a list anew, as an expression over all items does that n8n evaluates for each of them. */
const repeated = ({ index, sent: { event_id, tag } }: Item, before: Item, entries: string): INodeExecutionData => ({
	json: {
		...(event_id !== undefined && { event_id }),
		...(tag !== undefined && { tag }),
		status: 'duplicate',
		reason: `The same ${entries} as item ${before.index}. If a list is meant for all items, turn on 'Execute Once' in the node's settings.`,
	},
	pairedItem: { item: index },
});
