import { isBlank } from '../values/blank';
import { ofField, Problem } from '../values/problem';

/** A row of the editor: its cells by their names. */
export type Row = Record<string, unknown>;

/** The rows of one kind in a field that takes several. */
export const rowsOf = (value: unknown, kind: string): Row[] => [((value as Record<string, Row | Row[] | undefined> | null | undefined)?.[kind] ?? []) as Row | Row[]].flat();

/** The same with their places, without those in which no text is filled in: a row that is added and left as it is. @param check looks into each, left out or not */
export const filledRows = (value: unknown, kind: string, texts: string[], check: (row: Row, index: number) => void): Array<[Row, number]> =>
	rowsOf(value, kind).flatMap((row, index): Array<[Row, number]> => {
		check(row, index);
		return texts.some((name) => !isBlank(row[name])) ? [[row, index]] : [];
	});

/**
 * Reads a cell of a row.
 * @param index the place of the row, from 0
 * @throws Problem that names column and row, also where the cell is empty and there has to be something in it
 */
export function cell<T>(label: string, index: number, value: unknown, read: (value: unknown) => T): T {
	const place = `${label} in row ${index + 1}`;
	if (isBlank(value)) throw ofField(place, new Problem('is required'));
	try {
		return read(value);
	} catch (error) {
		throw error instanceof Problem ? ofField(place, error) : error;
	}
}

/** The same of a cell that may be empty. */
export const cellIfGiven = <T>(label: string, index: number, value: unknown, read: (value: unknown) => T): T | undefined => (isBlank(value) ? undefined : cell(label, index, value, read));
