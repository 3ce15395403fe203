import type { IDataObject } from 'n8n-workflow';
import { pages, type Page } from '../api/pages';

/**
 * Where one list goes on: at the page that this cursor gives, behind its entry with the ID `last`, or else after so many of its
 * entries; `null` where it has ended. Before that entry others may have come or gone in the meantime.
 */
export type Place = { cursor?: string; after: number; last?: unknown } | null;

/** Several lists of Luma that are read as one. */
export interface Lists {
	/** What tells them apart, by their names; with it the rest of the query that all have. */
	parts: Map<string, IDataObject>;
	/** Sends one request for a page. */
	fetch: (query: IDataObject) => Promise<IDataObject>;
	/** Which of two entries comes first: less than 0 for the first. Each list is in that order. */
	compare?: (one: IDataObject, other: IDataObject) => number;
	/** Which entries are wanted, where Luma cannot tell them apart. */
	passes?: (entry: IDataObject) => boolean;
	/** Makes, for each list, what tells whether neither this entry nor one after it is wanted. */
	ends?: () => (entry: IDataObject) => boolean;
	/** Entries that are wanted at most. */
	limit: number;
	/** Where to begin, by the names of the parts. */
	from?: Record<string, Place>;
}

/** One of the lists, page by page and no further than it is asked. */
class Part {
	private readonly reading: AsyncGenerator<Page>;

	private readonly ends: (entry: IDataObject) => boolean;

	private entries: IDataObject[] = [];

	private at = 0;

	/** The entry behind which it goes on, until its page is read. */
	private last: unknown;

	private cursor?: string;

	private next?: string;

	/** Whether Luma says that there is no page after this one. */
	private isLast = false;

	private ended: boolean;

	constructor({ fetch, passes, ends, limit }: Lists, query: IDataObject, from: Place | undefined, private readonly read: (count: number) => void) {
		this.ended = from === null;
		this.ends = ends?.() ?? (() => false);
		this.next = from?.cursor;
		this.at = from?.after ?? 0;
		this.last = from?.last;
		// A page that is to go on within is asked for as it was.
		const most = passes || this.at > 0 ? Infinity : limit;
		this.reading = pages(async (paging) => await fetch({ ...query, ...paging }), { limit: most, cursor: from?.cursor });
	}

	/** Whether the next entry is known. */
	get isReady(): boolean {
		return this.ended || this.at < this.entries.length;
	}

	/** Reads until the next entry is known, or that there is none. */
	async ready(): Promise<void> {
		while (!this.isReady) {
			const before = this.entries.length;
			const { value, done } = (await this.reading.next()) as IteratorResult<Page, undefined>;
			if (done) this.ended = true;
			else {
				this.read(value.entries.length);
				this.at -= before;
				this.entries = value.entries;
				[this.cursor, this.next] = [this.next, value.next_cursor];
				this.isLast = value.has_more !== true;
				if (this.last !== undefined) {
					const last = value.entries.findIndex(({ id }) => id === this.last);
					// Where that one has gone, the others have moved up by one.
					this.at = last >= 0 ? last + 1 : Math.max(0, this.at - 1);
					this.last = undefined;
				}
			}
		}
		if (!this.ended && this.ends(this.entries[this.at])) this.ended = true;
	}

	get head(): IDataObject | undefined {
		return this.ended ? undefined : this.entries[this.at];
	}

	take(): void {
		this.at += 1;
		this.ended = this.at < this.entries.length ? this.ends(this.entries[this.at]) : this.isLast;
	}

	/** Where it goes on: in the page that was read last, or else in the one after it. */
	get place(): Place {
		if (this.ended) return null;
		const isWithin = this.at < this.entries.length;
		const [cursor, after] = isWithin ? [this.cursor, this.at] : [this.next, this.at - this.entries.length];
		const last = isWithin && this.at > 0 ? this.entries[this.at - 1].id : this.last;
		return { ...(cursor !== undefined && { cursor }), after, ...(last !== undefined && { last }) };
	}
}

/** Reads several lists of Luma as one, in one order, with the fewest requests that give so many entries. */
export class Merged {
	/** How many entries Luma has answered. */
	read = 0;

	private readonly all: Map<string, Part>;

	constructor(private readonly lists: Lists) {
		this.all = new Map([...lists.parts].map(([name, query]) => [name, new Part(lists, query, lists.from?.[name], (count) => (this.read += count))]));
	}

	/** Where each list goes on. */
	get places(): Record<string, Place> {
		return Object.fromEntries([...this.all].map(([name, part]) => [name, part.place]));
	}

	/** Whether all has been read. */
	get ended(): boolean {
		return Object.values(this.places).every((place) => place === null);
	}

	/** The next entries, this many at most; fewer at the end. */
	async take(limit: number): Promise<IDataObject[]> {
		const { compare = () => 0, passes = () => true } = this.lists;
		const parts = [...this.all.values()];
		const taken: IDataObject[] = [];
		while (taken.length < limit) {
			for (const part of parts) if (!part.isReady) await part.ready();
			let first: Part | undefined;
			for (const part of parts) if (part.head && (!first || compare(part.head, first.head!) < 0)) first = part;
			if (!first) break;
			const { head } = first;
			first.take();
			if (passes(head!)) taken.push(head!);
		}
		return taken;
	}
}
