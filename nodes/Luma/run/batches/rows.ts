import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { known } from '../../simplified/pick';
import { emailKey } from '../../values/email';
import { detailsOf, failedItem, type Details } from '../failed';
import type { Item } from '../item';
import type { Batch } from '../work';

/** How an entry is said to be that Luma has taken. */
export type Taken = 'added' | 'applied' | 'imported' | 'invited' | 'removed';

/**
 * How it went for one entry of a list.
 * skipped: Luma took the request and left the entry out. mixed: Luma left out some entries of the request and did not say
 * which. duplicate: an entry before is about the same person at the same event, so this one was not sent. present: who is there
 * already was not to be sent. preview: it would have been sent. error: it was not done. unknown: Luma may have done it.
 */
export type Status = Taken | 'skipped' | 'mixed' | 'duplicate' | 'present' | 'preview' | 'error' | 'unknown';

export interface Outcome {
	status: Status;
	/** What Luma, or the check of the fields, said. */
	reason?: string;
	/** What a person needs to go on after an error. */
	details?: Details;
}

/** What a list holds: a person, by email or ID, or an event. */
interface Entry extends IDataObject {
	email?: string;
	user_id?: string;
	event_id?: string;
	name?: string;
}

/** What names an entry. */
const nameIn = ({ email, user_id, event_id }: Entry): string | undefined => email ?? user_id ?? event_id;

/** One entry of a list on its way to Luma. */
export class Row {
	outcome?: Outcome;

	/** What was decided of it before anything was sent, where it is not to be sent. */
	decided?: Outcome;

	/** What it is known by; two spellings of an email address are one. */
	readonly name: string;

	/** Rows with the same key are about the same person at the same event. */
	readonly key: string;

	constructor(
		/** The input item that it came in with. */
		readonly item: Item,
		readonly entry: Entry,
		/** The body that it is part of, without the list. */
		readonly rest: IDataObject,
		{ about = Object.keys(rest) }: Batch,
	) {
		this.name = entry.email === undefined ? (nameIn(entry) ?? '') : emailKey(entry.email);
		this.key = `${JSON.stringify([item.calendar, ...about.map((name) => rest[name])])} ${this.name}`;
	}

	/** All that it says to Luma. */
	get says(): string {
		return JSON.stringify([this.entry, this.rest]);
	}

	/** "17 (guest17@example.com)" */
	toString(): string {
		const name = nameIn(this.entry);
		return name === undefined ? `${this.item.index}` : `${this.item.index} (${name})`;
	}

	/** What goes beside the input of an entry that failed. A value that was found bad takes no field of the input's place. */
	private beside(about: IDataObject): IDataObject {
		const { context, problem } = this.item;
		// At the error output it stands in a place of its own.
		if (!problem || context.getNode().onError === 'continueErrorOutput') return about;
		const { json } = context.getInputData();
		return Object.fromEntries(Object.entries(about).filter(([name]) => !(name in json)));
	}

	get output(): INodeExecutionData {
		const { email, user_id, name, event_id } = this.entry;
		const { status, reason, details } = this.outcome!;
		const about = { email, user_id, name, event_id: event_id ?? this.rest.event_id, tag: this.rest.tag } as IDataObject;
		if (status === 'error' || status === 'unknown') return failedItem(this.item.context, reason!, { ...details, status }, { ...this.beside(about), reason });
		return { json: known({ ...about, status, reason }), pairedItem: { item: this.item.index } };
	}
}

/** What an input item with a bad field stands for, if it is one entry. A field that was found bad stands there as it came. */
export function entryName({ sent }: Item, { list }: Batch): string | undefined {
	const { [list]: entries } = sent;
	if (typeof entries === 'string') return /^\s*[[{]|[,\n]/.test(entries) ? undefined : entries;
	return Array.isArray(entries) && entries.length === 1 ? nameIn(entries[0] as Entry) : undefined;
}

/** The rows of an input item. One with a bad field has one row, to say so. */
export function rowsOf(item: Item, batch: Batch): Row[] {
	const { [batch.list]: entries, ...rest } = item.sent;
	const { problem } = item;
	if (problem) {
		const row = new Row(item, { [batch.by ?? 'email']: entryName(item, batch) }, rest, batch);
		return [Object.assign(row, { outcome: { status: 'error' as const, reason: problem.message, details: detailsOf(problem) } })];
	}
	return (entries as Entry[]).map((entry) => new Row(item, entry, rest, batch));
}

/** Rows that may go in one request: the same calendar, event, tickets, status, message, and so on. */
export function groupsOf(rows: Row[]): Row[][] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = JSON.stringify([row.item.calendar, row.rest]);
		if (!groups.has(key)) groups.set(key, []);
		groups.get(key)!.push(row);
	}
	return [...groups.values()];
}
