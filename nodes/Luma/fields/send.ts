import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions, INodePropertyRouting } from 'n8n-workflow';
import { turnOf } from '../api/run';
import { isBlank } from '../values/blank';
import { isZone } from '../values/dateTime';
import { Problem } from '../values/problem';

/** What a conversion may want to know beside the value. */
export interface At {
	context: IExecuteSingleFunctions;
	/** The query or body as it stands, unconverted values of other fields among them. */
	sent: IDataObject;
	/** The IANA time zone in which times without an offset are meant: the event's when it is sent along, else the workflow's. */
	zone: string;
}

/** Turns what a person filled in into what Luma takes, or throws a Problem that says what is wrong with it. */
export type Change = (value: unknown, at: At) => unknown;

/** Makes a field's absence an error, also where an expression gives nothing. */
export const required: Change = (value) => {
	if (isBlank(value)) throw new Problem('is required');
	return value;
};

/** One step of putting a request together. A failure is kept until all items are known, so that nothing is sent. */
export const step = (label: string, act: (at: At, request: IHttpRequestOptions) => void | Promise<void>) =>
	async function (this: IExecuteSingleFunctions, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		const turn = turnOf(this);
		if (turn.problem) return request;
		const sent = (request.method === 'POST' ? request.body : request.qs) as IDataObject;
		const given = String(sent.timezone ?? '').trim();
		// What is wrong with a zone is for its own field to say.
		const zone = isZone(given) ? given : this.getTimezone();
		try {
			await act({ context: this, sent, zone }, request);
		} catch (error) {
			const { message, description } = error as Problem;
			turn.problem = error instanceof Problem ? new Problem(/^(is|has) /.test(message) ? `${label} ${message}` : `${label}: ${message}`, description) : (error as Error);
		}
		return request;
	};

const routed = (type: 'query' | 'body', property: string, label: string, changes: Change[]): INodePropertyRouting => ({
	send: {
		type,
		property,
		preSend: [
			step(label, async (at) => {
				let value: unknown = at.sent[property];
				for (const change of changes) if (change === required || !isBlank(value)) value = await change(value, at);
				at.sent[property] = value as IDataObject;
			}),
		],
	},
});

/** Routing of a field whose value goes into the query, converted in order. `label` names the field in errors. */
export const query = (property: string, label: string, ...changes: Change[]) => routed('query', property, label, changes);

/** Routing of a field whose value goes into the body, converted in order. `label` names the field in errors. */
export const body = (property: string, label: string, ...changes: Change[]) => routed('body', property, label, changes);
