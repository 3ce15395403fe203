import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { clock } from '../api/clock';
import { failureOf, itemError, partsOf } from '../api/errors';
import { addressIn, emailKey } from '../values/email';
import { Problem } from '../values/problem';
import { batchingOf } from './connection';
import { detailsOf, failedItem } from './failed';
import { goodOne, type Item } from './item';
import { Ledger } from './ledger';
import { pool } from './pool';
import type { Run } from './run';
import { once, type Work } from './work';

/** Items that are read at a time; the pacer of the key says how many of their requests are under way. */
const READING = 8;

/** Spellings of one email address are one person; all else counts as it is. */
const samePerson = (_name: string, value: unknown): unknown => (addressIn(value) === undefined ? value : emailKey(value as string));

/** Which write of this run was the last one about the same event, guest or ticket type. */
class Same {
	private readonly last = new Map<string, { body: string; place: number }>();

	/** The place of the item before that has just the same to say of the same thing, if there is one. */
	before({ calendar, sent }: Item, place: number): number | undefined {
		const about = JSON.stringify([calendar, Object.entries(sent).filter(([name]) => name.endsWith('_id') || name === 'email')], samePerson);
		const body = JSON.stringify(sent, samePerson);
		const last = this.last.get(about);
		if (last?.body === body) return last.place;
		this.last.set(about, { body, place });
		return undefined;
	}
}

/**
 * Does an operation for one item after the other: writes in their order, none after one that stops the node; reads some at
 * a time.
 * @returns what comes out for each item
 */
export async function performEach(run: Run, items: Item[], work: Work, ledger: Ledger | undefined): Promise<INodeExecutionData[][]> {
	const out: INodeExecutionData[][] = items.map(() => []);
	const failures = new Map<number, Error>();
	const same = new Same();
	const [{ context, writes }] = items;
	const stops = !context.continueOnFail();
	let done = 0;

	/** What had been done when a write fails and stops the node, so that a person knows where to go on. */
	const progress = (place: number) => {
		if (!writes || items.length < 2 || !stops) return [];
		const after = items.length - place - 1;
		return [`${done} of ${items.length} items were completed before this one${after > 0 ? `, and ${after} after it weren't started` : ''}.`];
	};

	const attempt = async (item: Item, place: number): Promise<INodeExecutionData[]> => {
		const twin = writes && work.mails && !item.problem ? same.before(item, place) : undefined;
		const key = Ledger.keyOf(item);
		const before = writes ? ledger?.get<INodeExecutionData[]>(key) : undefined;
		if (before && 'error' in before) throw before.error;
		if (before) return before.done;
		if (item.problem) throw item.problem;
		try {
			item.notes = () => progress(place);
			const done = twin === undefined ? await itemsOf(item, work) : again(item, twin, out[twin], failures.get(twin));
			if (writes) ledger?.set(key, { done, item });
			return done;
		} catch (reason) {
			const error = item.taken && !failureOf(reason) && !run.signal.aborted ? item.unread(reason as Error) : (reason as Error);
			if (writes && partsOf(error).uncertain) ledger?.set(key, { error, item });
			throw error;
		}
	};

	const act = async (item: Item, place: number) => {
		try {
			out[place] = await attempt(item, place);
			done += 1;
		} catch (reason) {
			// Cancelled, or stopped by another item.
			if (run.signal.aborted) throw reason as Error;
			const error = reason instanceof Problem ? itemError(context.getNode(), explained(reason, item), item.index) : (reason as Error);
			if (stops) {
				run.stop(error);
				throw error;
			}
			failures.set(place, error);
			out[place] = [failedItem(item.context, error.message, detailsOf(error))];
		}
	};

	const { size, pause } = batchingOf(goodOne(items));
	for (let from = 0; from < items.length; from += size) {
		if (from > 0) await clock.wait(pause, run.signal);
		await pool(items.slice(from, from + size), writes ? 1 : READING, async (item, place) => await act(item, from + place), run.signal);
	}
	const twins = work.mails ? out.filter(([first]) => first?.json.duplicate_of_item !== undefined).length : 0;
	if (twins > 0) run.hints.add(`${twins} input ${twins === 1 ? 'item was' : 'items were'} identical to an item before, so the node sent each of these once. See duplicate_of_item of the items.`);
	return out;
}

/** What the node found wrong while it was at it, with what had been done before. */
const explained = ({ message, description }: Problem, { notes }: Item) => ({ message, description: [description, ...(notes?.() ?? [])].filter(Boolean).join(' ') || undefined });

/** Does it, and gives its output items. */
async function itemsOf(item: Item, work: Work): Promise<INodeExecutionData[]> {
	const output = work.output?.(item) ?? ((entry: IDataObject) => entry);
	const entries = await (work.perform ?? once)(item);
	return entries.map((entry) => ({ json: output(entry), pairedItem: { item: item.index } }));
}

/** What comes out for an item that says the same as one before it, which was sent once. */
function again(item: Item, twin: number, out: INodeExecutionData[], failure: Error | undefined): INodeExecutionData[] {
	if (failure) throw failure;
	return out.map(({ json }) => ({ json: { ...json, duplicate_of_item: twin }, pairedItem: { item: item.index } }));
}
