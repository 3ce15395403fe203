import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { apiError, failureOf, itemError, type Failure } from '../api/errors';
import { settingsOf } from '../api/operation';
import { send } from '../api/send';
import { Problem } from '../values/problem';
import { halve, type Verdict } from './halve';
import { Ledger } from './ledger';
import { account, listed } from './report';
import { groupsOf, type Group, type Outcome, type Row, type Status } from './rows';

/** Answers that blame what was sent: one of the guests may be at fault, or that they are so many. */
const REFUSED = [400, 413, 422];

/** The input items of one execution on their way to Luma, many guests in one request. */
export class Batches {
	private readonly ledger: Ledger;

	private readonly stops: boolean;

	/** Guests of one request at most. */
	private size = Infinity;

	/** @param taken how a guest is said to be that Luma has taken */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly rows: Row[],
		private readonly taken: Status,
	) {
		this.ledger = Ledger.of(context);
		this.stops = !context.continueOnFail();
	}

	/**
	 * Sends all that can be sent, and notes in each row how it went.
	 * @param size guests of one request at most; asked for once all fields are known to be good
	 * @throws NodeApiError or NodeOperationError that says what was done and what not, when the node is to stop on errors
	 */
	async send(size: () => number): Promise<void> {
		if (this.stops && this.ledger.failure) throw this.ledger.failure;
		this.check();
		this.place();
		const groups = groupsOf(this.rows.filter(({ outcome }) => !outcome));
		if (groups.length > 0) this.size = size();
		for (const group of groups) await this.sendGroup(group);
	}

	/** Bad rows: when the node is to stop on errors, nothing is sent at all. */
	private check() {
		const bad = this.rows.filter(({ problem }) => problem);
		if (bad.length === 0) return;
		if (!this.stops) {
			for (const row of bad) row.outcome = { status: 'error', reason: row.problem!.message };
			return;
		}
		// Not a field's fault, such as the look-up of an event that failed: it says more than a list of rows.
		const fault = bad.find(({ problem }) => !(problem instanceof Problem));
		if (fault) throw fault.problem!;
		const [{ problem, item }] = bad;
		const description = (problem as Problem).description ?? '';
		// What is wrong with all of them, such as a missing event, is not the fault of single items.
		if (bad.length === this.rows.length && bad.every((row) => row.problem!.message === problem!.message)) throw itemError(this.context.getNode(), problem as Problem, item);
		const whole = {
			message: `${bad.length} of ${this.rows.length} items cannot be sent, so nothing was sent`,
			description: `${listed(bad, (row) => row.problem!.message)}. ${description} To send the others all the same, set On Error under Settings of the node.`,
		};
		throw itemError(this.context.getNode(), whole, item);
	}

	/** Rows that need no request: the same email again, or done before n8n ran the node anew. */
	private place() {
		const first = new Map<string, Row>();
		for (const row of this.rows) {
			if (row.outcome) continue;
			const before = first.get(row.key);
			if (before) row.outcome = { status: 'duplicate', reason: `The same email for the same event as item ${before.item}` };
			else {
				first.set(row.key, row);
				row.outcome = this.ledger.outcomes.get(row.key);
			}
		}
	}

	private async sendGroup({ options, rows }: Group) {
		for (let from = 0; from < rows.length; ) {
			const batch = rows.slice(from, from + this.size);
			from += batch.length;
			const { refused, untried, fitting } = await halve(batch, async (part) => await this.attempt(options, part));
			this.size = fitting ?? this.size;
			for (const [row, { words }] of refused) this.settle([row], { status: 'error', reason: words });
			if (this.stops && refused.size > 0) throw this.stopped(refused);
			if (untried.length === 0) continue;
			const [{ words }] = refused.values();
			for (const row of [...untried, ...rows.slice(from)]) row.outcome = { status: 'error', reason: `Not sent, since Luma refused all others that were tried alone: ${words}` };
			return;
		}
	}

	/** Sends some rows of a group in one request. */
	private async attempt(options: Group['options'], part: Row[]): Promise<Verdict> {
		try {
			const body = { ...(options.body as IDataObject), guests: part.map(({ guest }) => guest) };
			const { skipped = [] } = (await send(part[0].context, { ...options, body }, { ...settingsOf(part[0].context), notes: () => [] })) as { skipped?: IDataObject[] };
			const left = new Map(skipped.map((entry) => [String(entry.email).trim().toLowerCase(), entry]));
			for (const row of part) {
				const entry = left.get(row.guest.email.toLowerCase());
				this.settle([row], entry ? { status: 'skipped', reason: String(entry.reason ?? entry.message ?? 'Luma left this address out and gave no reason') } : { status: this.taken });
			}
			return 'taken';
		} catch (error) {
			const failure = failureOf(error);
			if (!failure) throw error as Error;
			if (REFUSED.includes(failure.status!)) return failure;
			const { message } = error as Error;
			if (failure.uncertain) this.settle(part, { status: 'unknown', reason: `${message}. Luma may have done it all the same; it was not sent a second time.` });
			// Nothing was done: when n8n runs the node anew, these go again.
			else for (const row of part) row.outcome = { status: 'error', reason: message };
			if (this.stops) throw this.failed(failure);
			return 'failed';
		}
	}

	/** Notes what can no longer change. */
	private settle(rows: Row[], outcome: Outcome) {
		for (const row of rows) {
			row.outcome = outcome;
			this.ledger.outcomes.set(row.key, outcome);
		}
	}

	/** The error of a batch that failed as a whole. */
	private failed(failure: Failure): Error {
		const error = apiError(this.context.getNode(), { ...failure, notes: [...(failure.notes ?? []), ...account(this.rows)] });
		if (failure.uncertain) this.ledger.failure = error;
		return error;
	}

	/** The error of a batch of which Luma refused some rows. */
	private stopped(refused: Map<Row, Failure>): Error {
		const [[{ item }, failure]] = refused;
		const words = refused.size === 1 ? failure.words : `Luma refused ${refused.size} guests, the first of them: ${failure.words}`;
		this.ledger.failure = apiError(this.context.getNode(), {
			...failure,
			words,
			itemIndex: item,
			notes: [`Refused: ${listed([...refused.keys()], (row) => refused.get(row)!.words ?? '')}.`, ...account(this.rows)],
		});
		return this.ledger.failure;
	}

	/** One item for each input item, in order. */
	get output(): INodeExecutionData[] {
		const errorOutput = this.context.getNode().onError === 'continueErrorOutput';
		return this.rows.map((row) => row.output(errorOutput));
	}
}
