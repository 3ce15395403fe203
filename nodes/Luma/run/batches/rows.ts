import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { emailKey } from '../../values/text';
import { failedItem, type Details } from '../failed';
import type { Item } from '../item';
import type { Batch } from '../work';

/** How an entry is said to be that Luma has taken. */
export type Taken = 'added' | 'invited';

/**
 * How it went for one entry of a list.
 * skipped: Luma took the request and left the entry out. duplicate: an entry before is about the same person at the same
 * event, so this one was not sent. error: it was not done. unknown: Luma may have done it.
 */
export type Status = Taken | 'skipped' | 'duplicate' | 'error' | 'unknown';

export interface Outcome {
	status: Status;
	/** What Luma, or the check of the fields, said. */
	reason?: string;
	/** What a person needs to go on after an error. */
	details?: Details;
}

/** A guest, as requests name one. */
interface Entry extends IDataObject {
	email: string;
	name?: string;
}

/** One entry of a list on its way to Luma. */
export class Row {
	outcome?: Outcome;

	constructor(
		/** The input item that it came in with. */
		readonly item: Item,
		readonly entry: Entry,
		/** The body that it is part of, without the list. */
		readonly rest: IDataObject,
	) {}

	/** Rows with the same key are about the same person at the same event. */
	get key(): string {
		return `${String(this.rest.event_id)} ${emailKey(this.entry.email)}`;
	}

	/** All that it says to Luma. */
	get says(): string {
		return JSON.stringify([this.entry, this.rest]);
	}

	/** "17 (guest17@example.com)" */
	toString(): string {
		return this.entry.email === undefined ? `${this.item.index}` : `${this.item.index} (${this.entry.email})`;
	}

	get output(): INodeExecutionData {
		const { email, name } = this.entry;
		const { status, reason, details } = this.outcome!;
		const known = { email, name, event_id: this.rest.event_id };
		if (status === 'error' || status === 'unknown') return failedItem(this.item.context, reason!, { ...details, status }, { ...known, reason });
		const json = Object.entries({ ...known, status, reason }).filter(([, value]) => value !== undefined);
		return { json: Object.fromEntries(json) as IDataObject, pairedItem: { item: this.item.index } };
	}
}

/** The email that an input item with a bad field stands for, if it is one. A field that was found bad stands there as it came. */
export function emailOf({ sent }: Item, { list }: Batch): string | undefined {
	const { [list]: entries } = sent;
	if (typeof entries === 'string') return /^\s*[[{]/.test(entries) ? undefined : entries;
	return Array.isArray(entries) && entries.length === 1 ? (entries as unknown as Entry[])[0].email : undefined;
}

/** The rows of an input item. One with a bad field has one row, to say so. */
export function rowsOf(item: Item, batch: Batch): Row[] {
	const { [batch.list]: entries, ...rest } = item.sent;
	if (item.problem) return [new Row(item, { email: emailOf(item, batch)! }, rest)];
	return (entries as Entry[]).map((entry) => new Row(item, entry, rest));
}

/** Rows that may go in one request: the same event, tickets, status, message, and so on. */
export function groupsOf(rows: Row[]): Row[][] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = JSON.stringify(row.rest);
		if (!groups.has(key)) groups.set(key, []);
		groups.get(key)!.push(row);
	}
	return [...groups.values()];
}
