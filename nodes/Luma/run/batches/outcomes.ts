import type { IDataObject } from 'n8n-workflow';
import { emailKey } from '../../values/email';
import { isObject } from '../../values/object';
import type { Batch } from '../work';
import type { Outcome, Row } from './rows';

/** How it went where Luma answers whom it has left out. */
function named({ skipped }: IDataObject, { noun, taken }: Batch): (row: Row) => Outcome {
	const left = new Map([skipped].flat().filter(isObject).map((entry) => [emailKey(String(entry.email)), entry]));
	return (row) => {
		const entry = left.get(row.name);
		return entry ? { status: 'skipped', reason: String(entry.reason ?? entry.message ?? `Luma skipped this ${noun} without giving a reason`) } : { status: taken };
	};
}

/** How it went where Luma answers how many it has left out. */
function counted({ skipped_count }: IDataObject, all: number, { taken, skips: reason }: Batch): (row: Row) => Outcome {
	const skipped = Number(skipped_count ?? 0);
	if (skipped === 0) return () => ({ status: taken });
	if (skipped >= all) return () => ({ status: 'skipped', reason });
	return () => ({ status: 'mixed', reason: `Luma skipped ${skipped} of the ${all} in this request and does not say which. Set Batch Size to 1 to tell them apart.` });
}

/** How it went for each row of a request that Luma took, by its answer. @param all how many rows there were in it */
export const outcomesIn = (answer: IDataObject, all: number, batch: Batch): ((row: Row) => Outcome) => (batch.skips === undefined ? named(answer, batch) : counted(answer, all, batch));
