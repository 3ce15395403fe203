import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { isZone } from '../values/dateTime';
import { ofField, Problem } from '../values/problem';
import { visible } from '../values/text';
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
	asks: boolean;
	/** Takes it without n8n's routing. Only one that asks makes a promise: there may be 10,000 items with ten steps each. */
	take: (context: IExecuteSingleFunctions, request: Prepared) => void | Promise<void>;
}

/** Made for each step of each item, so it holds nothing that is not asked for. */
class StepAt implements At {
	constructor(
		readonly context: IExecuteSingleFunctions,
		private readonly request: Prepared,
	) {}

	get sent() {
		return (this.request.method === 'POST' ? this.request.body : this.request.qs) as IDataObject;
	}

	get zone() {
		const given = visible(this.sent.timezone ?? '');
		// What is wrong with a zone is for its own field to say.
		return isZone(given) ? given : this.context.getTimezone();
	}

	get ask(): At['ask'] {
		const { context, request } = this;
		return async (url, parameters) => await ask(context, connectionOf(context, String(request.baseURL)), url, parameters);
	}
}

/** Keeps what is wrong with a field until all items are known. */
function keep(request: Prepared, label: string, error: unknown) {
	request.problem = error instanceof Problem ? ofField(label, error) : (error as Error);
}

/**
 * A step. What it finds wrong is kept with the request until all items are known, so that nothing is sent.
 * @param label the field's name, for the person who has to mend it
 * @param act gives a promise only where it asks
 */
export function step(label: string, act: (at: At) => void | Promise<void>, { asks = false } = {}): Step {
	const take: Step['take'] = (context, request) => {
		try {
			return request.problem ? undefined : act(new StepAt(context, request))?.catch((error) => keep(request, label, error));
		} catch (error) {
			return keep(request, label, error);
		}
	};
	const routed = async function (this: IExecuteSingleFunctions, request: Prepared): Promise<Prepared> {
		await take(this, request);
		return request;
	};
	return Object.assign(routed, { asks, take });
}
