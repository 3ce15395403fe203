import { isBlank } from '../values/blank';
import { named, Problem } from '../values/problem';

/** A row of the editor: its cells by their names. */
export type Row = Record<string, unknown>;

/** The rows of one kind in a field that takes several. */
export const rowsOf = (value: unknown, kind: string): Row[] => [((value as Record<string, Row | Row[] | undefined> | null | undefined)?.[kind] ?? []) as Row | Row[]].flat();

/** The same with their places, without those that are added and left as they are. @param initial what its cells begin with, where they are not empty */
export const filledRows = (value: unknown, kind: string, initial: Row): Array<[Row, number]> =>
	rowsOf(value, kind).flatMap((row, index): Array<[Row, number]> => (Object.entries(row).every(([name, one]) => isBlank(one) || one === initial[name]) ? [] : [[row, index]]));

/**
 * Reads a cell of a row.
 * @param index the place of the row, from 0
 * @throws Problem that names column and row, also where the cell is empty and there has to be something in it
 */
export function cell<T>(label: string, index: number, value: unknown, read: (value: unknown) => T): T {
	return named(`${label} in row ${index + 1}`, () => {
		if (isBlank(value)) throw new Problem('is required');
		return read(value);
	});
}

/** The same of a cell that may be empty. */
export const cellIfGiven = <T>(label: string, index: number, value: unknown, read: (value: unknown) => T): T | undefined => (isBlank(value) ? undefined : cell(label, index, value, read));
