import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { isZone } from '../values/dateTime';
import { ofField, Problem } from '../values/problem';
import { connectionOf } from './connection';
import type { Prepared } from './item';
import { ask } from './run';

/** What a step may want to know beside a value. */
export interface At {
	context: IExecuteSingleFunctions;
	/** The query or body as it stands, unconverted values of other fields among them. */
	sent: IDataObject;
	/** The IANA time zone in which times without an offset are meant: the event's when it is sent along, else the workflow's. */
	zone: string;
	/** Reads something at Luma, once for all items that ask for the same. Only for steps that say so. */
	ask: (url: string, parameters: IDataObject) => Promise<IDataObject>;
}

/** One step of putting a request together, a `preSend` of n8n's routing. */
export interface Step {
	(this: IExecuteSingleFunctions, request: IHttpRequestOptions): Promise<IHttpRequestOptions>;
	/** Whether it asks Luma: such steps are taken when all others have found nothing wrong. */
	asks?: boolean;
}

/**
 * A step. What it finds wrong is kept with the request until all items are known, so that nothing is sent.
 * @param label the field's name, for the person who has to mend it
 */
export function step(label: string, act: (at: At) => void | Promise<void>, { asks = false } = {}): Step {
	const take = async function (this: IExecuteSingleFunctions, request: Prepared): Promise<Prepared> {
		if (request.problem) return request;
		const sent = (request.method === 'POST' ? request.body : request.qs) as IDataObject;
		const given = String(sent.timezone ?? '').trim();
		// What is wrong with a zone is for its own field to say.
		const zone = isZone(given) ? given : this.getTimezone();
		try {
			await act({ context: this, sent, zone, ask: async (url, parameters) => await ask(this, connectionOf(this, String(request.baseURL)), url, parameters) });
		} catch (error) {
			request.problem = error instanceof Problem ? ofField(label, error) : (error as Error);
		}
		return request;
	};
	return Object.assign(take, { asks });
}
