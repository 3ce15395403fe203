import { Problem } from '../../../../nodes/Luma/values/problem';

/** What a function has against its argument: "message — description"; fails where it has nothing. */
export function problemOf(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		expect(error).toBeInstanceOf(Problem);
		const { message, description = '' } = error as Problem;
		return `${message} — ${description}`;
	}
	throw new Error('There was no problem');
}
