import { json } from '../values/json';
import { explained } from '../values/problem';
import type { Check } from '../values/shape';
import type { Change } from './send';

/** What a JSON field holds before anything is filled in: n8n's JSON editor shows no placeholder, and marks empty text as a mistake. */
export const template = (example: unknown) => JSON.stringify(example, null, 2);

/** What was expected, as an error shows it: with blanks, so that a long line can break. */
export const expected = (example: unknown) => `Expected: ${JSON.stringify(example, null, 1).replace(/\n\s*/g, ' ')}`;

/** JSON text, or the object or array itself, of a given shape; a mistake is shown beside `example`. */
export const jsonOf =
	(check: Check, example: unknown): Change =>
	(value) => {
		try {
			return check(json(value), '');
		} catch (error) {
			return explained(error, expected(example));
		}
	};
