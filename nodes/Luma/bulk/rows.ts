import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';
import { turnOf } from '../api/run';
import { Halted } from '../api/send';
import { withoutBlanks } from '../values/blank';
import type { Assembled } from './assemble';

/**
 * How it went for one input item.
 * added, invited: Luma took the guest. skipped: Luma took the request and left the guest out. duplicate: an item before
 * has the same email for the same event, so this one was not sent. error: it was not done. unknown: Luma may have done it.
 */
export type Status = 'added' | 'invited' | 'skipped' | 'duplicate' | 'error' | 'unknown';

export interface Outcome {
	status: Status;
	/** What Luma, or the check of the fields, said. */
	reason?: string;
}

interface Guest extends IDataObject {
	email: string;
	name?: string;
}

/** One input item on its way to Luma. */
export class Row {
	outcome?: Outcome;

	private constructor(
		readonly item: number,
		readonly context: IExecuteSingleFunctions,
		readonly guest: Guest,
		readonly eventId: IDataObject[string],
		/** The request that it is part of, with all but the guests. */
		readonly options?: IHttpRequestOptions,
		/** What is wrong with its fields. */
		readonly problem?: Error,
	) {}

	static of({ context, routed, error }: Assembled): Row {
		const item = context.getItemIndex();
		const body = withoutBlanks(routed?.options.body as Record<string, unknown> ?? {}) as IDataObject;
		const { guests, ...rest } = body;
		const problem = error ?? (routed && turnOf(context).problem);
		// A field that was found bad stands there as it came.
		const guest = (Array.isArray(guests) ? guests[0] : { email: guests }) as Guest;
		return new Row(item, context, guest, rest.event_id, routed && { ...(routed.options as IHttpRequestOptions), body: rest }, problem instanceof Halted ? undefined : problem);
	}

	/** Rows with the same key are about the same person at the same event. */
	get key(): string {
		return `${String(this.eventId)} ${this.guest.email.toLowerCase()}`;
	}

	/** "17 (guest17@example.com)" */
	toString(): string {
		return this.guest.email === undefined ? `${this.item}` : `${this.item} (${this.guest.email})`;
	}

	/** The output item. */
	output(errorOutput: boolean): INodeExecutionData {
		const { email, name } = this.guest;
		const known = Object.entries({ email, name, event_id: this.eventId, ...this.outcome }).filter(([, value]) => value !== undefined);
		const json = Object.fromEntries(known) as IDataObject;
		const failed = this.outcome?.status === 'error' || this.outcome?.status === 'unknown';
		// n8n moves an item to the error output by these two names, and puts the input item's fields beside them. An `error`
		// on the item itself would make it drop all but the message.
		return { json: failed && errorOutput ? { error: this.outcome!.reason, details: json } : json, pairedItem: { item: this.item } };
	}
}

/** Rows that may go in one request: the same event, tickets, status, message, and so on. */
export interface Group {
	options: IHttpRequestOptions;
	rows: Row[];
}

/** Groups in the order in which their first rows came in. */
export function groupsOf(rows: Row[]): Group[] {
	const groups = new Map<string, Group>();
	for (const row of rows) {
		const key = JSON.stringify(row.options!.body);
		if (!groups.has(key)) groups.set(key, { options: row.options!, rows: [] });
		groups.get(key)!.rows.push(row);
	}
	return [...groups.values()];
}
