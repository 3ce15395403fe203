import type { Batch } from '../work';
import type { Row } from './rows';

/** Stretches of items that an error names. */
const STRETCHES = 10;

/** "0–99, 103, 200–999": the input items of some rows. */
function stretches(rows: Row[]): string {
	const found: Array<[number, number]> = [];
	for (const { item: { index } } of rows) {
		const last = found[found.length - 1];
		if (last && index <= last[1] + 1) last[1] = index;
		else found.push([index, index]);
	}
	const more = found.length - STRETCHES;
	return [...found.slice(0, STRETCHES).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)), ...(more > 0 ? [`and ${more} more ranges`] : [])].join(', ');
}

/**
 * What was done with all rows and what not, in sentences for the error of a node that stops.
 * @param items how many input items there are; where there are more rows than that, the rows are called by their own name
 */
export function account(rows: Row[], items: number, { noun, taken }: Batch): string[] {
	const byStatus = new Map<string, Row[]>();
	for (const row of rows) {
		const status = row.outcome?.status ?? 'not sent';
		if (!byStatus.has(status)) byStatus.set(status, []);
		byStatus.get(status)!.push(row);
	}
	const counts = [taken, 'mixed', 'skipped', 'present', 'preview', 'duplicate', 'error', 'unknown', 'not sent'].filter((status) => byStatus.has(status)).map((status) => `${byStatus.get(status)!.length} ${status}`);
	const places = ['error', 'unknown', 'not sent'].filter((status) => byStatus.has(status)).map((status) => `${status} (${stretches(byStatus.get(status)!)})`);
	return [`Of ${rows.length} ${rows.length === items ? 'items' : `${noun}s`}: ${counts.join(', ')}.`, ...(items > 1 || rows.length === items ? [`Items by status: ${places.join(', ')}.`] : [])];
}
