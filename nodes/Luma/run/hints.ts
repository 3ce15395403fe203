import type { IExecuteFunctions } from 'n8n-workflow';
import { hasExpression } from './context';
import type { Item } from './item';
import type { Run } from './run';
import type { Work } from './work';

/** So many input items, each with a request of its own, are worth a word about an operation that does it with few. */
const MANY = 10;

/** More input items than these, all with the same request, are worth a word: that may be by oversight, as n8n runs a node for each item. */
const FEW = 3;

/** Whether all items ask Luma for the same: by what was sent, and by what else the fields give, such as Limit or a choice of output. */
function isSameRead(items: Item[]): boolean {
	const [{ context, writes, problem }] = items;
	if (writes || problem) return false;
	const { parameters } = context.getNode();
	const expressions = Object.keys(parameters).filter((name) => hasExpression(parameters[name]));
	const isAlike = (of: (item: Item) => unknown) => {
		const first = JSON.stringify(of(items[0]));
		return items.every((item) => JSON.stringify(of(item)) === first);
	};
	try {
		// Most differ in what was sent, and by the second item that is clear. What has cost a request each may cost an expression each.
		return isAlike(({ calendar, sent }) => [calendar, sent]) && isAlike((item) => expressions.map((name) => item.parameter(name)));
	} catch {
		// An expression that nothing has read so far, and that n8n can't evaluate.
		return false;
	}
}

/** What a person should know of a run that went well. */
export function hintsOf(run: Run, items: Item[], work: Work): string[] {
	const isSame = items.length > FEW && isSameRead(items);
	return [
		run.waited > 0 && `The node waited ${Math.ceil(run.waited / 1000)} seconds in total for Luma's rate limit.`,
		run.retried > 0 && `Luma or the connection failed for a moment, and ${run.retried === 1 ? 'a request was' : `${run.retried} requests were`} sent again.`,
		isSame && `All ${items.length} input items sent the same request. If one is enough, turn on 'Execute Once' in the node's settings.`,
		!isSame && work.insteadOfMany && items.length > MANY && `${items.length} input items took ${items.length} requests. ${work.insteadOfMany}`,
		...run.hints,
	].filter((hint) => hint !== false && hint !== undefined) as string[];
}

/** Shows hints beside the output; n8n has them since 1.74, and a context without them, such as one of tests, goes without. */
export function giveHints(context: IExecuteFunctions, hints: string[]): void {
	for (const message of hints) context.addExecutionHints?.({ message, location: 'outputPane', type: 'info' });
}
