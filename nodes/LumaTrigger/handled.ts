import { createHash } from 'crypto';

/** Characters that stand for a delivery; 48 bits, so that two of a thousand are taken for the same once in 10^11 deliveries. */
const MARK = 8;

/** Deliveries that are stored, the latest. n8n copies a workflow's static data into each of its executions, so they are few. */
export const STORED = 1000;

/** Deliveries that one process keeps in mind for one node. */
export const REMEMBERED = 10_000;

/** Begins the marks of deliveries without an id; no other mark has it. */
const STATE = '~';

/** Characters of such a mark that say what it is a state of, `STATE` included; the others stand for the state. */
const THING = 4;

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');

const markOf = (delivery: string, thing?: string) =>
	thing === undefined ? hash(delivery).slice(0, MARK) : `${STATE}${hash(thing).slice(0, THING - 1)}${hash(delivery).slice(0, MARK - THING)}`;

/** What a mark takes the place of: the state before of the same thing, else nothing but itself. */
const keyOf = (mark: string) => (mark.startsWith(STATE) ? mark.slice(0, THING) : mark);

/** One delivery on its way to becoming a run. */
export interface Entry {
	/** To be called once the run exists. Gives the record to store. */
	started(): string;
	/** To be called when the delivery has been answered; what has not started by then may come again. */
	ended(): void;
}

/** Which deliveries have started the workflow: a bounded record, the oldest go first. */
export class Handled {
	/** Each under its key, the oldest first. */
	private readonly marks = new Map<string, string>();

	private readonly underWay = new Map<string, Promise<void>>();

	private learned?: string;

	/** Takes in what is stored: by this process, by one before it, or by one beside it. */
	learn(stored: unknown): void {
		if (typeof stored !== 'string' || stored === this.learned) return;
		this.learned = stored;
		for (let at = 0; at < stored.length; at += MARK) this.add(stored.slice(at, at + MARK));
	}

	/**
	 * Lets a delivery in, once; undefined when it has started the workflow already. Waits for its double if that is under way.
	 * @param delivery what a repeat has too: its Webhook-Id; where it has none, its body
	 * @param thing where it has no Webhook-Id: what the body tells a state of. Only the same state as the last one is a
	 * repeat then; a guest who was approved, declined and approved again has the same body twice.
	 */
	async enter(delivery: string, thing?: string): Promise<Entry | undefined> {
		const mark = markOf(delivery, thing);
		while (this.underWay.has(mark)) await this.underWay.get(mark);
		if (this.marks.get(keyOf(mark)) === mark) return undefined;
		let end = () => {};
		this.underWay.set(mark, new Promise((resolve) => (end = resolve)));
		return {
			started: () => {
				this.add(mark);
				return (this.learned = [...this.marks.values()].slice(-STORED).join(''));
			},
			ended: () => {
				this.underWay.delete(mark);
				end();
			},
		};
	}

	/** Notes what is to start nothing when it comes by itself. It is stored with the next delivery that starts. */
	note(what: string): void {
		this.add(markOf(what));
	}

	/** Whether that has been noted. */
	knows(what: string): boolean {
		const mark = markOf(what);
		return this.marks.get(keyOf(mark)) === mark;
	}

	private add(mark: string): void {
		const key = keyOf(mark);
		if (this.marks.get(key) === mark) return;
		// Anew, so that it is the latest.
		this.marks.delete(key);
		this.marks.set(key, mark);
		if (this.marks.size > REMEMBERED) for (const oldest of this.marks.keys()) return void this.marks.delete(oldest);
	}
}
