import type { IDataObject } from 'n8n-workflow';
import type { Row, Taken } from './batches/rows';
import type { Item } from './item';

/** What is special about how an operation is done. Most have nothing of it: one request, whose answer is one item. */
export interface Work {
	/** Does it for one input item, and gives what comes out for it. */
	perform?: (item: Item) => Promise<IDataObject[]>;
	/** What becomes of each entry that Luma has answered; asked for once for an input item. */
	output?: (item: Item) => (entry: IDataObject) => IDataObject;
	/** Whether Luma tells people what was done: then the same again for the same thing goes out once. */
	mails?: boolean;
	/** A list in the body that all input items share requests for. */
	batch?: Batch;
	/** What does the same for many input items with few requests, in a sentence. */
	insteadOfMany?: string;
}

/** A list in the body: its entries, of however many input items, go out many in one request. */
export interface Batch {
	/** The parameter that it is read into, its name at Luma. */
	list: string;
	/** What is said of an entry that Luma has taken. */
	taken: Taken;
	/** What an entry is called: "guest". */
	noun: string;
	/** What two entries share that are the same: "email for the same event". */
	same: string;
	/** What names an entry, where it is not its email. */
	by?: 'event_id';
	/** The parameters beside the list that make them the same; all of them where it is not said. */
	about?: string[];
	/** What goes out of some entries, where it is not the list as it is. */
	parts?: (entries: IDataObject[]) => IDataObject;
	/** How many Luma takes in one request at most, where that is known. */
	most?: number;
	/** Gives an outcome to entries that are not to be sent; what it throws stops the node before anything is sent. */
	decide?: (rows: Row[]) => Promise<void>;
	/** Why Luma leaves an entry out, where it answers how many it skipped and not which. */
	skips?: string;
}

/** The way of an operation that says nothing else. */
export const once = async (item: Item): Promise<IDataObject[]> => [await item.send()];

/** A resource and what its operations do, by their values. */
export interface Worker {
	name: string;
	works: Record<string, Work>;
}
