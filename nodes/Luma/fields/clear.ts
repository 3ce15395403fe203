import type { INodeProperties } from 'n8n-workflow';
import { CLEARED, EMPTIED, isBlank } from '../values/blank';
import { Problem } from '../values/problem';
import { choices } from '../values/scalar';
import { step } from './send';

interface Clearable {
	name: string;
	value: string;
	/** Whether it is a list at Luma, which goes out without entries and not as null. */
	list?: boolean;
}

/** Makes sure that an Update has something to change. @param changesNothing parameters that alone are no change */
export const somethingToChange = (changesNothing: string[], how = 'Add at least one field.') =>
	step('Update Fields', ({ sent }) => {
		const changed = Object.keys(sent).filter((parameter) => !changesNothing.includes(parameter) && !isBlank(sent[parameter]));
		if (changed.length === 0) throw new Problem('has no changes to send', how);
	});

/**
 * The fields of an Update that can be emptied at Luma, where a blank field means "leave it as it is".
 * It stands after the fields to update, and makes sure that there is something to change.
 * @param clearable what Luma takes null for, or a list without entries
 * @param changesNothing parameters that alone are no change
 */
export const clearFields = (clearable: Clearable[], { changesNothing }: { changesNothing: string[] }): INodeProperties => ({
	displayName: 'Clear Fields',
	name: 'clearFields',
	type: 'multiOptions',
	options: clearable.map(({ name, value }) => ({ name, value })),
	default: [],
	description: 'Fields to empty in Luma',
	routing: {
		send: {
			preSend: [
				step('Clear Fields', ({ context, sent }) => {
					for (const parameter of choices(clearable)(context.getNodeParameter('clearFields', [])) as string[]) {
						const { name, list = false } = clearable.find(({ value }) => value === parameter)!;
						if (!isBlank(sent[parameter])) throw new Problem(`${name} is also set in 'Update Fields'`, "Remove it from 'Update Fields' or from 'Clear Fields'.");
						sent[parameter] = (list ? EMPTIED : CLEARED) as unknown as string;
					}
				}),
				somethingToChange(changesNothing, "Add at least one field, or choose one in 'Clear Fields'."),
			],
		},
	},
});
