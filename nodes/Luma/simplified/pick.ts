import type { IDataObject } from 'n8n-workflow';

/** Those of the fields that Luma has answered; which those are depends on the event and on who manages it. */
export function pick(entry: IDataObject, names: readonly string[]): IDataObject {
	// Plain loops here: there may be 100,000 guests.
	const picked: IDataObject = {};
	for (const name of names) if (entry[name] !== undefined) picked[name] = entry[name];
	return picked;
}

/** A list of objects, also where Luma answers null or leaves it away. */
export const entriesOf = (value: unknown): IDataObject[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'object' && entry !== null) : []);
