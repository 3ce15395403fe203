import { sleep, type IDataObject, type IExecuteData, type IExecuteSingleFunctions, type IHttpRequestOptions } from 'n8n-workflow';

/** One input item on its way through an execution of the node. */
export class Turn {
	private wrong?: Error;

	/** Whether it changes something at Luma. */
	writes = false;

	/** The key it is sent with: n8n reads a credential from its database each time it is asked. */
	apiKey?: Promise<string>;

	/** What goes to Luma for it, once its fields are converted. */
	sent: IDataObject = {};

	/** Whether what is read for it is to be simplified. A list asks once for each page. */
	simplified = false;

	/** Settles when the item has nothing more to send. */
	readonly finished: Promise<void>;

	finish!: () => void;

	constructor(
		readonly run: Run,
		readonly item: number,
		/** Where requests go and how: base URL, proxy, timeout, as n8n has set them. */
		readonly connection: IHttpRequestOptions,
		/** The item before; forgotten once it has been waited for. */
		public previous?: Turn,
	) {
		this.finished = new Promise((resolve) => (this.finish = resolve));
	}

	/** What was found wrong with its fields, before anything is sent. */
	get problem(): Error | undefined {
		return this.wrong;
	}

	set problem(problem: Error) {
		this.wrong = problem;
		this.run.faulty = true;
	}
}

/**
 * What the input items of one execution of the node have in common.
 *
 * n8n's routing starts all items at once and knows nothing of their order (`RoutingNode.runNode`).
 * So each item enters here first, and before it sends anything it asks whether it may.
 */
export class Run {
	/** Set once an item has failed in a way that stops the node. */
	stopped = false;

	/** Set once a field of any item was found bad. */
	faulty = false;

	/** Items that came through, for the error of one that did not. */
	done = 0;

	/** Milliseconds that its requests have waited for the rate limit. */
	waited = 0;

	readonly turns: Turn[] = [];

	/** Requests that every item of the run would make alike, such as the look-up of one event link, made once. */
	readonly shared = new Map<string, Promise<unknown>>();

	/** The routing starts its items without a pause, so all that will come have entered one turn of the event loop later. */
	readonly entered = sleep(0);

	/** Requests still being put together: the look-up of a link takes its time. */
	private open = 0;

	private closed = Promise.resolve();

	private close = () => undefined as void;

	/** Does what belongs to putting an item's request together and takes its time. To be called before the item waits for the others. */
	async preparing<T>(work: () => Promise<T>): Promise<T> {
		if (this.open === 0) this.closed = new Promise((resolve) => (this.close = resolve));
		this.open += 1;
		try {
			return await work();
		} finally {
			this.open -= 1;
			if (this.open === 0) this.close();
		}
	}

	/** Ends when all items have entered and it is known of each whether it can be sent. */
	async ready(): Promise<void> {
		await this.entered;
		while (this.open > 0) {
			await this.closed;
			// The fields after the link are converted by then.
			await sleep(0);
		}
	}

	constructor(
		readonly total: number,
		readonly stopsOnFailure: boolean,
		readonly batched: boolean,
	) {}

	/**
	 * Whether nothing may be sent any more: an item failed and the node is to stop, a field of any item is bad,
	 * or n8n gave up on an item before it entered (an expression that failed).
	 */
	get halted(): boolean {
		if (!this.stopsOnFailure) return false;
		return this.stopped || this.faulty || (!this.batched && this.turns.length < this.total);
	}
}

const runs = new WeakMap<IExecuteData, Run>();
const turns = new WeakMap<object, Turn>();

/** What the routing puts in when the person sets no timeout (`RoutingNode.runNode`). */
const ROUTING_TIMEOUT_MS = 300_000;

/** The timeout that the person has set. */
export const ownTimeout = (timeout?: number) => (timeout === ROUTING_TIMEOUT_MS ? undefined : timeout);

/** The first step of every item: a `preSend` of the resource field. */
export async function enter(this: IExecuteSingleFunctions, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
	const data = this.getExecuteData();
	const item = this.getItemIndex();
	let run = runs.get(data);
	const last = run?.turns[run.turns.length - 1];
	// An item that comes again means that n8n runs the node anew (Retry On Fail).
	if (!run || (last && item <= last.item)) {
		const { batching } = this.getNodeParameter('requestOptions', {}) as { batching?: { batch?: { batchInterval?: number } } };
		const input = data.data.main ?? data.data.ai_tool;
		run = new Run(input?.[0]?.length ?? 1, !this.continueOnFail(), (batching?.batch?.batchInterval ?? 0) > 0);
		runs.set(data, run);
	}
	const { baseURL, proxy, timeout, skipSslCertificateValidation, allowedDomains } = request;
	const turn = new Turn(run, item, { url: '', baseURL, proxy, timeout: ownTimeout(timeout), skipSslCertificateValidation, allowedDomains }, run.turns[run.turns.length - 1]);
	run.turns.push(turn);
	turns.set(this, turn);
	return request;
}

/** The turn of the item that this context works on. n8n hands pagination functions an object derived from the context. */
export function turnOf(context: object): Turn {
	for (let at: object | null = context; at; at = Object.getPrototypeOf(at) as object | null) {
		const turn = turns.get(at);
		if (turn) return turn;
	}
	throw new Error('The item has not entered: the resource field lacks its first step');
}
