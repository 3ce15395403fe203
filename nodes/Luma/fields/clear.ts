import type { INodeProperties } from 'n8n-workflow';
import { CLEARED, isBlank } from '../values/blank';
import { Problem } from '../values/problem';
import { list } from '../values/scalar';
import { step } from './send';

/**
 * The fields of an Update that can be emptied at Luma, where a blank field means "leave it as it is".
 * It stands after the fields to update, and makes sure that there is something to change.
 * @param clearable what Luma takes null for
 * @param changesNothing parameters that alone are no change
 */
export const clearFields = (clearable: Array<{ name: string; value: string }>, { changesNothing }: { changesNothing: string[] }): INodeProperties => ({
	displayName: 'Clear Fields',
	name: 'clearFields',
	type: 'multiOptions',
	options: clearable,
	default: [],
	description: 'Fields to empty, so that the event or ticket type has none',
	routing: {
		send: {
			preSend: [
				step('Clear Fields', ({ context, sent }) => {
					for (const parameter of list(context.getNodeParameter('clearFields', []))) {
						const known = clearable.find(({ value }) => value === parameter);
						if (!known) throw new Problem(`"${parameter}" cannot be cleared`, `What can be cleared: ${clearable.map(({ value }) => value).join(', ')}`);
						if (!isBlank(sent[parameter])) throw new Problem(`${known.name} is also given a value`, 'Remove it from Update Fields or from Clear Fields.');
						sent[parameter] = CLEARED as unknown as string;
					}
				}),
				step('Update Fields', ({ sent }) => {
					const changed = Object.keys(sent).filter((parameter) => !changesNothing.includes(parameter) && !isBlank(sent[parameter]));
					if (changed.length === 0) throw new Problem('has nothing to change', 'Add at least one field, or choose one under Clear Fields.');
				}),
			],
		},
	},
});
