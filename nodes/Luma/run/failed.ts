import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import { partsOf } from '../api/errors';
import { known } from '../simplified/pick';

/** What a person needs to go on after an error, beside its message. */
export interface Details {
	/** `unknown`: Luma may have done it. `error`: it was not done. */
	status: 'error' | 'unknown';
	/** The status of Luma's answer, where there was one. */
	http_status?: number;
	/** Whether Luma may have done it all the same. */
	uncertain?: boolean;
	/** What to do. */
	advice?: string;
	/** Where a list that broke can be read on from. */
	cursor?: string;
}

/** Details of an error, as far as they are known. */
export function detailsOf(error: unknown): Details {
	const { status, uncertain, advice, cursor } = partsOf(error);
	return { status: uncertain ? 'unknown' : 'error', http_status: status, uncertain: uncertain || undefined, advice, cursor };
}

/**
 * The output item of something that failed while the node goes on.
 *
 * n8n up to 2.35 takes an item for the error output only when its json is exactly `{ error }` or `{ error, message }`,
 * whatever `message` is, and puts the input's fields beside them. An `error` on the item itself would make it drop all else.
 * @param more what is known of it beside the details, such as the guest of a list
 */
export function failedItem(context: IExecuteSingleFunctions, message: string, details: Details, more: object = {}): INodeExecutionData {
	const pairedItem = { item: context.getItemIndex() };
	const rest = known({ ...more, ...details });
	if (context.getNode().onError === 'continueErrorOutput') return { json: { error: message, message: rest }, pairedItem };
	return { json: { ...context.getInputData().json, ...rest, error: message }, pairedItem };
}
