import { isObject } from './object';
import { Problem, shown } from './problem';
import { visible } from './text';

/** What JavaScript makes of an object in the midst of a text, as in `Hi {{ $json.person }}`. */
const OBJECT = '[object Object]';

/** What stands in the cell of a sheet whose formula has failed, in Excel and in Google Sheets. */
const SHEET_ERRORS = new Set(['#CALC!', '#DIV/0!', '#ERROR!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#SPILL!', '#VALUE!']);

function assertTextMeant(text: string): void {
	if (text.includes(OBJECT)) throw new Problem(`has ${OBJECT} in its text`, 'An expression puts a whole object there. Choose one of its fields, such as {{ $json.person.name }} instead of {{ $json.person }}.');
	if (text.includes('#') && SHEET_ERRORS.has(visible(text))) throw new Problem(`${shown(visible(text))} is an error of a sheet, not a value`, 'Correct the formula in the sheet, or leave the cell empty.');
}

/**
 * Fails where a text, at any depth of a list or an object, is what nobody means to publish or mail: an object that an
 * expression has put into it, or the error of a sheet's formula.
 * @throws Problem
 */
export function assertMeant(value: unknown): void {
	// Without recursion: what comes from outside may be nested as deep as it likes, and may hold itself.
	const open = [value];
	const seen = new Set<unknown>();
	while (open.length > 0) {
		const one = open.pop();
		if (typeof one === 'string') assertTextMeant(one);
		if ((!Array.isArray(one) && !isObject(one)) || seen.has(one)) continue;
		seen.add(one);
		for (const inner of Object.values(one)) open.push(inner);
	}
}
