import type { INode } from 'n8n-workflow';
import { clock } from '../../api/clock';
import { apiError, failureOf, type Failure } from '../../api/errors';
import { isBlank } from '../../values/blank';
import { batchingOf } from '../connection';
import { detailsOf } from '../failed';
import { goodOne, type Item } from '../item';
import type { Ledger } from '../ledger';
import { listed, sentence } from '../problems';
import type { Run } from '../run';
import type { Batch } from '../work';
import { halve, spread, TELLING, type Verdict } from './halve';
import { outcomesIn } from './outcomes';
import { account } from './report';
import { groupsOf, type Outcome, type Row } from './rows';

/** Answers that blame what was sent: one of the entries may be at fault, or that they are so many. */
const REFUSED = [400, 409, 413, 422];

/** Answers that blame the key, or what the request is about. */
const DENIED = [401, 403, 404];

/** Entries of one request. Luma publishes no maximum; 100 is the most it puts on a page, and an outcome that stays unknown is one of 100 people, not of all. */
export const BATCH_SIZE = 100;

const isOpen = ({ outcome }: Row) => outcome === undefined;

const article = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** The rows of all input items on their way to Luma, many in one request. */
export class Batches {
	private readonly node: INode;

	private readonly stops: boolean;

	/** Entries of one request at most. */
	private size: number;

	private readonly batching: ReturnType<typeof batchingOf>;

	private requests = 0;

	/** What Luma said if it refused the latest request. */
	private refusal?: string;

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
		this.size = Math.min(isBlank(batchSize) ? BATCH_SIZE : Number(batchSize), batch.most ?? Infinity);
	}

	/**
	 * Sends all that can be sent, and notes in each row how it went.
	 * @throws NodeApiError or NodeOperationError that says what was done and what not, when the node is to stop on errors
	 */
	async send(): Promise<void> {
		if (this.stops && this.ledger?.failure) throw this.ledger.failure;
		for (const row of this.rows) {
			const { problem } = row.item;
			if (problem) row.outcome = { status: 'error', reason: problem.message, details: detailsOf(problem) };
		}
		this.place();
		await this.batch.decide?.(this.rows.filter(({ outcome }) => !outcome));
		do for (const group of groupsOf(this.rows.filter(({ outcome }) => !outcome))) await this.sendGroup(group);
		while (this.placeAgain());
	}

	/**
	 * Looks again at rows that are like one before which has failed: one that says just the same shares its fate, another gets
	 * its turn. @returns whether there is something to send
	 */
	private placeAgain(): boolean {
		const first = new Map<string, Row>();
		for (const row of this.rows) {
			const before = first.get(row.key);
			if (row.outcome?.status !== 'duplicate' || !before) {
				if (row.outcome && !row.item.problem) first.set(row.key, row);
				continue;
			}
			const { outcome } = before;
			if (outcome?.status === 'unknown' || (outcome?.status === 'error' && row.says === before.says)) row.outcome = outcome;
			else if (outcome?.status === 'error') {
				row.outcome = undefined;
				first.set(row.key, row);
			}
		}
		return this.rows.some(({ outcome }) => !outcome);
	}

	/** Rows that need no request: the same email again, or done before n8n ran the node anew. */
	private place() {
		const first = new Map<string, Row>();
		for (const row of this.rows) {
			if (row.outcome) continue;
			const before = first.get(row.key);
			if (before) row.outcome = { status: 'duplicate', reason: `Same ${this.batch.same} as ${before.item === row.item ? `${article(this.batch.noun)} before` : `item ${before.item.index}`}` };
			else {
				first.set(row.key, row);
				const known = this.ledger?.get<Outcome>(row.key);
				if (known && 'done' in known) row.outcome = known.done;
			}
		}
	}

	private async sendGroup(rows: Row[]) {
		let tried = false;
		for (let from = 0; from < rows.length; ) {
			const next = rows.slice(from, from + this.size);
			from += next.length;
			const part = next.filter(isOpen);
			if (part.length === 0) continue;
			const { refused, untried, fitting } = await halve(part, async (some) => await this.attempt(some));
			this.size = fitting ?? this.size;
			for (const [row, failure] of refused) this.refuse(row, failure);
			if (this.stops && refused.size > 0) throw this.stopped(refused);
			if (untried.length === 0) {
				if (tried || !this.isRefused(part)) continue;
				tried = true;
				if (!(await this.refuses(rows.slice(from).filter(isOpen), refused.size > 0 ? 1 : this.size))) continue;
			}
			const [{ outcome }] = [...refused.keys(), ...part];
			const reason = `Not sent, because Luma refused every other ${this.batch.noun} that was tried individually: ${outcome!.reason}`;
			for (const row of [...untried, ...rows.slice(from)].filter(isOpen)) row.outcome = { ...outcome!, reason };
			return;
		}
	}

	/** Whether Luma refused all of these rows, each in the words of its latest refusal. */
	private isRefused(part: Row[]): boolean {
		return this.refusal !== undefined && part.every(({ outcome }) => outcome?.status === 'error' && outcome.reason === this.refusal);
	}

	/**
	 * Whether Luma refuses rows alone in the words of its latest refusal, some of them from all places: then the fault is in what
	 * all of a group share, such as a tag that is gone. Not tried where it would take more requests than to send them.
	 * @param size rows that go out with one request if they are sent
	 */
	private async refuses(rest: Row[], size: number): Promise<boolean> {
		const { refusal } = this;
		if (rest.length <= TELLING * size) return false;
		for (const row of spread(rest, TELLING)) {
			const verdict = await this.attempt([row]);
			if (typeof verdict === 'object') this.refuse(row, verdict);
			if (this.refusal !== refusal) return false;
		}
		return true;
	}

	/** Notes that Luma refused a row alone. */
	private refuse(row: Row, failure: Failure) {
		this.settle([row], { status: 'error', reason: failure.words, details: this.details(failure) });
	}

	private details(failure: Failure) {
		return detailsOf(apiError(this.node, failure));
	}

	/** Sends some rows of a group in one request. */
	private async attempt(part: Row[]): Promise<Verdict> {
		const { size, pause } = this.batching;
		if (this.requests > 0 && this.requests % size === 0) await clock.wait(pause, this.run.signal);
		this.requests += 1;
		this.refusal = undefined;
		try {
			const { list, parts = (entries) => ({ [list]: entries }) } = this.batch;
			const answer = await part[0].item.send(parts(part.map(({ entry }) => entry)));
			const outcomeOf = outcomesIn(answer, part.length, this.batch);
			for (const row of part) this.settle([row], outcomeOf(row));
			return 'taken';
		} catch (error) {
			if (this.run.signal.aborted) throw error as Error;
			const failure = failureOf(error);
			if (failure && REFUSED.includes(failure.status!)) {
				this.refusal = failure.words;
				return failure;
			}
			const { message } = error as Error;
			if (DENIED.includes(failure?.status ?? 0) && failure?.origin === undefined) this.refusal = message;
			const details = detailsOf(error);
			if (failure?.uncertain) this.settle(part, { status: 'unknown', reason: `${sentence(message)} Luma may have made the change anyway. The node didn't send the request again.`, details });
			// Nothing was done: when n8n runs the node anew, these go again.
			else for (const row of part) row.outcome = { status: 'error', reason: message, details };
			if (this.stops) throw failure ? this.failed(failure) : (error as Error);
			return 'failed';
		}
	}

	/** Notes what can no longer change. */
	private settle(rows: Row[], outcome: Outcome) {
		for (const row of rows) {
			row.outcome = outcome;
			this.ledger?.set(row.key, { done: outcome });
		}
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
