import type { Row } from './rows';

/** Rows that an error names one by one. */
const NAMED = 5;

/** Stretches of rows that an error names. */
const STRETCHES = 10;

/** "item 3 (a@example.com): what is wrong with it; item 7: …; and 4 more" */
export function listed(rows: Row[], say: (row: Row) => string): string {
	const more = rows.length - NAMED;
	return [...rows.slice(0, NAMED).map((row) => `item ${row}: ${say(row)}`), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** "0–99, 103, 200–999" */
function stretches(rows: Row[]): string {
	const found: Array<[number, number]> = [];
	for (const { item } of rows) {
		const last = found[found.length - 1];
		if (last?.[1] === item - 1) last[1] = item;
		else found.push([item, item]);
	}
	const more = found.length - STRETCHES;
	return [...found.slice(0, STRETCHES).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)), ...(more > 0 ? [`and ${more} more stretches`] : [])].join(', ');
}

/** What was done with all rows and what not, in sentences for the error of a node that stops. */
export function account(rows: Row[]): string[] {
	const byStatus = new Map<string, Row[]>();
	for (const row of rows) {
		const status = row.outcome?.status ?? 'not sent';
		if (!byStatus.has(status)) byStatus.set(status, []);
		byStatus.get(status)!.push(row);
	}
	const counts = ['added', 'invited', 'skipped', 'duplicate', 'error', 'unknown', 'not sent'].filter((status) => byStatus.has(status)).map((status) => `${byStatus.get(status)!.length} ${status}`);
	const places = ['error', 'unknown', 'not sent'].filter((status) => byStatus.has(status)).map((status) => `${status}: items ${stretches(byStatus.get(status)!)}`);
	return [`Of ${rows.length} items: ${counts.join(', ')}.`, `By item, ${places.join('; ')}.`];
}
