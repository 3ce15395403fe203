import type { IExecuteFunctions } from 'n8n-workflow';
import type { Item } from './item';
import type { Run } from './run';
import type { Work } from './work';

/** So many input items, each with a request of its own, are worth a word about an operation that does it with few. */
const MANY = 10;

/** What a person should know of a run that went well. */
export function hintsOf(run: Run, items: Item[], work: Work): string[] {
	return [
		run.waited > 0 && `The node waited ${Math.ceil(run.waited / 1000)} seconds in total for Luma's rate limit.`,
		run.retried > 0 && `Luma or the connection failed for a moment, and ${run.retried === 1 ? 'a request was' : `${run.retried} requests were`} sent again.`,
		work.insteadOfMany && items.length > MANY && `${items.length} input items took ${items.length} requests. ${work.insteadOfMany}`,
		...run.hints,
	].filter((hint) => hint !== false && hint !== undefined) as string[];
}

/** Shows hints beside the output; n8n has them since 1.74, and a context without them, such as one of tests, goes without. */
export function giveHints(context: IExecuteFunctions, hints: string[]): void {
	for (const message of hints) context.addExecutionHints?.({ message, location: 'outputPane', type: 'info' });
}
