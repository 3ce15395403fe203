import type { IDataObject } from 'n8n-workflow';

/** Takes over those of the fields that Luma has answered; which those are depends on the event and on who manages it. */
export function pick(simple: IDataObject, entry: IDataObject, names: readonly string[]): IDataObject {
	// Plain loops and one object here: there may be 100,000 guests.
	for (const name of names) {
		const value = entry[name];
		if (value !== undefined) simple[name] = value;
	}
	return simple;
}

const isObject = (entry: unknown): entry is IDataObject => typeof entry === 'object' && entry !== null;

/** A list of objects, also where Luma answers null or leaves it away. */
export function entriesOf(value: unknown): IDataObject[] {
	if (!Array.isArray(value)) return [];
	return value.every(isObject) ? value : value.filter(isObject);
}
