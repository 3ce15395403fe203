import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/object';

/** Takes over those of the fields that Luma has answered; which those are depends on the event and on who manages it. */
export function pick(simple: IDataObject, entry: IDataObject, names: readonly string[]): IDataObject {
	// Plain loops and one object here: there may be 100,000 guests.
	for (const name of names) {
		const value = entry[name];
		if (value !== undefined) simple[name] = value;
	}
	return simple;
}

/** A list of objects, also where Luma answers null or leaves it away. */
export function entriesOf(value: unknown): IDataObject[] {
	if (!Array.isArray(value)) return [];
	return value.every(isObject<IDataObject>) ? value : value.filter(isObject<IDataObject>);
}

/** What is there of some values. */
export const known = <T extends object>(values: T) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as IDataObject;
