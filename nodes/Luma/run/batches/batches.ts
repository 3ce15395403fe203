import type { INode } from 'n8n-workflow';
import { clock } from '../../api/clock';
import { apiError, failureOf, type Failure } from '../../api/errors';
import { isBlank } from '../../values/blank';
import { whole } from '../../values/scalar';
import { batchingOf } from '../connection';
import { detailsOf } from '../failed';
import { goodOne, type Item } from '../item';
import type { Ledger } from '../ledger';
import { listed, sentence } from '../problems';
import type { Run } from '../run';
import type { Batch } from '../work';
import { halve, type Refusal } from './halve';
import { outcomesIn } from './outcomes';
import { account } from './report';
import { groupsOf, type Outcome, type Row } from './rows';

/** Answers that blame what was sent: one of the entries may be at fault, or that they are so many. */
const REFUSED = [400, 409, 413, 422];

/** Answers that blame the key, or what the request is about. */
const DENIED = [401, 403, 404];

/** Entries of one request. Luma publishes no maximum; 100 is the most it puts on a page, and an outcome that stays unknown is one of 100 people, not of all. */
export const BATCH_SIZE = 100;

/** The rows of all input items on their way to Luma, many in one request. */
export class Batches {
	private readonly node: INode;

	private readonly stops: boolean;

	/** Entries of one request at most. */
	private size: number;

	private readonly batching: ReturnType<typeof batchingOf>;

	private requests = 0;

	constructor(
		private readonly run: Run,
		private readonly items: Item[],
		private readonly rows: Row[],
		private readonly batch: Batch,
		private readonly ledger: Ledger | undefined,
	) {
		const [{ context }] = items;
		this.node = context.getNode();
		this.stops = !context.continueOnFail();
		const good = goodOne(items);
		this.batching = batchingOf(good);
		const { batchSize } = (good?.getNodeParameter('options', {}) ?? {}) as { batchSize?: unknown };
		this.size = Math.min(isBlank(batchSize) ? BATCH_SIZE : whole(batchSize), batch.most ?? Infinity);
	}

	/**
	 * Sends all that can be sent, and notes in each row how it went.
	 * @throws NodeApiError or NodeOperationError that says what was done and what not, when the node is to stop on errors
	 */
	async send(): Promise<void> {
		if (this.stops && this.ledger?.failure) throw this.ledger.failure;
		await this.decide();
		for (let open = this.open(); open.length > 0; open = this.open()) for (const group of groupsOf(open)) await this.sendGroup(group);
	}

	/**
	 * The rows that need a request. One that is like a row before it needs none: it is a duplicate, or shares the fate of that
	 * one where it failed; only if it says something else it gets its turn then, or if that one was to be a preview and this one
	 * is not. Nor does one that was done before n8n ran the node anew.
	 */
	private open(): Row[] {
		const first = new Map<string, Row>();
		for (const row of this.rows) {
			if (row.item.problem) continue;
			const before = first.get(row.key);
			const fate = before?.outcome;
			if (fate?.status === 'unknown' || (fate?.status === 'error' && row.says === before!.says)) row.outcome = fate;
			else if (before && fate?.status !== 'error' && (fate?.status !== 'preview' || row.decided?.status === 'preview')) row.outcome = this.duplicateOf(before, row);
			else {
				first.set(row.key, row);
				if (row.outcome?.status === 'duplicate') row.outcome = row.decided;
				const known = before ? undefined : this.ledger?.get<Outcome>(row.key);
				if (known && 'done' in known) row.outcome ??= known.done;
			}
		}
		return this.rows.filter(({ outcome }) => !outcome);
	}

	/** Decides of the rows that need a request and of those that are like one of them: each by itself, for it gets its turn where that one fails. */
	private async decide() {
		if (!this.batch.decide) return;
		const keys = new Set(this.open().map(({ key }) => key));
		const rows = this.rows.filter(({ item, key }) => !item.problem && keys.has(key));
		for (const row of rows) row.outcome = undefined;
		await this.batch.decide(rows);
		for (const row of rows) row.decided = row.outcome;
	}

	private duplicateOf(before: Row, row: Row): Outcome {
		const { noun, same } = this.batch;
		return { status: 'duplicate', reason: `Same ${same} as ${before.item === row.item ? `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun} before` : `item ${before.item.index}`}` };
	}

	private async sendGroup(rows: Row[]) {
		let [latest] = rows;
		const attempt = async (part: Row[]) => {
			[latest] = part;
			return await this.attempt(part);
		};
		const { refused, untried, size } = await halve(rows, this.size, attempt, this.stops);
		this.size = size;
		if (this.stops && refused.size > 0) throw this.stopped(refused);
		// There are some only where the latest was refused like those before it.
		const outcome = latest.outcome!;
		const reason = `Not sent, because Luma refused every other ${this.batch.noun} that was tried individually: ${outcome.reason}`;
		for (const row of untried) row.outcome = { ...outcome, reason };
	}

	/** Sends some rows of a group in one request. */
	private async attempt(part: Row[]): Promise<Refusal | undefined> {
		const { size, pause } = this.batching;
		if (this.requests > 0 && this.requests % size === 0) await clock.wait(pause, this.run.signal);
		this.requests += 1;
		try {
			const { list, parts = (entries) => ({ [list]: entries }) } = this.batch;
			const answer = await part[0].item.send(parts(part.map(({ entry }) => entry)));
			const outcomeOf = outcomesIn(answer, part, this.batch);
			for (const row of part) this.settle(row, outcomeOf(row));
			return undefined;
		} catch (error) {
			if (this.run.signal.aborted) throw error as Error;
			const failure = failureOf(error);
			const { message } = error as Error;
			const details = detailsOf(error);
			if (failure && REFUSED.includes(failure.status!)) {
				const { words = message } = failure;
				if (part.length === 1) this.settle(part[0], { status: 'error', reason: words, details });
				return { failure: { ...failure, words }, words };
			}
			if (failure?.uncertain) for (const row of part) this.settle(row, { status: 'unknown', reason: `${sentence(message)} Luma may have made the change anyway. The node didn't send the request again.`, details });
			// Nothing was done: when n8n runs the node anew, these go again.
			else for (const row of part) row.outcome = { status: 'error', reason: message, details };
			if (this.stops) throw failure ? this.failed(failure) : (error as Error);
			return { words: DENIED.includes(failure?.status ?? 0) && failure?.origin === undefined ? message : undefined };
		}
	}

	/** Notes what can no longer change. */
	private settle(row: Row, outcome: Outcome) {
		row.outcome = outcome;
		this.ledger?.set(row.key, { done: outcome });
	}

	/** The error of a batch that failed as a whole. */
	private failed(failure: Failure): Error {
		const error = apiError(this.node, { ...failure, notes: [...(failure.notes ?? []), ...account(this.rows, this.items.length, this.batch)] });
		if (failure.uncertain && this.ledger) this.ledger.failure = error;
		return error;
	}

	/** The error of a batch of which Luma refused some rows. */
	private stopped(refused: Map<Row, Failure>): Error {
		const [[{ item }, failure]] = refused;
		const words = refused.size === 1 ? failure.words : `Luma refused ${refused.size} ${this.batch.noun}s. The first reason: ${failure.words}`;
		const error = apiError(this.node, {
			...failure,
			words,
			itemIndex: item.index,
			notes: [sentence(`Refused: ${listed([...refused.keys()], (row) => `item ${row}: ${refused.get(row)!.words}`)}`), ...account(this.rows, this.items.length, this.batch)],
		});
		if (this.ledger) this.ledger.failure = error;
		return error;
	}
}
