import { createHash } from 'crypto';

/** Characters that stand for a delivery; 48 bits, so that two of a thousand are taken for the same once in 10^11 deliveries. */
const MARK = 8;

/** Deliveries that are stored, the latest. n8n copies a workflow's static data into each of its executions, so they are few. */
export const STORED = 1000;

/** Deliveries that one process keeps in mind for one node. */
export const REMEMBERED = 10_000;

const markOf = (webhookId: string) => createHash('sha256').update(webhookId).digest('base64url').slice(0, MARK);

/** One delivery on its way to becoming a run. */
export interface Entry {
	/** To be called once the run exists. Gives the record to store. */
	started(): string;
	/** To be called when the delivery has been answered; what has not started by then may come again. */
	ended(): void;
}

/** Which deliveries have started the workflow: a bounded record, the oldest go first. */
export class Handled {
	private readonly marks = new Set<string>();

	private readonly underWay = new Map<string, Promise<void>>();

	private learned?: string;

	/** Takes in what is stored: by this process, by one before it, or by one beside it. */
	learn(stored: unknown): void {
		if (typeof stored !== 'string' || stored === this.learned) return;
		this.learned = stored;
		for (let at = 0; at < stored.length; at += MARK) this.add(stored.slice(at, at + MARK));
	}

	/** Lets a delivery in, once; undefined when it has started the workflow already. Waits for its double if that is under way. */
	async enter(webhookId: string): Promise<Entry | undefined> {
		const mark = markOf(webhookId);
		while (this.underWay.has(mark)) await this.underWay.get(mark);
		if (this.marks.has(mark)) return undefined;
		let end = () => {};
		this.underWay.set(mark, new Promise((resolve) => (end = resolve)));
		return {
			started: () => {
				this.add(mark);
				return (this.learned = [...this.marks].slice(-STORED).join(''));
			},
			ended: () => {
				this.underWay.delete(mark);
				end();
			},
		};
	}

	private add(mark: string): void {
		this.marks.add(mark);
		if (this.marks.size > REMEMBERED) for (const oldest of this.marks) return void this.marks.delete(oldest);
	}
}
