import type { IExecuteFunctions } from 'n8n-workflow';
import type { Outcome } from './rows';

const ledgers = new WeakMap<object, Ledger>();

/** What has gone out for the input that a node works on: with Retry On Fail n8n runs the node anew, and nothing may go twice. */
export class Ledger {
	/** By the key of a row. Only what another request would not mend. */
	readonly outcomes = new Map<string, Outcome>();

	/** Why the node has stopped, where another try could not help. */
	failure?: Error;

	/** The same one as long as n8n works on the same input. */
	static of(context: IExecuteFunctions): Ledger {
		const data = context.getExecuteData();
		if (!ledgers.has(data)) ledgers.set(data, new Ledger());
		return ledgers.get(data)!;
	}
}
