import type { IExecuteFunctions } from 'n8n-workflow';
import type { Item } from './item';

const ledgers = new WeakMap<object, Ledger>();

/** What has become of a write, and for that of an input item the item as it was sent. */
export type Entry<T> = ({ done: T } | { error: Error }) & { item?: Item };

/**
 * What has gone out to Luma for the input that a node works on. With Retry On Fail n8n runs the node anew from its first
 * item, and nothing may go out twice: what is done is not sent again, nor is what may have been done. n8n hands over the
 * same execute data as long as it works on the same input (`WorkflowExecute.processRunExecutionData`); each turn of a loop
 * has its own.
 */
export class Ledger {
	private readonly entries = new Map<string, Entry<unknown>>();

	/** Why the node has stopped, where another try could not help. */
	failure?: Error;

	static of(context: IExecuteFunctions): Ledger {
		const data = context.getExecuteData();
		if (!ledgers.has(data)) ledgers.set(data, new Ledger());
		return ledgers.get(data)!;
	}

	/** The key of an input item whose write is its own. */
	static keyOf = ({ index }: { index: number }): string => `item ${index}`;

	/** Whether nothing has gone out yet, as far as that matters. */
	get isEmpty(): boolean {
		return this.entries.size === 0;
	}

	/** @param key the same for the same write each time that n8n runs the node */
	get<T>(key: string): Entry<T> | undefined {
		return this.entries.get(key) as Entry<T> | undefined;
	}

	set<T>(key: string, entry: Entry<T>): void {
		this.entries.set(key, entry);
	}
}
