/** What the queues have to know of those who wait in them. */
interface Waiting {
	/** Whose request it is; all of one execution stand in one queue. */
	queue: object;
	/** Goes before all that do not have it. */
	first: boolean;
	/** When it came to the head of its queue, in milliseconds since 1970. What it waits behind its own is not counted as waiting. */
	headSince?: number;
}

/** Those who wait: a queue for each execution, served in turn; first come, first served within a queue. */
export class Queues<T extends Waiting> {
	/** The queue that is served next stands in front. None is empty. */
	private readonly queues = new Map<object, T[]>();

	constructor(private readonly now: () => number) {}

	get empty(): boolean {
		return this.queues.size === 0;
	}

	/** Those at the head of their queues, in the order in which they are served. */
	get heads(): T[] {
		const heads = [...this.queues.values()].map(([head]) => head);
		return [...heads.filter(({ first }) => first), ...heads.filter(({ first }) => !first)];
	}

	join(waiting: T) {
		const queue = this.queues.get(waiting.queue);
		if (queue) queue.push(waiting);
		else this.lead(waiting.queue, [waiting]);
	}

	/** Takes out one, wherever it stands. */
	leave(waiting: T) {
		const queue = this.queues.get(waiting.queue)!;
		const place = queue.indexOf(waiting);
		queue.splice(place, 1);
		if (place === 0) this.lead(waiting.queue, queue);
	}

	/** Takes out the next one that may go. */
	next(mayGo: (waiting: T) => boolean): T | undefined {
		const next = this.heads.find(mayGo);
		if (next) this.leave(next);
		return next;
	}

	/** Takes out those at the head of their queues that are to go, and those who then come to the head. */
	drop(isToGo: (waiting: T) => boolean): T[] {
		const dropped: T[] = [];
		for (let some = this.heads.filter(isToGo); some.length > 0; some = this.heads.filter(isToGo)) {
			for (const waiting of some) this.leave(waiting);
			dropped.push(...some);
		}
		return dropped;
	}

	/** Puts a queue that has a new head behind the others. */
	private lead(key: object, queue: T[]) {
		this.queues.delete(key);
		if (queue.length === 0) return;
		queue[0].headSince = this.now();
		this.queues.set(key, queue);
	}
}
