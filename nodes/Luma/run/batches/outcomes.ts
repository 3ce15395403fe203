import type { IDataObject } from 'n8n-workflow';
import { emailKey } from '../../values/email';
import { isObject } from '../../values/object';
import type { Batch } from '../work';
import type { Outcome, Row } from './rows';

/** How it went for each of so many entries, where all that is known is how many of them Luma has left out. */
function counted(skipped: number, all: number, { noun, taken, skips = `Luma skipped this ${noun} without giving a reason` }: Batch): Outcome {
	if (skipped === 0) return { status: taken };
	if (skipped >= all) return { status: 'skipped', reason: skips };
	return { status: 'mixed', reason: `Luma skipped ${skipped} of the ${all} in this request and does not say which. Set Batch Size to 1 to tell them apart.` };
}

/** How it went where Luma answers whom it has left out. Whom it does not name by an address may be anyone of the others. */
function named(skipped: unknown, rows: Row[], batch: Batch): (row: Row) => Outcome {
	const entries = [skipped].flat().flatMap((entry) => (typeof entry === 'string' ? [{ email: entry }] : isObject<IDataObject>(entry) ? [entry] : []));
	const nameOf = ({ email }: IDataObject) => emailKey(String(email));
	const left = new Map(entries.map((entry: IDataObject) => [nameOf(entry), entry]));
	const sent = new Set(rows.map(({ name }) => name));
	const strangers = entries.filter((entry) => !sent.has(nameOf(entry)));
	const other = counted(strangers.length, rows.filter(({ name }) => !left.has(name)).length, batch);
	return ({ name }) => {
		const entry = left.get(name);
		return entry ? { ...counted(1, 1, batch), ...((entry.reason ?? entry.message) && { reason: String(entry.reason ?? entry.message) }) } : other;
	};
}

/** How it went for each row of a request that Luma took, by its answer. @param rows those of the request */
export function outcomesIn({ skipped, skipped_count }: IDataObject, rows: Row[], batch: Batch): (row: Row) => Outcome {
	if (batch.skips === undefined) return named(skipped, rows, batch);
	const outcome = counted(Number(skipped_count ?? 0), rows.length, batch);
	return () => outcome;
}
