import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Work } from '../run/work';
import { yesNo } from '../values/scalar';
import { givesPages } from './paging';
import { checked, flagOf } from './send';

/**
 * Makes of one entry, as Luma answers it, the fields that people use: flat, so that each can be dragged into a field.
 * `eventId` is the event that was asked for, where there was one.
 */
type Simplifier = (entry: IDataObject, eventId?: string) => IDataObject;

/** The Simplify switch of an operation that reads. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	// Pages come out as Luma answers them.
	displayOptions: { hide: { '/options.output': ['pages'] } },
	description: 'Whether to return a simplified version of the response instead of the raw data',
	routing: checked('simplify', 'Simplify', yesNo),
};

/** A warning of this node, such as that an event could not be read back, stays. */
function withWarning(simple: IDataObject, { warning }: IDataObject): IDataObject {
	if (warning !== undefined) simple.warning = warning;
	return simple;
}

/** What the Simplify switch makes of each entry. */
export const simplified =
	(simplifier: Simplifier): Work['output'] =>
	(item) => {
		const eventId = item.sent.event_id as string | undefined;
		return !givesPages(item) && flagOf(item.parameter('simplify', true), true) ? (entry) => withWarning(simplifier(entry, eventId), entry) : (entry) => entry;
	};
