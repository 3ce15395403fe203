import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { CALENDAR_HEADER } from '../api/calendarHeader';
import { apiError } from '../api/errors';
import { put, type File } from '../api/put';
import { send, type Settings } from '../api/send';
import { withoutBlanks } from '../values/blank';
import { ask, runOf, sendBeside, settingsOf } from './run';

/** A request while it is put together, with what was found wrong with a field: that is told once all items are known. */
export interface Prepared extends IHttpRequestOptions {
	problem?: Error;
}

/** The context of the first item whose fields are good: what they have in common can be read there. */
export const goodOne = (items: Item[]): IExecuteSingleFunctions | undefined => items.find(({ problem }) => !problem)?.context;

/** One input item whose request is put together. */
export class Item {
	/** What is wrong with its fields; it is not sent then. */
	readonly problem?: Error;

	/** What goes to Luma: the query of a read, the body of a write. */
	readonly sent: IDataObject;

	/** What its errors say beside, such as what was done before. */
	notes?: () => string[];

	/** Whether Luma has taken its write. */
	taken = false;

	private readonly options: IHttpRequestOptions;

	constructor(
		/** n8n's context of this one item. */
		readonly context: IExecuteSingleFunctions,
		{ problem, qs, body, ...options }: Prepared,
	) {
		this.problem = problem;
		this.sent = withoutBlanks((options.method === 'POST' ? body : qs) as IDataObject) as IDataObject;
		this.options = options;
	}

	/** Its place among the input items, from 0. */
	get index(): number {
		return this.context.getItemIndex();
	}

	/** The calendar that it is about, where one is chosen under Options. */
	get calendar(): string | undefined {
		return this.options.headers?.[CALENDAR_HEADER] as string | undefined;
	}

	/** Whether it changes something at Luma. */
	get writes(): boolean {
		return this.options.method === 'POST';
	}

	/** The value of a field that is not sent, such as Limit. */
	parameter(name: string, otherwise?: unknown): unknown {
		return this.context.getNodeParameter(name, otherwise);
	}

	/** Sends its request. @param more what goes beside, or in place of, its own fields */
	async send(more: IDataObject = {}, settings: Partial<Settings> = {}): Promise<IDataObject> {
		const sent = { ...this.sent, ...more };
		const answer = await send(this.context, { ...this.options, ...(this.writes ? { body: sent } : { qs: sent }) }, { ...settingsOf(this.context), notes: this.notes, ...settings });
		this.taken = this.writes;
		return answer;
	}

	/** The error where Luma has taken its write and nothing can be made of the answer. */
	unread(reason: Error): Error {
		const { operation, itemIndex } = settingsOf(this.context);
		const words = `Luma's response can't be read (${reason.message})`;
		return apiError(this.context.getNode(), { method: 'POST', path: this.options.url, parameters: this.sent, words, uncertain: true, origin: 'damaged', notes: this.notes?.(), operation, itemIndex });
	}

	/** Sends another request for it, such as reading back what it made. */
	async also(method: 'GET' | 'POST', url: string, parameters: IDataObject, settings: Partial<Settings> = {}): Promise<IDataObject> {
		return await sendBeside(this.context, this.options, method, url, parameters, settings);
	}

	/** Puts a file to an address that Luma has given; see `put`. */
	async put(url: string, file: File): ReturnType<typeof put> {
		const { proxy, timeout, skipSslCertificateValidation } = this.options;
		return await put(this.context, url, file, { proxy, timeout, skipSslCertificateValidation });
	}

	/** How often a request is sent at most, the first time included. */
	get tries(): number {
		return settingsOf(this.context).tries;
	}

	/** Ends its waits. */
	get signal(): AbortSignal | undefined {
		return settingsOf(this.context).signal;
	}

	/** Tells the person something beside the output, in a sentence. */
	hint(words: string): void {
		runOf(this.context).hints.add(words);
	}

	/** Reads something that is the same for all items; it is read once in a run. */
	async ask(url: string, parameters: IDataObject = {}): Promise<IDataObject> {
		return await ask(this.context, this.options, url, parameters);
	}
}
