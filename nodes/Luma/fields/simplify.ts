import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Item } from '../run/item';
import type { Work } from '../run/work';
import { isBlank } from '../values/blank';
import { shownAll } from '../values/problem';
import { choice, list, yesNo } from '../values/scalar';
import { givesPages } from './paging';
import { checked, flagOf, required } from './send';

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
	// Pages come out as Luma answers them; a tool of an agent has Output in its place.
	displayOptions: { hide: { '/options.output': ['pages'], '@tool': [true] } },
	description: 'Whether to return a simplified version of the response instead of the raw data',
	routing: checked('simplify', 'Simplify', yesNo),
};

const forms = [
	{ name: 'Raw', value: 'raw', description: 'Everything that Luma returns' },
	{ name: 'Selected Fields', value: 'selected', description: 'Only the fields you name' },
	{ name: 'Simplified', value: 'simplified', description: 'The fields that people use' },
];

/** What a tool of an agent gives a model, as n8n's guidelines have it: the less, the more a model can keep in mind. n8n shows them since 1.109. */
export const toolOutput: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'toolOutput',
		type: 'options',
		// An expression here would make n8n show, and require, the names of fields.
		noDataExpression: true,
		options: forms,
		default: 'simplified',
		displayOptions: { show: { '@tool': [true] }, hide: { '/options.output': ['pages'] } },
		description: 'What to return to the model',
		routing: checked('toolOutput', 'Output', choice(forms)),
	},
	{
		displayName: 'Fields',
		name: 'toolFieldNames',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { '@tool': [true], toolOutput: ['selected'] }, hide: { '/options.output': ['pages'] } },
		placeholder: 'e.g. user_email, approval_status',
		description: 'Comma-separated names of the fields to return, of the simplified version or of the raw data',
		routing: checked('toolFieldNames', 'Fields', required, list),
	},
];

/** What comes out of an operation that reads: all that Luma answers, the simplified form, or these fields of both. */
function formOf(item: Item): 'raw' | 'simplified' | string[] {
	const given = item.parameter('toolOutput', '');
	if (isBlank(given)) return flagOf(item.parameter('simplify', true), true) ? 'simplified' : 'raw';
	const form = choice(forms)(given);
	return form === 'selected' ? list(item.parameter('toolFieldNames', '')) : (form as 'raw' | 'simplified');
}

/**
 * What becomes of each entry: itself, its simplified form, or some fields of both.
 * @param simple makes the simplified form
 */
export function formed(item: Item): (entry: IDataObject, simple: (entry: IDataObject) => IDataObject) => IDataObject {
	const form = formOf(item);
	if (form === 'raw') return (entry) => entry;
	if (form === 'simplified') return (entry, simple) => simple(entry);
	// What is missing of something that was made has to be seen, whatever is chosen.
	const kept = [...form, 'warning'];
	return (entry, simple) => {
		const simpleEntry = simple(entry);
		const all = { ...entry, ...simpleEntry };
		const found = kept.filter((name) => Object.hasOwn(all, name));
		// Names with a typo must not look as if there was nothing to return.
		if (found.length === 0) return { warning: `Luma returned none of the fields ${shownAll(form)}. The simplified version has ${Object.keys(simpleEntry).join(', ')}.` };
		return Object.fromEntries(found.map((name) => [name, all[name]]));
	};
}

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
		if (givesPages(item)) return (entry) => entry;
		const form = formed(item);
		return (entry) => form(entry, () => withWarning(simplifier(entry, eventId), entry));
	};
