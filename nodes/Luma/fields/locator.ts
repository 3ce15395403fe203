import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { idOf, type Kind as Named } from '../values/ids';
import { body, plain, query, required, type Change } from './send';

/** A way of giving an id other than choosing it from the list. */
interface Typed {
	displayName: string;
	/** `id` where it is not said: it is part of what n8n stores. */
	name?: string;
	placeholder: string;
	hint: string;
}

interface Kind extends Partial<INodeProperties> {
	displayName: string;
	name: string;
	/** What the list says before anything is chosen: "Choose a guest…". */
	choose: string;
	/** The method of `lists/` behind it. */
	search: string;
	/** Whether there is nothing to show before a person has typed something. */
	filterRequired?: boolean;
	typed: Typed[];
}

/** A locator of one kind of thing, without routing: From List, and the ways in which a person can give one without it. */
export function locator({ choose, search, filterRequired = false, typed, ...field }: Kind): Omit<INodeProperties, 'routing'> {
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: choose,
				typeOptions: { searchListMethod: search, searchable: true, ...(filterRequired && { searchFilterRequired: true }) },
			},
			...typed.map((way): INodePropertyMode => ({ name: 'id', type: 'string', ...way })),
		],
		...field,
	};
}

/** A locator in which nothing has been chosen yet. */
export const NONE = { mode: 'list', value: '' };

/** What names one thing of a kind; what certainly names none is refused before anything is sent. */
export const naming =
	(kind: Named): Change =>
	(value) =>
		idOf(kind, value);

type Located = Omit<INodeProperties, 'routing'>;

/** What a read is about; it goes out as this parameter. @param changes what makes of its text what Luma takes */
export const inQuery = (field: Located, parameter: string, ...changes: Change[]): INodeProperties => ({ ...field, routing: query(parameter, field.displayName, required, plain, ...changes) });

/** What a write is about; it goes out as this parameter. @param changes what makes of its text what Luma takes */
export const inBody = (field: Located, parameter: string, ...changes: Change[]): INodeProperties => ({ ...field, routing: body(parameter, field.displayName, required, plain, ...changes) });
