import { Problem } from '../../../../nodes/Luma/values/problem';

/** What a function has against its argument: "message — description"; fails where it has nothing. */
export function problemOf(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return `${error.message} — ${error.description ?? ''}`;
	}
	throw new Error('There was no problem');
}
