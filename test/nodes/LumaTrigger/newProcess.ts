import type { clock } from '../../../nodes/Luma/api/clock';
import type { GuestRecord } from '../../../nodes/LumaTrigger/guestRecord';

/** The record of guests as another process has it: a process is known by an id of its own, so each takes the module anew. */
export function newProcess(now: () => number): GuestRecord {
	let Class!: typeof GuestRecord;
	jest.isolateModules(() => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		({ GuestRecord: Class } = require('../../../nodes/LumaTrigger/guestRecord') as { GuestRecord: typeof GuestRecord });
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		Object.assign((require('../../../nodes/Luma/api/clock') as { clock: typeof clock }).clock, { now });
	});
	return new Class();
}
